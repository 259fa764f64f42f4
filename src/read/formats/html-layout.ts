import { isWhiteSpace } from '../characters.ts';
import { ReadFailure } from '../failure.ts';
import type { Element } from './html-elements.ts';
import { walkPage, type PageListener } from './html-parser.ts';
import type { Block, GridCell, Layout } from './layout.ts';
import { MOST_CELLS, MOST_CHARACTERS, MOST_COLUMNS } from './limits.ts';

// A cell as long as this holds an article, not a figure or a label, however its label is broken into lines.
const ARTICLE_LINES = 8;
const ARTICLE_CHARACTERS = 150;

interface OpenLine {
  start: number;
  end: number;
  isLink: boolean;
}

interface OpenCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly start: number;
  readonly lines: OpenLine[];
}

interface OpenTable {
  readonly rows: GridCell[][];
  /** Lines of cells that turn out to hold a table themselves: the table is there for its layout. */
  readonly lines: OpenLine[];
  readonly start: number;
  layout: boolean;
  row: GridCell[] | null;
  cell: OpenCell | null;
  /** For each column, how many further rows a merged cell above covers. */
  readonly covered: number[];
}

const spanCount = (value: string | undefined): number => {
  const count = Number.parseInt(value ?? '1', 10);
  return count >= 1 && count <= 100 ? count : 1;
};

const tooMuch = (of: 'characters' | 'cells' | 'columns', limit: number) =>
  new ReadFailure({ what: 'too-much', of, limit });

const lineBlock = ({ start, end, isLink }: OpenLine): Block => ({ kind: 'line', span: { start, end }, isLink });

/** Collects a page's text in reading order, its lines, and its tables with their merged cells. */
class PageWriter implements PageListener {
  private readonly parts: string[] = [];
  private length = 0;
  /** Cells and rows so far: a row without cells takes its room too. */
  private cells = 0;
  private line: OpenLine | null = null;
  private inLink = false;
  private space = false;
  private skipped = 0;
  private readonly blocks: Block[] = [];
  private readonly tables: OpenTable[] = [];

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    if (this.length > MOST_CHARACTERS) throw tooMuch('characters', MOST_CHARACTERS);
  }

  private countCell(): void {
    this.cells += 1;
    if (this.cells > MOST_CELLS) throw tooMuch('cells', MOST_CELLS);
  }

  text(source: string, start: number, end: number): void {
    if (this.skipped > 0) return;
    let from = start;
    for (let index = start; index < end; index += 1) {
      if (!isWhiteSpace(source.charCodeAt(index))) continue;
      if (index > from) this.word(source.slice(from, index));
      this.space = true;
      from = index + 1;
    }
    if (from < end) this.word(source.slice(from, end));
  }

  private word(word: string): void {
    // Words that a lost tag left between two cells of a row are a cell of their own.
    const table = this.tables.at(-1);
    if (table?.row && !table.cell) this.openCell(table, 1, 1);
    if (this.line === null) this.line = { start: this.length, end: this.length, isLink: true };
    else if (this.space) this.write(' ');
    this.space = false;
    this.write(word);
    this.line.end = this.length;
    this.line.isLink &&= this.inLink;
  }

  /** Ends the line in hand: a cell keeps its lines together, the page gets one block a line. */
  private breakLine(): void {
    this.space = false;
    if (this.line === null) return;
    const table = this.tables.at(-1);
    if (table?.cell) table.cell.lines.push(this.line);
    else this.blocks.push(lineBlock(this.line));
    this.line = null;
    this.write(table?.cell && !table.layout ? ' ' : '\n');
  }

  private openTable(): void {
    this.breakLine();
    for (const outer of this.tables) outer.layout = true;
    this.tables.push({ rows: [], lines: [], start: this.length, layout: false, row: null, cell: null, covered: [] });
  }

  private openRow(table: OpenTable): void {
    this.closeRow(table);
    this.countCell();
    table.row = [];
  }

  private openCell(table: OpenTable, columns: number, rows: number): void {
    this.closeCell(table);
    this.countCell();
    table.row ??= [];
    let column = table.row.reduce((next, cell) => Math.max(next, cell.column + cell.columns), 0);
    while ((table.covered[column] ?? 0) > 0) column += 1;
    if (column > MOST_COLUMNS) throw tooMuch('columns', MOST_COLUMNS);
    table.cell = { column, columns, rows, start: this.length, lines: [] };
  }

  private closeCell(table: OpenTable): void {
    const { cell, row } = table;
    this.breakLine();
    if (!cell || !row) return;
    const [first] = cell.lines;
    const last = cell.lines.at(-1);
    const span = first && last ? { start: first.start, end: last.end } : { start: cell.start, end: cell.start };
    row.push({ span, column: cell.column, columns: cell.columns, rows: cell.rows });
    table.lines.push(...cell.lines);
    if (cell.lines.length > ARTICLE_LINES && span.end - span.start > ARTICLE_CHARACTERS) table.layout = true;
    table.cell = null;
    this.write('\t');
  }

  private closeRow(table: OpenTable): void {
    this.closeCell(table);
    if (!table.row) return;
    const { row, covered } = table;
    for (let column = 0; column < covered.length; column += 1)
      covered[column] = Math.max(0, (covered[column] ?? 0) - 1);
    for (const cell of row) {
      for (let column = cell.column; column < cell.column + cell.columns; column += 1) {
        covered[column] = Math.max(covered[column] ?? 0, cell.rows - 1);
      }
    }
    if (row.length > 0) table.rows.push(row);
    table.row = null;
    this.write('\n');
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    this.closeRow(table);
    if (table.layout) this.blocks.push(...table.lines.map(lineBlock));
    else if (table.rows.length > 0) {
      this.blocks.push({ kind: 'grid', rows: table.rows, span: { start: table.start, end: this.length } });
    }
  }

  /** A name for a place on the same page is no link away from it. */
  private openLink(address: string | undefined): void {
    this.inLink = address !== undefined && address !== '' && !address.startsWith('#');
  }

  open({ role }: Element, attributes: ReadonlyMap<string, string>): void {
    const table = this.tables.at(-1);
    switch (role) {
      case 'skipped':
        this.skipped += 1;
        return;
      case 'inline':
        return;
      case 'link':
        this.openLink(attributes.get('href'));
        return;
      case 'raised':
        // A raised footnote number must not become one more digit of the figure before it.
        this.space = true;
        return;
      case 'table':
        this.openTable();
        return;
      case 'row':
        if (table) this.openRow(table);
        else this.breakLine();
        return;
      case 'cell':
        if (table) this.openCell(table, spanCount(attributes.get('colspan')), spanCount(attributes.get('rowspan')));
        else this.breakLine();
        return;
      case 'block':
        this.breakLine();
    }
  }

  close({ role }: Element): void {
    const table = this.tables.at(-1);
    switch (role) {
      case 'skipped':
        this.skipped = Math.max(0, this.skipped - 1);
        return;
      case 'inline':
        return;
      case 'link':
        this.inLink = false;
        return;
      case 'raised':
        this.space = true;
        return;
      case 'table':
        if (table) this.closeTable();
        else this.breakLine();
        return;
      case 'row':
        if (table) this.closeRow(table);
        else this.breakLine();
        return;
      case 'cell':
        if (table) this.closeCell(table);
        else this.breakLine();
        return;
      case 'block':
        this.breakLine();
    }
  }

  finish(): Layout {
    while (this.tables.length > 0) this.closeTable();
    this.breakLine();
    const blocks = this.blocks.sort((a, b) => a.span.start - b.span.start);
    return { text: this.parts.join(''), blocks };
  }
}

/**
 * A page's text as a reader sees it, with its lines and tables: a paragraph is a line, a table row a line with tabs.
 * A table that holds tables is page layout and gives its lines. Scripts, styles and form controls are left out. Throws a
 * ReadFailure where the page is larger or deeper than any report.
 */
export function readHtmlLayout(html: string): Layout {
  const writer = new PageWriter();
  walkPage(html, writer);
  return writer.finish();
}
