import type { Cell, Gap } from '../read/report.ts';
import type { Filing } from '../store/filing.ts';
import { leaveOut } from './area-errors.ts';
import { drawBodyYears, listYears, type Years } from './body-years.ts';
import type { DraftReport } from './draft-report.ts';
import { type Peers, peersOf } from './peers.ts';
import { areaErrors, plantedErrors, saidError, type PlantedError } from './planted-errors.ts';
import { writeProse, type Prose } from './prose.ts';
import { nameIn, type Area, type DemonstrationBody, type Province } from './province.ts';
import { Random } from './random.ts';
import { draftReports, type BodyTruth } from './reports.ts';
import { addSheet, EDITION_POSITIONS, emptySheet, figureOf, SHEET_CELLS, type Sheet } from './sheet.ts';

/** A made-up report on its way into a dataset, with the rules that errors planted in it or in last year's break. */
export interface DemonstrationReport {
  readonly filing: Filing;
  readonly errors: readonly PlantedError[];
}

// Most figures are zero; sharing their cells makes generating several times faster.
const ZEROES: readonly Cell[] = SHEET_CELLS.map(({ id }) => ({ id, value: 0, raw: '0', span: null }));

function cellAt(figures: Sheet, position: number): Cell {
  if (figures[position] === 0) return ZEROES[position]!;
  const value = figureOf(figures, position);
  return { id: SHEET_CELLS[position]!.id, value, raw: String(value), span: null };
}

function filingOf(report: DraftReport, seed: number, prose: Prose | null): Filing {
  const { body, year, edition, figures, gaps } = report;
  const cells: Cell[] = [];
  const missing: Gap[] = [];
  for (const position of EDITION_POSITIONS[edition]) {
    const gap = gaps.get(position);
    if (gap) missing.push({ id: SHEET_CELLS[position]!.id, ...gap, span: null });
    else cells.push(cellAt(figures, position));
  }
  const name = nameIn(body, year);
  return {
    source: { name: `synthetic/seed-${seed}/${year}`, url: null, kind: 'synthetic' },
    body: name,
    year,
    region: body.region,
    report: {
      body: name,
      year,
      published: report.published,
      edition,
      scope: body.kind === 'government' ? 'area' : 'own',
      cells,
      gaps: missing,
      claims: prose?.claims ?? [],
      passages: prose?.passages ?? [],
      evidence: prose?.evidence ?? [],
      text: '',
    },
  };
}

interface Making {
  readonly years: Years;
  readonly seed: number;
  /** Whether reports speak of their figures in words. */
  readonly withProse: boolean;
  readonly peers: (body: DemonstrationBody) => Peers;
}

type Drafts = readonly (DraftReport | null)[];

function* filed(
  reports: Drafts,
  above: Drafts | null,
  below: readonly Drafts[],
  { seed, withProse }: Making,
): Generator<DemonstrationReport> {
  for (const [index, report] of reports.entries()) {
    if (!report) continue;
    // A stream of its own: with words or without, the figures are the same.
    const prose = withProse ? writeProse(report, new Random(seed, 4, report.body.index, report.year)) : null;
    const errors = plantedErrors(report, reports[index - 1] ?? null, above?.[index] ?? null);
    const said = prose?.broken.map((broken) => saidError(report, broken)) ?? [];
    const ofArea = areaErrors(report, inYear(below, index));
    yield { filing: filingOf(report, seed, prose), errors: [...errors, ...ofArea, ...said] };
  }
}

const inYear = (reports: readonly Drafts[], index: number): DraftReport[] =>
  reports.flatMap((years) => years[index] ?? []);

const draft = (truth: Omit<BodyTruth, 'peers'>, above: Drafts | null, { years, seed, peers }: Making): Drafts =>
  draftReports({ ...truth, peers: peers(truth.body) }, years.from, above, new Random(seed, 3, truth.body.index));

/** What an area hands on to the one above: its true figures year by year, and its government's reports. */
interface AreaSum {
  readonly truth: readonly Sheet[];
  readonly reports: Drafts;
}

/** Reports of an area, the parts first. Only one area is held at a time. */
function* areaReports(area: Area, making: Making): Generator<DemonstrationReport, AreaSum> {
  const { years, seed } = making;
  const sums = listYears(years).map(emptySheet);
  const take = (sheets: readonly (Sheet | null)[]) =>
    sheets.forEach((sheet, index) => sheet && addSheet(sums[index]!, sheet));
  const below: Drafts[] = [];
  for (const part of area.parts) {
    const { truth, reports } = yield* areaReports(part, making);
    take(truth);
    below.push(reports);
  }
  const members = area.members.map((body) => {
    const own = drawBodyYears(body, years, seed);
    take(own);
    return { body, truth: own, own };
  });
  const own = drawBodyYears(area.government, years, seed);
  take(own);
  const drafted = draft({ body: area.government, truth: sums, own }, null, making);
  const ofMembers = members.map((member) => draft(member, drafted, making));
  below.push(...ofMembers);
  const random = new Random(seed, 5, area.government.index);
  const above = drafted.map((report, index) => {
    const isBeside = [drafted[index - 1], drafted[index + 1]].some((other) => other?.plant);
    return report && !isBeside ? leaveOut(report, inYear(below, index), random) : report;
  });
  yield* filed(above, null, below, making);
  for (const reports of ofMembers) yield* filed(reports, above, [], making);
  return { truth: sums, reports: above };
}

/**
 * Streams every report of the province for these years. A government's figures are exactly the sum of its own part and
 * of all bodies of its area, those without a report too; what a report says differs from the truth only where an error
 * is planted. Repeatable for a seed; `withProse` adds what reports say of their figures in words.
 */
export function* demonstrationReports(
  province: Province,
  years: Years,
  seed: number,
  withProse = false,
): Generator<DemonstrationReport> {
  yield* areaReports(province.area, { years, seed, withProse, peers: peersOf(province, years, seed) });
}
