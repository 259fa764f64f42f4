import { formCell, isMeasure, MEASURES } from '../form/cells.ts';
import { correctionTrouble } from '../read/correction.ts';
import type { Cell, Span } from '../read/report.ts';
import { formatCellSpans } from './cell-spans.ts';
import { ContentHash } from './content-hash.ts';
import { applyCorrections, isChange, type SettledCorrection } from './corrected-report.ts';
import type { REPORT_PARTS } from './dataset-tables.ts';
import { StoreFailure } from './failure.ts';
import type { Filing } from './filing.ts';
import type { StoredRow } from './tables.ts';

/** Name of a table whose rows hang on one report. */
export type ReportPart = keyof typeof REPORT_PARTS;

/** One filing as rows, before it is numbered: each row lacks the columns that only the whole dataset can tell. */
export interface FilingRows {
  /** Row of `report` from `year` on, without version, current and source. */
  readonly report: StoredRow;
  /** Rows of the report's parts without `report_id`. */
  readonly parts: Readonly<Record<ReportPart, readonly StoredRow[]>>;
  /** Row of `source` without `source_id`. */
  readonly source: StoredRow;
  /** Equal for filings that came from the same source. */
  readonly sourceKey: string;
  /** How many figures a person corrected. */
  readonly corrected: number;
  /** Hash of what the report says and of its corrections, whatever file it came from. */
  readonly digest: string;
}

// Room for any year a report could be about; the first reports on disclosure are about 2008.
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const isDate = (text: string) => {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

function checkFiling({ source, body, year, report, corrections = [] }: Filing): void {
  const refuse = (what: string) => {
    throw new StoreFailure('filing', `${source.name}: ${body} ${year}: ${what}`);
  };
  if (body.trim() === '') refuse('the body has no name');
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR)
    refuse(`the report year is not one from ${FIRST_YEAR} to ${LAST_YEAR}`);
  if (report.published !== null && !isDate(report.published))
    refuse(`the date of publication is no date: ${report.published}`);
  const seen = new Set<string>();
  for (const { id } of [...report.cells, ...report.gaps]) {
    if (!formCell(id)) refuse(`no edition of the form has a cell ${id}`);
    if (seen.has(id)) refuse(`cell ${id} is given twice`);
    seen.add(id);
  }
  const odd = report.cells.find(({ value }) => !Number.isFinite(value));
  if (odd) refuse(`cell ${odd.id} is not a number: ${odd.value}`);
  const corrected = new Set<string>();
  for (const correction of corrections) {
    const trouble = correctionTrouble(correction);
    if (trouble !== null) refuse(trouble);
    if (corrected.has(correction.cell)) refuse(`cell ${correction.cell} is corrected twice`);
    corrected.add(correction.cell);
  }
}

const spanOf = (span: Span | null) => [span?.start ?? null, span?.end ?? null];

const formatOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? null;

const byFormOrder = new Map(MEASURES.map((cell, index) => [cell.id, index]));

function readMeasures(figures: readonly Pick<Cell, 'id' | 'value'>[]): (number | null)[] {
  const measures = new Array<number | null>(MEASURES.length).fill(null);
  for (const { id, value } of figures) {
    const index = byFormOrder.get(id);
    // `+ 0` turns −0 into 0, which the engine would keep apart.
    if (index !== undefined) measures[index] = value + 0;
  }
  return measures;
}

const packedSpans = (cells: readonly Cell[]) =>
  formatCellSpans(new Map(cells.flatMap(({ id, span }) => (span ? [[id, span] as const] : []))));

function readSource({ source, report }: Filing, cells: readonly Cell[]): StoredRow {
  const document = source.kind === 'document' ? [report.text, packedSpans(cells)] : [null, null];
  return [source.name, source.url, source.kind, formatOf(source.name), ...document];
}

function digestOf(...parts: readonly (StoredRow | readonly StoredRow[])[]): string {
  const hash = new ContentHash();
  for (const part of parts) hash.add(part.join('\u001f'));
  return hash.hex();
}

function correctionRow({ cell, read, after, madeAt, reason, isOutdated, before }: SettledCorrection): StoredRow {
  const figure = after === null ? null : after + 0;
  return [cell, read, figure, madeAt, reason ?? null, isOutdated, isOutdated ? (before ?? null) : null];
}

/** A filing as the rows it becomes; throws a `StoreFailure` naming source, body, year and cell when it cannot be stored. */
export function readFilingRows(filing: Filing): FilingRows {
  checkFiling(filing);
  const { source, year, report } = filing;
  const { read, figures, gaps, corrections } = applyCorrections(report, filing.corrections ?? []);
  const reportRow = [year, report.edition, report.published, report.scope, source.kind, ...readMeasures(figures)];
  const parts: FilingRows['parts'] = {
    // A list's text is not stored: nothing could point into it.
    gap: gaps.map(({ id, reason, raw, span }) => [
      id,
      reason,
      raw,
      ...spanOf(source.kind === 'document' ? span : null),
    ]),
    other_cell: figures.filter(({ id }) => !isMeasure(id)).map(({ id, value }) => [id, value + 0]),
    claim: report.claims.map((claim) => [
      claim.topic,
      claim.value,
      claim.section,
      claim.sentence,
      ...spanOf(claim.span),
    ]),
    evidence: report.evidence.map(({ kind, detail, span }) => [kind, detail, ...spanOf(span)]),
    passage: report.passages.map(({ section, heading, text, span }) => [section, heading, text, ...spanOf(span)]),
    correction: corrections.map(correctionRow),
  };
  const sourceRow = readSource(filing, read);
  return {
    report: reportRow,
    parts,
    source: sourceRow,
    corrected: corrections.filter(isChange).length,
    sourceKey: source.kind === 'document' ? digestOf(sourceRow) : sourceRow.join('\u001f'),
    digest: digestOf(
      reportRow,
      ...Object.values(parts).map((rows) => rows.map((row) => row.join('\u001f'))),
      sourceRow.slice(4),
    ),
  };
}
