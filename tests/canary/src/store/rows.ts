import { UNITS, type Unit } from '../form/unit.ts';

export interface Row {
  readonly unit: Unit;
}

export const ROWS: readonly Row[] = UNITS.map((unit) => ({ unit }));
