import { explanationText } from './explanation-text.ts';
import { RULES } from './families.ts';
import type { Finding, NamedCell } from './finding.ts';
import { findingText, numbersOf } from './finding-text.ts';
import { cellText, placeText, type Language } from './place-text.ts';
import type { Rule } from './rule.ts';
import { neutralised, type SheetField } from '../store/sheet-field.ts';

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

/** The official labels of cells, each with the year where it is of another report. */
export const cellLabels = (cells: readonly NamedCell[], year: number): string =>
  cells.map((cell) => (cell.year === year ? '' : `${cell.year} `) + cellText(cell.id, 'zh')).join('；');

/** What stands there: a number, or words that are held against others; null where the finding has neither. */
export const actualOf = ({ actual, due, said }: Finding): SheetField => actual ?? (due === null ? null : said);

const MOST_DECIMALS = 6;

/** What stands there less what is due; null where the rule compares no figures. */
export function differenceOf({ rule, expected, actual }: Finding): number | null {
  if (expected === null || actual === null || numbersOf(rule) !== 'figure') return null;
  return Number((actual - expected).toFixed(MOST_DECIMALS));
}

/** The columns of a list of findings for programs. */
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
  'difference',
  'cells',
  'labels',
  'lacking',
  'said',
  'explanation',
  'entered',
  'synthetic',
] as const;

/** A finding as a row of such a list, free of formulas; `synthetic` where figures of its dataset are made up. */
export function findingRow(finding: Finding, language: Language, synthetic: boolean): SheetField[] {
  const { source, body, region, year, rule, outcome, at, due, said, cells, lacking, explanations, entered } = finding;
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
    expected: finding.expected ?? due,
    actual: actualOf(finding),
    difference: differenceOf(finding),
    cells: cellNames(cells, year).join(' '),
    labels: cellLabels(cells, year),
    lacking: lacking.map((cell) => `${cellNames([cell], year)[0]!}: ${cell.reason}`).join('; '),
    said,
    explanation: explanations.map((explanation) => explanationText(explanation, language)).join('; '),
    entered,
    synthetic: String(synthetic),
  };
  return FINDING_COLUMNS.map((column) => neutralised(fields[column]));
}
