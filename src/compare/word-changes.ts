import { diffArrays } from 'diff';

/** A stretch of text that stands in both versions, only in the earlier one, or only in the later one. */
export interface TextPiece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond this two texts are not versions of each other, and what they differ in says nothing. */
export const MOST_EDITS = 1_500;

// Firefox has it from version 125 on only.
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
const NUMBER_OR_CHARACTER = /\d+(?:\.\d+)?|[^\d]/gsu;
const NUMBER_WORD_OR_CHARACTER = /\d+(?:\.\d+)?|[A-Za-z]+|[^\dA-Za-z]/gsu;

/** The words of a text; where the browser tells none, its numbers, its Latin words and its single characters. */
function wordsOf(text: string): string[] {
  if (!segmenter) return text.match(NUMBER_WORD_OR_CHARACTER) ?? [];
  // A numeral with its unit is one word to the segmenter, but the unit has not changed where the number has.
  return [...segmenter.segment(text)].flatMap(({ segment }) =>
    /\d|[一二三四五六七八九十百千万零两]/.test(segment) ? (segment.match(NUMBER_OR_CHARACTER) ?? []) : [segment],
  );
}

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
