import { factorOf, partOf, type CellPart } from './arithmetic.ts';
import { explanationText } from './explanation-text.ts';
import type { CellFigure, CheckedReport, FindingFigures } from './finding-figures.ts';
import { actualOf, cellLabels, cellNames, differenceOf, ruleOf } from './finding-rows.ts';
import type { Finding, NamedCell } from './finding.ts';
import { findingText, reasonText } from './finding-text.ts';
import { formCell } from '../form/cells.ts';
import { placeText, type Language } from './place-text.ts';
import type { Review } from './review.ts';
import { neutralised, type SheetField } from '../store/sheet-field.ts';
import { worklistWords, type WorklistWords } from './worklist-words.ts';

/** Where the findings of a worklist come from. */
export interface WorklistOrigin {
  /** Name of the dataset. */
  readonly name: string;
  readonly fingerprint: string;
  readonly madeAt: string;
  readonly madeBy: string;
  /** Whether any of its figures is made up. */
  readonly synthetic: boolean;
}

/** A row of a sheet, free of formulas. */
export type SheetRow = readonly SheetField[];

type Column = keyof WorklistWords['columns'];
type Fields<Name extends Column> = Readonly<Record<Name, SheetField>>;

const FINDINGS = [
  'number',
  'body',
  'region',
  'year',
  'rule',
  'severity',
  'outcome',
  'place',
  'finding',
  'labels',
  'expected',
  'actual',
  'difference',
  'said',
  'lacking',
  'explanation',
  'basis',
  'source',
  'entered',
  'review',
  'cells',
  'dataset',
  'fingerprint',
  'nature',
] as const satisfies readonly Column[];

const ARITHMETIC = [
  'number',
  'body',
  'year',
  'rule',
  'place',
  'label',
  'column',
  'cell',
  'cellYear',
  'value',
  'role',
  'read',
  'nature',
] as const satisfies readonly Column[];

const SOURCES = [
  'body',
  'region',
  'year',
  'edition',
  'document',
  'address',
  'entered',
  'published',
  'dataset',
  'fingerprint',
  'madeAt',
  'madeBy',
  'nature',
] as const satisfies readonly Column[];

/** The columns of each sheet of a worklist that has a row a finding, a cell or a report. */
export const WORKLIST_COLUMNS = { findings: FINDINGS, arithmetic: ARITHMETIC, sources: SOURCES } as const;

/** The headings of such a sheet. */
export const worklistHead = (sheet: keyof typeof WORKLIST_COLUMNS, language: Language): SheetRow =>
  WORKLIST_COLUMNS[sheet].map((column) => worklistWords(language).columns[column]);

const inOrder = <Name extends Column>(columns: readonly Name[], fields: Fields<Name>): SheetRow =>
  columns.map((column) => neutralised(fields[column]));

const natureOf = ({ synthetic }: WorklistOrigin, words: WorklistWords) => (synthetic ? words.synthetic : words.real);
const placeOf = ({ rule, at }: Finding, language: Language) => (at === '' ? '' : placeText(rule, at, language));

/** A finding as a row of a worklist; `number` counts them from 1, `dismissed` is the review by which it was dismissed. */
export function worklistRow(
  number: number,
  finding: Finding,
  origin: WorklistOrigin,
  language: Language,
  dismissed: Review | null,
): SheetRow {
  const words = worklistWords(language);
  const { body, region, year, rule, outcome, due, said, lacking, explanations, source, entered, cells } = finding;
  const { severity, basisZh, basisEn } = ruleOf(rule);
  return inOrder(FINDINGS, {
    number,
    body,
    region,
    year,
    rule,
    severity: words.severities[severity],
    outcome: words.outcomes[outcome],
    place: placeOf(finding, language),
    finding: findingText(finding, language),
    labels: cellLabels(cells, year),
    expected: finding.expected ?? due,
    actual: actualOf(finding),
    difference: differenceOf(finding),
    said,
    lacking: lacking
      .map((cell) => words.raw(cellLabels([cell], year), reasonText(cell.reason, language)))
      .join(language === 'zh' ? '；' : '; '),
    explanation: explanations.map((one) => explanationText(one, language)).join(language === 'zh' ? '；' : '; '),
    basis: language === 'zh' ? basisZh : basisEn,
    source,
    entered: words.entered[entered],
    review: dismissed && words.dismissed(dismissed.note),
    cells: cellNames(cells, year).join(' '),
    dataset: origin.name,
    fingerprint: origin.fingerprint,
    nature: natureOf(origin, words),
  });
}

/** What stands in a cell, as a field: a figure, or the words why there is none. */
export function figureField({ value, reason, raw }: CellFigure, language: Language): SheetField {
  if (value !== null || reason === null) return value;
  const words = reasonText(reason, language);
  return raw === null || raw.trim() === '' ? words : worklistWords(language).raw(words, raw);
}

/** What a cell does in the arithmetic of a finding, in words. */
export function partText(part: CellPart | null, language: Language): string {
  const words = worklistWords(language);
  return part === null ? words.concerned : words.part(words.sides[part.side], words.operations[part.operation]);
}

/** The cells of a finding as rows, then what is due, what stands there and the difference, where it compares numbers. */
export function arithmeticRows(
  number: number,
  finding: Finding,
  figures: FindingFigures,
  origin: WorklistOrigin,
  language: Language,
): readonly SheetRow[] {
  const words = worklistWords(language);
  const shared = {
    number,
    body: finding.body,
    year: finding.year,
    rule: finding.rule,
    place: placeOf(finding, language),
    nature: natureOf(origin, words),
  };
  const none = { label: null, column: null, cell: null, cellYear: null, read: null };
  const ofCell = (cell: NamedCell): SheetRow => {
    const figure = figures.figureOf(finding, cell);
    const form = formCell(cell.id);
    return inOrder(ARITHMETIC, {
      ...shared,
      label: form?.zh ?? null,
      column: form?.columnZh ?? null,
      cell: cell.id,
      cellYear: cell.year,
      value: figureField(figure, language),
      role: partText(partOf(finding, cell), language),
      read: figure.read === null ? words.blankRead : (figure.read ?? null),
    });
  };
  const factor = factorOf(finding);
  const sums: readonly (readonly [role: string, value: number | null])[] =
    finding.outcome === 'fails'
      ? [
          [factor === 1 ? words.sides.due : words.times(words.sides.due, String(factor)), finding.expected],
          [words.sides.stands, finding.actual],
          [words.difference, differenceOf(finding)],
        ]
      : [];
  return [
    ...finding.cells.map(ofCell),
    ...sums
      .filter(([, value]) => value !== null)
      .map(([role, value]) => inOrder(ARITHMETIC, { ...shared, ...none, role, value })),
  ];
}

/** A report as a row of the sources of a worklist. */
export function sourceRow(report: CheckedReport, origin: WorklistOrigin, language: Language): SheetRow {
  const words = worklistWords(language);
  return inOrder(SOURCES, {
    body: report.body,
    region: report.region,
    year: report.year,
    edition: report.edition,
    document: report.document,
    address: report.url,
    entered: words.entered[report.entered],
    published: report.published,
    dataset: origin.name,
    fingerprint: origin.fingerprint,
    madeAt: origin.madeAt,
    madeBy: origin.madeBy,
    nature: natureOf(origin, words),
  });
}
