import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.js';
import type { PdfRule } from '../read/formats/pdf-pages.ts';
import type { PdfLibrary } from './pdf-library.ts';
import { concat, type Matrix } from './pdf-texts.ts';

/** What a page draws besides the characters: straight lines, and how many characters it shows and hides. */
export interface PageDrawing {
  readonly rules: readonly PdfRule[];
  readonly shown: number;
  readonly hidden: number;
}

type Point = readonly [number, number];

// A filled stripe thinner than this is a line; a table's shading is thicker.
const THICKEST_RULE = 2.5;
const SHORTEST_RULE = 3;
const SLANT = 0.6;
// Rendering modes in which characters leave no ink; scanners lay such characters over their picture.
const INVISIBLE: ReadonlySet<number> = new Set([3, 7]);

// The library's steps of a path.
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** The corners of a path, a list for each of its parts; null in place of a part that bends. */
function partsOf(path: ArrayLike<number>): (Point[] | null)[] {
  const parts: (Point[] | null)[] = [];
  let part: Point[] = [];
  let bends = false;
  const close = () => {
    if (part.length > 1) parts.push(bends ? null : part);
    part = [];
    bends = false;
  };
  for (let at = 0; at < path.length;) {
    const step = path[at++];
    if (step === MOVE) close();
    if (step === MOVE || step === LINE) {
      part.push([path[at]!, path[at + 1]!]);
      at += 2;
    } else if (step === CURVE || step === QUADRATIC) {
      bends = true;
      at += step === CURVE ? 6 : 4;
    } else if (step === CLOSE && part.length > 0) part.push(part[0]!);
    else if (step !== CLOSE) break;
  }
  close();
  return parts;
}

/** Follows a page's drawing operations and keeps the straight lines along the sides of the page. */
class DrawingReader {
  readonly rules: PdfRule[] = [];
  shown = 0;
  hidden = 0;
  #matrix: Matrix;
  #mode = 0;
  readonly #saved: { matrix: Matrix; mode: number }[] = [];

  constructor(viewport: Matrix) {
    this.#matrix = viewport;
  }

  save(): void {
    this.#saved.push({ matrix: this.#matrix, mode: this.#mode });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (saved) ({ matrix: this.#matrix, mode: this.#mode } = { matrix: saved.matrix, mode: saved.mode });
  }

  transform(matrix: Matrix): void {
    this.#matrix = concat(this.#matrix, matrix);
  }

  mode(mode: number): void {
    this.#mode = mode;
  }

  show(glyphs: number): void {
    if (INVISIBLE.has(this.#mode)) this.hidden += glyphs;
    else this.shown += glyphs;
  }

  #place([x, y]: Point): Point {
    const [a, b, c, d, e, f] = this.#matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  }

  #add(x1: number, y1: number, x2: number, y2: number): void {
    if (Math.hypot(x2 - x1, y2 - y1) < SHORTEST_RULE) return;
    if (Math.abs(y2 - y1) <= SLANT) {
      const y = (y1 + y2) / 2;
      this.rules.push({ x1: Math.min(x1, x2), y1: y, x2: Math.max(x1, x2), y2: y });
    } else if (Math.abs(x2 - x1) <= SLANT) {
      const x = (x1 + x2) / 2;
      this.rules.push({ x1: x, y1: Math.min(y1, y2), x2: x, y2: Math.max(y1, y2) });
    }
  }

  stroke(path: ArrayLike<number>): void {
    for (const part of partsOf(path)) {
      const corners = part?.map((point) => this.#place(point)) ?? [];
      for (let at = 1; at < corners.length; at += 1) this.#add(...corners[at - 1]!, ...corners[at]!);
    }
  }

  fill(path: ArrayLike<number>): void {
    for (const part of partsOf(path)) {
      if (!part) continue;
      const corners = part.map((point) => this.#place(point));
      const xs = corners.map(([x]) => x);
      const ys = corners.map(([, y]) => y);
      const [left, right, upper, lower] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      if (lower - upper <= Math.min(THICKEST_RULE, right - left)) {
        this.#add(left, (upper + lower) / 2, right, (upper + lower) / 2);
      } else if (right - left <= THICKEST_RULE) this.#add((left + right) / 2, upper, (left + right) / 2, lower);
    }
  }
}

const countGlyphs = (glyphs: unknown): number =>
  Array.isArray(glyphs) ? glyphs.filter((glyph) => typeof glyph === 'object' && glyph !== null).length : 0;

/** Reads a page's straight lines out of its drawing operations, turned as the page is shown. */
export function pageDrawing(
  { fnArray, argsArray }: PDFOperatorList,
  viewport: Matrix,
  { OPS }: Pick<PdfLibrary, 'OPS'>,
): PageDrawing {
  const reader = new DrawingReader(viewport);
  const strokes = new Set<number>([OPS.stroke, OPS.closeStroke]);
  const fills = new Set<number>([OPS.fill, OPS.eoFill]);
  const both = new Set<number>([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
  const draw = (operation: number, path: ArrayLike<number> | null | undefined) => {
    if (!path) return;
    if (strokes.has(operation) || both.has(operation)) reader.stroke(path);
    else if (fills.has(operation)) reader.fill(path);
  };
  const steps: Readonly<Record<number, (args: readonly unknown[]) => void>> = {
    [OPS.save]: () => reader.save(),
    [OPS.restore]: () => reader.restore(),
    [OPS.transform]: (args) => reader.transform(args as unknown as Matrix),
    [OPS.paintFormXObjectBegin]: ([matrix]) => {
      reader.save();
      if (matrix) reader.transform(matrix as Matrix);
    },
    [OPS.paintFormXObjectEnd]: () => reader.restore(),
    [OPS.setTextRenderingMode]: ([mode]) => reader.mode(mode as number),
    [OPS.showText]: ([glyphs]) => reader.show(countGlyphs(glyphs)),
    [OPS.constructPath]: ([operation, paths]) => draw(operation as number, (paths as ArrayLike<number>[])[0]),
  };
  fnArray.forEach((operation: number, index) => steps[operation]?.((argsArray[index] ?? []) as readonly unknown[]));
  return { rules: reader.rules, shown: reader.shown, hidden: reader.hidden };
}
