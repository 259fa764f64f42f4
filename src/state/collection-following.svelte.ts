import { COLLECTION_NAME } from '../host/own-name.ts';
import type { OwnReports } from './own-reports.svelte.ts';
import type { Session } from './session.svelte.ts';

const REBUILT_AFTER_MS = 800;

/**
 * Lets the dataset of the reader's own reports follow them while it is the one wanted, once their changes have come to
 * rest; `onEmpty` is told when nothing is left. To be called while a component is made.
 */
export function followCollection(
  own: OwnReports,
  session: Session,
  wanted: () => string | null,
  onEmpty: () => void,
): void {
  $effect(() => {
    const collection = own.collection;
    if (!collection || wanted() !== COLLECTION_NAME || !collection.isAhead) return;
    const timer = setTimeout(() => {
      if (collection.isEmpty) onEmpty();
      else void session.renewCollection();
    }, REBUILT_AFTER_MS);
    return () => clearTimeout(timer);
  });
}
