/** A cell of a Word table while its table is read. */
export interface DocxCell {
  /** What the cell shows, as markup. */
  html: string;
  columns: number;
  /** `restart` begins a cell merged downwards, `continue` is covered by the one above. */
  merge: 'restart' | 'continue' | null;
}

/** A row of a Word table: its cells, and how many columns stand empty before the first. */
export interface DocxRow {
  before: number;
  readonly cells: DocxCell[];
}

interface ShownCell {
  readonly html: string;
  readonly columns: number;
  rows: number;
}

/** The markup of a Word table, its cells merged over columns and rows as Word shows them; what a cell covers is not shown. */
export function docxTableHtml(rows: readonly DocxRow[]): string {
  let above = new Map<string, ShownCell>();
  const shown = rows.map(({ before, cells }) => {
    const here = new Map<string, ShownCell>();
    const row: ShownCell[] = before > 0 ? [{ html: '', columns: before, rows: 1 }] : [];
    let column = before;
    for (const { html, columns, merge } of cells) {
      const place = `${column} ${columns}`;
      column += columns;
      const covering = merge === 'continue' ? above.get(place) : undefined;
      if (covering) {
        covering.rows += 1;
        here.set(place, covering);
        continue;
      }
      const cell = { html: merge === 'continue' ? '' : html, columns, rows: 1 };
      row.push(cell);
      if (merge === 'restart') here.set(place, cell);
    }
    above = here;
    return row;
  });
  const cellHtml = ({ html, columns, rows: height }: ShownCell) =>
    `<td colspan="${columns}" rowspan="${height}">${html}</td>`;
  return `<table>${shown.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('')}</table>`;
}
