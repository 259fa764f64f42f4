import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Edition } from '../../../../src/form/edition.ts';
import { openPdf } from '../../../../src/host/pdf-node.ts';
import { ReadFailure } from '../../../../src/read/failure.ts';
import { readDocument } from '../../../../src/read/reader.ts';
import type { Report } from '../../../../src/read/report.ts';
import { damagedCsv } from '../../../fixtures/damage/damage-csv.ts';
import { damagedDocx } from '../../../fixtures/damage/damage-docx.ts';
import { damagedMhtml } from '../../../fixtures/damage/damage-mhtml.ts';
import { damagedPdf, spoiltDrawing } from '../../../fixtures/damage/damage-pdf.ts';
import { damagedSheet } from '../../../fixtures/damage/damage-sheet.ts';
import { damagedTables, someTables } from '../../../fixtures/damage/damaged-report.ts';
import { pick, seededDraw, type Draw } from '../../../fixtures/damage/draw.ts';
import { Tally } from '../../../fixtures/damage/tally.ts';
import { consistentFigures, someBlank } from '../../../fixtures/publish/arbitrary-form.ts';
import { losslessStyles } from '../../../fixtures/publish/arbitrary-style.ts';
import { findChineseFont } from '../../../fixtures/publish/chinese-font.ts';
import { publishDocx } from '../../../fixtures/publish/docx.ts';
import type { Figures } from '../../../fixtures/publish/grid.ts';
import { publishMhtml } from '../../../fixtures/publish/mhtml.ts';
import { publishPdf } from '../../../fixtures/publish/pdf.ts';
import { expectationOf } from '../../../fixtures/publish/published-expectation.ts';
import type { PublishingStyle } from '../../../fixtures/publish/publisher.ts';
import { publishSheet } from '../../../fixtures/publish/xlsx.ts';

/*
 * The law of damage for what has a model of its own: of a Word document, a spreadsheet, a CSV file, a page saved as one
 * file or a PDF that was damaged one to four times, every cell that is still reported equals the one published, or is a
 * gap. Half of the documents have damaged tables, half are damaged in their container: its cells, rows, columns, merged
 * cells, parts, pages, rules and bytes. CSV files are damaged in their lines alone: saved from a damaged sheet they are padded
 * to its widest row, and a cell put in before a blank total leaves no trace in them but sums that fail, for the audit to find.
 */
const SEED = 20_262;
const LIMIT = { timeout: 300_000 };
const bool = (draw: Draw): boolean => draw(2) === 0;

/** A report to be damaged, and what it takes to damage it. */
interface Case {
  readonly figures: Figures;
  readonly style: PublishingStyle;
  readonly times: number;
  readonly draw: Draw;
  readonly kinds: string[];
}

/** The file of a damaged report: its name, and its bytes. */
type Publisher = (made: Case) => Promise<readonly [name: string, bytes: Uint8Array]>;

/** The style with its tables damaged; the container is then left whole. */
const withTables = ({ style, times, draw, kinds }: Case): PublishingStyle => ({
  ...style,
  amend: damagedTables(someTables(times, draw), draw, kinds),
});

const docx: Publisher = async (made) => {
  const { figures, style, times, draw, kinds } = made;
  const habits = { margins: bool(draw), tracked: bool(draw), runs: bool(draw), notes: bool(draw) };
  if (bool(draw)) return ['report.docx', await publishDocx(figures, withTables(made), habits)];
  const whole = await publishDocx(figures, style, habits);
  return ['report.docx', damagedDocx(whole, times, draw, kinds)];
};

const sheet: Publisher = (made) => {
  const { figures, style, times, draw, kinds } = made;
  const file = pick(['xlsx', 'xlsx', 'biff8', 'xlsb'] as const, draw);
  const sheets = bool(draw) ? 'one' : 'each';
  const habits = {
    file,
    sheets,
    numbers: bool(draw),
    formulas: bool(draw),
    borders: draw(4) > 0,
    spaced: bool(draw),
    offset: draw(4),
  } as const;
  const flat = sheets === 'each' ? { ...made, style: { ...style, pageEnds: [] } } : made;
  const name = `report.${file}`;
  if (bool(draw)) return Promise.resolve([name, publishSheet(figures, withTables(flat), habits)]);
  return Promise.resolve([
    name,
    publishSheet(figures, flat.style, habits, (made) => damagedSheet(made, times, draw, kinds)),
  ]);
};

const csv: Publisher = ({ figures, style, times, draw, kinds }) => {
  const habits = {
    file: 'csv',
    sheets: 'one',
    numbers: bool(draw),
    formulas: false,
    borders: true,
    spaced: bool(draw),
    offset: draw(2),
  } as const;
  return Promise.resolve(['report.csv', damagedCsv(publishSheet(figures, style, habits), times, draw, kinds)]);
};

const mhtml: Publisher = ({ figures, style, times, draw, kinds }) => {
  const habits = {
    saver: pick(['chrome', 'internet-explorer'] as const, draw),
    encoding: pick(['quoted-printable', 'quoted-printable', 'base64', '8bit'] as const, draw),
  };
  const charset = pick(['utf-8', 'gb18030'] as const, draw);
  const shape = pick(['html-word', 'html-spans', 'html-clean'] as const, draw);
  const whole = publishMhtml(figures, { ...style, charset, shape }, habits);
  return Promise.resolve(['report.mht', damagedMhtml(whole, times, draw, kinds)]);
};

const font = findChineseFont();
const pdf: Publisher = async (made) => {
  const { figures, style, times, draw, kinds } = made;
  const habits = {
    rules: pick(['lines', 'lines', 'stripes', 'boxes', 'none'] as const, draw),
    vertical: bool(draw),
    repeatsHeader: bool(draw),
    erased: [],
    pageNumbers: pick(['none', 'dashed', 'bare', 'words'] as const, draw),
    runningHead: bool(draw),
    onItsSide: draw(6) === 0,
    lead: draw(420),
    foot: draw(160),
  };
  if (draw(3) === 0) return ['report.pdf', await publishPdf(figures, withTables(made), habits, font)];
  const isFile = draw(3) === 0;
  const spoil = isFile ? null : spoiltDrawing(times, draw, kinds);
  const whole = await publishPdf(figures, style, habits, font, spoil);
  return ['report.pdf', isFile ? damagedPdf(whole, draw, kinds) : whole];
};

async function readOrRefuse(bytes: Uint8Array, name: string): Promise<Report | null> {
  try {
    return await readDocument(bytes, name, { pdf: openPdf });
  } catch (error) {
    if (error instanceof ReadFailure) return null;
    throw error;
  }
}

it.each<[string, number, Publisher]>([
  ['Word document', 100, docx],
  ['spreadsheet', 60, sheet],
  ['CSV file', 120, csv],
  ['page saved as one file', 100, mhtml],
  ['PDF', 24, pdf],
])('a damaged %s gives no wrong cell, %i of them', LIMIT, async (what, count, publisher) => {
  const tally = new Tally();
  const draw = seededDraw(SEED + count);
  const editions: readonly Edition[] = ['2021', '2021', '2019'];
  const reports = fc.oneof(
    ...editions.map((edition) => fc.tuple(someBlank(consistentFigures(edition)), losslessStyles(edition))),
  );
  for (const [figures, style] of fc.sample(reports, { numRuns: count, seed: SEED })) {
    const kinds: string[] = [];
    const [name, bytes] = await publisher({ figures, style, times: 1 + draw(4), draw, kinds });
    const { measures, form_2019 } = expectationOf(figures, style);
    tally.count(await readOrRefuse(bytes, name), kinds, { ...measures, ...form_2019 }, name);
  }
  console.log(`${what}: ${tally.summary()}`);
  expect(tally.complaints).toEqual([]);
});
