import { editionDue } from '../form/edition.ts';
import { decodeDocument } from './decode.ts';
import { evidence } from './evidence.ts';
import { ReadFailure } from './failure.ts';
import { isHeaderFragment } from './form-label.ts';
import { readHtmlLayout } from './html-layout.ts';
import type { Layout } from './layout.ts';
import { cutLine } from './pieces.ts';
import { readProse } from './prose.ts';
import type { Report, Span } from './report.ts';
import { sectionHeading } from './sections.ts';
import type { TablesFound } from './table-scan.ts';
import { readTables, scanTables } from './tables.ts';
import { readTextLayout } from './text-layout.ts';

// Formats that are containers of their own, by their first bytes.
const CONTAINERS: readonly [string, string][] = [
  ['%PDF', 'PDF'],
  ['PK\u0003\u0004', 'Word, Excel or ZIP'],
  ['\u00d0\u00cf\u0011\u00e0', 'Word or Excel 97'],
  ['\u0089PNG', 'PNG picture'],
  ['\u00ff\u00d8\u00ff', 'JPEG picture'],
  ['GIF8', 'GIF picture'],
  ['II*\u0000', 'TIFF picture'],
  ['Rar!', 'RAR archive'],
  ['7z\u00bc\u00af', '7-Zip archive'],
];

function refuseContainers(bytes: Uint8Array): void {
  const first = String.fromCharCode(...bytes.subarray(0, 8));
  const container = CONTAINERS.find(([magic]) => first.startsWith(magic));
  if (container) {
    throw new ReadFailure(
      'format-unsupported',
      `${container[1]} is not read yet: save the page as HTML, or its text as .txt`,
    );
  }
}

const looksLikeHtml = (text: string): boolean =>
  /<(?:!doctype html|html|head|body|table|div|p|span|h[1-6]|meta)[\s>]/i.test(text.slice(0, 4000));

/** Lines that are not cells of the form's tables; a row of any other table is a line with tabs. */
function proseLines({ text, blocks }: Layout, found: TablesFound): Span[] {
  const tableAt = (offset: number) => found.zones.findLast((zone) => zone.start <= offset)?.table ?? null;
  const isTabular = (span: Span) => {
    const { pieces, bars } = cutLine(text, span);
    return (
      bars > 0 ||
      pieces.every((piece) => piece.figure.kind !== 'text' || piece.labels.length > 0 || isHeaderFragment(piece.raw))
    );
  };
  return blocks.flatMap((block) => {
    if (block.kind === 'grid') {
      const inTable = found.zones.some(
        (zone) => zone.table !== null && zone.start >= block.span.start && zone.start < block.span.end,
      );
      if (inTable || tableAt(block.span.start) !== null) return [];
      return block.rows.map((row) => ({ start: row[0]!.span.start, end: row.at(-1)!.span.end }));
    }
    if (block.isLink) return [];
    const heading = sectionHeading(text.slice(block.span.start, block.span.end)) !== null;
    return heading || tableAt(block.span.start) === null || !isTabular(block.span) ? [block.span] : [];
  });
}

const SECTIONS_OF_A_REPORT = 2;
const LABELS_OF_A_REPORT = 8;

/**
 * Reads one published report from its bytes: figures, gaps, claims and passages, each with its place in the text.
 * The name tells nothing of the body or the year; only the document does. Throws a ReadFailure where the document
 * is no report, is empty, lost its characters, or is of a format that is not read.
 */
export function readReport(bytes: Uint8Array, name: string): Report {
  refuseContainers(bytes);
  const { text, charset } = decodeDocument(bytes);
  if (text.trim() === '') throw new ReadFailure('empty', `${name} holds no text`);
  const layout = looksLikeHtml(text) ? readHtmlLayout(text) : readTextLayout(text);
  const found = scanTables(layout);
  const prose = readProse(layout.text, proseLines(layout, found));
  const sections = new Set(prose.passages.map((passage) => passage.section).filter((section) => section > 0));
  if (sections.size < SECTIONS_OF_A_REPORT && found.labelsMet < LABELS_OF_A_REPORT) {
    throw new ReadFailure('not-a-report', `${name} has neither the sections nor the tables of an annual report`);
  }
  const tornAt = /\d$/.test(text) ? layout.text.trimEnd().length : null;
  const tables = readTables(found, { year: prose.year, tornAt });
  return {
    body: prose.body,
    year: prose.year,
    published: prose.published,
    scope: prose.scope,
    edition: tables.edition ?? (prose.year === null ? null : editionDue(prose.year)),
    cells: tables.cells,
    gaps: tables.gaps,
    claims: prose.claims,
    passages: prose.passages,
    evidence: [...prose.evidence, ...tables.evidence, evidence('charset', charset, null)],
    text: layout.text,
  };
}
