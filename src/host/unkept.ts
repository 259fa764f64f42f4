/** Why something is not kept beyond the tab: the browser keeps nothing for this page, has no more room, or failed at it. */
export interface Unkept {
  readonly why: 'refused' | 'full' | 'failed';
  /** The browser's own words. */
  readonly reason: string;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

/** What a failure to keep something says. */
export const unkeptBy = (error: unknown, otherwise: Unkept['why'] = 'failed'): Unkept => ({
  why: error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : otherwise,
  reason: messageOf(error),
});
