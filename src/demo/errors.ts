import type { ErrorKind, NamedKind } from './error-kind.ts';
import {
  digitTooMany,
  feeInYuan,
  impossibleRules,
  impossibleStock,
  textForNumber,
  wrongStock,
  zerosTooMany,
} from './publication-errors.ts';
import { copiedYear, publishedLate, zeros } from './report-errors.ts';
import {
  backlog,
  brokenDisputes,
  catchAll,
  forgottenCarry,
  impossibleSuits,
  notHeld,
  shiftedColumn,
  transposed,
  wrongCarryOut,
  wrongTotal,
} from './request-errors.ts';

/** The kind whose first year of nothing but zeros is followed by two more. */
export const FIRST_ZEROS = 'zeros';

/** The kinds of error that are planted in one report, each with the rules that must find it. */
export const ERROR_KINDS: readonly ErrorKind[] = [
  { key: 'transposed-digits', weight: 240, finders: ['T3-ROW', 'T3-SUM'], plant: transposed },
  { key: 'wrong-total', weight: 7, finders: ['T3-ROW', 'T3-SUM'], plant: wrongTotal },
  { key: 'wrong-carry-out', weight: 3, finders: ['T3-COL'], plant: wrongCarryOut },
  { key: 'text-for-number', weight: 5, finders: ['NUM'], named: ['NUM'], plant: textForNumber },
  { key: 'broken-disputes', weight: 14, finders: ['T4-SUM'], plant: brokenDisputes },
  { key: 'impossible-suits', weight: 9, finders: ['X-SUIT'], plant: impossibleSuits },
  { key: 'forgotten-carry', weight: 16, finders: ['Y-CARRY'], plant: forgottenCarry },
  { key: 'backlog', weight: 7, finders: ['T3-CARRY'], named: ['T3-CARRY'], plant: backlog },
  { key: 'catch-all', weight: 18, finders: ['T3-CATCHALL'], named: ['T3-CATCHALL'], plant: catchAll },
  { key: 'not-held', weight: 9, finders: ['T3-NOTHELD'], named: ['T3-NOTHELD'], plant: notHeld },
  { key: 'wrong-stock', weight: 26, finders: ['Y-STOCK'], plant: wrongStock },
  { key: 'impossible-stock', weight: 16, finders: ['T2-STOCK'], plant: impossibleStock },
  { key: 'fee-in-yuan', weight: 12, finders: ['T2-UNIT'], named: ['T2-UNIT'], plant: feeInYuan },
  { key: 'impossible-rules', weight: 5, finders: ['T2-RULES'], named: ['T2-RULES'], plant: impossibleRules },
  { key: 'shifted-column', weight: 8, finders: ['T3-SUM'], plant: shiftedColumn },
  { key: 'copied-year', weight: 6, finders: ['Y-SAME'], named: ['Y-SAME'], plant: copiedYear },
  { key: FIRST_ZEROS, weight: 9, finders: [], plant: zeros },
  { key: 'zeros-too-many', weight: 30, finders: ['Y-JUMP'], named: ['Y-JUMP'], plant: zerosTooMany },
  { key: 'published-late', weight: 9, finders: ['D-PUB'], named: ['D-PUB'], plant: publishedLate },
  { key: 'above-its-government', weight: 36, finders: ['R-LE'], plant: digitTooMany },
];

/** A further year of nothing but zeros, which no rule tells yet. */
export const MORE_ZEROS: NamedKind = { key: 'zeros-again', finders: [] };

/** The third of them. */
export const LAST_ZEROS: NamedKind = { key: 'zeros-for-three-years', finders: ['Y-ZERO'] };

/** A government that left a department out of its sum. */
export const LEFT_OUT: NamedKind = { key: 'left-out-department', finders: ['R-SUM'] };

/** Every kind of error that is planted. */
export const ALL_ERROR_KINDS: readonly NamedKind[] = [...ERROR_KINDS, MORE_ZEROS, LAST_ZEROS, LEFT_OUT];
