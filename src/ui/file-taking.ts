import { type GivenFile, placed } from '../host/given-files.ts';
import { COLLECTION_NAME } from '../host/own-name.ts';
import type { Address } from '../state/address.svelte.ts';
import type { Collection } from '../state/collection.svelte.ts';
import { MissingFile } from '../state/dataset-failure.ts';
import type { OwnReports } from '../state/own-reports.svelte.ts';
import type { Session } from '../state/session.svelte.ts';

/** Shows the dataset of the reader's own reports, once there is one to be made of them. */
export function showCollection(address: Address, collection: Collection): void {
  const { dataset, report, cell } = address.view;
  if (collection.hasFilings && dataset !== COLLECTION_NAME) address.begin({ dataset: COLLECTION_NAME, report, cell });
}

const OPENED_AT_ONCE = /\.(duckdb|csv|jsonl|ndjson|json)$/i;

/**
 * What happens to files that are dropped, picked or pasted: datasets and lists of figures open where one is; documents,
 * and whatever is handed over on the page of the reader's own reports, are read there and become their dataset.
 */
export function fileTaker(address: Address, session: Session, own: OwnReports): (files: readonly GivenFile[]) => void {
  function open(files: readonly File[]): void {
    // A link that waits for its file keeps everything else it says; other data would have other bodies.
    const isAwaited = session.failure instanceof MissingFile;
    void session.openFiles(files, (name) => {
      if (isAwaited || name === address.view.dataset) address.change({ dataset: name }, { replace: true });
      else address.begin({ dataset: name });
    });
  }
  async function read(files: readonly GivenFile[]): Promise<void> {
    if (address.view.page !== 'reading') address.change({ page: 'reading', report: null, cell: null });
    const collection = await own.open();
    await collection.add(files);
    showCollection(address, collection);
  }
  return (files) => {
    const given = files.map((one) => placed(one).file);
    const isOpened = address.view.page !== 'reading' && given.some(({ name }) => OPENED_AT_ONCE.test(name));
    if (isOpened) open(given);
    else void read(files);
  };
}
