import { isMeasure } from '../form/cells.ts';
import { StoreFailure } from './failure.ts';
import { sql, type Sql } from './sql.ts';

/** The column of a measure in `report`; refuses an id that no cell of the 2021 form has. */
export function measureColumn(id: string): Sql {
  if (!isMeasure(id)) throw new StoreFailure('statement', `no measure has the id ${JSON.stringify(id)}`);
  return sql.id('report', id);
}
