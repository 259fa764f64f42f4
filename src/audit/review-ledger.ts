import type { HashedFinding } from './hashed-finding.ts';
import { laterReview, placeKey, type Review, type ReviewPlace, VERDICTS } from './review.ts';

/**
 * How a finding stands with its reviewers: open, reviewed with a verdict, or changed since, which is open again with an
 * earlier verdict beside it.
 */
export const REVIEW_STATES = ['open', 'changed', ...VERDICTS] as const;

/** One of the ways in which a finding stands with its reviewers. */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** A finding with what reviewers have said of it. */
export interface ReviewedFinding extends HashedFinding {
  readonly state: ReviewState;
  /** What was said of it over the values it has; null for nothing. */
  readonly review: Review | null;
  /** What was said last over other values that stood there; null for nothing. */
  readonly earlier: Review | null;
}

/** Everything that reviewers have said, by place and values. */
export class ReviewLedger {
  readonly #places = new Map<string, Map<string, Review>>();
  #size = 0;

  constructor(reviews: Iterable<Review> = []) {
    for (const review of reviews) this.take(review);
  }

  /** How many reviews there are, those that were taken back included. */
  get size(): number {
    return this.#size;
  }

  /** Every review, in no order that means anything. */
  *reviews(): Generator<Review> {
    for (const values of this.#places.values()) yield* values.values();
  }

  /** Whether nothing was said of the place and values of a review, or only earlier. */
  isNews(review: Review): boolean {
    const before = this.#places.get(placeKey(review))?.get(review.hash);
    return !before || laterReview(before, review) !== before;
  }

  /** Takes a review in unless a later one of the same place and values is there. */
  take(review: Review): void {
    if (!this.isNews(review)) return;
    const key = placeKey(review);
    let values = this.#places.get(key);
    if (!values) this.#places.set(key, (values = new Map<string, Review>()));
    if (!values.has(review.hash)) this.#size += 1;
    values.set(review.hash, review);
  }

  /** What was said at a place, over whatever values. */
  at(place: ReviewPlace): readonly Review[] {
    return [...(this.#places.get(placeKey(place))?.values() ?? [])];
  }

  /**
   * How findings of one report stand, all that a rule has there: a review of values that another of them has is not one
   * of values that were there before.
   */
  standings(findings: readonly HashedFinding[]): ReviewedFinding[] {
    const standing = new Set(findings.map(({ finding, hash }) => `${placeKey(finding)} ${hash}`));
    return findings.map(({ finding, hash }) => {
      const key = placeKey(finding);
      const said = this.at(finding);
      const review = said.find((one) => one.hash === hash) ?? null;
      const earlier = said
        .filter((one) => one.verdict !== null && !standing.has(`${key} ${one.hash}`))
        .reduce<Review | null>((last, one) => (last ? laterReview(last, one) : one), null);
      const state = review ? (review.verdict ?? 'open') : earlier ? 'changed' : 'open';
      return { finding, hash, state, review, earlier };
    });
  }
}
