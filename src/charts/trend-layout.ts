import { scaleLinear } from 'd3-scale';
import type { Frame } from './frame.ts';
import { spreadLabels } from './label-spread.ts';
import { widestText } from './text-width.ts';
import type { TrendBand, TrendSeries } from './trend-series.ts';
import { valueScale, type ValueScale } from './value-scale.ts';

/** A word at the end of a line, or of the band or the median. */
export interface EndLabel {
  /** Key of the series, or null for the context. */
  readonly series: string | null;
  readonly text: string;
  readonly y: number;
}

/** One drawing of a trend with the series in it, its scales, and where it says who is who and who has gaps. */
export interface TrendPanel {
  readonly series: readonly TrendSeries[];
  readonly frame: Omit<Frame, 'hatch'>;
  readonly scale: ValueScale;
  readonly ends: readonly EndLabel[];
  /** Height of the line of gaps of each series that has any. */
  readonly gapLines: ReadonlyMap<string, number>;
  readonly gapWidth: number;
}

/** What a trend draws and how: values as text, the words at the ends of its context. */
export interface TrendAsk {
  readonly series: readonly TrendSeries[];
  readonly band: readonly TrendBand[];
  readonly years: readonly number[];
  readonly values: readonly number[];
  readonly log: boolean;
  readonly formatTick: (value: number) => string;
  readonly median: string;
  readonly quartiles: string;
}

const GAP_LINE = 17;
const FOOT = 24;
const LABEL_SIZE = 12;

const lastOf = <Point>(points: readonly Point[], hasValue: (point: Point) => boolean) => points.filter(hasValue).at(-1);

function endLabels(ask: TrendAsk, scale: ValueScale, top: number, bottom: number): EndLabel[] {
  const median = lastOf(ask.band, (year) => year.median !== null);
  const upper = lastOf(ask.band, (year) => year.upper !== null);
  const ends = [
    ...ask.series.flatMap(({ key, name, points }) => {
      const last = lastOf(points, ({ value }) => value !== null);
      return last ? [{ series: key, text: name, y: scale.at(last.value!) }] : [];
    }),
    ...(median ? [{ series: null, text: ask.median, y: scale.at(median.median!) }] : []),
    ...(upper ? [{ series: null, text: ask.quartiles, y: scale.at(upper.upper!) }] : []),
  ];
  const heights = spreadLabels(
    ends.map(({ y }) => y),
    LABEL_SIZE + 3,
    top + 4,
    bottom,
  );
  return ends.map((end, index) => ({ ...end, y: heights[index]! }));
}

/** Lays out one drawing of a width and a height of its plot, in pixels; `ends`: with names at the ends of the lines. */
export function trendPanel(ask: TrendAsk, width: number, plotHeight: number, ends: boolean): TrendPanel {
  const top = ends ? 24 : 30;
  const bottom = top + plotHeight;
  const scale = valueScale(ask.values, [bottom, top], { log: ask.log, ticks: plotHeight > 180 ? 5 : 3 });
  const left = Math.max(18, widestText(scale.ticks.map(ask.formatTick), 12)) + 14;
  const labels = ends ? endLabels(ask, scale, top, bottom) : [];
  const widest = widestText(
    labels.map(({ text }) => text),
    LABEL_SIZE,
    600,
  );
  const right = width - (ends ? Math.min(widest + 18, width * 0.28) : 14);
  const withGaps = ask.series.filter(({ points }) => points.some(({ value }) => value === null));
  const gapLines = new Map(withGaps.map(({ key }, index) => [key, bottom + 14 + index * GAP_LINE]));
  const first = ask.years[0] ?? 0;
  const last = ask.years.at(-1) ?? first;
  const inset = Math.min(24, (right - left) / 12);
  const x = scaleLinear()
    .domain(first === last ? [first - 1, last + 1] : [first, last])
    .range([left + inset, right - inset]);
  const step = x(first + 1) - x(first);
  return {
    series: ask.series,
    scale,
    ends: labels,
    gapLines,
    gapWidth: Math.max(10, Math.min(step - 4, 150)),
    frame: {
      width,
      height: bottom + withGaps.length * GAP_LINE + FOOT,
      left,
      right,
      top,
      bottom,
      x: (year) => x(year),
      y: scale.at,
    },
  };
}
