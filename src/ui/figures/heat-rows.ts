import type { HeatCell, HeatColumn, HeatRow } from '../../charts/heat-layout.ts';
import type { Subject } from '../../compare/subject.ts';
import type { TrendRow } from '../../compare/trend.ts';
import { FEW_CASES } from '../../state/comparison.ts';
import { amendedValue, correctedColumn, type CorrectedIndex } from '../corrected-text.ts';
import { type FigureRows, figureRows, numberValue, textValue } from '../figure-rows.ts';
import { isQuotient, subjectCounts, subjectLabel, subjectUnit, subjectValue } from '../subject-text.ts';
import { bodyKey } from '../trend-rows.ts';
import type { Wording } from '../wording.ts';

/** A body with its values year by year. */
export interface HeatBody {
  readonly bodyId: number;
  readonly name: string;
  readonly years: readonly TrendRow[];
}

/** Gathers rows of bodies and years by body, in the order of the ids. */
export function heatBodies(rows: readonly TrendRow[], ids: readonly number[]): HeatBody[] {
  const bodies = new Map<number, TrendRow[]>();
  for (const row of rows) bodies.set(row.bodyId, [...(bodies.get(row.bodyId) ?? []), row]);
  return ids.flatMap((bodyId) => {
    const years = bodies.get(bodyId);
    return years?.[0] ? [{ bodyId, name: years[0].name, years }] : [];
  });
}

/** Puts bodies in the order of their names, or of a year's values, the highest first and those without one last. */
export function sortBodies(bodies: readonly HeatBody[], by: 'name' | number | null): HeatBody[] {
  if (by === null) return [...bodies];
  if (by === 'name') return [...bodies].sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
  const valueOf = ({ years }: HeatBody) => years.find(({ year }) => year === by)?.value ?? -Infinity;
  return [...bodies].sort((one, other) => valueOf(other) - valueOf(one) || one.bodyId - other.bodyId);
}

/** The years as columns. */
export const heatColumns = (bodies: readonly HeatBody[]): HeatColumn[] =>
  (bodies[0]?.years ?? []).map(({ year }) => ({ key: String(year), label: String(year), name: String(year) }));

/** The bodies as rows of the chart: shades reach from zero to the highest value, of counts on demand by their order of magnitude. */
export function heatRows(
  bodies: readonly HeatBody[],
  subject: Subject,
  log: boolean,
  corrected: CorrectedIndex,
  wording: Wording,
): HeatRow[] {
  const depth = (value: number) => (log ? Math.log1p(Math.max(0, value)) : Math.max(0, value));
  const deepest = bodies
    .flatMap(({ years }) => years)
    .reduce((most, { value }) => Math.max(most, value === null ? 0 : depth(value)), 0);
  const cellOf = (row: TrendRow): HeatCell => {
    const counts = subjectCounts(row, wording);
    const amended = amendedValue(corrected.of(bodyKey(row)), wording);
    const full = row.value === null ? [] : [subjectValue(row.value, subject, wording) + (counts ? ` (${counts})` : '')];
    const isFew = isQuotient(subject) && row.value !== null && (row.denominator ?? 0) < FEW_CASES;
    return {
      value: row.value,
      shade: row.value === null || deepest === 0 ? 0 : depth(row.value) / deepest,
      label: row.value === null ? '' : subjectLabel(row.value, subject, wording),
      lines: [...full, ...(isFew ? [wording.messages.chartWords.few] : []), ...(amended ?? [])],
      gap: row.gap === null ? null : wording.messages.absences[row.gap],
      amended: amended !== undefined,
    };
  };
  return bodies.map(({ bodyId, name, years }) => ({ key: String(bodyId), name, cells: years.map(cellOf) }));
}

/** Bodies and years as a table, a row each. */
export function heatTable(
  bodies: readonly HeatBody[],
  subject: Subject,
  corrected: CorrectedIndex,
  wording: Wording,
): FigureRows {
  const { messages, exact } = wording;
  const rows = bodies.flatMap(({ years }) => years);
  return figureRows<TrendRow>(rows, [
    { label: messages.name, numeric: false, value: (row) => textValue(row.name) },
    { label: messages.year, numeric: true, value: (row) => numberValue(row.year, String) },
    {
      label: messages.value,
      numeric: true,
      unit: subjectUnit(subject, wording),
      value: (row) =>
        numberValue(
          row.value,
          (value) => subjectValue(value, subject, wording),
          row.gap === null ? undefined : messages.absences[row.gap],
        ),
    },
    ...(isQuotient(subject)
      ? [
          { label: messages.numerator, numeric: true, value: (row: TrendRow) => numberValue(row.numerator, exact) },
          { label: messages.denominator, numeric: true, value: (row: TrendRow) => numberValue(row.denominator, exact) },
        ]
      : []),
    ...correctedColumn<TrendRow>(corrected, (row) => corrected.of(bodyKey(row)), false, wording),
  ]);
}

/** How many of the values are known, and why the others are not. */
export function heatFinding(bodies: readonly HeatBody[], { messages, exact }: Wording): string {
  const rows = bodies.flatMap(({ years }) => years);
  const gaps = new Map<string, number>();
  for (const { gap } of rows) {
    if (gap !== null) gaps.set(messages.absences[gap], (gaps.get(messages.absences[gap]) ?? 0) + 1);
  }
  const missing = [...gaps].sort((one, other) => other[1] - one[1]);
  const known = rows.filter(({ value }) => value !== null).length;
  return messages.figures.known(
    exact(bodies.length),
    exact(known),
    exact(rows.length),
    missing.map(([reason, count]) => messages.findings.counted(reason, exact(count))).join(messages.comma),
  );
}
