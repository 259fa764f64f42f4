import type { HashedFinding } from '../audit/hashed-finding.ts';
import { LARGEST_REVIEW_FILE, readReviewFile, type ReviewFileTrouble, writeReviewFile } from '../audit/review-file.ts';
import { momentAfter, type Review, type Verdict } from '../audit/review.ts';
import { type ReviewedFinding, ReviewLedger } from '../audit/review-ledger.ts';
import { type ReviewChange, ReviewStore } from '../host/review-store.ts';
import type { Unkept } from '../host/unkept.ts';
import { timeNow } from './report-index.ts';

/** What reviewers have said of findings, for every page of this tab; it follows what other tabs say. */
export class ReviewDesk {
  readonly #store: ReviewStore;
  #ledger: ReviewLedger;
  // The ledger changes in place: copying it for every review would be slow with many.
  #version = $state(0);
  #unkept: Unkept | null = $state.raw(null);

  private constructor(store: ReviewStore, ledger: ReviewLedger) {
    this.#store = store;
    this.#ledger = ledger;
    this.#unkept = store.unkept;
    store.hear((change) => this.#follow(change));
  }

  /** Opens what this browser keeps. */
  static async open(): Promise<ReviewDesk> {
    const { store, reviews } = await ReviewStore.open();
    return new ReviewDesk(store, new ReviewLedger(reviews));
  }

  /** Everything that was said. It changes in place: `version` tells when. */
  get ledger(): ReviewLedger {
    return this.#ledger;
  }

  /** It grows with every change of the ledger. */
  get version(): number {
    return this.#version;
  }

  /** How findings of one report stand, all that a rule has there; whoever asks is told of changes. */
  standings(findings: readonly HashedFinding[]): readonly ReviewedFinding[] {
    return this.#version < 0 ? [] : this.#ledger.standings(findings);
  }

  /** How many reviews there are, comments and those that were taken back among them. */
  get size(): number {
    return this.#version < 0 ? 0 : this.#ledger.size;
  }

  /** Why something is not kept beyond this tab; null while everything is. */
  get unkept(): Unkept | null {
    return this.#unkept;
  }

  /** Says something of a finding over the values it has; a verdict of null is a comment alone. */
  async say({ finding, hash }: HashedFinding, verdict: Verdict | null, note: string): Promise<void> {
    const { rule, region, body, year, at, expected, actual } = finding;
    const before = this.#ledger.at(finding).find((review) => review.hash === hash);
    const madeAt = momentAfter(timeNow(), before?.madeAt ?? null);
    await this.take([{ rule, region, body, year, at, hash, verdict, note, madeAt, expected, actual }]);
  }

  /** Takes reviews in, of the same values the later one; gives how many were news. */
  async take(reviews: readonly Review[]): Promise<number> {
    const news = reviews.filter((review) => this.#ledger.isNews(review));
    if (news.length === 0) return 0;
    // Kept before it is shown: whoever sees it may leave the page.
    await this.#store.keep(news);
    for (const review of news) this.#ledger.take(review);
    this.#unkept = this.#store.unkept;
    this.#version += 1;
    return news.length;
  }

  /** Everything that was said as the text of one file. */
  fileText(): string {
    return writeReviewFile(this.#ledger.reviews(), timeNow());
  }

  /** Takes the reviews of such a file in, of the same values the later one; takes nothing of a file that is not whole. */
  async takeFile(file: Blob): Promise<{ readonly read: number; readonly news: number } | ReviewFileTrouble> {
    if (file.size > LARGEST_REVIEW_FILE) return { what: 'too-large' };
    const found = readReviewFile(await file.text(), timeNow());
    if ('trouble' in found) return found.trouble;
    return { read: found.reviews.length, news: await this.take(found.reviews) };
  }

  /** Lets everything go, in this browser and all its tabs. */
  async clear(): Promise<void> {
    await this.#store.clear();
    this.#empty();
    this.#unkept = this.#store.unkept;
  }

  #empty(): void {
    this.#ledger = new ReviewLedger();
    this.#version += 1;
  }

  #follow(change: ReviewChange): void {
    if (change.what === 'cleared') return this.#empty();
    for (const review of change.reviews) this.#ledger.take(review);
    this.#version += 1;
  }
}

let opening: Promise<ReviewDesk> | null = null;

/** The one desk of this tab, opened when it is first asked for. */
export function openReviewDesk(): Promise<ReviewDesk> {
  opening ??= ReviewDesk.open();
  return opening;
}
