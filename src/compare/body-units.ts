import type { Question } from '../store/database.ts';
import { decodeNumber, decodeText } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { groupKey, type TrendGrouping } from './group-trend.ts';
import { isSelectedBody, type Selection } from './selection.ts';

/** Which bodies, by which kind of unit. */
export interface BodyUnitsAsk {
  readonly by: TrendGrouping;
  readonly selection: Selection;
}

/** The unit that a body is counted with. */
export interface BodyUnit {
  readonly bodyId: number;
  /** Key of the kind or level, or the name of the place; empty where it is unknown, or the body stands above such places. */
  readonly unit: string;
}

/** Which unit is each body of a selection counted with? In the order of bodies; governments stand among them. */
export const bodyUnitsQuery = ({ by, selection }: BodyUnitsAsk): Question<BodyUnit> => ({
  statement: sql`SELECT body.body_id::INTEGER AS body_id, (${groupKey(by, selection)})::VARCHAR AS unit
FROM body WHERE ${isSelectedBody({ ...selection, governments: true })} ORDER BY body.body_id`,
  decode: (row) => ({ bodyId: decodeNumber(row, 'body_id'), unit: decodeText(row, 'unit') }),
});
