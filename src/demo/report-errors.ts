import { MEASURES } from '../form/cells.ts';
import { isGovernment, type Change, type Ground } from './error-kind.ts';
import { profileOf } from './profiles.ts';
import { EDITION_POSITIONS, type Sheet } from './sheet.ts';

/** Every figure of last year given again. */
export const copiedYear = ({ report, before }: Ground): Change | null => {
  if (isGovernment(report) || before?.edition !== report.edition) return null;
  const cells = EDITION_POSITIONS[report.edition];
  // A body that reports nothing but zeros repeats itself rightly; what the old form alone asks for tells nobody else.
  if (cells.every((position) => position >= MEASURES.length || before.figures[position] === 0)) return null;
  const changed = cells.filter((position) => before.figures[position] !== report.figures[position]);
  if (changed.length === 0) return null;
  return {
    what: 'every figure copied from last year',
    figures: new Map(changed.map((position) => [position, before.figures[position]!])),
  };
};

/** A report that comes out after its last day. */
export const publishedLate = ({ report, random }: Ground): Change | null => {
  const { level } = report.body;
  if (level === 'township' || level === 'zone') return null;
  const month = random.integer(0, 2) + (isGovernment(report) ? 4 : 2);
  const published = `${report.year + 1}-${String(month).padStart(2, '0')}-${String(random.integer(1, 28)).padStart(2, '0')}`;
  return { what: 'published after the deadline', published };
};

/** A form on which every figure is zero, whatever happened in the year. */
export const allZeros = (sheet: Sheet, what: string): Change => ({
  what,
  figures: new Map([...sheet.entries()].flatMap(([position, figure]) => (figure === 0 ? [] : [[position, 0]]))),
});

// A kind with as many licences is seldom without any case.
const BUSY_LICENCES = 20;

/** The first of three years of nothing but zeros, in a body whose kind has cases. */
export const zeros = ({ report, before, coming, peers }: Ground): Change | null => {
  const { kind, level } = report.body;
  const isBusy = profileOf(kind).licences >= BUSY_LICENCES && (level === 'county' || level === 'city');
  const hasCases = coming.length === 3 && coming.every((sheet) => sheet?.some((figure) => figure > 0));
  if (isGovernment(report) || !before || !isBusy || !hasCases || !peers.areEnough(report.year + 2)) return null;
  return allZeros(report.truth, 'nothing but zeros');
};
