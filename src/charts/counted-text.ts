/** A value as text, with the counts it rests on where it is a rate: `66.7 % (2/3)`. */
export const countedText = (value: number, counts: string | null, format: (value: number) => string): string =>
  counts === null ? format(value) : `${format(value)} (${counts})`;
