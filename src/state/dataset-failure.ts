import type { FileProblem } from '../host/file-problem.ts';

/** The file opened, but it holds none of the tables that reports are kept in. */
export class ForeignDataset extends Error {
  override readonly name = 'ForeignDataset';
}

/** The dataset's tables are laid out in a version that this program does not know. */
export class OtherLayout extends Error {
  override readonly name = 'OtherLayout';
  constructor(
    file: string,
    readonly layout: number,
    readonly known: number,
  ) {
    super(`${file} has tables of layout ${layout}, and only layout ${known} is read here`);
  }
}

/** No dataset of this name is served here; null where there is none at all. */
export class UnknownDataset extends Error {
  override readonly name = 'UnknownDataset';
  constructor(readonly dataset: string | null) {
    super(dataset === null ? 'no dataset is served here' : `no dataset is served here under the name ${dataset}`);
  }
}

/** The address names a file of the reader's own, which this tab does not have. */
export class MissingFile extends Error {
  override readonly name = 'MissingFile';
  constructor(readonly dataset: string) {
    super(`${dataset} has not been opened in this tab`);
  }
}

/** None of the reader's files gave a report. */
export class NothingRead extends Error {
  override readonly name = 'NothingRead';
  constructor(readonly problems: readonly FileProblem[]) {
    super(`no report in ${[...new Set(problems.map(({ file }) => file))].join(', ')}`);
  }
}
