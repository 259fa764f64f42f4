import type { PdfDirection, PdfPage, PdfRule, PdfText } from './pdf-pages.ts';

/** Edges of a box on the page; y grows downwards. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A run of characters that stand together, with the box around it. */
export interface Run extends Box {
  readonly text: string;
  /** Height of its characters. */
  readonly size: number;
  /** Its characters stand under one another, or it is turned on its side. */
  readonly isVertical: boolean;
}

/** Middle of a box. */
export const centreX = ({ left, right }: Box): number => (left + right) / 2;
export const centreY = ({ top, bottom }: Box): number => (top + bottom) / 2;

/** A Chinese character, bracket or mark, as wide as it is high. */
export const isWide = (character: string): boolean =>
  /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\uff60\uffe0-\uffe6]/.test(character);

const weightOf = (character: string): number => (isWide(character) ? 2 : 1);

/** Where each character of a level run ends, from its left edge on, as far as the widths of characters tell. */
export function characterEnds({ text, left, right }: Run): number[] {
  const weights = [...text].map(weightOf);
  const unit =
    (right - left) /
    Math.max(
      1,
      weights.reduce((sum, weight) => sum + weight, 0),
    );
  let end = left;
  return weights.map((weight) => (end += weight * unit));
}

// Signs of the radicals that some fonts name in place of the characters they look like.
const RADICALS = /[\u2e80-\u2fdf]/g;
const INVISIBLE = /\p{Cf}/gu;
// Numbers of signs in a font that does not name its characters; dropping them would make blanks of figures.
const CONTROLS = /\p{Cc}/gu;

const tidy = (text: string): string =>
  text
    .replace(RADICALS, (sign) => sign.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(/\s/g, ' ')
    .replace(CONTROLS, '\ufffd');

function runOf({ text: raw, x, y, width, height, direction }: PdfText): Run | null {
  const text = tidy(raw);
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const isVertical = direction === 'up' || direction === 'down';
  const box = { left: x, right: x + width, top: y, bottom: y + height };
  const whole: Run = { text, ...box, size: isVertical ? width : height, isVertical };
  if (isVertical || trimmed === text) return { ...whole, text: trimmed };
  const ends = characterEnds(whole);
  const before = [...text].length - [...text.trimStart()].length;
  const after = [...text.trimEnd()].length;
  return { ...whole, text: trimmed, left: before === 0 ? x : ends[before - 1]!, right: ends[after - 1]! };
}

// In points: no two characters stand so near, however small.
const LEAST_BREADTH = 1;

/** Some programs make characters bold by printing them twice, a hair's breadth apart. */
function withoutOverprint(runs: readonly Run[]): Run[] {
  const kept = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = kept.get(run.text) ?? [];
    const breadth = Math.max(run.size * 0.15, LEAST_BREADTH);
    const isAgain = same.some(
      (other) => Math.abs(other.left - run.left) < breadth && Math.abs(other.top - run.top) < breadth,
    );
    if (!isAgain) kept.set(run.text, [...same, run]);
    return !isAgain;
  });
}

const TURNS: Readonly<Record<PdfDirection, PdfDirection>> = { right: 'up', down: 'right', left: 'down', up: 'left' };

/** The page turned by a quarter to the left. */
function turned({ width, height, texts, rules, isPicture }: PdfPage): PdfPage {
  const turnRule = ({ x1, y1, x2, y2 }: PdfRule): PdfRule => ({ x1: y1, y1: width - x2, x2: y2, y2: width - x1 });
  const turnText = (text: PdfText): PdfText => ({
    ...text,
    x: text.y,
    y: width - text.x - text.width,
    width: text.height,
    height: text.width,
    direction: TURNS[text.direction],
  });
  return { width: height, height: width, texts: texts.map(turnText), rules: rules.map(turnRule), isPicture };
}

/** The page as it is held for reading: most of its characters run to the right. */
export function uprightPage(page: PdfPage): PdfPage {
  const counts: Record<PdfDirection, number> = { right: 0, down: 0, left: 0, up: 0 };
  for (const { direction, text } of page.texts) counts[direction] += text.trim().length;
  const [most] = (Object.keys(counts) as PdfDirection[]).sort((a, b) => counts[b] - counts[a]);
  if (most === 'down') return turned(page);
  if (most === 'left') return turned(turned(page));
  return most === 'up' ? turned(turned(turned(page))) : page;
}

/** The runs of a page that hold characters and lie on it. */
export function pageRuns({ texts, width, height }: PdfPage): Run[] {
  const runs = texts.flatMap((text) => runOf(text) ?? []);
  return withoutOverprint(runs).filter((run) => {
    const [x, y] = [centreX(run), centreY(run)];
    return x >= 0 && x <= width && y >= 0 && y <= height;
  });
}
