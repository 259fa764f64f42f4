import type { OpenPdf } from '../read/formats/pdf-pages.ts';
import { fetchPdfData } from './pdf-web-data.ts';
import { pdfOpener } from './pdf.ts';

/** Opens a PDF in a page's worker. */
export const openPdf: OpenPdf = pdfOpener(fetchPdfData);
