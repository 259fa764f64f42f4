import type {
  PDFDocumentLoadingTask,
  PDFDocumentProxy,
  PDFPageProxy,
  TextContent,
} from 'pdfjs-dist/types/src/display/api.js';
import { ReadFailure } from '../read/failure.ts';
import type { OpenPdf, PdfPage } from '../read/formats/pdf-pages.ts';
import { type ArrayGuard, guardArrays } from './array-guard.ts';
import { pageDrawing } from './pdf-drawing.ts';
import { loadPdfLibrary, type PdfLibrary } from './pdf-library.ts';
import { type Matrix, pageTexts } from './pdf-texts.ts';

/** Reads a file that comes with the library by its name: a table of characters of Chinese fonts. */
export type ReadCharacterTable = (name: string) => Promise<Uint8Array>;

/** Beyond these a PDF is no report, and is refused before it holds up the others. */
const PDF_LIMITS = { pages: 500, texts: 400_000, elapsedMs: 120_000, streamBytes: 40e6 } as const;

const expands = () => new ReadFailure({ what: 'expands', limit: PDF_LIMITS.streamBytes });

/** What the library is told of every document: parse, and neither evaluate, nor fetch, nor draw anything. */
function settings(bytes: Uint8Array, readTable: ReadCharacterTable) {
  class Tables {
    fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      return kind === 'cMapUrl' ? readTable(filename) : Promise.reject(new Error(`${filename} is only needed to draw`));
    }
  }
  return {
    // The library takes the memory of the bytes it is given, and no other kind of them.
    data: new Uint8Array(bytes),
    BinaryDataFactory: Tables,
    useWorkerFetch: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    disableFontFace: true,
    useSystemFonts: false,
    fontExtraProperties: true,
    // Pictures are passed over undecoded.
    maxImageSize: 0,
    verbosity: 0,
  };
}

function failureOf(error: unknown): unknown {
  if (error instanceof ReadFailure) return error;
  if (error instanceof Error && error.name === 'PasswordException')
    return new ReadFailure({ what: 'encrypted', format: 'pdf' });
  const reason = error instanceof Error ? error.message : String(error);
  return new ReadFailure({ what: 'damaged', format: 'pdf', reason }, { cause: error });
}

/** A font of composite codes that names no characters: the library takes the codes themselves for them. */
function isUnmapped(page: PDFPageProxy, font: string): boolean {
  const { commonObjs } = page as unknown as { commonObjs: { has(id: string): boolean; get(id: string): unknown } };
  if (!commonObjs.has(font)) return false;
  const known = commonObjs.get(font) as { composite?: boolean; toUnicode?: { firstChar?: number } } | null;
  return known?.composite === true && known.toUnicode?.firstChar !== undefined;
}

/**
 * Whether a page without characters shows a picture: a document that is opened to stop at the first picture does fewer
 * of its operations.
 */
async function showsPicture(number: number, operations: number, stopping: PDFDocumentProxy): Promise<boolean> {
  const page = await stopping.getPage(number);
  const { fnArray } = await page.getOperatorList();
  page.cleanup();
  return fnArray.length < operations;
}

/** The texts of a page as they come, so that a page of millions is given up in time. */
async function readTexts(page: PDFPageProxy): Promise<TextContent['items']> {
  const items: TextContent['items'] = [];
  const texts = page.streamTextContent({ disableNormalization: true }) as ReadableStream<TextContent>;
  const reader = texts.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    for (const item of piece.value.items) items.push(item);
    if (items.length > PDF_LIMITS.texts) {
      const trouble = new ReadFailure({ what: 'too-much', of: 'cells', limit: PDF_LIMITS.texts });
      await reader.cancel(trouble);
      throw trouble;
    }
  }
  return items;
}

interface ReadPage extends PdfPage {
  /** Its characters leave no ink. */
  readonly isHidden: boolean;
  /** How many steps draw it. */
  readonly operations: number;
}

async function readPage(page: PDFPageProxy, library: PdfLibrary, guard: ArrayGuard): Promise<ReadPage> {
  const viewport = page.getViewport({ scale: 1 });
  const matrix = viewport.transform as unknown as Matrix;
  const items = await readTexts(page);
  if (guard.isExceeded) throw expands();
  const operations = await page.getOperatorList();
  const { rules, shown, hidden } = pageDrawing(operations, matrix, library);
  const isHidden = hidden > shown;
  const texts = isHidden ? [] : pageTexts(items, matrix, (font) => isUnmapped(page, font));
  page.cleanup();
  const { width, height } = viewport;
  return { width, height, texts, rules, isPicture: false, isHidden, operations: operations.fnArray.length };
}

/** Opens PDFs with the library; the host says where the tables of Chinese fonts are. */
export const pdfOpener =
  (readTable: ReadCharacterTable): OpenPdf =>
  async (bytes) => {
    const library = await loadPdfLibrary();
    const guard = guardArrays(PDF_LIMITS.streamBytes);
    const task = library.getDocument(settings(bytes, readTable));
    let stopping: PDFDocumentLoadingTask | null = null;
    const due = Date.now() + PDF_LIMITS.elapsedMs;
    try {
      const document = await task.promise;
      if (document.numPages > PDF_LIMITS.pages) {
        throw new ReadFailure({ what: 'too-much', of: 'pages', limit: PDF_LIMITS.pages });
      }
      const pages: PdfPage[] = [];
      let texts = 0;
      for (let number = 1; number <= document.numPages; number += 1) {
        const { isHidden, operations, ...page } = await readPage(await document.getPage(number), library, guard);
        texts += page.texts.length;
        if (texts > PDF_LIMITS.texts || Date.now() > due) {
          throw new ReadFailure({ what: 'too-much', of: 'pages', limit: number });
        }
        let isPicture = isHidden;
        if (page.texts.length === 0 && !isHidden) {
          stopping ??= library.getDocument({ ...settings(bytes, readTable), stopAtErrors: true });
          isPicture = await showsPicture(number, operations, await stopping.promise);
        }
        pages.push({ ...page, isPicture });
      }
      if (guard.isExceeded) throw expands();
      return { pages };
    } catch (error) {
      throw guard.isExceeded ? expands() : failureOf(error);
    } finally {
      guard.release();
      await task.destroy();
      await stopping?.destroy();
    }
  };
