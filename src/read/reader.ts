import { editionDue } from '../form/edition.ts';
import { bodyDisagreement, yearDisagreement } from './disagreements.ts';
import { DocumentLines } from './document-lines.ts';
import { evidence } from './evidence.ts';
import { ReadFailure } from './failure.ts';
import { readFileName } from './file-name.ts';
import { isHeaderFragment } from './form-label.ts';
import type { OpenedDocument } from './formats/document.ts';
import type { Layout } from './formats/layout.ts';
import { openCharacters, openDocument, type Openers } from './formats/open-document.ts';
import { readProse, type Prose } from './prose.ts';
import type { Evidence, Report, Span } from './report.ts';
import type { TablesFound } from './table-scan.ts';
import { readTables, scanTables, type TablesRead } from './tables.ts';

/** Lines that are not cells of the form's tables; a row of any other table is a line with tabs. */
function proseLines({ blocks }: Layout, found: TablesFound, lines: DocumentLines): Span[] {
  const tableAt = (offset: number) => found.zones.findLast((zone) => zone.start <= offset)?.table ?? null;
  const isTabular = (span: Span) => {
    const { pieces, bars } = lines.cut(span);
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
      return block.rows
        .filter((row) => row.length > 0)
        .map((row) => ({ start: row[0]!.span.start, end: row.at(-1)!.span.end }));
    }
    if (block.isLink) return [];
    const isProse = tableAt(block.span.start) === null || lines.heading(block.span) !== null || !isTabular(block.span);
    return isProse ? [block.span] : [];
  });
}

const SECTIONS_OF_A_REPORT = 2;
const LABELS_OF_A_REPORT = 8;

/** What the file's name says, and where it or the document's own places contradict each other. */
function nameEvidence({ said }: Prose, name: string): Evidence[] {
  const { body, year } = readFileName(name);
  const told = [body?.value, year?.value].filter((value) => value !== undefined);
  return [
    ...(told.length === 0 ? [] : [evidence('file-name', told.join(' '), null)]),
    ...yearDisagreement([...said.years, ...(year ? [year] : [])]),
    ...bodyDisagreement([...said.bodies, ...(body ? [body] : [])]),
  ];
}

/** That a report is older than the uniform form, or has none of its tables. */
function formEvidence(year: number | null, tables: TablesRead): Evidence[] {
  if (year !== null && editionDue(year) === null)
    return [evidence('form-unknown', `the uniform form begins with report year 2019, this is ${year}`, null)];
  const hasTable = tables.evidence.some(({ kind }) => kind === 'table-found');
  return hasTable ? [] : [evidence('form-unknown', 'no table of the form', null)];
}

/**
 * Reads one published report from its opened document: figures, gaps, claims and passages, each with its place in the
 * text. Throws a ReadFailure where the document is no report.
 */
export function readOpened({ layout, charset, isTorn, name }: OpenedDocument): Report {
  const lines = new DocumentLines(layout.text);
  const found = scanTables(layout, lines);
  const prose = readProse(lines, proseLines(layout, found, lines));
  const sections = new Set(prose.passages.map((passage) => passage.section).filter((section) => section > 0));
  if (sections.size < SECTIONS_OF_A_REPORT && found.labelsMet < LABELS_OF_A_REPORT) {
    throw new ReadFailure({ what: 'not-a-report' });
  }
  const tables = readTables(found, { year: prose.year, tornAt: isTorn ? layout.text.trimEnd().length : null });
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
    evidence: [
      ...prose.evidence,
      ...nameEvidence(prose, name),
      ...formEvidence(prose.year, tables),
      ...tables.evidence,
      ...(charset === null ? [] : [evidence('charset', charset, null)]),
      ...(layout.picturePages ? [evidence('picture-page', layout.picturePages.join(', '), null)] : []),
    ],
    text: layout.text,
  };
}

/** Reads a report from a page or a text; throws a ReadFailure where the bytes are neither or no report. */
export const readReport = (bytes: Uint8Array, name: string): Report => readOpened(openCharacters(bytes, name));

/**
 * Reads one published report from its bytes, in any format that is read. Its file name tells nothing of the body or the
 * year; only the document does. Rejects with a ReadFailure where it cannot be opened or is no report.
 */
export const readDocument = async (bytes: Uint8Array, name: string, openers: Openers): Promise<Report> =>
  readOpened(await openDocument(bytes, name, openers));
