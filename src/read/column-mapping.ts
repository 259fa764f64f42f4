import { formCell, MEASURES, type FormCell } from '../form/cells.ts';
import { foldedName } from './cell-wordings.ts';
import { namedCell } from './figures-cell.ts';
import { columnLetters, type ListPlace } from './list-place.ts';
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

/** A cell that a column gives, and the unit of its amounts where the cell's own is not meant. */
export interface MeantCell {
  readonly cell: FormCell;
  readonly unit: '' | '元' | '万元';
}

const UNITS = ['元', '万元'] as const;

/** What a mapping calls a cell: its id, with the unit behind it where amounts are given in another. */
export const meaningOf = (cell: FormCell, unit: string): string =>
  unit === '' || unit === cell.unit ? cell.id : `${cell.id}:${unit}`;

/** The cell that a mapping names, such as `new_total` or `admin_fees_wan:元`; null where it names none. */
export function meantCell(means: string): MeantCell | null {
  const [id = '', unit = '', ...more] = means.split(':');
  const cell = formCell(id);
  if (!cell || more.length > 0) return null;
  if (unit === '') return { cell, unit };
  const found = UNITS.find((one) => one === unit);
  return found && isMoney(cell) ? { cell, unit: found } : null;
}

/** Whether a cell holds an amount of money, whose unit must be known. */
export const isMoney = ({ unit }: FormCell): boolean => unit.endsWith('元');

const UNIT_BEHIND =
  /^(.*?)[\s_]*[（(【[]?\s*(?:计量)?(?:单位)?[:：]?\s*(万元|元|件|项|件数|个|条|宗|份)\s*[)）】\]]\s*$/;

/** A header and the unit that stands behind it in brackets, if any. */
function unitBehind(header: string): { readonly name: string; readonly unit: string } {
  const [, name, unit] = UNIT_BEHIND.exec(header) ?? [];
  return name === undefined || name === '' ? { name: header, unit: '' } : { name, unit: unit! };
}

/**
 * What a header most probably stands for. Certain are the form's own ids and labels in the wordings that reports print, and
 * the usual names of list columns; an amount of money only where the header says in which unit.
 */
export function proposeColumn(header: string): ColumnProposal {
  const known = listColumn(header) ?? formCell(header.trim())?.id;
  if (known !== undefined) return { header, means: known, certainty: 'certain' };
  const { name, unit } = unitBehind(header);
  const isAmount = unit.endsWith('元');
  const named = namedCell(name);
  const likely = named ?? formCell(abbreviated(name) ?? '');
  if (!likely || isMoney(likely) !== (isAmount || (unit === '' && isMoney(likely)))) {
    return { header, means: null, certainty: 'none' };
  }
  const isSettled = named !== null && (!isMoney(likely) || isAmount);
  return { header, means: meaningOf(likely, isAmount ? unit : ''), certainty: isSettled ? 'certain' : 'likely' };
}

/** Headers by which columns can be told apart: one that is empty, or stands twice and is not certain, has its column behind it. */
export function distinctHeaders(headers: readonly string[], { columns }: ListPlace): string[] {
  const times = new Map<string, number>();
  for (const header of headers) times.set(header, (times.get(header) ?? 0) + 1);
  return headers.map((header, index) => {
    const isAlone = header !== '' && times.get(header) === 1;
    if (isAlone || proposeColumn(header).certainty === 'certain') return header;
    return `${header} #${columnLetters(columns[index] ?? index)}`.trim();
  });
}

/** A mapping that cannot be used; the message says which part and what it holds. */
export class ColumnMappingError extends Error {
  override readonly name = 'ColumnMappingError';
}

const isMeaning = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && (value in LIST_COLUMNS || meantCell(value) !== null));

/**
 * Reads the fields of a mapping: `columns` (header: id of a cell, name of a list column, or null) and, where no column has
 * it, `year`. Throws a `ColumnMappingError` where they say something else.
 */
export function readColumnMapping({ columns = {}, year = null }: { columns?: unknown; year?: unknown }): ColumnMapping {
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

/** Reads a mapping's JSON text. Throws a `ColumnMappingError` where it is none. */
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
  return readColumnMapping(given);
}

/** A mapping as plain fields, which `readColumnMapping` takes back. */
export const columnMappingFields = ({
  columns,
  year,
}: ColumnMapping): { columns: Record<string, string | null>; year?: number } => ({
  columns: Object.fromEntries(columns),
  ...(year === null ? {} : { year }),
});

/** Two mappings as one; what the first says goes before. */
export const joinMappings = (first: ColumnMapping, second: ColumnMapping): ColumnMapping => ({
  columns: new Map([...second.columns, ...first.columns]),
  year: first.year ?? second.year,
});

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
