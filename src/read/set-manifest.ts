/** A document of a saved set: where its bytes lie in the archive, and the path it was given under. */
export interface SetDocument {
  /** Path as it was given. */
  readonly file: string;
  /** Path of its bytes in the archive. */
  readonly path: string;
  /** Hash of its bytes, 16 hex digits. */
  readonly hash: string;
  /** As settled: said by hand, else read; null where neither says. */
  readonly body: string | null;
  readonly year: number | null;
}

/** A list of figures or a registry of a saved set. */
export interface SetList {
  readonly file: string;
  readonly path: string;
}

/** What a saved set says about itself: the reader's own reports in one archive, made by a page and read by every door. */
export interface SetManifest {
  readonly version: number;
  readonly documents: readonly SetDocument[];
  readonly lists: readonly SetList[];
}

/** Name of the file by which an archive is known for a saved set. */
export const SET_MANIFEST = 'nianbao-set.json';

const FORMAT = 'nianbao-set';
const VERSION = 1;

/** A manifest that cannot be used; the message says why. */
export class SetManifestError extends Error {
  override readonly name = 'SetManifestError';
}

/** Writes a manifest. */
export const formatSetManifest = (set: Omit<SetManifest, 'version'>): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, ...set }, null, 1)}\n`;

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
const isYear = (value: unknown): value is number | null => value === null || Number.isInteger(value);

function readEntries<Entry>(value: unknown, what: string, read: (fields: Fields) => Entry | null): Entry[] {
  if (!Array.isArray(value)) throw new SetManifestError(`it has no list of ${what}`);
  return value.map((entry: unknown) => {
    const given = isObject(entry) ? read(entry) : null;
    if (given === null)
      throw new SetManifestError(`one of its ${what} is not as it should be: ${JSON.stringify(entry)}`);
    return given;
  });
}

function readDocumentEntry({ file, path, hash, body, year }: Fields): SetDocument | null {
  if (typeof file !== 'string' || typeof path !== 'string' || typeof hash !== 'string') return null;
  return isTextOrNull(body) && isYear(year) ? { file, path, hash, body, year } : null;
}

const readListEntry = ({ file, path }: Fields): SetList | null =>
  typeof file === 'string' && typeof path === 'string' ? { file, path } : null;

/** Reads a manifest back; throws a `SetManifestError` where it is none, or of a later version than is known. */
export function parseSetManifest(text: string): SetManifest {
  let fields: unknown;
  try {
    fields = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new SetManifestError(`it is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  if (!isObject(fields) || fields['format'] !== FORMAT) throw new SetManifestError(`it does not say "${FORMAT}"`);
  const { version, documents, lists } = fields;
  if (version !== VERSION) {
    throw new SetManifestError(`it is of version ${String(version)}, and only version ${VERSION} is known here`);
  }
  return {
    version,
    documents: readEntries(documents, 'documents', readDocumentEntry),
    lists: readEntries(lists, 'lists', readListEntry),
  };
}

/** Which files of a saved set are to be read and under which name: sources and lists, and nothing that was derived from them. */
export const setFiles = ({ documents, lists }: SetManifest): ReadonlyMap<string, string> =>
  new Map([...documents, ...lists].map(({ path, file }) => [path, file]));
