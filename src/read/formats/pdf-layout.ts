import type { Layout, Line } from './layout.ts';
import type { PdfPage, PdfPages, PdfRun } from './pdf-pages.ts';

/** Runs on one height are one row, from left to right. */
function rowsOf({ runs }: PdfPage): PdfRun[][] {
  const rows: PdfRun[][] = [];
  for (const run of [...runs].sort((left, right) => left.y - right.y)) {
    const row = rows.at(-1);
    if (row && run.y - row[0]!.y < row[0]!.height / 2) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.sort((left, right) => left.x - right.x));
}

/** Runs further apart than a character is high are different cells. */
function rowText(row: readonly PdfRun[]): string {
  let text = '';
  let edge = 0;
  for (const run of row) {
    text += (text !== '' && run.x - edge > run.height ? '\t' : '') + run.text;
    edge = run.x + run.width;
  }
  return text.trim();
}

/** A PDF's pages as lines of text: one line a row of runs, with tabs where they stand apart. */
export function readPdfLayout(pages: PdfPages): Layout {
  const blocks: Line[] = [];
  let text = '';
  for (const row of pages.flatMap(rowsOf)) {
    const line = rowText(row);
    if (line === '') continue;
    blocks.push({ kind: 'line', span: { start: text.length, end: text.length + line.length }, isLink: false });
    text += `${line}\n`;
  }
  return { text, blocks };
}
