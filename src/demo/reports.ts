import { editionDue, type Edition } from '../form/edition.ts';
import { isSound, type DraftReport } from './draft-report.ts';
import { NO_GAPS, planGaps } from './gaps.ts';
import type { Peers } from './peers.ts';
import { plantError, plantZeros, zerosToCome } from './planting.ts';
import type { DemonstrationBody } from './province.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';

const MISSING = { government: 0.006, township: 0.04, other: 0.027 };
const WITH_GAPS = 0.03;
/** Share of reports in which an error is tried; many reports are too empty for the kinds that are tried. */
const ERROR_TRIED = 0.046;
const OLD_FORM = 0.015;
const OLD_FORM_YEARS = [2021, 2022];

function missingShare({ kind, level }: DemonstrationBody): number {
  if (kind === 'government') return MISSING.government;
  return level === 'township' ? MISSING.township : MISSING.other;
}

/** Days from 17 January to 31 March, both included; 29 February is left out. */
const DAYS_TO_31_MARCH = 74;

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** Most departments publish in the last third of January, most governments in March. */
function dueDate({ kind }: DemonstrationBody, year: number, random: Random): string {
  const late = Math.max(random.next(), random.next());
  if (kind !== 'government') return `${year + 1}-01-${twoDigits(4 + Math.floor(late * 28))}`;
  const day = Math.floor(late * DAYS_TO_31_MARCH);
  if (day < 15) return `${year + 1}-01-${twoDigits(17 + day)}`;
  return day < 43 ? `${year + 1}-02-${twoDigits(day - 14)}` : `${year + 1}-03-${twoDigits(day - 42)}`;
}

function editionTaken(body: DemonstrationBody, year: number, holdsOut: boolean): Edition {
  const due = editionDue(year) ?? '2019';
  return holdsOut && body.kind !== 'government' && OLD_FORM_YEARS.includes(year) ? '2019' : due;
}

/** What the reports of one body are made from. */
export interface BodyTruth {
  readonly body: DemonstrationBody;
  /** The true figures of each year, null where the body did not exist. */
  readonly truth: readonly (Sheet | null)[];
  /** The body's own part of them: less than the whole for a government only. */
  readonly own: readonly (Sheet | null)[];
  /** The bodies of the same kind and level. */
  readonly peers: Peers;
}

/**
 * The reports that a body publishes, null for a year without one: some are missing, some have gaps, some an error.
 * An error is planted only beside a sound report of the year before, so that one error is never hidden by another.
 */
export function draftReports(
  { body, truth, own, peers }: BodyTruth,
  firstYear: number,
  above: readonly (DraftReport | null)[] | null,
  random: Random,
): (DraftReport | null)[] {
  const holdsOut = random.chance(OLD_FORM);
  const reports: (DraftReport | null)[] = [];
  truth.forEach((sheet, index) => {
    const year = firstYear + index;
    const zeros = zerosToCome(reports);
    const isLeftOut = random.chance(missingShare(body)) && zeros === 0;
    if (!sheet || isLeftOut) {
      reports.push(null);
      return;
    }
    const edition = editionTaken(body, year, holdsOut);
    const due = dueDate(body, year, random);
    const hasGaps = random.chance(WITH_GAPS) && zeros === 0;
    const gaps = hasGaps ? planGaps(sheet, edition, random) : NO_GAPS;
    const report: DraftReport = {
      body,
      year,
      edition,
      truth: sheet,
      figures: sheet,
      gaps,
      published: due,
      due,
      plant: null,
    };
    if (zeros > 0) {
      reports.push(plantZeros(report, zeros));
      return;
    }
    const last = reports[index - 1] ?? null;
    const mayErr = gaps.size === 0 && (last?.plant ?? null) === null && random.chance(ERROR_TRIED);
    const before = isSound(last) ? last : null;
    const government = above?.[index] ?? null;
    const ground = {
      report,
      before,
      above: isSound(government) ? government : null,
      own: own[index]!,
      coming: truth.slice(index, index + 3),
      peers,
      random,
    };
    reports.push(mayErr ? plantError(ground) : report);
  });
  return reports;
}
