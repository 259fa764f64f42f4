import type { ReviewMessages } from './review-zh.ts';

/** What the review of findings says in English. */
export const reviewEn: ReviewMessages = {
  review: 'Review',
  states: {
    open: 'Not reviewed',
    changed: 'Values changed since it was reviewed',
    confirmed: 'Confirmed',
    dismissed: 'Dismissed',
    'sent-back': 'Sent back',
    mended: 'Mended',
  },
  actions: { confirmed: 'Confirm', dismissed: 'Dismiss', 'sent-back': 'Sent back', mended: 'Mended' },
  actionNotes: {
    confirmed: 'the finding is right',
    dismissed: 'it is no error; a reason is needed',
    'sent-back': 'it went back to the body',
    mended: 'the body has corrected it',
  },
  note: 'Reason or comment',
  noteOnly: 'Keep the comment only',
  takeBack: 'Take back',
  reasonMissing: 'A finding is dismissed with a reason.',
  saidAt: (date) => `reviewed on ${date}`,
  earlier: (state, date) => `Before the values changed (${date}): ${state.toLowerCase()}`,
  earlierNumbers: (expected, actual) => `${expected} was expected then, and ${actual} stood there`,
  opening: 'Fetching what was reviewed',
  unkept: {
    refused:
      'The browser keeps no reviews for this page (a private window, or a frame of another site): they are lost with the tab. Export them to a file.',
    full: 'The browser has no more room: new reviews are in this tab only. Export them to a file.',
    failed: 'The browser did not keep the reviews: they are in this tab only. Export them to a file.',
  },
};
