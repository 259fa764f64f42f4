import type { Edition } from '../form/edition.ts';
import { PUBLICATION_BLOCKS } from '../form/publication.ts';
import { isFigure } from './pieces.ts';
import { columnKeys, nameOf, wordingsOf } from './publication-names.ts';
import { orderOf } from './row-order.ts';
import type { PublicationRowFound } from './table-scan.ts';

/** A row of table 2 with the name it goes by, and whether its figures fit the columns above it. */
export interface PublicationRow {
  /** Null where the row has no label, and its place does not tell it. */
  readonly name: string | null;
  readonly columns: readonly string[];
  /** The row has figures, one for each column and each such as its column may hold. */
  readonly fits: boolean;
  readonly found: PublicationRowFound;
}

/** Rows of the form that follow one another under columns of the same names. */
interface Run {
  readonly columns: ReadonlySet<string>;
  readonly names: string[];
}

function runsOf(edition: Edition): Run[] {
  const runs: Run[] = [];
  for (const block of PUBLICATION_BLOCKS[edition]) {
    const keys = columnKeys(block);
    const last = runs.at(-1);
    const names = block.rows.flatMap(wordingsOf);
    if (last && hasColumns(last, keys)) last.names.push(...names);
    else runs.push({ columns: new Set(keys), names });
  }
  return runs;
}

/** Whether these are the run's columns, in whatever order. */
const hasColumns = ({ columns }: Run, keys: readonly string[]): boolean =>
  keys.length === columns.size && keys.every((key) => columns.has(key)) && new Set(keys).size === keys.length;

const RUNS: Record<Edition, readonly Run[]> = { '2019': runsOf('2019'), '2021': runsOf('2021') };
const ORDER: Record<Edition, readonly string[]> = {
  '2019': PUBLICATION_BLOCKS['2019'].flatMap(({ rows }) => rows.map(nameOf)),
  '2021': PUBLICATION_BLOCKS['2021'].flatMap(({ rows }) => rows.map(nameOf)),
};

/** The rows of a printing, cut where the names of the columns change. */
function byColumns(rows: readonly PublicationRow[]): PublicationRow[][] {
  const cut: PublicationRow[][] = [];
  for (const row of rows) {
    const last = cut.at(-1);
    if (last && last[0]!.columns.join(' ') === row.columns.join(' ')) last.push(row);
    else cut.push([row]);
  }
  return cut;
}

/** Whether a row shows that figures or labels around it moved: it has figures, and no name or not one for each column. */
function isOdd(row: PublicationRow, run: Run): boolean {
  const { row: found, foreign } = row.found;
  if (!found.values.some(isFigure)) return false;
  if (row.name === null) return !foreign;
  return !run.names.includes(row.name) || !row.fits;
}

/** Rows that stand out of the form's order, or whose label may have slipped from a neighbouring row. */
function misplacedRows(rows: readonly PublicationRow[], edition: Edition): PublicationRow[] {
  const form = ORDER[edition];
  const filled = ({ found: { row } }: PublicationRow) =>
    row.values.filter(({ figure }) => figure.kind !== 'blank').length;
  const { displaced, slipped } = orderOf(
    rows.map((row) => ({
      key: row.name,
      rows: Math.ceil(filled(row) / Math.max(1, row.columns.length)),
      isBare: row.name === null && !row.found.foreign,
    })),
    form,
    (name) => form.indexOf(name),
  );
  // A block under a header of its own may stand anywhere.
  const isToldByHeader = ({ columns }: PublicationRow) =>
    RUNS[edition].filter((run) => hasColumns(run, columns)).length === 1 &&
    PUBLICATION_BLOCKS[edition].filter((block) => columnKeys(block).join(' ') === columns.join(' ')).length === 1;
  return rows.filter((row, index) => (displaced.has(index) && !isToldByHeader(row)) || slipped.has(index));
}

/** Rows whose next row of the form is lost: what is lost may have begun inside them, and the end of another follows. */
function rowsBeforeLost(rows: readonly PublicationRow[], edition: Edition): PublicationRow[] {
  const form = ORDER[edition];
  const present = new Set(rows.map(({ name }) => name));
  return rows.slice(0, -1).filter(({ name }) => {
    const next = name === null ? -1 : form.indexOf(name) + 1;
    return next > 0 && next < form.length && !present.has(form[next]!);
  });
}

/**
 * Rows of a printing of table 2 whose figures are not certain. No sum binds them, so that label and header alone are
 * evidence: the header must be one of the form's, and no row under it may show that something moved.
 */
export function doubtedPublication(
  rows: readonly PublicationRow[],
  edition: Edition | null,
): ReadonlySet<PublicationRow> {
  const runs = edition === null ? [...RUNS['2021'], ...RUNS['2019']] : RUNS[edition];
  const doubted = byColumns(rows).filter((cut) => {
    const fitting = runs.filter((run) => hasColumns(run, cut[0]!.columns));
    return !fitting.some((run) => !cut.some((row) => isOdd(row, run)));
  });
  const due = edition ?? '2021';
  return new Set([...doubted.flat(), ...misplacedRows(rows, due), ...rowsBeforeLost(rows, due)]);
}
