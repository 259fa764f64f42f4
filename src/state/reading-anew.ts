import type { FileToRead } from '../host/file-to-read.ts';
import type { CollectionContent } from './collection-content.ts';

/** So many sources are fetched at once to be read anew; what is given meanwhile is read in between. */
const AT_ONCE = 100;

/** How many lists and documents were read by other readers than these. */
export const countReadBefore = (content: CollectionContent, version: string): number =>
  content.listsReadBefore(version).length + content.readBefore(version).length;

/** The kept sources that other readers than these have read, to be read anew, some at a time: lists first, then documents. */
export async function* sourcesReadBefore(content: CollectionContent, version: string): AsyncGenerator<FileToRead[]> {
  const lists = content.listsReadBefore(version);
  const lines = content.readBefore(version);
  yield lists.map(({ file, source, place, mapping }) => {
    return { file: source, path: file, place, sidecar: null, skip: 0, mapping };
  });
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const some = await Promise.all(
      lines.slice(at, at + AT_ONCE).map(async ({ id, place, file }): Promise<FileToRead | null> => {
        const source = await content.store.source(id);
        return source && { file: source, path: file, place, sidecar: null, skip: 0 };
      }),
    );
    yield some.filter((one) => one !== null);
  }
}
