import type { SheetField } from '../store/sheet-field.ts';
import type { ChartTable, TableCell } from '../charts/table.ts';

/** A value of a figure: what the table shows and what a spreadsheet gets. */
export interface FigureValue extends TableCell {
  readonly csv: SheetField;
}

/** The rows of a figure, once for the eye and once for a spreadsheet. */
export interface FigureRows {
  readonly table: ChartTable;
  readonly csv: readonly (readonly SheetField[])[];
}

/** A column of a figure's rows. */
export interface FigureColumn<Row> {
  readonly label: string;
  readonly numeric: boolean;
  /** Unit of the bare numbers in a spreadsheet; left out where the numbers are counted without one. */
  readonly unit?: string | undefined;
  readonly value: (row: Row) => FigureValue;
}

/** Words in a cell. */
export const textValue = (text: string): FigureValue => ({ text, csv: text });

/** A figure in a cell, as written; where there is none the reason stands in the table and nothing in the spreadsheet. */
export const numberValue = (value: number | null, format: (value: number) => string, reason = '—'): FigureValue =>
  value === null ? { text: reason, gap: reason !== '—', csv: null } : { text: format(value), csv: value };

/** Rows laid out by columns. */
export function figureRows<Row>(rows: readonly Row[], columns: readonly FigureColumn<Row>[]): FigureRows {
  const values = rows.map((row) => columns.map(({ value }) => value(row)));
  return {
    table: { columns: columns.map(({ label, numeric }) => ({ label, numeric })), rows: values },
    csv: [
      columns.map(({ label, unit }) => (unit ? `${label} (${unit})` : label)),
      ...values.map((cells) => cells.map(({ csv }) => csv)),
    ],
  };
}
