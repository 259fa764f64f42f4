import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import { fetchPdfData } from './pdf-web-data.ts';
import { startWorker } from './trusted-worker.ts';

/** A PDF whose pages can be drawn for a person to look at. */
export interface PdfPicture {
  readonly pages: number;
  /** Draws a page, counted from 1, over the whole width of the canvas, and gives the canvas the height that takes. */
  draw(page: number, canvas: HTMLCanvasElement): Promise<void>;
  /** Ends the worker behind it; nothing can be drawn afterwards. */
  close(): Promise<void>;
}

// A canvas beyond this many pixels is refused or black in some browsers.
const MOST_PIXELS = 16_000_000;

async function drawPage(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Promise<void> {
  const page = await document.getPage(number);
  const whole = page.getViewport({ scale: 1 });
  const fitting = Math.sqrt(MOST_PIXELS / (whole.width * whole.height));
  const viewport = page.getViewport({ scale: Math.min(canvas.width / whole.width, fitting) });
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  await page.render({ canvas, viewport, background: 'white' }).promise;
  page.cleanup();
}

/**
 * Opens a PDF to draw its pages: the library parses it in a worker of its own and paints in the page. Rejects where the
 * file cannot be opened.
 */
export async function openPdfPicture(file: Blob): Promise<PdfPicture> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const port = startWorker('pdf');
  const worker = PDFWorker.create({ port });
  class Data {
    fetch({ filename }: { filename: string }): Promise<Uint8Array> {
      return fetchPdfData(filename);
    }
  }
  const close = async (): Promise<void> => {
    worker.destroy();
    port.terminate();
    return Promise.resolve();
  };
  try {
    const document = await getDocument({
      data: new Uint8Array(await file.arrayBuffer()),
      worker,
      BinaryDataFactory: Data,
      useWorkerFetch: false,
      isEvalSupported: false,
      enableXfa: false,
      verbosity: 0,
    }).promise;
    return { pages: document.numPages, draw: (page, canvas) => drawPage(document, page, canvas), close };
  } catch (error) {
    await close();
    throw error;
  }
}
