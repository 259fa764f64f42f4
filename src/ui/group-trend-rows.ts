import { GROUP_COLOURS } from '../charts/palette.ts';
import type { TrendPoint, TrendSeries } from '../charts/trend-series.ts';
import { KINDS } from '../bodies/kinds.ts';
import { LEVELS } from '../bodies/levels.ts';
import type { Corrections } from '../compare/corrections.ts';
import type { GroupTrendAsk, GroupTrendRow } from '../compare/group-trend.ts';
import { subjectTerms } from '../compare/subject.ts';
import { FORM_CELLS } from '../form/cells.ts';
import { editionDue } from '../form/edition.ts';
import { FEW_CASES } from '../state/comparison.ts';
import { amendedSum, correctedColumn, type CorrectedIndex, indexCorrections } from './corrected-text.ts';
import { type FigureRows, figureRows, numberValue, textValue } from './figure-rows.ts';
import { isQuotient, subjectCounts, subjectUnit, subjectValue } from './subject-text.ts';
import type { Wording } from './wording.ts';

/** The name of a group in the reader's language. */
export function groupName({ by }: Pick<GroupTrendAsk, 'by'>, key: string, { language, messages }: Wording): string {
  if (by === 'place') return key || messages.ownLevel;
  const named = by === 'kind' ? KINDS : LEVELS;
  return named.find((one) => one.key === key)?.[language] ?? (key || messages.unknown);
}

/** Whether the form due in a year asks for every figure of the subject. */
function isAsked({ subject }: GroupTrendAsk, year: number): boolean {
  const edition = editionDue(year);
  if (edition === null) return false;
  const { numerator, denominator } = subjectTerms(subject);
  return [...numerator, ...denominator].every((id) => FORM_CELLS[edition].some((cell) => cell.id === id));
}

/** Why a group has no value in a year. */
function gapOf(ask: GroupTrendAsk, { reports, n, year }: GroupTrendRow, { messages }: Wording): string {
  if (reports === 0) return messages.neverFiled;
  if (n > 0) return messages.absences['not-applicable'];
  return isAsked(ask, year) ? messages.noFigure : messages.absences['not-asked'];
}

const groupsOf = (rows: readonly GroupTrendRow[]): string[] => [...new Set(rows.map(({ group }) => group))];

const groupKey = (group: string, year: number) => `${group} ${year}`;

/** The corrected figures in the groups, by group and year. */
export function groupCorrections(
  { by }: GroupTrendAsk,
  rows: readonly GroupTrendRow[],
  corrections: Corrections,
): CorrectedIndex {
  const shown = new Set(groupsOf(rows));
  return indexCorrections(
    corrections,
    (figure) => figure.isSelected && shown.has(figure[by]),
    (figure) => groupKey(figure[by], figure.year),
  );
}

/** The groups as lines, each with a colour and strokes of its own as far as these reach. */
export function groupSeries(
  ask: GroupTrendAsk,
  rows: readonly GroupTrendRow[],
  corrected: CorrectedIndex,
  wording: Wording,
): TrendSeries[] {
  const groups = groupsOf(rows);
  return groups.map((group, index) => ({
    key: `group:${group}`,
    name: groupName(ask, group, wording),
    ...(groups.length <= GROUP_COLOURS.length ? GROUP_COLOURS[index] : {}),
    points: rows
      .filter((row) => row.group === group)
      .map((row): TrendPoint => ({
        year: row.year,
        value: row.pooled,
        counts: subjectCounts(row, wording) || null,
        gap: row.pooled === null ? gapOf(ask, row, wording) : null,
        few: isQuotient(ask.subject) && (row.denominator ?? 0) < FEW_CASES,
        amended: amendedSum(corrected.of(groupKey(group, row.year)), wording),
      })),
  }));
}

/** A value with the counts behind it, and how many reports it rests on. */
function told(ask: GroupTrendAsk, row: GroupTrendRow, wording: Wording): string {
  const counts = subjectCounts(row, wording);
  const value = `${subjectValue(row.pooled!, ask.subject, wording)}${counts ? ` (${counts})` : ''}`;
  return `${value}${wording.messages.findings.from(wording.exact(row.n))}`;
}

/** The years as rows and the groups as columns, each value with the counts it rests on. */
export function groupTrendRows(
  ask: GroupTrendAsk,
  rows: readonly GroupTrendRow[],
  corrected: CorrectedIndex,
  wording: Wording,
): FigureRows {
  const { messages } = wording;
  const years = [...new Set(rows.map(({ year }) => year))];
  return figureRows(years, [
    { label: messages.year, numeric: false, value: (year) => textValue(String(year)) },
    ...groupsOf(rows).map((group) => ({
      label: groupName(ask, group, wording),
      numeric: true,
      unit: subjectUnit(ask.subject, wording),
      value: (year: number) => {
        const row = rows.find((one) => one.group === group && one.year === year)!;
        return numberValue(row.pooled, () => told(ask, row, wording), gapOf(ask, row, wording));
      },
    })),
    ...correctedColumn<number>(
      corrected,
      (year) => groupsOf(rows).flatMap((group) => corrected.of(groupKey(group, year))),
      true,
      wording,
    ),
  ]);
}

/** Which group stands highest and which lowest in the asked year, with their counts, and how many groups are drawn. */
export function groupTrendFinding(
  ask: GroupTrendAsk,
  rows: readonly GroupTrendRow[],
  year: number,
  wording: Wording,
): string {
  const { findings } = wording.messages;
  const enough = ({ denominator }: GroupTrendRow) => !isQuotient(ask.subject) || (denominator ?? 0) >= FEW_CASES;
  const known = rows
    .filter((row) => row.year === year && row.pooled !== null && enough(row))
    .sort((one, other) => other.pooled! - one.pooled!);
  const [top, bottom] = [known[0], known.at(-1)];
  if (!top || !bottom) return wording.messages.noFigure;
  const name = (row: GroupTrendRow) => groupName(ask, row.group, wording);
  const sentence =
    top === bottom
      ? findings.oneGroup(year, name(top), told(ask, top, wording))
      : findings.groups(year, name(top), told(ask, top, wording), name(bottom), told(ask, bottom, wording));
  const shown = groupsOf(rows).length;
  if (shown === top.groups) return sentence;
  return [sentence, findings.groupsShown(wording.exact(shown), wording.exact(top.groups))].join(findings.space);
}
