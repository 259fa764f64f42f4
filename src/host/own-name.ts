const PREFIX = 'file:';
const MOST_NAMED = 3;

/** What several files are called together: their names, or the first and how many more. */
export const titleOf = (files: readonly string[]): string =>
  (files.length > MOST_NAMED ? [files[0]!, String(files.length - 1)] : files).join(' + ');

/** The name in the address of a dataset of the reader's own files, by its title. */
export const ownName = (title: string): string => PREFIX + title;

/** The name in the address of the dataset of the reader's own reports. */
export const COLLECTION_NAME = `${PREFIX}collection`;

/** Whether a name of a dataset in the address stands for files of the reader's own. */
export const isOwnName = (name: string): boolean => name.startsWith(PREFIX);

/** The title of the files that such a name stands for. */
export const ownTitle = (name: string): string => name.slice(PREFIX.length);
