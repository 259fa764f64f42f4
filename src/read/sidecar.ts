import { ColumnMappingError, NO_MAPPING, readColumnMapping, type ColumnMapping } from './column-mapping.ts';
import { type Correction, correctionTrouble } from './correction.ts';

/** What a person says of one report: whose it is and of which year, and its corrections, at most one a cell. */
export interface SaidOfReport {
  /** Address the report was published at. */
  readonly source: string | null;
  readonly body: string | null;
  /** Report year, not the year of publication. */
  readonly year: number | null;
  /** Region from province down, e.g. `河南省平顶山市叶县`. */
  readonly region: string | null;
  /** Figures corrected by hand, at most one correction a cell. */
  readonly corrections: readonly Correction[];
}

/** What a person knows about a document beside the document itself; it goes before what the document says. */
export interface Sidecar extends SaidOfReport {
  /** What the columns of a list stand for. */
  readonly mapping: ColumnMapping;
  /** What is said of single reports of a list, by the name of their row (`汇总!4`). */
  readonly rows: ReadonlyMap<string, SaidOfReport>;
}

/** A sidecar that gives nothing. */
export const NO_SIDECAR: Sidecar = {
  source: null,
  body: null,
  year: null,
  region: null,
  corrections: [],
  mapping: NO_MAPPING,
  rows: new Map(),
};

/** A sidecar that cannot be used; the message says which field and what it holds. */
export class SidecarError extends Error {
  override readonly name = 'SidecarError';
}

// The OGI Regulations first asked for an annual report for 2008.
const FIRST_YEAR = 2008;
const LAST_YEAR = 2100;

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFigure = (value: unknown): value is number | null => value === null || typeof value === 'number';

const isTextOrNothing = (value: unknown): value is string | null | undefined =>
  value === undefined || value === null || typeof value === 'string';

function textField(fields: Fields, key: string): string | null {
  const value = fields[key] ?? null;
  if (value === null) return null;
  if (typeof value !== 'string' || value.trim() === '') {
    throw new SidecarError(`"${key}" must be a text that is not empty, found ${JSON.stringify(value)}`);
  }
  return value.trim();
}

function yearField(fields: Fields): number | null {
  const value = fields['year'] ?? null;
  if (value === null) return null;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < FIRST_YEAR || value > LAST_YEAR) {
    throw new SidecarError(
      `"year" must be a whole number from ${FIRST_YEAR} to ${LAST_YEAR}, found ${JSON.stringify(value)}`,
    );
  }
  return value;
}

function readCorrection(entry: unknown): Correction {
  const refuse = (why: string) =>
    new SidecarError(
      `"corrections" must be a list of cells with their figures: ${why}, found ${JSON.stringify(entry)}`,
    );
  if (!isObject(entry)) throw refuse('an object each');
  const { cell, before, after, made_at: madeAt, reason } = entry;
  if (typeof cell !== 'string') throw refuse('"cell" must name a cell of the form');
  if (!isFigure(after)) throw refuse('"after" must be a number, or null');
  if (before !== undefined && !isFigure(before)) throw refuse('"before" must be a number, or null');
  if (typeof madeAt !== 'string') throw refuse('"made_at" must say when');
  if (!isTextOrNothing(reason)) throw refuse('"reason" must be a text');
  const correction: Correction = {
    cell,
    after,
    madeAt,
    ...(before === undefined ? {} : { before }),
    ...(reason == null ? {} : { reason }),
  };
  const trouble = correctionTrouble(correction);
  if (trouble !== null) throw refuse(trouble);
  return correction;
}

function correctionsField(fields: Fields): Correction[] {
  const value = fields['corrections'] ?? [];
  if (!Array.isArray(value)) {
    throw new SidecarError(`"corrections" must be a list, found ${JSON.stringify(value)}`);
  }
  const corrections = value.map(readCorrection);
  const seen = new Set<string>();
  for (const { cell } of corrections) {
    if (seen.has(cell)) throw new SidecarError(`"corrections" gives ${cell} twice`);
    seen.add(cell);
  }
  return corrections;
}

function readSaid(fields: Fields): SaidOfReport {
  const source = textField(fields, 'source');
  if (source !== null && !/^https?:\/\/[^\s/]/.test(source)) {
    throw new SidecarError(`"source" must be an http or https address, found ${JSON.stringify(source)}`);
  }
  return {
    source,
    body: textField(fields, 'body'),
    year: yearField(fields),
    region: textField(fields, 'region'),
    corrections: correctionsField(fields),
  };
}

function mappingField(fields: Fields, year: number | null): ColumnMapping {
  try {
    return readColumnMapping({ columns: fields['columns'], year });
  } catch (error) {
    if (!(error instanceof ColumnMappingError)) throw error;
    throw new SidecarError(error.message, { cause: error });
  }
}

function rowsField(fields: Fields): Map<string, SaidOfReport> {
  const value = fields['rows'] ?? {};
  if (!isObject(value)) throw new SidecarError(`"rows" must be an object of rows, found ${JSON.stringify(value)}`);
  const rows = new Map<string, SaidOfReport>();
  for (const [row, said] of Object.entries(value)) {
    if (!isObject(said)) throw new SidecarError(`row "${row}" must be an object, found ${JSON.stringify(said)}`);
    rows.set(row, readSaid(said));
  }
  return rows;
}

/**
 * Reads a sidecar: a JSON object with any of `source` (http or https address), `body`, `year`, `region`, `corrections`
 * (a list of `cell`, `after`, `made_at`, and `before` and `reason` where known), and beside a list `columns` (a mapping of
 * its columns) and `rows` (the same fields of a report, by the name of its row); other fields are its author's own. Throws
 * `SidecarError` when a field cannot be what it says.
 */
export function parseSidecar(text: string): Sidecar {
  let fields: unknown;
  try {
    fields = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new SidecarError(`it is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  if (!isObject(fields)) throw new SidecarError('it must hold one JSON object');
  const said = readSaid(fields);
  return { ...said, mapping: mappingField(fields, said.year), rows: rowsField(fields) };
}
