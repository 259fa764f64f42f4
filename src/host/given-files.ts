import type { DroppedFile } from './dropped-files.ts';

/** A file as it was dropped, picked or pasted. */
export type GivenFile = File | DroppedFile;

/** A given file with its path: the one it was dropped with, that in the folder it was picked with, or its name. */
export const placed = (given: GivenFile): DroppedFile =>
  given instanceof File ? { file: given, path: given.webkitRelativePath || given.name } : given;
