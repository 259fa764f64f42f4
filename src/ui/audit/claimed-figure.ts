import { numeralsIn } from '../../read/numerals.ts';

/** A stretch of a sentence, and whether it is the figure in question. */
export interface SentencePiece {
  readonly text: string;
  readonly isClaimed: boolean;
}

const FULL_WIDTH = /[０-９，．]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

// Character for character, so that places stay the same; a Chinese comma divides clauses and no figures.
const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (sign) =>
    sign === '，' ? sign : String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );

/** A sentence cut at every place that writes this value, in whatever numerals. */
export function cutAtFigure(sentence: string, value: number | null): readonly SentencePiece[] {
  const pieces: SentencePiece[] = [];
  let from = 0;
  for (const { value: written, start, end } of numeralsIn(halfWidth(sentence))) {
    if (written !== value) continue;
    if (start > from) pieces.push({ text: sentence.slice(from, start), isClaimed: false });
    pieces.push({ text: sentence.slice(start, end), isClaimed: true });
    from = end;
  }
  if (from < sentence.length) pieces.push({ text: sentence.slice(from), isClaimed: false });
  return pieces;
}
