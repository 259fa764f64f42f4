/** A file with the path it was dropped under, from the folder that was dropped. */
export interface DroppedFile {
  readonly file: File;
  readonly path: string;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((settle, fail) => {
    entry.file(settle, fail);
  });

async function* childrenOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    // A browser hands over a hundred at a time, and none once all were told.
    const some = await new Promise<FileSystemEntry[]>((settle, fail) => {
      reader.readEntries(settle, fail);
    });
    if (some.length === 0) return;
    yield* some;
  }
}

async function* filesBelow(entry: FileSystemEntry): AsyncGenerator<DroppedFile> {
  if (entry.isFile) yield { file: await fileOf(entry as FileSystemFileEntry), path: entry.fullPath.slice(1) };
  else for await (const child of childrenOf(entry as FileSystemDirectoryEntry)) yield* filesBelow(child);
}

/**
 * The files of a drop with their paths, where a folder is among what was dropped; null where none is. To be called
 * while the drop is being told: afterwards the browser forgets what was dropped.
 */
export function filesOfDroppedFolders(items: Iterable<DataTransferItem>): Promise<DroppedFile[]> | null {
  const entries = [...items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry()] : []));
  const dropped = entries.filter((entry) => entry !== null);
  return dropped.some(({ isDirectory }) => isDirectory) ? collect(dropped) : null;
}

async function collect(entries: readonly FileSystemEntry[]): Promise<DroppedFile[]> {
  const files: DroppedFile[] = [];
  for (const entry of entries) for await (const file of filesBelow(entry)) files.push(file);
  return files;
}
