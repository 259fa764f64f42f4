const BOLD = 600;

let pen: CanvasRenderingContext2D | null = null;
let family = '';
let familyOf: string | null = null;

/** A pen in the page's own letters, which follow its language; null outside a page. */
function penInPage(): CanvasRenderingContext2D | null {
  if (typeof document === 'undefined') return null;
  pen ??= document.createElement('canvas').getContext('2d');
  const { lang } = document.documentElement;
  if (familyOf !== lang) {
    family = getComputedStyle(document.body).fontFamily;
    familyOf = lang;
  }
  return pen;
}

// Ideographs and full-width signs fill a square; other letters are a little over half as wide.
const estimate = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) >= 0x2e80 ? 1 : 0.6), 0) * size;

/** How many pixels a text takes at a size of letters in pixels; an estimate where there is no page to measure in. */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  const inPage = penInPage();
  if (!inPage) return estimate(text, size) * (weight === BOLD ? 1.1 : 1);
  inPage.font = `${weight} ${size}px ${family}`;
  return inPage.measureText(text).width;
}

/** How many pixels the widest of some texts takes; zero for none. */
export const widestText = (texts: readonly string[], size: number, weight: 400 | 600 = 400): number =>
  texts.reduce((widest, text) => Math.max(widest, textWidth(text, size, weight)), 0);

/** The text, or as much of it as fits a width in pixels, with an ellipsis. */
export function fitText(text: string, width: number, size: number, weight: 400 | 600 = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size, weight) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The text in lines of a width in pixels, Latin words kept whole where they fit; what more lines would take ends in an ellipsis. */
export function wrapText(text: string, width: number, size: number, most: number, weight: 400 | 600 = 400): string[] {
  const pieces = text.match(/[^ \u2e80-\uffff]+ ?|[\u2e80-\uffff] ?| /g) ?? [];
  const lines: string[] = [''];
  for (const piece of pieces) {
    const line = lines.at(-1)! + piece;
    if (lines.at(-1) === '' || textWidth(line.trimEnd(), size, weight) <= width) lines[lines.length - 1] = line;
    else lines.push(piece);
  }
  const shown = lines.slice(0, most).map((line) => line.trim());
  const rest = lines
    .slice(most - 1)
    .join('')
    .trim();
  return shown.map((line, index) => fitText(index === most - 1 ? rest : line, width, size, weight));
}
