import { type SheetField, toCsv } from '../store/sheet-field.ts';
import type { DatasetFacts } from '../store/dataset-facts.ts';
import type { Messages } from './messages/zh.ts';

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
  saveFile(`${title}.csv`, new Blob([toCsv(rows)], { type: 'text/csv;charset=utf-8' }));
}

/** Saves rows as CSV; every row names its dataset and whether its figures are made up. */
export function saveCsv(
  title: string,
  [head, ...rows]: readonly (readonly SheetField[])[],
  facts: DatasetFacts,
  messages: Messages,
): void {
  const origin = [facts.name, facts.fingerprint, facts.synthetic ? messages.synthetic : messages.published];
  const marked = [
    [...(head ?? []), messages.dataset, messages.fingerprint, messages.nature],
    ...rows.map((row) => [...row, ...origin]),
  ];
  saveFile(exportName(title, facts, messages, 'csv'), new Blob([toCsv(marked)], { type: 'text/csv;charset=utf-8' }));
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
