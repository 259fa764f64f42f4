import type { ReadTrouble } from '../read/failure.ts';
import type { ListTrouble } from '../read/list-trouble.ts';
import type { RegistryTrouble } from '../store/registry.ts';

/**
 * Why a file of the reader's gave nothing: a published `document` or a format (`unsupported`) that the page does not read,
 * no list of figures by its first line (`no-list`), nothing in it (`empty`), not to be read from the disk
 * (`unreadable`), a registry with no list beside it (`no-reports`), a dataset among other files, of which one opens
 * alone (`dataset-alone`), the bytes of another file that is there already (`repeat`), a sidecar that cannot be used
 * (`sidecar`); or what of it the dataset did not take (`refused`).
 */
export type FileTrouble =
  | { readonly what: 'document' | 'no-list' | 'empty' | 'no-reports' | 'dataset-alone' }
  | { readonly what: 'unsupported'; readonly format: string }
  | { readonly what: 'repeat'; readonly of: string }
  | { readonly what: 'sidecar'; readonly reason: string }
  | { readonly what: 'unreadable'; readonly reason: string }
  | { readonly what: 'refused'; readonly reason: string };

/** Something of the reader's files that was not read, where, why, and how often the file has it. */
export interface FileProblem {
  readonly file: string;
  /** The first such line; null where the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly trouble: ListTrouble | RegistryTrouble | FileTrouble | ReadTrouble;
  readonly times: number;
}

/** Problems as they come; the same one again in the same file only adds to its number. */
export class ProblemList {
  readonly #problems = new Map<string, { -readonly [Key in keyof FileProblem]: FileProblem[Key] }>();

  note(file: string, trouble: FileProblem['trouble'], line: number | null = null, column: string | null = null): void {
    const key = JSON.stringify([file, column, trouble]);
    const known = this.#problems.get(key);
    if (known) known.times += 1;
    else this.#problems.set(key, { file, line, column, trouble, times: 1 });
  }

  all(): FileProblem[] {
    return [...this.#problems.values()];
  }
}
