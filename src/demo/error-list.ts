import { csvLine } from '../store/sheet-field.ts';
import type { PlantedError } from './planted-errors.ts';

const COLUMNS = [
  ['body', 'body'],
  ['region', 'region'],
  ['year', 'year'],
  ['rule', 'rule'],
  ['at', 'at'],
  ['kind', 'kind'],
  ['planted_in', 'plantedIn'],
  ['planted', 'planted'],
  ['published', 'published'],
  ['true', 'truth'],
] as const satisfies readonly (readonly [string, keyof PlantedError])[];

/** The header of the list of planted errors, a line of CSV. */
export const ERROR_LIST_HEADER = COLUMNS.map(([name]) => name).join(',');

/** A planted error as a line of CSV under `ERROR_LIST_HEADER`. */
export const formatErrorLine = (error: PlantedError): string => csvLine(COLUMNS.map(([, key]) => error[key]));
