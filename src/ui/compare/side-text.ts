import { formOfReport } from '../../state/side-by-side.ts';
import type { SheetField } from '../../store/sheet-field.ts';
import { kindName, levelName } from '../body-text.ts';
import { cellLabel } from '../cell-label.ts';
import { correctedField } from '../corrected-text.ts';
import {
  isQuotient,
  isRate,
  subjectChange,
  subjectCounts,
  subjectName,
  subjectUnit,
  subjectValue,
} from '../subject-text.ts';
import type { Wording } from '../wording.ts';
import { sideWords } from './side-words.ts';
import { countStates, type FiledSide, type SideRow, type SideValue } from './side-rows.ts';

/** Name of a report: its body and its year. */
export const sideName = ({ filed, report }: FiledSide, wording: Wording): string =>
  sideWords(wording).report(filed.body.name, report.year);

/** Name of an item, as the form has it. */
export const itemName = ({ cell, subject }: SideRow, withColumn: boolean, wording: Wording): string =>
  cell ? cellLabel(cell, withColumn, wording) : subjectName(subject, wording);

/** A value of one side with the counts behind it; empty where there is none. */
export function sideValueText({ subject }: SideRow, side: SideValue, wording: Wording): string {
  if (side.value === null) return '';
  const value = subjectValue(side.value, subject, wording);
  return isQuotient(subject) ? `${value} (${subjectCounts(side, wording)})` : value;
}

/** The difference in words, a rate's in points, with its sign; empty where the sides cannot be subtracted. */
export function differenceText(row: SideRow, wording: Wording): string {
  const { difference, subject } = row;
  if (difference === null) return '';
  if (isRate(row.subject)) return subjectChange(difference, subject, wording);
  return `${difference > 0 ? '+' : ''}${subjectValue(difference, subject, wording)}`;
}

/** The growth in per cent with its sign; empty for rates, and where there is nothing to grow from. */
export const growthText = (row: SideRow, wording: Wording): string =>
  row.growth === null || isRate(row.subject) ? '' : subjectChange(row.growth, row.subject, wording);

/** How many items differ, are the same and so on, in one sentence. */
export function statesText(rows: readonly SideRow[], wording: Wording): string {
  const { messages, exact } = wording;
  const words = sideWords(wording);
  const parts = countStates(rows).map(({ state, items }) => `${words.states[state]} ${exact(items)}`);
  return words.counted(parts.join(messages.comma), exact(rows.length));
}

/** What a reader must know before the two reports are held against each other. */
export function sideNotes(left: FiledSide, right: FiledSide, wording: Wording): string[] {
  const { bodyPage } = wording.messages;
  const sides = sideWords(wording);
  if (left.report.reportId === right.report.reportId) return [sides.sameReport];
  const forms = [left, right].map(({ report }) => formOfReport(report));
  const bodies = [left.filed.body, right.filed.body] as const;
  const kinds = bodies.map(({ kind }) => kindName(kind, wording));
  const levels = bodies.map(({ level }) => levelName(level, wording));
  const isGovernment = bodies.map(({ kind }) => kind === 'government');
  const scopes = [left, right].map(({ report }) => report.scope === 'area');
  return [
    ...(forms[0] === forms[1] ? [] : [sides.otherForm(bodyPage.editions[forms[0]!], bodyPage.editions[forms[1]!])]),
    ...(isGovernment[0] === isGovernment[1] ? [] : [sides.containing]),
    ...(kinds[0] === kinds[1] ? [] : [sides.otherKind(kinds[0]!, kinds[1]!)]),
    ...(levels[0] === levels[1] ? [] : [sides.otherLevel(levels[0]!, levels[1]!)]),
    ...(scopes[0] === scopes[1] ? [] : [sides.otherScope]),
  ];
}

/** Every item as a row of a spreadsheet: bare numbers, and the reason where there is none. */
export function sidesCsv(
  left: FiledSide,
  right: FiledSide,
  rows: readonly SideRow[],
  wording: Wording,
): readonly (readonly SheetField[])[] {
  const { messages, language } = wording;
  const { bodyPage, absences } = messages;
  const sides = sideWords(wording);
  const columns = [messages.value, messages.numerator, messages.denominator, bodyPage.gapReason, bodyPage.foundText];
  const hasCorrections = rows.some((row) => row.left.corrections.length + row.right.corrections.length > 0);
  const ofSide = (side: FiledSide) =>
    [...columns, ...(hasCorrections ? [messages.corrected.column] : [])].map((column) =>
      sides.ofSide(sideName(side, wording), column),
    );
  const fields = ({ value, numerator, denominator, gap, corrections }: SideValue): SheetField[] => [
    value,
    numerator,
    denominator,
    gap && absences[gap.reason],
    gap && gap.raw,
    ...(hasCorrections ? [correctedField(corrections, wording)] : []),
  ];
  return [
    [
      sides.part,
      bodyPage.cellId,
      messages.cell,
      bodyPage.column,
      bodyPage.unit,
      ...ofSide(left),
      ...ofSide(right),
      sides.difference,
      sides.growth,
      sides.state,
    ],
    ...rows.map((row) => [
      row.cell ? (messages.formTables[row.cell.table] ?? null) : sides.indicators,
      row.id,
      row.cell ? row.cell[language] : subjectName(row.subject, wording),
      row.cell?.columnZh ?? null,
      row.cell?.unit ?? subjectUnit(row.subject, wording),
      ...fields(row.left),
      ...fields(row.right),
      row.difference,
      isRate(row.subject) ? null : row.growth,
      sides.states[row.state],
    ]),
  ];
}
