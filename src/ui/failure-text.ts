import { EngineFailure } from '../host/engine-failure.ts';
import { ForeignDataset, MissingFile, NothingRead, OtherLayout, UnknownDataset } from '../state/dataset-failure.ts';
import { ownTitle } from '../host/own-name.ts';
import { PageNotLoaded } from '../state/pages.ts';
import type { Messages } from './messages/zh.ts';

/** What to tell a reader about a failure: what happened and what to do next. */
export function failureText(error: unknown, { failures }: Messages): string {
  if (error instanceof EngineFailure) return failures[error.code];
  if (error instanceof ForeignDataset) return failures.foreign;
  if (error instanceof OtherLayout) return error.layout > error.known ? failures.newerLayout : failures.olderLayout;
  if (error instanceof MissingFile) return failures.missingFile(ownTitle(error.dataset));
  if (error instanceof NothingRead) return failures.nothingRead;
  if (error instanceof UnknownDataset) return error.dataset === null ? failures.none : failures.unknown;
  if (error instanceof PageNotLoaded) return failures.page;
  return failures.other;
}

/** The failure in the words of the program, for those who can mend it. */
export const failureDetail = (error: unknown): string => (error instanceof Error ? error.message : String(error));
