import { SEVERITIES, type Rule, type Severity } from '../audit/rule.ts';
import { explanationText } from '../audit/explanation-text.ts';
import { findingSentence } from '../audit/finding-text.ts';
import { cellNames, FINDING_COLUMNS, findingRow, ruleOf } from '../audit/finding-rows.ts';
import type { Change } from '../audit/finding-changes.ts';
import type { Finding } from '../audit/finding.ts';
import type { Language } from '../audit/place-text.ts';
import { CSV_MARK, csvLine, type SheetField } from '../store/sheet-field.ts';
import type { RuleTally } from '../audit/tally.ts';
import type { Database } from '../store/database.ts';
import { datasetFactsQuery } from '../store/dataset-facts.ts';

/** How findings are printed. */
export const FINDING_FORMATS = ['table', 'csv', 'json', 'xlsx'] as const;

/** A way to print findings. */
export type FindingFormat = (typeof FINDING_FORMATS)[number];

/** Whether any figure of a dataset is made up, which every file of it says. */
export const isMadeUp = async (database: Database): Promise<boolean> =>
  (await database.ask(datasetFactsQuery())).some(({ synthetic }) => synthetic);

/** A finding as one line of JSON; `change` is what has become of it since an earlier audit. */
export function jsonLine(finding: Finding, synthetic: boolean, change?: Change): string {
  const { source, body, year, rule, outcome, at, cells, expected, actual, due, said, lacking, span, explanations } =
    finding;
  return JSON.stringify({
    ...(change === undefined ? {} : { change }),
    source,
    body,
    year,
    rule,
    severity: ruleOf(rule).severity,
    outcome,
    cells: cellNames(cells, year),
    expected: expected ?? due,
    actual: actual ?? said,
    at,
    ...(synthetic ? { synthetic: true } : {}),
    ...(lacking.length === 0
      ? {}
      : { lacking: Object.fromEntries(lacking.map((cell) => [cellNames([cell], year)[0]!, cell.reason])) }),
    ...(said === null || actual === null ? {} : { said }),
    ...(span === null ? {} : { span }),
    ...(explanations.length === 0
      ? {}
      : {
          explanations: explanations.map(({ edits, slip, isComplete }) => ({
            if: Object.fromEntries(edits.map(({ cell, to }) => [cell, to])),
            slip,
            complete: isComplete,
          })),
        }),
  });
}

/** The header of findings as CSV, marked as UTF-8 for spreadsheets; lines of a file end in a carriage return too. */
export const CSV_HEADER = `${CSV_MARK}${csvLine(FINDING_COLUMNS)}\r`;

/** The header of findings that are compared with those of an earlier audit. */
export const CSV_CHANGE_HEADER = `${CSV_MARK}${csvLine(['change', ...FINDING_COLUMNS])}\r`;

/** Such a finding as a line of CSV, free of formulas. */
export const changeLine = (change: Change, finding: Finding, language: Language, synthetic: boolean): string =>
  `${csvLine([change, ...findingRow(finding, language, synthetic)])}\r`;

/** A finding as a line of CSV, free of formulas. */
export const findingLine = (finding: Finding, language: Language, synthetic: boolean): string =>
  `${csvLine(findingRow(finding, language, synthetic))}\r`;

/** A tally of a rule's outcomes over all pieces of an audit. */
export type Tallies = ReadonlyMap<string, RuleTally>;

/** The rules with how many reports keep them, break them or leave them open. */
export const summaryRows = (rules: readonly Rule[], tallies: Tallies, language: Language): SheetField[][] => [
  ['rule', 'severity', 'holds', 'fails', 'cannot be checked', 'demands'],
  ...rules.map((rule) => {
    const { holds = 0, fails = 0, cannotCheck = 0 } = tallies.get(rule.id) ?? {};
    return [rule.id, rule.severity, holds, fails, cannotCheck, rule[language]];
  }),
];

/** Characters of Chinese take two columns of a terminal. */
const widthOf = (text: string) =>
  [...text].reduce((width, character) => width + (/[\u1100-\uffdc]/.test(character) ? 2 : 1), 0);
const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Rows as text in columns; numbers stand to the right. */
export function tableLines(rows: readonly (readonly SheetField[])[]): string[] {
  const texts = rows.map((row) => row.map((field) => (field === null ? '' : String(field))));
  const widths = texts.reduce<number[]>(
    (wide, row) => row.map((text, index) => Math.max(wide[index] ?? 0, widthOf(text))),
    [],
  );
  return rows.map((row, at) =>
    texts[at]!.map((text, index) => {
      if (index === row.length - 1) return text;
      const width = widths[index]!;
      return typeof row[index] === 'number' ? text.padStart(width) : padded(text, width);
    }).join('  '),
  );
}

const countOf = (findings: readonly Finding[], severity: Severity) =>
  findings.filter(({ rule }) => ruleOf(rule).severity === severity).length;

/** One report's findings for a terminal: what fails in a line each, what cannot be checked in a line a rule. */
export function reportLines(findings: readonly Finding[], language: Language, withOpen: boolean): string[] {
  const failed = findings.filter(({ outcome }) => outcome === 'fails');
  const open = withOpen ? findings.filter(({ outcome }) => outcome === 'cannot-check') : [];
  if (failed.length + open.length === 0) return [];
  const { body, year, source } = findings[0]!;
  const counts = SEVERITIES.flatMap((severity) => {
    const count = countOf(failed, severity);
    return count === 0 ? [] : [`${severity} ${count}`];
  });
  const openRules = [...new Set(open.map(({ rule }) => rule))];
  const explained = new Set(failed.flatMap(({ explanations }) => explanations));
  return [
    `${body} ${year}: ${counts.length === 0 ? 'nothing fails' : counts.join(', ')} (${source})`,
    ...tableLines([
      ...failed.map((finding) => ['', finding.rule, ruleOf(finding.rule).severity, findingSentence(finding, language)]),
      ...openRules.map((rule) => {
        const own = open.filter((finding) => finding.rule === rule);
        const more = own.length === 1 ? '' : ` (${own.length} places)`;
        return ['', rule, 'open', `${findingSentence(own[0]!, language)}${more}`];
      }),
    ]),
    ...[...explained].map((explanation) => `  ? ${explanationText(explanation, language)}`),
  ];
}
