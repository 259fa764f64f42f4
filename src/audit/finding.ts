import type { Edition } from '../form/edition.ts';
import { REGION } from '../store/body-search.ts';
import type { Question, RawRow } from '../store/database.ts';
import {
  decodeBoolean,
  decodeChoice,
  decodeNullableChoice,
  decodeNullableNumber,
  decodeNullableText,
  decodeNumber,
  decodeText,
} from '../store/decode.ts';
import { type FilingSource, SOURCE_KINDS } from '../store/filing.ts';
import type { NullReason } from '../store/gap-reason.ts';
import { sql, type Sql } from '../store/sql.ts';
import type { Explanation } from './explanation.ts';
import type { Family, ReportRange } from './rule.ts';

/** A cell that a finding names. */
export interface NamedCell {
  readonly id: string;
  /** Report year that the cell is of: the finding's, or the one before. */
  readonly year: number;
}

/** A cell without a figure, and why: the reason of its gap, or that the body has no report of that year. */
export interface LackingCell extends NamedCell {
  readonly reason: NullReason | 'no-report';
}

/** A place of a report where a rule fails or cannot be checked. */
export interface Finding {
  readonly reportId: number;
  readonly bodyId: number;
  readonly body: string;
  /** Place from the province down, run together; empty where unknown. */
  readonly region: string;
  readonly year: number;
  readonly edition: Edition | null;
  readonly entered: FilingSource['kind'];
  /** File or address that the report came from. */
  readonly source: string;
  /** Id of the rule. */
  readonly rule: string;
  /** Column, row, block or cell of the form, or what else the rule counts; empty for the whole report. */
  readonly at: string;
  readonly outcome: 'fails' | 'cannot-check';
  /** The number that the rule demands and the one that stands there; null where it compares no numbers. */
  readonly expected: number | null;
  readonly actual: number | null;
  /** What is due and what stands there, in words; null where numbers say it. */
  readonly due: string | null;
  readonly said: string | null;
  /** The cells that are compared, or the wrong ones among them. */
  readonly cells: readonly NamedCell[];
  /** Those of the cells that keep it from being checked. */
  readonly lacking: readonly LackingCell[];
  /** What could explain a sum that fails, the likeliest first; never applied. */
  readonly explanations: readonly Explanation[];
  /** Characters of the source that it is about, where it is about words. */
  readonly span: { readonly start: number; readonly end: number } | null;
}

function cellsOfRow(row: RawRow, family: Family, year: number): NamedCell[] {
  const named = decodeNullableText(row, 'cells');
  if (named !== null) return named === '' ? [] : named.split(',').map((id) => ({ id, year }));
  const place = decodeNullableNumber(row, 'place');
  const read = place === null ? [] : (family.places[place] ?? []);
  return read.map(({ id, yearsBack }) => ({ id, year: year - yearsBack }));
}

/** A finding out of a row of `findingRows`. */
export function decodeFinding(row: RawRow, family: Family): Finding {
  const year = decodeNumber(row, 'year');
  const start = decodeNullableNumber(row, 'span_start');
  const end = decodeNullableNumber(row, 'span_end');
  return {
    reportId: decodeNumber(row, 'report_id'),
    bodyId: decodeNumber(row, 'body_id'),
    body: decodeText(row, 'body'),
    region: decodeText(row, 'region'),
    year,
    edition: decodeNullableChoice(row, 'edition', ['2019', '2021']),
    entered: decodeChoice(row, 'entered', SOURCE_KINDS),
    source: decodeText(row, 'source'),
    rule: decodeText(row, 'rule'),
    at: decodeText(row, 'at'),
    outcome: decodeBoolean(row, 'fails') ? 'fails' : 'cannot-check',
    expected: decodeNullableNumber(row, 'expected'),
    actual: decodeNullableNumber(row, 'actual'),
    due: decodeNullableText(row, 'due'),
    said: decodeNullableText(row, 'said'),
    cells: cellsOfRow(row, family, year),
    lacking: [],
    explanations: [],
    span: start === null || end === null ? null : { start, end },
  };
}

/** A row for each of a family's open places where one of the rules is not kept, with its report. */
export const findingRows = (
  open: Sql,
  rules: readonly string[],
): Sql => sql`SELECT open.report_id::INTEGER AS report_id, report.body_id::INTEGER AS body_id,
  body.name::VARCHAR AS body, ${REGION}::VARCHAR AS region, report.year::INTEGER AS year,
  report.edition::VARCHAR AS edition, report.entered::VARCHAR AS entered,
  coalesce(source.url, source.name)::VARCHAR AS source, open.rule::VARCHAR AS rule, open."at"::VARCHAR AS "at",
  (open.holds IS NOT NULL)::BOOLEAN AS fails, open.expected::DOUBLE AS expected, open.actual::DOUBLE AS actual,
  open.due::VARCHAR AS due, open.said::VARCHAR AS said, open.place::INTEGER AS place, open.cells::VARCHAR AS cells,
  open.span_start::INTEGER AS span_start, open.span_end::INTEGER AS span_end
FROM (${open}) AS open
JOIN report ON report.report_id = open.report_id
JOIN body ON body.body_id = report.body_id
JOIN source ON source.source_id = report.source_id
WHERE open.rule IN ${rules}`;

/** Where in these reports does one of the rules, all of the family, fail or could not be checked? In the order of reports. */
export const findingsQuery = (family: Family, range: ReportRange, rules: readonly string[]): Question<Finding> => ({
  statement: sql`${findingRows(family.open(family.checked(range)), rules)} ORDER BY report_id, rule, "at"`,
  decode: (row) => decodeFinding(row, family),
});
