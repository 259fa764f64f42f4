import type { Edition } from '../form/edition.ts';
import { CELLS_ONLY_2019, FORM_CELLS, MEASURES, type FormCell } from '../form/cells.ts';
import type { Claim, Evidence, GapReason, Report } from '../read/report.ts';

/** One report as `nianbao read` prints it, a line of JSON: what it says, and why the rest of the form is missing. */
export interface ReportLine {
  /** The file, as the person gave it. */
  readonly source: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly edition: Edition | null;
  /** Cells of the 2021 form, in its order. */
  readonly measures: Readonly<Record<string, number>>;
  /** Cells that only the 2019 form has. */
  readonly form_2019: Readonly<Record<string, number>>;
  readonly gaps: Readonly<Record<string, GapReason>>;
  readonly claims: readonly Claim[];
  readonly evidence: readonly Evidence[];
  /** Why the file could not be read; the rest is empty then. */
  readonly failure?: { readonly code: string; readonly message: string };
}

function inFormOrder<Value>(form: readonly FormCell[], found: ReadonlyMap<string, Value>): Record<string, Value> {
  const ordered: Record<string, Value> = {};
  for (const { id } of form) {
    const value = found.get(id);
    if (value !== undefined) ordered[id] = value;
  }
  return ordered;
}

/** The line of a report that was read, under the identity settled for it. */
export function reportLine(
  source: string,
  identity: { body: string | null; year: number | null },
  report: Report,
): ReportLine {
  const values = new Map(report.cells.map((cell) => [cell.id, cell.value]));
  const reasons = new Map(report.gaps.map((gap) => [gap.id, gap.reason]));
  return {
    source,
    body: identity.body,
    year: identity.year,
    edition: report.edition,
    measures: inFormOrder(MEASURES, values),
    form_2019: inFormOrder(CELLS_ONLY_2019, values),
    gaps: inFormOrder(FORM_CELLS[report.edition ?? '2021'], reasons),
    claims: report.claims,
    evidence: report.evidence,
  };
}

/** The line of a file that could not be read: no figure, and the failure. */
export function failureLine(source: string, code: string, message: string): ReportLine {
  return {
    source,
    body: null,
    year: null,
    edition: null,
    measures: {},
    form_2019: {},
    gaps: {},
    claims: [],
    evidence: [],
    failure: { code, message },
  };
}
