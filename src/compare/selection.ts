import { sql, type Sql } from '../store/sql.ts';

/** Which reports are compared. */
export interface Selection {
  /** Report years; empty for all. */
  readonly years: readonly number[];
  readonly province: string | null;
  readonly city: string | null;
  readonly county: string | null;
  /** Levels of government; empty for all. */
  readonly levels: readonly string[];
  /** Kinds of body; empty for all. */
  readonly kinds: readonly string[];
  /** False leaves out governments and area-wide reports, which contain the departments they would stand beside. */
  readonly governments: boolean;
}

/** Every report but those of governments: what is compared unless a reader chooses otherwise. */
export const EVERYTHING: Selection = {
  years: [],
  province: null,
  city: null,
  county: null,
  levels: [],
  kinds: [],
  governments: false,
};

/** Kind of a body in a statement over `body`; unknown counts as other. */
export const BODY_KIND = sql`coalesce(body.kind, 'other')`;

const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`TRUE` : sql.join(conditions, sql` AND `);

/** Whether a row of `body` is one of the given bodies; none is where none is given. */
export const isGivenBody = (bodies: readonly number[]): Sql =>
  bodies.length === 0 ? sql`FALSE` : sql`body.body_id IN ${bodies}`;

/** Whether a year is one of the given years; every year is where none is given. */
export const isGivenYear = (year: Sql, years: readonly number[]): Sql =>
  years.length === 0 ? sql`TRUE` : sql`${year} IN ${years}`;

/** Whether a row of `body` is in the selection, whatever its reports. */
export function isSelectedBody({ province, city, county, levels, kinds, governments }: Selection): Sql {
  const conditions: Sql[] = [];
  if (province !== null) conditions.push(sql`body.province = ${province}`);
  if (city !== null) conditions.push(sql`body.city = ${city}`);
  if (county !== null) conditions.push(sql`body.county = ${county}`);
  if (levels.length > 0) conditions.push(sql`body.level IN ${levels}`);
  if (kinds.length > 0) conditions.push(sql`${BODY_KIND} IN ${kinds}`);
  if (!governments) conditions.push(sql`${BODY_KIND} <> 'government'`);
  return all(conditions);
}

/** Whether a row of `report` joined to its `body` is in the selection, whatever its year. */
export function isSelectedReport(selection: Selection): Sql {
  const own = selection.governments ? [] : [sql`report.scope IS DISTINCT FROM 'area'`];
  return all([isSelectedBody(selection), ...own]);
}

/** Every year from the first to the last of the dataset as rows of `year`, those without a report too. */
export const datasetYears = (years: readonly number[]): Sql =>
  sql`SELECT year FROM (SELECT unnest(range(first_year, last_year + 1)) AS year FROM dataset.main.dataset)
    WHERE ${isGivenYear(sql`year`, years)}`;
