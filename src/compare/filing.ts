import { DEADLINES } from '../store/deadline.ts';
import type { Question } from '../store/database.ts';
import { decodeChoice, decodeNumber, decodeText } from '../store/decode.ts';
import { sql, type Sql } from '../store/sql.ts';
import { datasetYears, isGivenYear, isSelectedBody, type Selection } from './selection.ts';

/**
 * How a body stands with its report of a year, by art. 49 of the OGI Regulations: published by its deadline, after it,
 * on a day that is not known, without a deadline of its own, or due and not there.
 */
export const FILING_STATES = ['on-time', 'late', 'undated', 'no-deadline', 'missing'] as const;

/** One of the ways in which a body stands with its report. */
export type FilingState = (typeof FILING_STATES)[number];

/** Which filings. */
export interface FilingAsk {
  /** What the bodies are counted by. */
  readonly by: 'year' | 'level';
  readonly selection: Selection;
}

/** Bodies of one year or level that stand alike with their report. */
export interface FilingRow {
  /** The year as text, or the key of the level; empty where unknown. */
  readonly group: string;
  readonly state: FilingState;
  /** Bodies, or body-years where several years are counted by level. */
  readonly bodies: number;
  /** Those of them that the registry says should report; the others reported unasked. */
  readonly due: number;
}

const dated = DEADLINES.filter(({ monthDay }) => monthDay !== null);

/** The last day for a report of `year` by a row of `body`; NULL where the law sets none. */
const deadlineDate: Sql = sql`CASE body.deadline ${sql.join(
  dated.map(({ key, monthDay }) => sql`WHEN ${key} THEN ((year + 1)::VARCHAR || ${`-${monthDay}`})::DATE`),
  sql` `,
)} END`;

/**
 * Tables `due` and `filed` of a statement: the body-years that should have a report by the registry, and those that
 * have one, each with `body_id` and `year`; a report that claims to cover an area counts as its government's.
 */
export const dueAndFiled = (selection: Selection): Sql => sql`years AS (
  ${datasetYears(selection.years)}
), due AS (
  SELECT filer.body_id, years.year
  FROM filer JOIN body USING (body_id) CROSS JOIN years
  WHERE years.year BETWEEN coalesce(filer.from_year, years.year) AND coalesce(filer.to_year, years.year)
    AND ${isSelectedBody(selection)}
), filed AS (
  SELECT report.body_id, report.year, report.published
  FROM report JOIN body USING (body_id)
  WHERE report.current AND ${isGivenYear(sql`report.year`, selection.years)} AND ${isSelectedBody(selection)}
)`;

/** Who has filed, when, and who has not? Only states that occur, in the order of groups and states. */
export function filingQuery({ by, selection }: FilingAsk): Question<FilingRow> {
  const group = by === 'year' ? sql`year::VARCHAR` : sql`coalesce(body.level, '')`;
  const order = sql.join(
    FILING_STATES.map((state, index) => sql`WHEN ${state} THEN ${index}`),
    sql` `,
  );
  return {
    statement: sql`WITH ${dueAndFiled(selection)}, stood AS (
  SELECT body_id, year, published, filed.year IS NOT NULL AS has_filed, due.year IS NOT NULL AS is_due
  FROM due FULL JOIN filed USING (body_id, year)
), stated AS (
  SELECT ${group} AS "group", CASE
    WHEN NOT has_filed THEN 'missing'
    WHEN ${deadlineDate} IS NULL THEN 'no-deadline'
    WHEN published IS NULL THEN 'undated'
    WHEN published <= ${deadlineDate} THEN 'on-time'
    ELSE 'late' END AS state, is_due
  FROM stood JOIN body USING (body_id)
)
SELECT "group"::VARCHAR AS "group", state::VARCHAR AS state, count(*)::INTEGER AS bodies,
  count(*) FILTER (is_due)::INTEGER AS due
FROM stated GROUP BY "group", state
ORDER BY "group", CASE state ${order} END`,
    decode: (row) => ({
      group: decodeText(row, 'group'),
      state: decodeChoice(row, 'state', FILING_STATES),
      bodies: decodeNumber(row, 'bodies'),
      due: decodeNumber(row, 'due'),
    }),
  };
}
