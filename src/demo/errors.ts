import type { DraftReport } from './draft-report.ts';
import type { Random } from './random.ts';
import { APPLICANTS, EDITION_POSITIONS, OUTCOME_KEYS, positionOf, requestRow, type Sheet } from './sheet.ts';

/** What an error can be planted in: a report that is still sound, with what it will be held against. */
export interface Ground {
  readonly report: DraftReport;
  /** Last year's report of the same body, where it is sound. */
  readonly before: DraftReport | null;
  /** Report of the government above, where it is sound. */
  readonly above: DraftReport | null;
  /** The body's own part: all of it, but for a government what is not its departments'. */
  readonly own: Sheet;
  readonly random: Random;
}

/** The changed figures by place, or the changed date; with a sentence that says what was done. */
export interface Change {
  readonly what: string;
  readonly figures?: ReadonlyMap<number, number>;
  readonly published?: string;
}

/** A kind of error found in real reports. */
export interface ErrorKind {
  readonly key: string;
  /** How often it is tried, against the others. */
  readonly weight: number;
  /** Rules that must find it. */
  readonly finders: readonly string[];
  /** Those of them that arithmetic within the body's own figures does not show: named here because nothing else would. */
  readonly named?: readonly string[];
  /** Plants it, or null where this report has no room for it. */
  readonly plant: (ground: Ground) => Change | null;
}

const NATURAL = 0;
const BUSINESS = 1;
// The rows that both editions share.
const OUTCOMES = OUTCOME_KEYS.filter((key) => !key.startsWith('other_')).map((key) => ({
  key,
  start: requestRow(key),
}));
const isGovernment = ({ body }: DraftReport) => body.kind === 'government';

function pickOutcome({ random }: Ground, fits: (start: number) => boolean): (typeof OUTCOMES)[number] | null {
  const fitting = OUTCOMES.filter(({ start }) => fits(start));
  return fitting.length === 0 ? null : random.pick(fitting);
}

/** The number with its first two falling neighbours exchanged (52 → 25), or the number itself where there are none. */
export function transposeDigits(value: number): number {
  const digits = [...String(value)];
  // Nobody types a figure that begins with 0.
  const mayStandAt = (digit: string, index: number) => index > 1 || digit !== '0';
  const at = digits.findIndex((digit, index) => index > 0 && digit < digits[index - 1]! && mayStandAt(digit, index));
  if (at < 1) return value;
  [digits[at - 1], digits[at]] = [digits[at]!, digits[at - 1]!];
  return Number(digits.join(''));
}

const transposed = (ground: Ground): Change | null => {
  const { figures } = ground.report;
  if (isGovernment(ground.report)) return null;
  const row = pickOutcome(ground, (start) => transposeDigits(figures[start]!) !== figures[start]!);
  if (!row) return null;
  const wrong = transposeDigits(figures[row.start]!);
  return { what: `digits of ${row.key}_natural transposed`, figures: new Map([[row.start + NATURAL, wrong]]) };
};

const wrongTotal = (ground: Ground): Change | null => {
  const row = pickOutcome(ground, (start) => ground.own[start + APPLICANTS]! > 0);
  if (!row) return null;
  const total = row.start + APPLICANTS;
  return { what: `${row.key}_total one too few`, figures: new Map([[total, ground.report.figures[total]! - 1]]) };
};

const brokenDisputes = ({ own, report, random }: Ground): Change | null => {
  const blocks = ['review', 'suit_direct', 'suit_after_review'].filter(
    (block) => own[positionOf(`${block}_total`)]! > 0,
  );
  if (blocks.length === 0) return null;
  const block = random.pick(blocks);
  const total = positionOf(`${block}_total`);
  // A government's total stays above its departments': only its own part may be missing from it.
  const wrong = isGovernment(report) ? report.figures[total]! - 1 : 0;
  return { what: `${block}_total is not the sum of its results`, figures: new Map([[total, wrong]]) };
};

const CARRIED_IN = requestRow('carried_in');
const HANDLED = requestRow('handled');

const forgottenCarry = (ground: Ground): Change | null => {
  const { report, before } = ground;
  const carried = report.figures[CARRIED_IN + NATURAL]!;
  if (isGovernment(report) || !before || carried === 0) return null;
  const row = pickOutcome(ground, (start) => report.figures[start + NATURAL]! >= carried);
  if (!row) return null;
  const figures = new Map<number, number>();
  for (const start of [CARRIED_IN, row.start, HANDLED]) {
    for (const column of [NATURAL, APPLICANTS]) figures.set(start + column, report.figures[start + column]! - carried);
  }
  return { what: 'requests carried over from last year left out, with their outcomes', figures };
};

const IN_FORCE = positionOf('normative_docs_in_force');
const ISSUED = positionOf('normative_docs_issued');
const REPEALED = positionOf('normative_docs_repealed');

const wrongStock = ({ report, before, random }: Ground): Change | null => {
  const { figures } = report;
  if (isGovernment(report) || report.edition !== '2021' || before?.edition !== '2021') return null;
  const least = Math.max(0, figures[ISSUED]! - figures[REPEALED]!);
  const stated = figures[IN_FORCE]! - random.integer(1, 3);
  if (stated < least) return null;
  return { what: 'documents in force do not follow from last year’s', figures: new Map([[IN_FORCE, stated]]) };
};

const FEES = positionOf('admin_fees_wan');
const YUAN_A_WAN = 10_000;

const feeInYuan = ({ report }: Ground): Change | null => {
  const fee = report.figures[FEES]!;
  if (isGovernment(report) || report.edition !== '2021' || fee === 0) return null;
  return { what: 'fees in yuan where 万元 are asked for', figures: new Map([[FEES, fee * YUAN_A_WAN]]) };
};

const impossibleRules = ({ report, random }: Ground): Change | null => {
  const { body, edition } = report;
  if (body.level !== 'county' || isGovernment(report) || edition !== '2021') return null;
  const count = random.integer(1, 4);
  const figures = new Map(['rules_issued', 'rules_in_force'].map((id) => [positionOf(id), count]));
  return { what: 'rules (规章) issued by a department of a county', figures };
};

const shiftedColumn = (ground: Ground): Change | null => {
  const { figures } = ground.report;
  if (isGovernment(ground.report)) return null;
  const row = pickOutcome(ground, (start) => figures[start + NATURAL]! > 1 && figures[start + BUSINESS] === 0);
  if (!row) return null;
  const moved = new Map([
    [row.start + NATURAL, 0],
    [row.start + BUSINESS, figures[row.start + NATURAL]!],
  ]);
  return { what: `${row.key} of natural persons one column to the right`, figures: moved };
};

const copiedYear = ({ report, before }: Ground): Change | null => {
  if (isGovernment(report) || before?.edition !== report.edition) return null;
  const cells = EDITION_POSITIONS[report.edition];
  if (cells.every((position) => before.figures[position] === 0)) return null;
  const changed = cells.filter((position) => before.figures[position] !== report.figures[position]);
  if (changed.length === 0) return null;
  return {
    what: 'every figure copied from last year',
    figures: new Map(changed.map((position) => [position, before.figures[position]!])),
  };
};

const publishedLate = ({ report, random }: Ground): Change | null => {
  const { level } = report.body;
  if (level === 'township' || level === 'zone') return null;
  const month = random.integer(0, 2) + (isGovernment(report) ? 4 : 2);
  const published = `${report.year + 1}-${String(month).padStart(2, '0')}-${String(random.integer(1, 28)).padStart(2, '0')}`;
  return { what: 'published after the deadline', published };
};

const TYPED = ['licensing_decisions', 'penalty_decisions'].map((id) => ({ id, position: positionOf(id) }));

const digitTooMany = ({ report, above, random }: Ground): Change | null => {
  if (!above || isGovernment(report)) return null;
  const typed = TYPED.map((cell) => ({ ...cell, wrong: report.figures[cell.position]! * 10 + random.integer(0, 9) }));
  const fitting = typed.filter(
    ({ position, wrong }) => report.figures[position]! > 0 && wrong > above.figures[position]!,
  );
  if (fitting.length === 0) return null;
  const { id, position, wrong } = random.pick(fitting);
  return { what: `${id} with a digit too many, more than the whole area`, figures: new Map([[position, wrong]]) };
};

/** The kinds of error that are planted, each with the rules that must find it. */
export const ERROR_KINDS: readonly ErrorKind[] = [
  { key: 'transposed-digits', weight: 140, finders: ['T3-ROW', 'T3-SUM'], plant: transposed },
  { key: 'wrong-total', weight: 7, finders: ['T3-ROW', 'T3-SUM'], plant: wrongTotal },
  { key: 'broken-disputes', weight: 14, finders: ['T4-SUM'], plant: brokenDisputes },
  { key: 'forgotten-carry', weight: 16, finders: ['Y-CARRY'], plant: forgottenCarry },
  { key: 'wrong-stock', weight: 26, finders: ['Y-STOCK'], plant: wrongStock },
  { key: 'fee-in-yuan', weight: 12, finders: ['T2-UNIT'], named: ['T2-UNIT'], plant: feeInYuan },
  { key: 'impossible-rules', weight: 5, finders: ['T2-RULES'], named: ['T2-RULES'], plant: impossibleRules },
  { key: 'shifted-column', weight: 8, finders: ['T3-SUM'], plant: shiftedColumn },
  { key: 'copied-year', weight: 6, finders: ['Y-SAME'], named: ['Y-SAME'], plant: copiedYear },
  { key: 'published-late', weight: 9, finders: ['D-PUB'], named: ['D-PUB'], plant: publishedLate },
  { key: 'above-its-government', weight: 36, finders: ['R-LE'], plant: digitTooMany },
];
