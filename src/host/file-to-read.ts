import { ContentHash } from '../store/content-hash.ts';
import type { KeptLine, KeptTrouble } from './kept-report.ts';

/** A file to be read: where it stands in what was given, and under which path. */
export interface FileToRead {
  readonly place: number;
  readonly path: string;
  readonly file: File;
}

/** Names a file whose bytes cannot be had, by what else is known of it. */
export const hashOfUnread = ({ path, file: { size, lastModified } }: FileToRead): string =>
  new ContentHash().add(path).add(String(size)).add(String(lastModified)).hex();

/** The line of a file of which nothing but its trouble is known yet. */
export const lineOf = ({ place, path, file }: FileToRead, id: string, trouble: KeptTrouble | null): KeptLine => ({
  id,
  place,
  file: path,
  size: file.size,
  format: null,
  trouble,
  body: null,
  year: null,
  published: null,
  cells: 0,
  gaps: 0,
});
