import type { TrendBreak } from '../charts/trend-series.ts';
import { EDITIONS } from '../form/edition.ts';
import type { DatasetFacts } from '../store/dataset-facts.ts';
import type { Messages } from './messages/zh.ts';

/** Where a dataset's years cross the change of form; none where all of them lie on one side. */
export function formBreaks({ firstYear }: DatasetFacts, messages: Messages): TrendBreak[] {
  const change = EDITIONS['2021'].from;
  return firstYear !== null && firstYear < change ? [{ after: change - 1, label: messages.newForm }] : [];
}
