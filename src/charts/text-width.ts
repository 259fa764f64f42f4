// Ideographs and full-width signs fill a square; other letters are a little over half as wide, but for a few.
const isWide = (character: string): boolean => character.charCodeAt(0) >= 0x2e80;
const NARROW_EM = 0.6;
const characterEm = (character: string): number => (isWide(character) ? 1 : character === '%' ? 0.95 : NARROW_EM);

/** About how many pixels a text takes at a size of letters in pixels: enough to lay out labels without drawing them. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + characterEm(character), 0) * size;

/** The text, or as much of it as fits a width in pixels, with an ellipsis. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let room = width / size - 1;
  let kept = '';
  for (const character of text) {
    room -= characterEm(character);
    if (room < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
