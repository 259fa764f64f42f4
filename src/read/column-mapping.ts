import { formCell, MEASURES } from '../form/cells.ts';
import { foldedName, namedCell } from './figures-cell.ts';
import { listColumn, LIST_COLUMNS, type ListColumn } from './figures-format.ts';

/** What a person says of the columns of a table of many bodies: each header's cell or list column, null where it is to be left. */
export interface ColumnMapping {
  readonly columns: ReadonlyMap<string, string | null>;
  /** The report year of every line, where no column has it. */
  readonly year: number | null;
}

/** Nothing said: only headers that are unmistakable count. */
export const NO_MAPPING: ColumnMapping = { columns: new Map(), year: null };

/** What a column may stand for, by its header: a column of the list (`body`, `year`), a cell's id, or nothing known. */
export interface ColumnProposal {
  readonly header: string;
  readonly means: string | null;
  /** `certain` is taken as it is, `likely` waits for a person to say so. */
  readonly certainty: 'certain' | 'likely' | 'none';
}

/** Words that lists add to or take from the form's labels without changing which cell is meant. */
const FILLERS = /政府信息公开|申请|数量|件数|办理|处理|情况|数$/g;

const isWithin = (short: string, long: string): boolean => {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
};

/** The cell whose label a short label abbreviates; null where several rows of the form could be meant. */
function abbreviated(header: string): string | null {
  const short = foldedName(header).replace(FILLERS, '');
  if (short.length < 2) return null;
  const found = MEASURES.filter(({ zh, columnZh }) => isWithin(short, foldedName(zh + columnZh)));
  const rows = new Set(found.map(({ table, row }) => `${table} ${row}`));
  if (rows.size !== 1) return null;
  if (found.length === 1) return found[0]!.id;
  return found.find(({ id }) => id.endsWith('_total'))?.id ?? null;
}

/** What a header most probably stands for; only the form's own labels and ids, and the usual names of list columns, are certain. */
export function proposeColumn(header: string): ColumnProposal {
  const certain = listColumn(header) ?? namedCell(header)?.id;
  if (certain !== undefined) return { header, means: certain, certainty: 'certain' };
  const likely = abbreviated(header);
  return { header, means: likely, certainty: likely === null ? 'none' : 'likely' };
}

/** A mapping that cannot be used; the message says which part and what it holds. */
export class ColumnMappingError extends Error {
  override readonly name = 'ColumnMappingError';
}

const isMeaning = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && (value in LIST_COLUMNS || formCell(value) !== undefined));

/**
 * Reads a mapping: a JSON object with `columns` (header: id of a cell, name of a list column, or null) and, where no column
 * has it, `year`. Throws a `ColumnMappingError` where it says something else.
 */
export function parseColumnMapping(text: string): ColumnMapping {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new ColumnMappingError(`it is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new ColumnMappingError('it must hold one JSON object');
  const { columns = {}, year = null } = given as { columns?: unknown; year?: unknown };
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns)) {
    throw new ColumnMappingError('"columns" must be an object of headers');
  }
  if (year !== null && !(typeof year === 'number' && Number.isInteger(year) && year >= 2008 && year <= 2100)) {
    throw new ColumnMappingError(`"year" must be a whole number from 2008 to 2100, found ${JSON.stringify(year)}`);
  }
  const entries = Object.entries(columns).map(([header, means]): [string, string | null] => {
    if (isMeaning(means)) return [header.trim(), means];
    throw new ColumnMappingError(
      `"${header}" must be an id of a cell, one of ${Object.keys(LIST_COLUMNS).join(', ')}, or null; found ${JSON.stringify(means)}`,
    );
  });
  return { columns: new Map(entries), year };
}

/** What a header stands for: as a person has mapped it, else as far as it is certain. */
export function columnMeaning(header: string, mapping: ColumnMapping): string | null {
  const mapped = mapping.columns.get(header.trim());
  if (mapped !== undefined) return mapped;
  const { means, certainty } = proposeColumn(header);
  return certainty === 'certain' ? means : null;
}

/** The list column that a header stands for, as mapped or by its usual name. */
export function mappedListColumn(header: string, mapping: ColumnMapping): ListColumn | null {
  const means = columnMeaning(header, mapping);
  return means !== null && means in LIST_COLUMNS ? (means as ListColumn) : null;
}
