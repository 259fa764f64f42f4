import { diffLines, diffWordsWithSpace } from 'diff';

/** A stretch of text that stands in both versions, only in the earlier one, or only in the later one. */
export interface TextPiece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** A passage that two versions do not share, with a line around it; `skipped` lines before it are the same in both. */
export interface TextChange {
  readonly skipped: number;
  readonly pieces: readonly TextPiece[];
}

/** Beyond this two texts are not versions of each other, and what they differ in says nothing. */
const MOST_EDITS = 1_500;

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function wordPieces(gone: string, added: string): TextPiece[] {
  const words = diffWordsWithSpace(gone, added, { maxEditLength: MOST_EDITS });
  if (!words) {
    return [
      { kind: 'gone', text: gone },
      { kind: 'new', text: added },
    ];
  }
  return words.map((part) => ({ kind: part.removed ? 'gone' : part.added ? 'new' : 'same', text: part.value }));
}

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
    if (part.added) put(gone === null ? [{ kind: 'new', text: part.value }] : wordPieces(gone, part.value));
    else {
      if (gone !== null) put([{ kind: 'gone', text: gone }]);
      same = linesOf(part.value);
    }
    gone = null;
  }
  if (gone !== null) put([{ kind: 'gone', text: gone }]);
  return changes;
}
