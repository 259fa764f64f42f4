import { ReadFailure } from '../failure.ts';
import { docxTableHtml, type DocxCell, type DocxRow } from './docx-tables.ts';
import { isOn, type DocxStyles } from './docx-styles.ts';
import { MOST_CELLS } from './limits.ts';
import { walkXml, type Attributes, type XmlListener } from './xml.ts';

/** Text that was deleted or moved away while changes were tracked, instructions of fields, and second renderings. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'Fallback',
  'sectPr',
  'object',
  'rPrChange',
  'pPrChange',
]);
const MOST_SPAN = 100;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

interface Paragraph {
  html: string;
  /** Text boxes anchored in the paragraph; they are shown after it. */
  boxes: string;
  isContents: boolean;
}

interface Run {
  raised: boolean;
  hidden: boolean;
}

interface Table {
  readonly rows: DocxRow[];
  row: DocxRow | null;
  cell: DocxCell | null;
  isRowDeleted: boolean;
}

/** Collects what Word shows of a document's body as markup of paragraphs and tables. */
class BodyWriter implements XmlListener {
  private readonly outputs: string[] = [''];
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: Table[] = [];
  private run: Run | null = null;
  private skipped = 0;
  private inText = false;
  private inRowProperties = false;
  private cells = 0;
  hasPictures = false;

  constructor(private readonly styles: DocxStyles) {}

  get html(): string {
    return this.outputs[0]!;
  }

  private put(html: string): void {
    this.outputs.push((this.outputs.pop() ?? '') + html);
  }

  private putInline(html: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && !this.run?.hidden) paragraph.html += this.run?.raised ? `<sup>${html}</sup>` : html;
  }

  open(name: string, attributes: Attributes): void {
    if (SKIPPED.has(name)) {
      const mark = this.inRowProperties && name === 'del';
      if (mark) this.tables.at(-1)!.isRowDeleted = true;
      this.skipped += 1;
    }
    if (this.skipped > 0) return;
    const table = this.tables.at(-1);
    switch (name) {
      case 'p':
        this.paragraphs.push({ html: '', boxes: '', isContents: false });
        return;
      case 'pStyle':
        if (this.styles.contents.has(attributes('val') ?? '')) this.paragraphs.at(-1)!.isContents = true;
        return;
      case 'r':
        this.run = { raised: false, hidden: false };
        return;
      case 't':
        this.inText = true;
        return;
      case 'txbxContent':
        this.outputs.push('');
        return;
      case 'tbl':
        this.tables.push({ rows: [], row: null, cell: null, isRowDeleted: false });
        return;
      case 'blip':
      case 'imagedata':
        this.hasPictures = true;
        return;
    }
    if (this.run) this.openInRun(name, attributes);
    if (table) this.openInTable(table, name, attributes);
  }

  private openInRun(name: string, attributes: Attributes): void {
    const run = this.run!;
    const value = attributes('val');
    if (name === 'vertAlign' && value !== 'baseline') run.raised = true;
    else if (name === 'position' && value !== '0') run.raised = true;
    else if (name === 'vanish' && isOn(value)) run.hidden = true;
    else if (name === 'rStyle') {
      run.raised ||= this.styles.raised.has(value ?? '');
      run.hidden ||= this.styles.hidden.has(value ?? '');
    } else if (name === 'tab') this.putInline('\t');
    else if (name === 'br' || name === 'cr') this.putInline('<br>');
    else if (name === 'noBreakHyphen') this.putInline('-');
    // A sign of a font of signs: what it shows is not known, and it must not vanish beside a figure.
    else if (name === 'sym') this.putInline('\u25a1');
    else if (name === 'footnoteReference' || name === 'endnoteReference') this.putInline(' ');
  }

  private openInTable(table: Table, name: string, attributes: Attributes): void {
    const span = () => Math.min(MOST_SPAN, Math.max(1, Number.parseInt(attributes('val') ?? '1', 10) || 1));
    if (name === 'tr') {
      table.row = { before: 0, cells: [] };
      table.isRowDeleted = false;
    } else if (name === 'trPr') this.inRowProperties = true;
    else if (name === 'gridBefore' && table.row) table.row.before = span();
    else if (name === 'tc') {
      this.cells += 1;
      if (this.cells > MOST_CELLS) throw new ReadFailure({ what: 'too-much', of: 'cells', limit: MOST_CELLS });
      table.cell = { html: '', columns: 1, merge: null };
      this.outputs.push('');
    } else if (name === 'gridSpan' && table.cell) table.cell.columns = span();
    else if (name === 'vMerge' && table.cell)
      table.cell.merge = attributes('val') === 'restart' ? 'restart' : 'continue';
  }

  text(data: string): void {
    if (this.inText && this.skipped === 0) this.putInline(escaped(data));
  }

  close(name: string): void {
    if (SKIPPED.has(name)) {
      this.skipped -= 1;
      return;
    }
    if (this.skipped > 0) return;
    switch (name) {
      case 'p':
        this.closeParagraph();
        return;
      case 'r':
        this.run = null;
        return;
      case 't':
        this.inText = false;
        return;
      case 'trPr':
        this.inRowProperties = false;
        return;
      case 'txbxContent':
        this.closeBox();
        return;
      case 'tc':
      case 'tr':
      case 'tbl':
        this.closeInTable(name);
    }
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    if (!paragraph.isContents) this.put(`<p>${paragraph.html}</p>`);
    this.put(paragraph.boxes);
  }

  private closeBox(): void {
    const box = this.outputs.pop() ?? '';
    const paragraph = this.paragraphs.at(-1);
    if (paragraph) paragraph.boxes += box;
    else this.put(box);
  }

  private closeInTable(name: 'tc' | 'tr' | 'tbl'): void {
    const table = this.tables.at(-1);
    if (!table) return;
    if (name === 'tc' && table.cell) {
      table.cell.html = this.outputs.pop() ?? '';
      table.row?.cells.push(table.cell);
      table.cell = null;
    } else if (name === 'tr' && table.row) {
      if (!table.isRowDeleted) table.rows.push(table.row);
      table.row = null;
    } else if (name === 'tbl') {
      this.tables.pop();
      this.put(docxTableHtml(table.rows));
    }
  }
}

/** What a Word document shows, as markup of paragraphs and tables, and whether pictures stand in it. */
export interface DocxBody {
  readonly html: string;
  readonly hasPictures: boolean;
}

/**
 * Reads the main part of a .docx as Word shows it with every change accepted: no deleted text, no hidden text, no headers
 * and footers, results of fields as they were saved, merged cells once.
 */
export function readDocxBody(bytes: Uint8Array, styles: DocxStyles): DocxBody {
  const writer = new BodyWriter(styles);
  walkXml(bytes, writer);
  return { html: writer.html, hasPictures: writer.hasPictures };
}
