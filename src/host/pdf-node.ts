import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OpenPdf } from '../read/formats/pdf-pages.ts';
import { pdfOpener } from './pdf.ts';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Opens a PDF on the command line, with the tables of Chinese fonts read from the installed library. */
export const openPdf: OpenPdf = pdfOpener(async (name) => new Uint8Array(await readFile(join(folder, 'cmaps', name))));
