import { closeSync, createReadStream, fstatSync, openSync, readSync, type Dirent } from 'node:fs';
import { access, open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ReadFailure } from '../read/failure.ts';
import { MOST_DOCUMENT_BYTES } from '../read/formats/limits.ts';
import { asideReason, isFolderOfPage, isSystemName } from '../read/file-names.ts';
import { sourceOf, type ByteSource } from '../read/formats/byte-source.ts';
import { textPieces } from '../read/text-pieces.ts';

/** A file that an input names or contains. */
export interface FoundFile {
  /** Path as the person gave it, continued into the folders they gave. */
  readonly name: string;
  /** Absolute path. */
  readonly path: string;
  /** The JSON file beside a document that tells what the document does not, where there is one. */
  readonly sidecar: string | null;
  /** Why a folder's walk leaves the file unread (a readme, a licence); null where it is to be read. */
  readonly aside: string | null;
}

/** An input that could not be looked into, with the system's reason. */
export interface LostInput {
  readonly name: string;
  readonly reason: string;
}

/** The files of all inputs in order, each once, and the inputs that could not be looked into. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly lost: readonly LostInput[];
}

const SIDECAR = '.json';

/** The input that stands for standard input. */
export const STANDARD_INPUT = '-';

// A document needs an ending of its own: `list.json` beside a folder or file `list` is no sidecar.
const documentOf = (name: string): string | null => {
  const document = name.endsWith(SIDECAR) ? name.slice(0, -SIDECAR.length) : '';
  return path.extname(document) === '' ? null : document;
};

const byName = (left: Dirent, right: Dirent): number => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0);

/** The system's word for an error of the file system, e.g. `no such file or directory`. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, message }: NodeJS.ErrnoException = error;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission';
  return message;
}

async function isFile(absolute: string): Promise<boolean> {
  return access(absolute).then(
    async () => (await stat(absolute)).isFile(),
    () => false,
  );
}

/**
 * Lists the files behind `inputs` (files and folders, relative to `cwd`) in the order given; a folder is walked
 * to its depths, sorted by name, without hidden entries, what systems and browsers lay beside documents, `node_modules` and links to folders. Sidecars are not
 * listed but named by their document.
 */
export async function listFiles(inputs: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const lost: LostInput[] = [];
  const keep = (file: FoundFile) => {
    if (!files.has(file.path)) files.set(file.path, file);
  };

  async function walk(name: string, absolute: string): Promise<void> {
    const entries = (await readdir(absolute, { withFileTypes: true })).sort(byName);
    const names = new Set(entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name));
    for (const entry of entries) {
      if (isSystemName(entry.name) || (entry.isDirectory() && isFolderOfPage(entry.name, names))) continue;
      const [childName, childPath] = [path.join(name, entry.name), path.join(absolute, entry.name)];
      if (entry.isDirectory()) {
        await walk(childName, childPath).catch((error: unknown) =>
          lost.push({ name: childName, reason: systemReason(error) }),
        );
      } else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(childPath)))) {
        const document = documentOf(entry.name);
        if (document !== null && names.has(document)) continue;
        const sidecar = names.has(entry.name + SIDECAR) && path.extname(entry.name) !== '' ? childPath + SIDECAR : null;
        keep({
          name: childName,
          path: childPath,
          sidecar,
          aside: asideReason(entry.name),
        });
      }
    }
  }

  for (const input of inputs) {
    const absolute = path.resolve(cwd, input);
    if (input === STANDARD_INPUT) {
      keep({ name: input, path: input, sidecar: null, aside: null });
      continue;
    }
    try {
      if ((await stat(absolute)).isDirectory()) {
        await walk(input, absolute);
        continue;
      }
      const sidecar = path.extname(absolute) !== '' && (await isFile(absolute + SIDECAR)) ? absolute + SIDECAR : null;
      keep({ name: input, path: absolute, sidecar, aside: null });
    } catch (error) {
      lost.push({ name: input, reason: systemReason(error) });
    }
  }
  // `read folder/*` names the sidecars too; they are read with their documents.
  const sidecars = new Set([...files.values()].map((file) => file.sidecar));
  return { files: [...files.values()].filter((file) => !sidecars.has(file.path)), lost };
}

const tooLarge = (bytes: number) => new ReadFailure({ what: 'too-large', bytes, limit: MOST_DOCUMENT_BYTES });

/** The bytes of a document; rejects with the system's error, or with a ReadFailure where it is too large to be read at all. */
export async function readBytes(absolute: string): Promise<Uint8Array> {
  const { size } = await stat(absolute);
  if (size > MOST_DOCUMENT_BYTES) throw tooLarge(size);
  return readFile(absolute);
}

/** The text of a list piece by piece, for lists of any length. */
export const readTextPieces = (absolute: string): AsyncGenerator<string> => textPieces(createReadStream(absolute));

/** The first piece of a list's text, enough to tell what it is. */
export async function readTextStart(absolute: string): Promise<string> {
  for await (const piece of readTextPieces(absolute)) return piece;
  return '';
}

/** The bytes that a stream (standard input) gives until it ends; rejects with a ReadFailure as soon as they are too many. */
export async function drainBytes(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of stream) {
    bytes += part.length;
    if (bytes > MOST_DOCUMENT_BYTES) throw tooLarge(bytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** An open file: all its bytes where it is small, for which one system call is far cheaper than turns of a queue. */
export interface OpenFile extends ByteSource {
  readonly bytes: Uint8Array | null;
  close(): Promise<void>;
}

const SMALL_BYTES = 4 * 1024 * 1024;

/** The bytes of a small file; null where it is larger, or no file of the disk. */
function readSmall(absolute: string): Uint8Array | null {
  const file = openSync(absolute, 'r');
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > SMALL_BYTES) return null;
    const bytes = Buffer.allocUnsafeSlow(stats.size);
    return bytes.subarray(0, readSync(file, bytes, 0, stats.size, 0));
  } finally {
    closeSync(file);
  }
}

/** Opens a file, a large one to be read piece by piece, for archives of any size; `close` lets it go. */
export async function openSource(absolute: string): Promise<OpenFile> {
  const bytes = readSmall(absolute);
  if (bytes !== null) return { ...sourceOf(bytes), bytes, close: () => Promise.resolve() };
  const file = await open(absolute);
  const { size } = await file.stat();
  return {
    size,
    bytes: null,
    async read(start, end) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
      return buffer.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}
