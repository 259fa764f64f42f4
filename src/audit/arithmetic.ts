import { SUM_RULES } from '../form/sums.ts';
import { CLAIM_TOPICS } from '../read/claim-topics.ts';
import type { Finding, NamedCell } from './finding.ts';

/** What a cell does in the arithmetic of a finding. */
export interface CellPart {
  /** The number that it goes into: the one that is due, or the one that stands there. */
  readonly side: 'due' | 'stands';
  /** Divisors of a number are added up before they divide the rest. */
  readonly operation: 'add' | 'subtract' | 'divide';
}

const due = (operation: CellPart['operation']): CellPart => ({ side: 'due', operation });
const stands = (operation: CellPart['operation']): CellPart => ({ side: 'stands', operation });

const LEFT_SIDES = new Map(
  [...SUM_RULES['2021'], ...SUM_RULES['2019']].map(({ rule, at, left }) => [`${rule} ${at}`, new Set(left)] as const),
);
const TOPICS = new Map(CLAIM_TOPICS.map(({ key, measures }) => [key, measures]));
const RECEIVED: ReadonlySet<string> = new Set(['new_total', 'carried_in_total']);

/** Rules whose finding names the one cell that stands against a number from elsewhere. */
const ALONE: ReadonlySet<string> = new Set(['NUM', 'R-LE', 'R-SUM', 'Y-JUMP', 'T2-UNIT', 'T3-EMPTY']);

function ofDocuments({ rule, at, year }: Finding, cell: NamedCell): CellPart {
  const checked = rule === 'T2-STOCK' && at.endsWith('_repealed') ? '_repealed' : '_in_force';
  if (cell.year === year && cell.id.endsWith(checked)) return stands('add');
  return due(cell.id.endsWith('_repealed') ? 'subtract' : 'add');
}

/** What one of its cells does in the arithmetic of a finding; null where it is only concerned. */
export function partOf(finding: Finding, cell: NamedCell): CellPart | null {
  const { rule, at, year, outcome } = finding;
  const isOwn = cell.year === year;
  switch (rule) {
    case 'T3-COL':
      return LEFT_SIDES.get(`${rule} ${at}`)?.has(cell.id) ? due('add') : stands('add');
    case 'T3-SUM':
    case 'T3-ROW':
    case 'T4-SUM':
      return LEFT_SIDES.get(`${rule} ${at}`)?.has(cell.id) ? stands('add') : due('add');
    case 'Y-CARRY':
      return isOwn ? stands('add') : due('add');
    case 'Y-STOCK':
    case 'T2-STOCK':
      return ofDocuments(finding, cell);
    case 'T3-CARRY':
      return stands(RECEIVED.has(cell.id) ? 'divide' : 'add');
    case 'T3-CATCHALL':
      return stands(cell.id === 'handled_total' ? 'divide' : 'add');
    case 'T3-NOTHELD':
      return (isOwn ? stands : due)(cell.id === 'handled_total' ? 'divide' : 'add');
    case 'X-SUIT':
      return cell.id === 'suit_after_review_total' ? stands('add') : due('add');
    case 'X-PROSE':
      return TOPICS.get(at)?.[0]?.includes(cell.id) ? due('add') : null;
    case 'X-SILENT':
      return due('add');
    case 'X-FEE':
      return at === 'processing_fee' ? due('add') : stands('add');
    case 'X-RATE':
      return due((at === 'disclosure_rate' ? cell.id === 'handled_total' : RECEIVED.has(cell.id)) ? 'divide' : 'add');
    default:
      return ALONE.has(rule) && outcome === 'fails' ? stands('add') : null;
  }
}

const YUAN_A_WAN = 10_000;
const PERCENT = 100;

/** What the number that is due is multiplied by: amounts of 10,000 yuan held against yuan, shares against percentages. */
export const factorOf = ({ rule, at }: Finding): number =>
  rule === 'X-RATE' ? PERCENT : rule === 'X-FEE' && at === 'processing_fee' ? YUAN_A_WAN : 1;
