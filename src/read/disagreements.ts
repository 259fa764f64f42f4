import { evidence, type EvidenceKind } from './evidence.ts';
import type { Evidence, Span } from './report.ts';

/** What one place says of a report's year or body: the title, the period, the publisher, the file's name. */
export interface Said<Value extends string | number> {
  /** The place, in English, e.g. `title`. */
  readonly by: string;
  readonly value: Value;
  readonly span: Span | null;
}

const isShortFormOf = (short: string, long: string): boolean => {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
};

const sameBody = (one: string, other: string): boolean => isShortFormOf(one, other) || isShortFormOf(other, one);

function disagreement<Value extends string | number>(
  kind: EvidenceKind,
  said: readonly Said<Value>[],
  agree: (one: Value, other: Value) => boolean,
): Evidence[] {
  const odd = said.find(({ value }) => said.some((other) => !agree(value, other.value)) && value !== said[0]!.value);
  if (!odd) return [];
  const told = new Set(said.map(({ by, value }) => `${by} ${value}`));
  return [evidence(kind, [...told].join(', '), odd.span)];
}

/** Evidence that places of a report name different years, with who says what; none where all agree. */
export const yearDisagreement = (said: readonly Said<number>[]): Evidence[] =>
  disagreement('year-disagrees', said, (one, other) => one === other);

/** Evidence that places of a report name different bodies, with who says what; a short form of a name is the same name. */
export const bodyDisagreement = (said: readonly Said<string>[]): Evidence[] =>
  disagreement('body-disagrees', said, sameBody);
