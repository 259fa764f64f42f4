/** Text as it is searched: full-width and other forms of the same letters, and capitals, make no difference. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether a text holds every one of the words typed, in any order; both folded. */
export const holdsWords = (text: string, words: string): boolean =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word));
