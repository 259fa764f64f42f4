import { meantCell, type ColumnMapping } from '../../read/column-mapping.ts';
import { readWideList } from '../../read/figures-csv.ts';
import type { OutlinedTable } from '../../read/list-outline.ts';
import { rowName } from '../../read/list-place.ts';
import type { ListTrouble } from '../../read/list-trouble.ts';
import type { GapReason } from '../../read/report.ts';

/** A cell of a line as it would be read: its figure, or the reason of its gap; null where the line has no such column. */
export type PreviewedCell =
  { readonly value: number } | { readonly reason: GapReason; readonly raw: string | null } | null;

/** A line of a list as it would be read; without body where it is left out, for the troubles that are told. */
export interface PreviewedLine {
  readonly row: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly cells: readonly PreviewedCell[];
  readonly troubles: readonly ListTrouble[];
}

/** The first lines of a list as they would be read, and the cells that stand in their columns. */
export interface ListPreview {
  readonly cells: readonly string[];
  readonly lines: readonly PreviewedLine[];
}

/** Reads the first lines of a list by a mapping, as the whole would be read. */
export async function previewList(tables: readonly OutlinedTable[], mapping: ColumnMapping): Promise<ListPreview> {
  const cells = new Set<string>();
  for (const means of mapping.columns.values()) {
    const meant = meantCell(means ?? '');
    if (meant) cells.add(meant.cell.id);
  }
  const lines: PreviewedLine[] = [];
  for (const { records, place, format } of tables) {
    if (format !== 'csv-wide') continue;
    const [header, ...rest] = records;
    const troubles = new Map<number, ListTrouble[]>();
    for await (const item of readWideList(records, mapping, place)) {
      if (item.kind === 'problem') troubles.set(item.line, [...(troubles.get(item.line) ?? []), item.trouble]);
      else {
        const { report, line, body, year } = item;
        const read = [...cells].map((id): PreviewedCell => {
          const cell = report.cells.find((one) => one.id === id);
          const gap = report.gaps.find((one) => one.id === id);
          return cell ? { value: cell.value } : gap ? { reason: gap.reason, raw: gap.raw } : null;
        });
        lines.push({ row: rowName(place.sheet, line), body, year, cells: read, troubles: troubles.get(line) ?? [] });
      }
    }
    const taken = new Set(lines.map(({ row }) => row));
    for (const { line } of header ? rest : []) {
      const row = rowName(place.sheet, line);
      if (!taken.has(row)) lines.push({ row, body: null, year: null, cells: [], troubles: troubles.get(line) ?? [] });
    }
    if (lines.length > 0) {
      const order = new Map(rest.map(({ line }, index) => [rowName(place.sheet, line), index]));
      lines.sort((one, other) => (order.get(one.row) ?? 0) - (order.get(other.row) ?? 0));
      break;
    }
  }
  return { cells: [...cells], lines };
}
