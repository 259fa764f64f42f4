import { isGovernment, type Change, type Ground } from './error-kind.ts';
import { JUMPING, type JumpingCell } from './peers.ts';
import { positionOf, SHEET_CELLS } from './sheet.ts';

const IN_FORCE = positionOf('normative_docs_in_force');
const ISSUED = positionOf('normative_docs_issued');
const REPEALED = positionOf('normative_docs_repealed');

/** Documents in force that do not follow from last year's. */
export const wrongStock = ({ report, before, random }: Ground): Change | null => {
  const { figures } = report;
  if (isGovernment(report) || report.edition !== '2021' || before?.edition !== '2021') return null;
  const least = Math.max(0, figures[ISSUED]! - figures[REPEALED]!);
  const stated = figures[IN_FORCE]! - random.integer(1, 3);
  if (stated < least) return null;
  return { what: 'documents in force do not follow from last year’s', figures: new Map([[IN_FORCE, stated]]) };
};

/** Fewer documents in force than were issued and not repealed, or more repealed than there could have been. */
export const impossibleStock = ({ report, before, random }: Ground): Change | null => {
  const { figures } = report;
  if (isGovernment(report) || report.edition !== '2021') return null;
  const kept = figures[ISSUED]! - figures[REPEALED]!;
  if (kept > 0) {
    const stated = random.integer(0, kept - 1);
    return { what: 'fewer documents in force than were issued this year', figures: new Map([[IN_FORCE, stated]]) };
  }
  if (before?.edition !== '2021' || before.figures[IN_FORCE] === 0) return null;
  const stated = before.figures[IN_FORCE]! + figures[ISSUED]! + random.integer(1, 3);
  return { what: 'more documents repealed than there were', figures: new Map([[REPEALED, stated]]) };
};

const FEES = positionOf('admin_fees_wan');
const YUAN_A_WAN = 10_000;

/** Fees in yuan where the form asks for 10,000 yuan. */
export const feeInYuan = ({ report }: Ground): Change | null => {
  const fee = report.figures[FEES]!;
  if (isGovernment(report) || report.edition !== '2021' || fee === 0) return null;
  return {
    what: 'fees in yuan where 万元 are asked for',
    figures: new Map([[FEES, fee * YUAN_A_WAN]]),
    at: SHEET_CELLS[FEES]!.id,
  };
};

/** Rules issued by a department that may not make any. */
export const impossibleRules = ({ report, random }: Ground): Change | null => {
  const { body, edition } = report;
  if (body.level !== 'county' || isGovernment(report) || edition !== '2021') return null;
  const count = random.integer(1, 4);
  const figures = new Map(['rules_issued', 'rules_in_force'].map((id) => [positionOf(id), count]));
  return { what: 'rules (规章) issued by a department of a county', figures };
};

const TYPED = ['licensing_decisions', 'penalty_decisions'].map((id) => ({ id, position: positionOf(id) }));

/** A figure with a digit too many, so that a department has more than the whole area. */
export const digitTooMany = ({ report, above, random }: Ground): Change | null => {
  if (!above || isGovernment(report)) return null;
  const typed = TYPED.map((cell) => ({ ...cell, wrong: report.figures[cell.position]! * 10 + random.integer(0, 9) }));
  const fitting = typed.filter(
    ({ position, wrong }) => report.figures[position]! > 0 && wrong > above.figures[position]!,
  );
  if (fitting.length === 0) return null;
  const { id, position, wrong } = random.pick(fitting);
  return { what: `${id} with a digit too many, more than the whole area`, figures: new Map([[position, wrong]]) };
};

/** Words where a count is due. */
export const textForNumber = ({ report, random }: Ground): Change | null => {
  if (isGovernment(report)) return null;
  const fitting = TYPED.filter(({ position }) => report.figures[position]! > 1);
  if (fitting.length === 0) return null;
  const { id, position } = random.pick(fitting);
  const count = report.figures[position]!;
  const text = random.pick([`约${count}`, `${count}余件`, `${count}件以上`]);
  return { what: `${id} in words`, texts: new Map([[position, text]]), at: id };
};

// Larger ones would drown a province.
const LARGEST_JUMP = 60_000;
const ZEROS = [100, 1_000, 10_000];

/** Zeros too many, which set a small figure far outside those of bodies of the same kind and level. */
export const zerosTooMany = ({ report, peers, random }: Ground): Change | null => {
  if (isGovernment(report)) return null;
  const far = (cell: JumpingCell) =>
    ZEROS.map((factor) => report.figures[cell.position]! * factor).find(
      (wrong) => wrong > 0 && wrong <= LARGEST_JUMP && peers.isFarOutside(cell, report.year, wrong),
    );
  const fitting = JUMPING.filter((cell) => far(cell) !== undefined);
  if (fitting.length === 0) return null;
  const cell = random.pick(fitting);
  return {
    what: `${cell.id} with zeros too many, far outside its peers`,
    figures: new Map([[cell.position, far(cell)!]]),
    at: cell.id,
  };
};
