/** A count with its noun in English. */
export const plural = (count: string, one: string, many: string): string => `${count} ${count === '1' ? one : many}`;
