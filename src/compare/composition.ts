import { CELLS_ONLY_2019, FORM_CELLS } from '../form/cells.ts';
import type { Question } from '../store/database.ts';
import { decodeNullableNumber, decodeNumber, decodeText } from '../store/decode.ts';
import { StoreFailure } from '../store/failure.ts';
import { sql, type Sql } from '../store/sql.ts';
import { sumOfMeasures } from './quantity.ts';
import { BODY_KIND, datasetYears, isGivenBody, isGivenYear, isSelectedReport, type Selection } from './selection.ts';

/** A part of a whole: measures that are added up, or a cell that only the 2019 form has. */
export type Part =
  | { readonly key: string; readonly measures: readonly string[]; readonly cell2019?: undefined }
  | { readonly key: string; readonly measures: readonly []; readonly cell2019: string };

/** Ids of the cells that a part rests on. */
export const cellsOfPart = ({ measures, cell2019 }: Part): readonly string[] =>
  cell2019 === undefined ? measures : [cell2019];

/** Ids of the cells that parts rest on. */
export const cellsOfParts = (parts: readonly Part[]): string[] => parts.flatMap(cellsOfPart);

/** Which composition. */
export interface CompositionAsk {
  /** The parts of the whole, at least one. */
  readonly parts: readonly Part[];
  /** What the wholes are: years, kinds, levels, or the given bodies whether or not the selection has them. */
  readonly by: 'year' | 'kind' | 'level' | { readonly bodies: readonly number[] };
  /** One year instead of the selection's. */
  readonly year: number | null;
  readonly selection: Selection;
}

/** One part of one whole. */
export interface CompositionRow {
  /** The year, the key of the kind or level (empty where unknown), or the body's id as text. */
  readonly group: string;
  /** The body's name; else the group itself. */
  readonly label: string;
  /** Key of the part. */
  readonly part: string;
  /** Sum over the reports that give the part; null where none does. */
  readonly value: number | null;
  /** The part of the whole over the `complete` reports alone, 0 to 1; null where the whole is not known or nothing. */
  readonly share: number | null;
  /** Reports that give the part. */
  readonly known: number;
  /** Reports that give every part that their form asks for. */
  readonly complete: number;
  /** Current reports of the group. */
  readonly reports: number;
}

const in2019 = new Set(FORM_CELLS['2019'].map(({ id }) => id));

/** Whether a report on the 2019 form is asked for a part. */
const isAskedIn2019 = ({ measures, cell2019 }: Part) =>
  cell2019 !== undefined || measures.every((id) => in2019.has(id));

/** The figure of a part in one report. */
function partFigure({ measures, cell2019 }: Part): Sql {
  if (cell2019 === undefined) return sumOfMeasures(measures);
  if (!CELLS_ONLY_2019.some(({ id }) => id === cell2019))
    throw new StoreFailure('statement', `the 2019 form alone has no cell ${JSON.stringify(cell2019)}`);
  return sql`(SELECT max(value) FROM other_cell WHERE other_cell.report_id = report.report_id AND cell = ${cell2019})`;
}

const list = (items: readonly Sql[]): Sql => sql`[${sql.join(items)}]`;
const numbered = (name: string, index: number): Sql => sql.id(`${name}_${index}`);

/** The key of a report's group, and the groups that stand in the answer. */
function grouping(by: CompositionAsk['by'], years: readonly number[]): { key: Sql; groups: Sql } {
  if (by === 'year') {
    return {
      key: sql`report.year`,
      groups: sql`SELECT year AS key, year::VARCHAR AS label FROM (${datasetYears(years)})`,
    };
  }
  if (typeof by === 'object') {
    const groups = sql`SELECT body_id AS key, name AS label FROM body WHERE ${isGivenBody(by.bodies)}`;
    return { key: sql`body.body_id`, groups };
  }
  const key = by === 'kind' ? BODY_KIND : sql`coalesce(body.level, '')`;
  return { key, groups: sql`SELECT key, key AS label FROM sums` };
}

/** What are the wholes made of? A row for every part of every group, in the order of the groups and the parts. */
export function compositionQuery({ parts, by, year, selection }: CompositionAsk): Question<CompositionRow> {
  if (parts.length === 0) throw new StoreFailure('statement', 'a composition needs a part');
  const years = year === null ? selection.years : [year];
  const { key, groups } = grouping(by, years);
  const reports = typeof by === 'object' ? isGivenBody(by.bodies) : isSelectedReport(selection);
  const columns = parts.map((part, index) => sql`${partFigure(part)} AS ${numbered('part', index)}`);
  const sumOf = (counts: (part: Part) => boolean) => {
    const counted = parts.flatMap((part, index) => (counts(part) ? [numbered('part', index)] : []));
    return counted.length === 0 ? sql`NULL::DOUBLE` : sql.join(counted, sql` + `);
  };
  // A report is whole when it gives what its own form asks for; the editions cut the whole into different parts.
  const whole = sql`CASE WHEN edition = '2019' THEN ${sumOf(isAskedIn2019)}
    ELSE ${sumOf(({ cell2019 }) => cell2019 === undefined)} END`;
  const sums = parts.map((_, index) => {
    const part = numbered('part', index);
    return sql`sum(${part}) AS ${numbered('value', index)}, count(${part}) AS ${numbered('known', index)},
    sum(${part}) FILTER (whole IS NOT NULL) AS ${numbered('within', index)}`;
  });
  const each = (name: string) => sql`unnest(${list(parts.map((_, index) => numbered(name, index)))})`;
  return {
    statement: sql`WITH asked AS (
  SELECT ${key} AS key, report.edition, ${sql.join(columns)}
  FROM report JOIN body USING (body_id)
  WHERE report.current AND ${isGivenYear(sql`report.year`, years)} AND ${reports}
), added AS (
  SELECT *, ${whole} AS whole FROM asked
), sums AS (
  SELECT key, count(*) AS reports, count(whole) AS complete, sum(whole) AS whole,
    ${sql.join(sums)}
  FROM added GROUP BY key
), wholes AS (
  ${groups}
), split AS (
  SELECT key, label, reports, complete, whole,
    unnest(${list(parts.map((_, index) => sql`${index}`))}) AS position,
    unnest(${list(parts.map((part) => sql`${part.key}`))}) AS part,
    ${each('value')} AS value, ${each('known')} AS known, ${each('within')} AS within
  FROM wholes LEFT JOIN sums USING (key)
)
SELECT
  key::VARCHAR AS "group",
  label::VARCHAR AS label,
  part::VARCHAR AS part,
  value::DOUBLE AS value,
  (CASE WHEN whole > 0 THEN within / whole END)::DOUBLE AS share,
  coalesce(known, 0)::INTEGER AS known,
  coalesce(complete, 0)::INTEGER AS complete,
  coalesce(reports, 0)::INTEGER AS reports
FROM split
ORDER BY key, position`,
    decode: (row) => ({
      group: decodeText(row, 'group'),
      label: decodeText(row, 'label'),
      part: decodeText(row, 'part'),
      value: decodeNullableNumber(row, 'value'),
      share: decodeNullableNumber(row, 'share'),
      known: decodeNumber(row, 'known'),
      complete: decodeNumber(row, 'complete'),
      reports: decodeNumber(row, 'reports'),
    }),
  };
}
