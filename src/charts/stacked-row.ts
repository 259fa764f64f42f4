import type { Hue } from './palette.ts';

/** What several parts of a stacked bar come under, such as all reasons of a refusal; parts of a group share a hue. */
export interface PartGroup {
  readonly key: string;
  readonly label: string;
}

/** One part of a stacked bar: a group of outcomes as a hue, a reason within it as a shade. */
export interface StackedPart {
  readonly key: string;
  readonly label: string;
  readonly hue: Hue;
  readonly shade: number;
  /** What the legend lists in place of this part. */
  readonly group?: PartGroup | undefined;
}

/** What a row says of a part; null is "not given", which takes no room in the bar and is never zero. */
export interface StackedCell {
  readonly part: string;
  readonly value: number | null;
  /** Share of the row's known values, 0 to 1; null where there is none. */
  readonly share: number | null;
  /** What is said of figures in the value that a person corrected; left out where there are none. */
  readonly amended?: readonly string[] | undefined;
}

/** One bar: a body, a year or a kind of body. */
export interface StackedRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly StackedCell[];
  /** What the bar amounts to, as text at its end. */
  readonly total: string;
  /** Why there is no bar at all, in the reader's language; null where there is one. */
  readonly gap: string | null;
}

/** A part of a bar with its place along the values. */
export interface Segment {
  readonly part: StackedPart;
  readonly place: number;
  readonly value: number;
  readonly share: number | null;
  readonly amended: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** How the lengths of the bars are to be read: as the values themselves, or each bar as a whole of its known values. */
export type StackMode = 'absolute' | 'share';

/** The parts of a row that take room, end to end in the order of the parts. */
export function segmentsOf(row: StackedRow, parts: readonly StackedPart[], mode: StackMode): Segment[] {
  const cells = new Map(row.cells.map((cell) => [cell.part, cell]));
  const segments: Segment[] = [];
  let from = 0;
  parts.forEach((part, place) => {
    const { value = null, share = null, amended = [] } = cells.get(part.key) ?? {};
    const length = mode === 'share' ? share : value;
    if (value === null || length === null || length <= 0) return;
    segments.push({ part, place, value, share, amended, from, to: from + length });
    from += length;
  });
  return segments;
}

/** Whether any part of a row rests on a corrected figure. */
export const isAmended = ({ cells }: StackedRow): boolean => cells.some(({ amended }) => amended !== undefined);

/** One line of a legend: a group with its parts, or a part that stands for itself. */
export interface LegendEntry {
  readonly key: string;
  readonly label: string;
  readonly parts: readonly StackedPart[];
}

/** What a legend lists for some parts: their groups, and the parts without one, in the order of the bar. */
export function legendOf(parts: readonly StackedPart[]): LegendEntry[] {
  const entries = new Map<string, LegendEntry & { parts: StackedPart[] }>();
  for (const part of parts) {
    const { key, label } = part.group ?? part;
    // A part may be named like a group without belonging to it.
    const place = part.group ? `group ${key}` : `part ${key}`;
    const entry = entries.get(place);
    if (entry) entry.parts.push(part);
    else entries.set(place, { key: place, label, parts: [part] });
  }
  return [...entries.values()];
}
