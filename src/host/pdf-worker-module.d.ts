/** The parsing half of pdf.js, which comes without types; importing it is all that is done with it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
