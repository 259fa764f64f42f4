import { diffArrays } from 'diff';

/** A stretch of text that stands in both versions, only in the earlier one, or only in the later one. */
export interface TextPiece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond this two texts are not versions of each other, and what they differ in says nothing. */
export const MOST_EDITS = 1_500;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const NUMBER_OR_CHARACTER = /\d+(?:\.\d+)?|[^\d]/gsu;

// A numeral with its unit is one word to the segmenter, but the unit has not changed where the number has.
const wordsOf = (text: string): string[] =>
  [...segmenter.segment(text)].flatMap(({ segment }) =>
    /\d|[一二三四五六七八九十百千万零两]/.test(segment) ? (segment.match(NUMBER_OR_CHARACTER) ?? []) : [segment],
  );

/** What a later wording says otherwise than an earlier one, word by word; all of it where they share too little. */
export function wordChanges(before: string, after: string): TextPiece[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS });
  if (!changes) {
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ];
  }
  return changes.map(({ removed, added, value }) => ({
    kind: removed ? 'gone' : added ? 'new' : 'same',
    text: value.join(''),
  }));
}
