/** A line of the benchmark's output; `ratio` compares it with the plain tool on the line before. */
export interface BenchRow {
  readonly what: string;
  readonly value: string;
  readonly ratio?: number;
}

/** A titled table as text, columns aligned. */
export function formatTable(title: string, rows: readonly BenchRow[]): string {
  const whatWidth = Math.max(...rows.map(({ what }) => what.length));
  const valueWidth = Math.max(...rows.map(({ value }) => value.length));
  const lines = rows.map(({ what, value, ratio }) => {
    const times = ratio === undefined ? '' : `   ${ratio.toFixed(2)}×`;
    return `  ${what.padEnd(whatWidth)}  ${value.padStart(valueWidth)}${times}`;
  });
  return [title, ...lines, ''].join('\n');
}

/** The middle of measured values; of an even number, the upper one. */
export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;

/** Bytes as text. */
export const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(0)} KB`;

/** A time as text. */
export const milliseconds = (ms: number): string => `${ms.toFixed(0)} ms`;
