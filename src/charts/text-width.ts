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
