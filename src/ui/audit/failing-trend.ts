import { GROUP_COLOURS } from '../../charts/palette.ts';
import type { TrendPoint, TrendSeries } from '../../charts/trend-series.ts';
import { FEW_CASES } from '../../state/comparison.ts';
import { formatShare } from '../composition-rows.ts';
import { type FigureColumn, type FigureRows, figureRows, numberValue, textValue } from '../figure-rows.ts';
import type { Wording } from '../wording.ts';
import { auditWords } from './audit-words.ts';
import { type FailingCounts, type FailingRow, shareFailing } from './failing-counts.ts';

/** The counts behind a share, as `2/3`. */
export const countsOf = ({ failing, checked }: FailingCounts, { exact }: Wording): string =>
  `${exact(failing)}/${exact(checked)}`;

/** A share with the counts it rests on, or why there is none. */
export function toldShare(counts: FailingCounts, wording: Wording): string {
  const share = shareFailing(counts);
  if (share === null) return gapOf(counts, wording);
  return `${formatShare(share)} (${countsOf(counts, wording)})`;
}

/** Why a group of reports has no share. */
function gapOf({ reports }: FailingCounts, wording: Wording): string {
  return reports === 0 ? wording.messages.neverFiled : auditWords(wording).nothingChecked;
}

const keysOf = (rows: readonly FailingRow[]): string[] => [...new Set(rows.map(({ key }) => key))];

/** The rows as lines, one a key, each with a colour and strokes of its own as far as these reach. */
export function failingSeries(
  rows: readonly FailingRow[],
  nameOf: (key: string) => string,
  wording: Wording,
): TrendSeries[] {
  const keys = keysOf(rows);
  return keys.map((key, index) => ({
    key,
    name: nameOf(key),
    ...(keys.length <= GROUP_COLOURS.length ? GROUP_COLOURS[index] : {}),
    points: rows
      .filter((row) => row.key === key)
      .map(({ year, counts }): TrendPoint => {
        const value = shareFailing(counts);
        return {
          year,
          value,
          counts: value === null ? null : countsOf(counts, wording),
          gap: value === null ? gapOf(counts, wording) : null,
          few: counts.checked > 0 && counts.checked < FEW_CASES,
        };
      }),
  }));
}

/** The columns of counts that every table of shares ends with. */
export function countColumns<Row extends { readonly counts: FailingCounts }>(wording: Wording): FigureColumn<Row>[] {
  const words = auditWords(wording);
  const counted = (label: string, key: keyof FailingCounts): FigureColumn<Row> => ({
    label,
    numeric: true,
    value: ({ counts }) => numberValue(counts[key], wording.exact),
  });
  return [
    {
      label: words.share,
      numeric: true,
      unit: wording.messages.units.proportion,
      value: ({ counts }) => numberValue(shareFailing(counts), formatShare, gapOf(counts, wording)),
    },
    counted(words.failing, 'failing'),
    counted(words.checked, 'checked'),
    counted(words.partly, 'partly'),
    counted(words.reports, 'reports'),
  ];
}

/** The rows of a trend as a table: each line year by year, with all that its share rests on. */
export const failingTable = (
  rows: readonly FailingRow[],
  label: string,
  nameOf: (key: string) => string,
  wording: Wording,
): FigureRows =>
  figureRows(rows, [
    { label, numeric: false, value: ({ key }) => textValue(nameOf(key)) },
    { label: auditWords(wording).years, numeric: true, value: ({ year }) => numberValue(year, String) },
    ...countColumns<FailingRow>(wording),
  ]);

/** How each line stood in its first and its last year with a share. */
export function failingFinding(rows: readonly FailingRow[], nameOf: (key: string) => string, wording: Wording): string {
  const words = auditWords(wording);
  const told = keysOf(rows).flatMap((key) => {
    const known = rows.filter((row) => row.key === key && shareFailing(row.counts) !== null);
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return [];
    const [from, to] = [toldShare(first.counts, wording), toldShare(last.counts, wording)];
    if (first === last) return [words.trendOne(nameOf(key), first.year, from)];
    return [words.trendFinding(nameOf(key), first.year, from, last.year, to)];
  });
  return told.length === 0 ? words.nothingChecked : told.join(wording.messages.findings.space);
}
