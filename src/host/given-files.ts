import type { DroppedFile } from './dropped-files.ts';

/** A file as it was dropped, picked or pasted. */
export type GivenFile = File | DroppedFile;

/** A given file with its path: the one it was dropped with, that in the folder it was picked with, or its name. */
export const placed = (given: GivenFile): DroppedFile =>
  given instanceof File ? { file: given, path: given.webkitRelativePath || given.name } : given;

/** What was given, and the file beside it that tells what it does not say. */
export interface Paired<Item> {
  readonly item: Item;
  readonly sidecar: Item | null;
}

const SIDECAR = '.json';

/** Folders and files that no person put there: hidden ones, and what archivers and tools add. */
const isAside = (path: string): boolean =>
  path.split('/').some((name) => name.startsWith('.') || name === '__MACOSX' || name === 'node_modules');

const hasEnding = (path: string): boolean => /\.[^./]+$/.test(path);

/**
 * Joins each file with its sidecar (`page.html.json` beside `page.html`) and leaves out what is hidden. The order stays.
 */
export function pairSidecars<Item>(items: readonly Item[], pathOf: (item: Item) => string): Paired<Item>[] {
  const visible = items.filter((item) => !isAside(pathOf(item)));
  const byPath = new Map(visible.map((item) => [pathOf(item), item]));
  const isSidecar = (path: string) => {
    const document = path.endsWith(SIDECAR) ? path.slice(0, -SIDECAR.length) : '';
    return hasEnding(document) && byPath.has(document);
  };
  return visible
    .filter((item) => !isSidecar(pathOf(item)))
    .map((item) => {
      const path = pathOf(item);
      return { item, sidecar: (hasEnding(path) ? byPath.get(path + SIDECAR) : undefined) ?? null };
    });
}
