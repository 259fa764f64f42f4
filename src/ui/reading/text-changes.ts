import { diffLines } from 'diff';
import { MOST_EDITS, type TextPiece, wordChanges } from '../../compare/word-changes.ts';

/** A passage that two versions do not share, with a line around it; `skipped` lines before it are the same in both. */
export interface TextChange {
  readonly skipped: number;
  readonly pieces: readonly TextPiece[];
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/**
 * What a later version of a text says otherwise than an earlier one, by lines and, inside of changed lines, by words;
 * null where the two are too different to be set against each other.
 */
export function textChanges(before: string, after: string): TextChange[] | null {
  const parts = diffLines(before, after, { maxEditLength: MOST_EDITS });
  if (!parts) return null;
  const changes: { skipped: number; pieces: TextPiece[] }[] = [];
  let same: string[] = [];
  let gone: string | null = null;
  const put = (pieces: readonly TextPiece[]) => {
    const around = same.slice(-1).map((text): TextPiece => ({ kind: 'same', text }));
    changes.push({ skipped: same.length - around.length, pieces: [...around, ...pieces] });
    same = [];
  };
  for (const part of parts) {
    if (part.removed) {
      gone = part.value;
      continue;
    }
    if (part.added) put(gone === null ? [{ kind: 'new', text: part.value }] : wordChanges(gone, part.value));
    else {
      if (gone !== null) put([{ kind: 'gone', text: gone }]);
      same = linesOf(part.value);
    }
    gone = null;
  }
  if (gone !== null) put([{ kind: 'gone', text: gone }]);
  return changes;
}
