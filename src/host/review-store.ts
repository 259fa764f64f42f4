import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { laterReview, type Review } from '../audit/review.ts';
import { type Unkept, unkeptBy } from './unkept.ts';

/** A review by everything that its key consists of. */
type ReviewKey = [rule: string, region: string, body: string, year: number, at: string, hash: string];

interface ReviewSchema extends DBSchema {
  reviews: { key: ReviewKey; value: Review };
}

/** What another tab has changed: these reviews are new, or all are gone. */
export type ReviewChange =
  { readonly what: 'taken'; readonly reviews: readonly Review[] } | { readonly what: 'cleared' };

const NAME = 'nianbao-reviews';
/** It grows with every change of what is kept. */
const SCHEMA = 1;

const keyOf = ({ rule, region, body, year, at, hash }: Review): ReviewKey => [rule, region, body, year, at, hash];

const openReviewDatabase = (): Promise<IDBPDatabase<ReviewSchema>> =>
  openDB<ReviewSchema>(NAME, SCHEMA, {
    upgrade(database) {
      database.createObjectStore('reviews');
    },
    // A newer page in another tab must not wait for this one.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });

/**
 * What reviewers have said, kept by the browser for all its tabs, which tell each other; where it keeps nothing (private mode,
 * no room, a frame of another site) `unkept` says why, and what was said lives with the tab.
 */
export class ReviewStore {
  readonly #database: IDBPDatabase<ReviewSchema> | null;
  readonly #channel = new BroadcastChannel(NAME);
  /** What could not be kept, to be tried again with the next. */
  #held: readonly Review[] = [];
  #unkept: Unkept | null;

  private constructor(database: IDBPDatabase<ReviewSchema> | null, unkept: Unkept | null) {
    this.#database = database;
    this.#unkept = unkept;
  }

  /** Opens what is kept, with all of it; where the browser keeps nothing, a store that lives with the tab. */
  static async open(): Promise<{ readonly store: ReviewStore; readonly reviews: readonly Review[] }> {
    try {
      const database = await openReviewDatabase();
      return { store: new ReviewStore(database, null), reviews: await database.getAll('reviews') };
    } catch (error) {
      return { store: new ReviewStore(null, unkeptBy(error, 'refused')), reviews: [] };
    }
  }

  /** Why something is not kept beyond this tab; null while everything is. */
  get unkept(): Unkept | null {
    return this.#unkept;
  }

  /** Who is told what other tabs have changed. */
  hear(heard: (change: ReviewChange) => void): void {
    this.#channel.onmessage = ({ data }: MessageEvent<ReviewChange>) => heard(data);
  }

  /** Keeps reviews, all of them or none, but where a later one of the same values is kept, and tells the other tabs. */
  async keep(news: readonly Review[]): Promise<void> {
    this.#channel.postMessage({ what: 'taken', reviews: news } satisfies ReviewChange);
    if (this.#database === null) return;
    const reviews = [...this.#held, ...news];
    let failure: DOMException | null = null;
    try {
      const work = this.#database.transaction('reviews', 'readwrite');
      const written = reviews.map(async (review) => {
        const before = await work.store.get(keyOf(review));
        if (!before || laterReview(before, review) === review) await work.store.put(review, keyOf(review));
      });
      const settled = await Promise.allSettled([...written, work.done]);
      failure = work.error;
      const failed = settled.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      [this.#held, this.#unkept] = [[], null];
    } catch (error) {
      // Where there is no room the transaction says so, and what was written only that it was given up.
      [this.#held, this.#unkept] = [reviews, unkeptBy(failure ?? error)];
    }
  }

  /** Lets everything go, in every tab. */
  async clear(): Promise<void> {
    await this.#database?.clear('reviews');
    this.#held = [];
    if (this.#database) this.#unkept = null;
    this.#channel.postMessage({ what: 'cleared' } satisfies ReviewChange);
  }
}
