import { ReadFailure, type RefusedFormat } from '../failure.ts';
import { sourceOf } from './byte-source.ts';
import type { OpenedDocument } from './document.ts';
import { NO_STYLES, readDocxStyles } from './docx-styles.ts';
import { readDocxBody } from './docx.ts';
import { shortenRuns } from './decode.ts';
import { readHtmlLayout } from './html-layout.ts';
import { MOST_MARKUP_BYTES } from './limits.ts';
import { walkXml } from './xml.ts';
import { listZip, type ZipEntry } from './zip-directory.ts';
import { unpackEntry } from './zip-entry.ts';

/** What a ZIP file is by the names in it: an Office document, or an archive of files. */
export type ZipKind = 'docx' | 'xlsx' | 'archive' | Extract<RefusedFormat, 'odt' | 'ofd' | 'presentation'>;

/** Tells an Office document from an archive by the files that only the one has. */
export function zipKind(entries: readonly Pick<ZipEntry, 'name'>[]): ZipKind {
  const names = new Set(entries.slice(0, 5_000).map(({ name }) => name.toLowerCase()));
  const has = (folder: string) => [...names].some((name) => name.startsWith(folder));
  if (names.has('ofd.xml')) return 'ofd';
  if (names.has('[content_types].xml')) {
    if (has('word/')) return 'docx';
    if (has('xl/')) return 'xlsx';
    if (has('ppt/')) return 'presentation';
  }
  if (names.has('mimetype') && names.has('content.xml')) return 'odt';
  return 'archive';
}

const damaged = (reason: string) => new ReadFailure({ what: 'damaged', format: 'docx', reason });

/** The main part's path, as the package's relations name it. */
function mainPart(relations: Uint8Array): string {
  let target = 'word/document.xml';
  walkXml(relations, {
    open(name, attributes) {
      const isMain = name === 'Relationship' && attributes('Type')?.endsWith('/officeDocument');
      if (isMain) target = (attributes('Target') ?? target).replace(/^\//, '');
    },
    close: () => undefined,
  });
  return target;
}

/** Opens a Word document (.docx). */
export async function openDocx(bytes: Uint8Array, name: string): Promise<OpenedDocument> {
  const source = sourceOf(bytes);
  const parts = new Map((await listZip(source)).map((entry) => [entry.name, entry]));
  const part = async (path: string): Promise<Uint8Array | null> => {
    const entry = parts.get(path);
    return entry ? unpackEntry(source, entry, MOST_MARKUP_BYTES, 'docx') : null;
  };
  const relations = await part('_rels/.rels');
  const path = relations ? mainPart(relations) : 'word/document.xml';
  const main = await part(path);
  if (main === null) throw damaged(`${path} is missing`);
  const styles = await part(path.replace(/[^/]*$/, 'styles.xml'));
  const { html, hasPictures } = readDocxBody(main, styles ? readDocxStyles(styles) : NO_STYLES);
  const layout = readHtmlLayout(shortenRuns(html));
  if (layout.text.trim() === '') {
    throw new ReadFailure(hasPictures ? { what: 'needs-transcription', format: 'docx' } : { what: 'empty' });
  }
  return { format: 'docx', name, layout, charset: null, isTorn: false };
}
