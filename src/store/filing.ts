import type { Correction } from '../read/correction.ts';
import type { Report } from '../read/report.ts';

/** `document`: read from a published report; `figures`: from a list of figures; `synthetic`: made up. */
export const SOURCE_KINDS = ['document', 'figures', 'synthetic'] as const;

/** Where a filing came from. */
export interface FilingSource {
  /** File name or path as the person gave it. */
  readonly name: string;
  /** Address the report was published at, where known. */
  readonly url: string | null;
  readonly kind: (typeof SOURCE_KINDS)[number];
}

/** One report of one body and year on its way into a dataset. Identity is settled: sidecar first, then the report's own. */
export interface Filing {
  readonly source: FilingSource;
  readonly body: string;
  readonly year: number;
  /**
   * Region as given beside the report, from province down: run together (河南省平顶山市叶县) to be recognised, or with its
   * divisions apart (`河南省/平顶山市/叶县`, `上海市//黄浦区`) to be taken at its word; null to derive it from the name.
   */
  readonly region: string | null;
  /** As read; what a person corrected stands beside it. */
  readonly report: Report;
  /** What a person corrected of the report, at most one correction a cell. */
  readonly corrections?: readonly Correction[];
}
