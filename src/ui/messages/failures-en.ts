import type { Messages } from './zh.ts';

/** What to tell a reader about each failure, and what to do next, in English. */
export const failures: Messages['failures'] = {
  'no-webassembly':
    'This browser has no WebAssembly, which the query engine needs. Use a recent Chrome, Edge, Firefox or Safari, or ask your administrator where it was switched off.',
  barred:
    'This page may not run WebAssembly. Ask the site’s administrator to allow wasm-unsafe-eval in script-src of the content security policy.',
  'engine-absent':
    'The files of the query engine could not be fetched. Check the network and try again; if that does not help, ask the site’s administrator whether the folder assets is complete.',
  'start-timeout':
    'The query engine does not answer. Check the network and try again; if that does not help, the site’s security policy may be in its way.',
  start: 'The query engine did not start. Reload the page; if that does not help, use a newer browser.',
  network: 'The data could not be read. Check the network or the server and try again.',
  'file-gone': 'This file can no longer be read: it may have been changed, moved or deleted. Choose it again.',
  lists: 'The part that reads lists did not run. Reload the page and try again.',
  reading: 'The part that reads documents did not run. Reload the page and try again.',
  saving:
    'The dataset’s file could not be written; the browser may have no room for it. Save the ZIP and run nianbao build set.zip --out set.duckdb.',
  'not-a-database': 'This file is no DuckDB database. Choose another file, or build it again.',
  'too-new': 'This file was written by a newer DuckDB than this page can read. Build it again with nianbao build.',
  damaged: 'Parts of this file are damaged and could not be read. Fetch it or build it again.',
  attach: 'This file could not be opened and may be damaged. Build it again.',
  query: 'The dataset could not answer. Try again, or choose another dataset.',
  foreign: 'This file opens, but holds no tables of reports. Use a file made by nianbao build.',
  newerLayout:
    'This dataset was built by a newer Nianbao, and this page does not know its tables. Update the page, or build the dataset again with the nianbao build that belongs to it.',
  olderLayout:
    'This dataset was built by an older Nianbao, and its tables have changed since. Build it again with the current nianbao build.',
  missingFile: (name) =>
    `This link was made on a reader’s own file, ${name}, which is not open in this tab. Choose that file, or another dataset above.`,
  nothingRead:
    'None of the files gives a report. The reasons are below; documents (PDF, Word, web pages) are read on the page Reading.',
  unknown: 'No dataset of this name is served here. Choose another one above.',
  none: 'No dataset is served here yet. Run nianbao build, then point nianbao serve --data at its file.',
  page: 'This part of the page could not be loaded. Check the network and try again; if the site has just been updated, reload the page.',
  other: 'Something unexpected went wrong. Try again.',
};
