// Loaded as a worker, the library's parser answers the page by itself.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
