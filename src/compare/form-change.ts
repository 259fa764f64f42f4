import { FORM_CELLS } from '../form/cells.ts';
import { EDITIONS } from '../form/edition.ts';
import { sql, type Sql } from '../store/sql.ts';
import { subjectTerms, type Subject } from './subject.ts';

/**
 * What the change of form between 2020 and 2021 does to a subject: nothing; the old form asks for something close to
 * it, so that figures on both sides are not quite the same thing; or the old form does not ask for it at all.
 */
export type FormChange = 'none' | 'recounted' | 'not-asked';

const before = new Map(FORM_CELLS['2019'].map((cell) => [cell.id, cell]));

/** What the change of form does to a subject: table 2 was redrawn, tables 3 and 4 ask for the same cases as before. */
export function formChange(subject: Subject): FormChange {
  const { numerator, denominator } = subjectTerms(subject);
  const cells = [...numerator, ...denominator].map((id) => before.get(id));
  if (cells.includes(undefined)) return 'not-asked';
  return cells.some((cell) => cell?.table === 2) ? 'recounted' : 'none';
}

/** First report year of the form now in use. */
export const NEW_FORM_YEAR = EDITIONS['2021'].from;

/** The form that a row of reports, or a row of a year, is on: its edition where it has one, or the form due in its year. */
function formOf(row: string, rows: 'reports' | 'years'): Sql {
  const due = sql`CASE WHEN ${sql.id(row, 'year')} < ${NEW_FORM_YEAR} THEN '2019' ELSE '2021' END`;
  return rows === 'reports' ? sql`coalesce(${sql.id(row, 'edition')}, ${due})` : due;
}

/**
 * How a value moved against the year before, over tables `now` and `earlier` of reports or of years: a rate as a
 * difference, anything else as growth. NULL where either is not known, where there is nothing to grow from, and across
 * the change of form where the two forms do not count the same.
 */
export function changeExpression(subject: Subject, now: string, earlier: string, rows: 'reports' | 'years'): Sql {
  const { nature, scale } = subjectTerms(subject);
  const [value, base] = [sql.id(now, 'value'), sql.id(earlier, 'value')];
  const isRate = nature !== 'measure' && scale === 1;
  const change = isRate ? sql`${value} - ${base}` : sql`CASE WHEN ${base} > 0 THEN ${value} / ${base} - 1 END`;
  if (formChange(subject) === 'none') return change;
  return sql`CASE WHEN ${formOf(now, rows)} = ${formOf(earlier, rows)} THEN ${change} END`;
}
