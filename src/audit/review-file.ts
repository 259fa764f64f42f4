import { LONGEST_NOTE, placeKey, type Review, VERDICTS } from './review.ts';

/** What a file of reviews says of itself. */
const FORMAT = 'nianbao-reviews';
/** It grows when an older program could misread the file. */
const VERSION = 1;

/** So many UTF-16 units of a file are read, and so many reviews. */
export const LARGEST_REVIEW_FILE = 64_000_000;
const MOST_REVIEWS = 200_000;
const LONGEST_TEXT = 20_000;
// Clocks of two computers differ; a review of next year would win for ever.
const CLOCKS_DIFFER_MS = 24 * 60 * 60 * 1000;

/** Why a file gives no reviews. */
export type ReviewFileTrouble =
  | { readonly what: 'no-json' | 'no-reviews' | 'too-large' }
  | { readonly what: 'newer'; readonly version: number }
  /** The review at this place, from 1, has a field that holds something else than it should. */
  | { readonly what: 'bad-review'; readonly place: number; readonly field: string };

/** The reviews of a file, or why it gives none: a file is taken whole or not at all. */
export type ReadReviews = { readonly reviews: readonly Review[] } | { readonly trouble: ReviewFileTrouble };

const isText = (longest: number) => (value: unknown) => typeof value === 'string' && value.length <= longest;
// Datasets are asked for these, and know no half characters.
const isName = (value: unknown) => isText(LONGEST_TEXT)(value) && !/\p{Surrogate}/u.test(value as string);
const matches = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);
const isNumberOrNull = (value: unknown) => value === null || (typeof value === 'number' && Number.isFinite(value));
const isYear = (value: unknown) => Number.isInteger(value) && (value as number) >= 1900 && (value as number) <= 2999;
const isMoment = (latest: number) => (value: unknown) => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const ms = Date.parse(value);
  return ms <= latest && new Date(ms).toISOString() === value;
};

type FieldTests = { readonly [Field in keyof Review]: (value: unknown) => boolean };

const testsAt = (now: string): FieldTests => ({
  rule: matches(/^[A-Z][A-Z0-9-]{0,31}$/),
  region: isName,
  body: isName,
  year: isYear,
  at: isName,
  hash: matches(/^[0-9a-f]{16}$/),
  verdict: (value) => value === null || VERDICTS.some((verdict) => verdict === value),
  note: isText(LONGEST_NOTE),
  madeAt: isMoment(Date.parse(now) + CLOCKS_DIFFER_MS),
  expected: isNumberOrNull,
  actual: isNumberOrNull,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** Reads a file of reviews. Nothing of it is believed but what every field may hold; `now` is today's moment in UTC. */
export function readReviewFile(text: string, now: string): ReadReviews {
  if (text.length > LARGEST_REVIEW_FILE) return { trouble: { what: 'too-large' } };
  const found = parsed(text.replace(/^\uFEFF/, ''));
  if (!found) return { trouble: { what: 'no-json' } };
  const { json } = found;
  if (!isRecord(json) || json['format'] !== FORMAT) return { trouble: { what: 'no-reviews' } };
  const { version, reviews: given } = json;
  if (typeof version !== 'number') return { trouble: { what: 'no-reviews' } };
  if (version > VERSION) return { trouble: { what: 'newer', version } };
  if (!Array.isArray(given)) return { trouble: { what: 'no-reviews' } };
  if (given.length > MOST_REVIEWS) return { trouble: { what: 'too-large' } };
  const tests = testsAt(now);
  const fields = Object.keys(tests) as (keyof Review)[];
  const reviews: Review[] = [];
  for (const [index, one] of (given as unknown[]).entries()) {
    const record = isRecord(one) ? one : {};
    const wrong = fields.find((field) => !Object.hasOwn(record, field) || !tests[field](record[field]));
    if (wrong !== undefined) return { trouble: { what: 'bad-review', place: index + 1, field: wrong } };
    reviews.push(Object.fromEntries(fields.map((field) => [field, record[field]])) as unknown as Review);
  }
  return { reviews };
}

/** All reviews as the text of one file, in an order of their own, so that the same ledger gives the same file. */
export function writeReviewFile(reviews: Iterable<Review>, now: string): string {
  const keyed = [...reviews].map((review) => [`${placeKey(review)} ${review.hash}`, review] as const);
  const sorted = keyed.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, review]) => review);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exported_at: now, reviews: sorted }, null, 1)}\n`;
}
