import { diffArrays } from 'diff';
import { jaccard, shinglesOf, textSimilarity, type TextSimilarity } from './text-similarity.ts';
import { MOST_EDITS, type TextPiece, wordChanges } from './word-changes.ts';

/** The text of one section of a report. */
export interface SectionText {
  readonly section: number;
  readonly text: string;
}

/** A sentence of two texts: in both, reworded, in one alone, or at another place of the other. */
export type SentenceChange =
  | { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }
  | { readonly kind: 'reworded'; readonly text: string; readonly pieces: readonly TextPiece[] }
  /** It stands here on the left, in this section on the right. */
  | { readonly kind: 'moved-away'; readonly text: string; readonly section: number }
  /** It stands here on the right, in this section on the left. */
  | { readonly kind: 'moved-here'; readonly text: string; readonly section: number };

/** A section of two texts, sentence by sentence. */
export interface SectionChange {
  readonly section: number;
  readonly sentences: readonly SentenceChange[];
  /** Null where neither text has the section. */
  readonly similarity: TextSimilarity | null;
}

/** Shorter sentences (无。) are said at many places, and have not moved from one to another. */
const SHORTEST_MOVED = 8;
/** A sentence that shares less of its pairs of characters with another one is not the same sentence reworded. */
const LEAST_ALIKE = 0.4;
/** Pairs of sentences that are tried for a rewording at one place; where there are more, none is sought. */
const MOST_PAIRS = 10_000;

const SENTENCE = /[^。！？；!?;\n]*[。！？；!?;\n]+[”’」』）)]*|[^。！？；!?;\n]+$/gu;
const sentencesOf = (text: string): string[] => (text.match(SENTENCE) ?? []).filter((one) => one.trim() !== '');
const bare = (sentence: string) => sentence.replaceAll(/\s/gu, '');

/** Sentences at one place: what the left has there and the right has instead. */
interface Hunk {
  readonly section: number;
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** Sentences that both have in order, and between them what they do not share. */
function hunksOf(section: number, left: string, right: string): (string | Hunk)[] {
  const [before, after] = [sentencesOf(left), sentencesOf(right)];
  const parts = diffArrays(before, after, {
    maxEditLength: MOST_EDITS,
    comparator: (one, other) => bare(one) === bare(other),
  });
  if (!parts) return [{ section, gone: before, added: after }];
  const hunks: (string | Hunk)[] = [];
  let gone: string[] = [];
  const put = (added: string[]) => {
    if (gone.length + added.length > 0) hunks.push({ section, gone, added });
    gone = [];
  };
  for (const part of parts) {
    if (part.removed) gone = part.value;
    else if (part.added) put(part.value);
    else {
      put([]);
      hunks.push(...part.value);
    }
  }
  put([]);
  return hunks;
}

/** Where the sentences that stand at different places of both texts are on the other side, by the sentence's place. */
function movedSentences(hunks: readonly Hunk[]) {
  const waiting = new Map<string, { readonly hunk: Hunk; readonly at: number }[]>();
  for (const hunk of hunks)
    hunk.gone.forEach((sentence, at) => {
      const key = bare(sentence);
      if (key.length >= SHORTEST_MOVED) waiting.set(key, [...(waiting.get(key) ?? []), { hunk, at }]);
    });
  const away = new Map<Hunk, Map<number, number>>();
  const here = new Map<Hunk, Map<number, number>>();
  const note = (of: typeof away, hunk: Hunk, at: number, section: number) =>
    of.set(hunk, (of.get(hunk) ?? new Map<number, number>()).set(at, section));
  for (const hunk of hunks)
    hunk.added.forEach((sentence, at) => {
      const from = waiting.get(bare(sentence))?.shift();
      if (!from) return;
      note(away, from.hunk, from.at, hunk.section);
      note(here, hunk, at, from.hunk.section);
    });
  return { away, here };
}

type Moves = ReturnType<typeof movedSentences>;

/** What stands at one place: rewordings in order, and around them what only one side has there. */
function settle(hunk: Hunk, moves: Moves): SentenceChange[] {
  const [away, here] = [moves.away.get(hunk), moves.here.get(hunk)];
  const pairs = (sentence: string) => shinglesOf(sentence, 2);
  const isTried = hunk.gone.length * hunk.added.length <= MOST_PAIRS;
  const left = isTried ? hunk.gone.map(pairs) : [];
  const changes: SentenceChange[] = [];
  let next = 0;
  const leave = (until: number) => {
    for (; next < until; next += 1) {
      const [text, section] = [hunk.gone[next]!, away?.get(next)];
      changes.push(section === undefined ? { kind: 'gone', text } : { kind: 'moved-away', text, section });
    }
  };
  hunk.added.forEach((text, at) => {
    const section = here?.get(at);
    if (section !== undefined) {
      changes.push({ kind: 'moved-here', text, section });
      return;
    }
    const right = pairs(text);
    let best = { place: -1, value: LEAST_ALIKE };
    for (let place = next; place < left.length; place += 1) {
      const value = away?.has(place) ? 0 : (jaccard(left[place]!, right)?.value ?? 0);
      if (value > best.value) best = { place, value };
    }
    if (best.place < 0) {
      changes.push({ kind: 'new', text });
      return;
    }
    leave(best.place);
    changes.push({ kind: 'reworded', text, pieces: wordChanges(hunk.gone[best.place]!, text) });
    next = best.place + 1;
  });
  leave(hunk.gone.length);
  return changes;
}

const textOf = (texts: readonly SectionText[], section: number): string =>
  texts
    .filter((one) => one.section === section)
    .map(({ text }) => text)
    .join('\n');

/**
 * Two texts section by section and sentence by sentence. A sentence that stands at another place of the other text, in
 * the same section or another one, has moved and is neither gone nor new; white space is no difference.
 */
export function sentenceChanges(left: readonly SectionText[], right: readonly SectionText[]): SectionChange[] {
  const sections = [...new Set([...left, ...right].map(({ section }) => section))].sort((one, other) => one - other);
  const compared = sections.map((section) => {
    const texts = [textOf(left, section), textOf(right, section)] as const;
    return { section, hunks: hunksOf(section, ...texts), similarity: textSimilarity(...texts) };
  });
  const isHunk = (one: string | Hunk): one is Hunk => typeof one !== 'string';
  const moves = movedSentences(compared.flatMap(({ hunks }) => hunks.filter(isHunk)));
  return compared.map(({ section, hunks, similarity }) => ({
    section,
    similarity,
    sentences: hunks.flatMap((one) => (isHunk(one) ? settle(one, moves) : [{ kind: 'same' as const, text: one }])),
  }));
}
