import { type SheetField, toCsv } from '../store/sheet-field.ts';
import type { DatasetFacts } from '../store/dataset-facts.ts';
import { type ExportedFigure, markedSheet } from './exports/exported-figure.ts';
import type { Messages } from './messages/zh.ts';

/** A kind of file that a figure's rows are saved as. */
export type RowsFormat = 'csv' | 'xlsx' | 'json' | 'parquet';

const CSV_TYPE = 'text/csv;charset=utf-8';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a file to the reader's downloads. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name.replaceAll(/[\\/:*?"<>|\s]+/g, '-');
  link.click();
  // The browser reads the file after the click; taking the address away at once would empty it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What a file is named: made-up figures say so before anything else. */
const exportName = (title: string, facts: DatasetFacts, messages: Messages, ending: string): string =>
  `${facts.synthetic ? `${messages.synthetic}-` : ''}${title}.${ending}`;

/** Saves a file made from a dataset. */
export const saveMade = (title: string, file: Blob, ending: string, facts: DatasetFacts, messages: Messages): void =>
  saveFile(exportName(title, facts, messages, ending), file);

/** Saves rows that are no figures of a dataset as CSV. */
export function saveTable(title: string, rows: readonly (readonly SheetField[])[]): void {
  saveFile(`${title}.csv`, new Blob([toCsv(rows)], { type: CSV_TYPE }));
}

/** Saves rows as CSV; every row names its dataset and whether its figures are made up. */
export function saveCsv(
  title: string,
  sheet: readonly (readonly SheetField[])[],
  facts: DatasetFacts,
  messages: Messages,
): void {
  const marked = markedSheet({ sheet, definition: '' }, facts, messages);
  saveMade(title, new Blob([toCsv(marked)], { type: CSV_TYPE }), 'csv', facts, messages);
}

// The writers are fetched when a file is asked for.
const WRITERS: Record<
  RowsFormat,
  (figure: ExportedFigure, facts: DatasetFacts, messages: Messages) => Promise<Blob> | Blob
> = {
  csv: (figure, facts, messages) => new Blob([toCsv(markedSheet(figure, facts, messages))], { type: CSV_TYPE }),
  xlsx: (figure, facts, messages) => workbookOf([figure], facts, messages),
  json: async (figure, facts) => {
    const { rowsJson } = await import('./exports/rows-json.ts');
    return new Blob([rowsJson(figure, facts)], { type: 'application/json' });
  },
  parquet: async (figure, facts, messages) => {
    const { rowsParquet } = await import('./exports/rows-parquet.ts');
    return new Blob([rowsParquet(figure, facts, messages)], { type: 'application/vnd.apache.parquet' });
  },
};

async function workbookOf(figures: readonly ExportedFigure[], facts: DatasetFacts, messages: Messages): Promise<Blob> {
  const { figuresWorkbook } = await import('./exports/figures-workbook.ts');
  return new Blob([figuresWorkbook(figures, facts, messages)], { type: XLSX_TYPE });
}

/** Saves the rows of a figure as a file of a kind. */
export async function saveRows(
  format: RowsFormat,
  figure: ExportedFigure,
  facts: DatasetFacts,
  messages: Messages,
): Promise<void> {
  saveMade(figure.title, await WRITERS[format](figure, facts, messages), format, facts, messages);
}

/** Saves a figure as PNG, with its notice of made-up figures and its source. */
export async function savePng(
  title: string,
  figure: HTMLElement,
  facts: DatasetFacts,
  messages: Messages,
): Promise<void> {
  const { toPng } = await import('../charts/png.ts');
  saveFile(exportName(title, facts, messages, 'png'), await toPng(figure));
}

/** Saves a figure as SVG, with its notice of made-up figures and its source. */
export async function saveSvg(
  title: string,
  figure: HTMLElement,
  facts: DatasetFacts,
  messages: Messages,
): Promise<void> {
  const { toSvg } = await import('../charts/svg.ts');
  saveFile(exportName(title, facts, messages, 'svg'), new Blob([toSvg(figure)], { type: 'image/svg+xml' }));
}
