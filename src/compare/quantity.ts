import { measureColumn } from '../store/measure-column.ts';
import { sql, type Sql } from '../store/sql.ts';
import { subjectTerms, type Subject } from './subject.ts';
import { wilsonInterval } from './wilson.ts';

// Each figure becomes a DOUBLE before it is added, or one absurd figure would overflow and end every answer.
const figure = (id: string) => sql`${measureColumn(id)}::DOUBLE`;

/** The sum of measures of one report; NULL where any of them is, because a sum without a part is not the sum. */
export const sumOfMeasures = (ids: readonly string[]): Sql => sql.join(ids.map(figure), sql` + `);

/**
 * Columns `numerator` and `denominator` of a subject over `report`: sums of measures, NULL where any part is. For a
 * measure the figure is the numerator and the denominator is NULL.
 */
export function quantityColumns(subject: Subject): Sql {
  const { numerator, denominator } = subjectTerms(subject);
  const divisor = denominator.length === 0 ? sql`NULL::DOUBLE` : sumOfMeasures(denominator);
  return sql`${sumOfMeasures(numerator)} AS numerator, ${divisor} AS denominator`;
}

/** Whether `numerator` and `denominator` are both known, so that the report counts in sums. */
export const isKnown = (subject: Subject): Sql =>
  subjectTerms(subject).nature === 'measure'
    ? sql`numerator IS NOT NULL`
    : sql`numerator IS NOT NULL AND denominator IS NOT NULL`;

/** Whether a value rests on at least so many cases, which is never asked of a measure. */
export const isMany = (subject: Subject, fewest: number): Sql =>
  subjectTerms(subject).nature === 'measure' ? sql`TRUE` : sql`coalesce(denominator, 0) >= ${fewest}`;

/** The subject's value over columns `numerator` and `denominator`; NULL where nothing is there to divide by. */
export function valueExpression(subject: Subject): Sql {
  const { nature, scale } = subjectTerms(subject);
  if (nature === 'measure') return sql`numerator`;
  const quotient = scale === 1 ? sql`numerator / denominator` : sql`numerator * ${scale} / denominator`;
  return sql`CASE WHEN denominator > 0 THEN ${quotient} END`;
}

/** Output columns `numerator` and `denominator`, of one of several tables: an indicator's two sums; both NULL for a measure. */
export function termColumns(subject: Subject, ...table: readonly string[]): Sql {
  if (subjectTerms(subject).nature === 'measure') return sql`NULL::DOUBLE AS numerator, NULL::DOUBLE AS denominator`;
  const column = (name: string) => sql`${sql.id(...table, name)}::DOUBLE AS ${sql.id(name)}`;
  return sql.join(['numerator', 'denominator'].map(column));
}

/** Output columns `low` and `high`, of one of several tables: the Wilson 95 % interval of a share; NULL for anything else. */
export function intervalColumns(subject: Subject, ...table: readonly string[]): Sql {
  if (subjectTerms(subject).nature !== 'share') return sql`NULL::DOUBLE AS low, NULL::DOUBLE AS high`;
  const { low, high } = wilsonInterval(sql.id(...table, 'numerator'), sql.id(...table, 'denominator'));
  return sql`(${low})::DOUBLE AS low, (${high})::DOUBLE AS high`;
}
