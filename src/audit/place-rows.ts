import { sql, type Sql } from '../store/sql.ts';
import { OPEN_PLACE, type CellRead, type Family, type ReportRange, type Rule } from './rule.ts';

/** Values of a place by column; what is left out is NULL, a place that is left out is the whole report. */
export type PlaceValues = Partial<Record<keyof typeof OPEN_PLACE, Sql>> & {
  readonly report_id: Sql;
  readonly rule: Sql;
};

const TYPES = {
  INTEGER: sql`INTEGER`,
  VARCHAR: sql`VARCHAR`,
  BOOLEAN: sql`BOOLEAN`,
  DOUBLE: sql`DOUBLE`,
};

/** The columns of a place for a SELECT, each cast to its type. */
export function placeColumns(values: PlaceValues): Sql {
  const given: Partial<Record<string, Sql>> = { at: sql`''`, ...values };
  return sql.join(
    Object.entries(OPEN_PLACE).map(
      ([name, type]) => sql`(${given[name] ?? sql`NULL`})::${TYPES[type]} AS ${sql.id(name)}`,
    ),
  );
}

/** A family whose places are rows of one relation, those that hold among them. */
export function rowFamily(
  rules: readonly Rule[],
  rows: (range: ReportRange) => Sql,
  places: readonly (readonly CellRead[])[] = [],
): Family {
  return {
    rules,
    places,
    checked: (range) => sql`(${rows(range)})`,
    verdicts: (checked) => sql`SELECT report_id, rule, CASE WHEN bool_or(holds IS FALSE) THEN FALSE
  WHEN bool_or(holds IS NULL) THEN NULL ELSE TRUE END AS holds
FROM ${checked} GROUP BY report_id, rule`,
    open: (checked) => sql`SELECT * FROM ${checked} WHERE holds IS DISTINCT FROM TRUE`,
  };
}
