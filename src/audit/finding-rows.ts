import { explanationText } from './explanation-text.ts';
import { RULES } from './families.ts';
import type { Finding, NamedCell } from './finding.ts';
import { findingText } from './finding-text.ts';
import { placeText, type Language } from './place-text.ts';
import type { Rule } from './rule.ts';

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of this id; throws a `RangeError` where there is none. */
export function ruleOf(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new RangeError(`no rule of the audit is called ${id}`);
  return rule;
}

/** The cells of a finding by id, with the year after those that are of another report. */
export const cellNames = (cells: readonly NamedCell[], year: number): string[] =>
  cells.map((cell) => (cell.year === year ? cell.id : `${cell.id}@${cell.year}`));

/** A field of a row for a spreadsheet; null is an empty field, never a zero. */
export type SheetField = string | number | null;

// What spreadsheets take for the beginning of a formula, the full-width signs that some of them fold included.
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r]/;

/** Text that would run as a formula begins with an apostrophe; numbers stay numbers. */
const neutralised = (field: SheetField): SheetField =>
  typeof field === 'string' && FORMULA.test(field) ? `'${field}` : field;

/** The columns of a list of findings. */
export const FINDING_COLUMNS = [
  'source',
  'body',
  'region',
  'year',
  'rule',
  'severity',
  'outcome',
  'at',
  'place',
  'finding',
  'expected',
  'actual',
  'cells',
  'lacking',
  'said',
  'explanation',
] as const;

/** A finding as a row of a spreadsheet, free of formulas. */
export function findingRow(finding: Finding, language: Language): SheetField[] {
  const { source, body, region, year, rule, outcome, at, expected, actual, due, said, cells, lacking, explanations } =
    finding;
  const fields: Record<(typeof FINDING_COLUMNS)[number], SheetField> = {
    source,
    body,
    region,
    year,
    rule,
    severity: ruleOf(rule).severity,
    outcome,
    at,
    place: at === '' ? '' : placeText(rule, at, language),
    finding: findingText(finding, language),
    expected: expected ?? due,
    actual: actual ?? (due === null ? null : said),
    cells: cellNames(cells, year).join(' '),
    lacking: lacking.map((cell) => `${cellNames([cell], year)[0]!}: ${cell.reason}`).join('; '),
    said,
    explanation: explanations.map((explanation) => explanationText(explanation, language)).join('; '),
  };
  return FINDING_COLUMNS.map((column) => neutralised(fields[column]));
}
