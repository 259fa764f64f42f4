import type * as Library from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The library that parses PDF files, as its module exports it. */
export type PdfLibrary = typeof Library;

async function load(): Promise<PdfLibrary> {
  const host = globalThis as { window?: unknown };
  const isWindowless = host.window === undefined;
  // In a worker the library's parser would listen to that worker's own messages, unless it believes to be in a page.
  if (isWindowless) host.window = globalThis;
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  } finally {
    if (isWindowless) delete host.window;
  }
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

let library: Promise<PdfLibrary> | undefined;

/** The library with its parser in the same thread, so that it needs no worker of its own; loaded when first asked for. */
export const loadPdfLibrary = (): Promise<PdfLibrary> => (library ??= load());
