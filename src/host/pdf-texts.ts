import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { PdfDirection, PdfText } from '../read/formats/pdf-pages.ts';

/** Coefficients of a plane's transformation as the library writes them: a, b, c, d, e, f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The transformation that does `inner` first and then `outer`. */
export const concat = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

// How much of a character's height stands above its baseline; Chinese fonts differ little.
const ASCENT = 0.86;
const SLANT_DEGREES = 8;
const DIRECTIONS: readonly PdfDirection[] = ['right', 'down', 'left', 'up'];

/** The side of the page a text runs to; null for a slanted one, as watermarks are. */
function directionOf([a, b]: Matrix): PdfDirection | null {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const turns = Math.round(degrees / 90);
  return Math.abs(degrees - turns * 90) > SLANT_DEGREES ? null : DIRECTIONS[(turns + 4) % 4]!;
}

type Box = Pick<PdfText, 'x' | 'y' | 'width' | 'height'>;

function boxOf(direction: PdfDirection, [, , , , x, y]: Matrix, length: number, size: number): Box {
  const above = size * ASCENT;
  const below = size - above;
  switch (direction) {
    case 'right':
      return { x, y: y - above, width: length, height: size };
    case 'left':
      return { x: x - length, y: y - below, width: length, height: size };
    case 'down':
      return { x: x - below, y, width: size, height: length };
    case 'up':
      return { x: x - above, y: y - length, width: size, height: length };
  }
}

/** Characters of a font written from top to bottom stand upright under one another, their middle on the line. */
const columnOf = (item: TextItem, [, , , , x, y]: Matrix): Box => ({
  x: x - item.width / 2,
  y,
  width: item.width,
  height: item.height,
});

const isText = (item: TextContent['items'][number]): item is TextItem => 'str' in item;

/**
 * The runs of a page's characters, turned as the page is shown. Slanted runs (watermarks) are left out. Characters of
 * a font that does not say what its signs are stand as replacement characters.
 */
export function pageTexts(
  items: TextContent['items'],
  viewport: Matrix,
  isUnmapped: (font: string) => boolean,
): readonly PdfText[] {
  return items.filter(isText).flatMap((item): PdfText[] => {
    if (item.str.trim() === '') return [];
    const placed = concat(viewport, item.transform as unknown as Matrix);
    const direction = directionOf(placed);
    if (direction === null) return [];
    const isColumn = item.dir === 'ttb';
    const box = isColumn ? columnOf(item, placed) : boxOf(direction, placed, item.width, item.height);
    const text = isUnmapped(item.fontName) ? item.str.replace(/\S/gu, '\ufffd') : item.str;
    return [{ text, ...box, font: item.fontName, direction: isColumn ? 'down' : direction }];
  });
}
