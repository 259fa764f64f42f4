import type { RankedBar, ValueContext } from '../../../src/charts/ranking-row.ts';
import type { StackedPart, StackedRow } from '../../../src/charts/stacked-row.ts';
import type { TrendPoint } from '../../../src/charts/trend-series.ts';

const UNKNOWN = { rank: null, value: null, low: null, high: null, counts: null, few: false } as const;

/** A share as the tests write it, such as `50 %`. */
export const percent = (value: number): string => `${Math.round(value * 100)} %`;

/** Three rates, of which one is zero and one rests on two cases, and a body without a report. */
export const RANKED: readonly RankedBar[] = [
  { key: 'a', name: 'Amber', rank: 1, value: 0.8, low: 0.6, high: 0.9, counts: '32/40', gap: null, few: false },
  { key: 'b', name: 'Birch', rank: 2, value: 0.5, low: 0.1, high: 0.9, counts: '1/2', gap: null, few: true },
  { key: 'c', name: 'Cedar', rank: 9, value: 0, low: null, high: null, counts: '0/12', gap: null, few: false },
  { ...UNKNOWN, key: 'd', name: 'Dogwood', gap: 'no report' },
];

/** The spread that the ranked bodies stand in. */
export const CONTEXT: ValueContext = { median: 0.55, lower: 0.4, upper: 0.7, n: 9, of: 12 };

/** Words for every chart that has a context. */
export const CONTEXT_WORDS = {
  label: 'Disclosure rate by body',
  median: 'median',
  quartiles: 'P25–P75',
  coverage: (n: number, of: number) => `${n} of ${of} bodies`,
  rank: (rank: number) => `rank ${rank}`,
  openRanks: (best: number, worst: number) => `between ranks ${best} and ${worst}`,
  interval: (low: string, high: string) => `95 % interval ${low} to ${high}`,
  few: 'few cases',
};

/** One year of a series: a share out of 20 cases, or why there is none. */
export const point = (year: number, value: number | string): TrendPoint =>
  typeof value === 'string'
    ? { year, value: null, counts: null, gap: value }
    : { year, value, counts: `${value * 20}/20`, gap: null };

/** Two groups of outcomes. */
export const PARTS: readonly StackedPart[] = [
  { key: 'granted', label: 'granted', hue: 0, shade: 0 },
  { key: 'denied', label: 'denied', hue: 2, shade: 0 },
];

/** A full bar, a bar of which one part is not given, an empty bar, and a body without a report. */
export const STACKED: readonly StackedRow[] = [
  {
    key: 'a',
    label: 'Amber',
    cells: [
      { part: 'granted', value: 30, share: 0.75 },
      { part: 'denied', value: 10, share: 0.25 },
    ],
    total: '40',
    gap: null,
  },
  {
    key: 'b',
    label: 'Birch',
    cells: [
      { part: 'granted', value: 5, share: 1 },
      { part: 'denied', value: null, share: null },
    ],
    total: '5',
    gap: null,
  },
  {
    key: 'c',
    label: 'Cedar',
    cells: [
      { part: 'granted', value: 0, share: null },
      { part: 'denied', value: 0, share: null },
    ],
    total: '0',
    gap: null,
  },
  { key: 'd', label: 'Dogwood', cells: [], total: '', gap: 'no report' },
];
