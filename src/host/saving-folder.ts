/** Folder of the browser's own file system in which datasets are written. */
export const SAVING_FOLDER = 'nianbao';

const TURN = 'nianbao-saving';

/** The browser's own file system for this page; null where it has none: in older browsers, on plain http, in private windows. */
async function rootFolder(): Promise<FileSystemDirectoryHandle | null> {
  const { storage, locks } = navigator as Partial<Pick<Navigator, 'storage' | 'locks'>>;
  if (!locks || !storage || !('getDirectory' in storage)) return null;
  return storage.getDirectory().catch(() => null);
}

/** Lets go what was written; what a worker still holds while it ends is left for the next time. */
const sweep = (root: FileSystemDirectoryHandle): Promise<void> =>
  root.removeEntry(SAVING_FOLDER, { recursive: true }).catch(() => undefined);

/** Whether this browser lets this page write a dataset's file; what an interrupted writing has left is let go. */
export async function canSaveDatasets(): Promise<boolean> {
  const root = await rootFolder();
  if (root === null) return false;
  await navigator.locks.request(TURN, { ifAvailable: true }, async (turn) => {
    if (turn !== null) await sweep(root);
  });
  return true;
}

/** Does work in an empty folder, one tab at a time, and lets the folder go again. */
export async function inSavingFolder<Value>(
  work: (folder: FileSystemDirectoryHandle) => Promise<Value>,
): Promise<Value> {
  const root = await rootFolder();
  if (root === null) throw new DOMException('this browser has no files for this page', 'NotSupportedError');
  return navigator.locks.request(TURN, async () => {
    await sweep(root);
    try {
      return await work(await root.getDirectoryHandle(SAVING_FOLDER, { create: true }));
    } finally {
      await sweep(root);
    }
  });
}
