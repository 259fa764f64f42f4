import { plural } from './plural.ts';
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
  marks: { open: 'o', changed: '≠', confirmed: 'C', dismissed: 'D', 'sent-back': 'S', mended: 'M' },
  withReview: (outcome, state) => `${outcome} (${state.toLowerCase()})`,
  standingOf: (fails, open) => `Of ${plural(fails, 'report that fails', 'reports that fail')}, ${open} not reviewed.`,
  all: 'All',
  file: 'Reviews',
  fileNote:
    'Reviews stay in this browser. A file of them can be handed to a colleague, who imports it; of the same finding the later word counts. They hold in a rebuilt dataset while the values are the same.',
  held: (count) => `${plural(count, 'review', 'reviews')}.`,
  fileName: (day) => `reviews-${day}`,
  exportFile: 'Export…',
  importFile: 'Import…',
  taken: (read, news) => `${plural(read, 'review', 'reviews')} read, ${news} of them new.`,
  clear: 'Clear all…',
  clearSure: (count) => `Clear all ${plural(count, 'review', 'reviews')}? There is no way back.`,
  clearNow: 'Clear',
  cancel: 'Cancel',
  clearFailed: 'They could not be cleared:',
  troubles: {
    'no-json': 'This is no JSON file; nothing was imported.',
    'no-reviews': 'This is no file of reviews; nothing was imported.',
    'too-large': 'The file is too large; nothing was imported.',
  },
  newer: (version) => `A newer program wrote this file (version ${version}): update this one, then import it.`,
  badReview: (place, field) => `Review ${place} has a wrong ${field}; nothing of the file was imported.`,
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
