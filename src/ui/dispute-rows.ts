import type { StackedPart, StackedRow } from '../charts/stacked-row.ts';
import type { CompositionRow, Part } from '../compare/composition.ts';
import type { Corrections } from '../compare/corrections.ts';
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS } from '../form/disputes.ts';
import { COMPARING_PAGES } from '../state/comparing-pages.ts';
import { formatShare } from './composition-rows.ts';
import { amendedSum, correctedColumn, type CorrectedIndex, indexCorrections } from './corrected-text.ts';
import { type FigureRows, figureRows, numberValue, textValue } from './figure-rows.ts';
import type { Wording } from './wording.ts';

const RESULTS = DISPUTE_COLUMNS.filter(({ key }) => key !== 'total');

/** The results of each kind of dispute, every one a part by itself. */
export const DISPUTE_PARTS: readonly Part[] = DISPUTE_BLOCKS.flatMap((block) =>
  RESULTS.map((result) => ({ key: `${block.key}_${result.key}`, measures: [`${block.key}_${result.key}`] })),
);

/** The corrected results, by the id of their cell. */
export const disputeCorrections = (corrections: Corrections): CorrectedIndex =>
  indexCorrections(
    corrections,
    ({ isSelected }) => isSelected,
    ({ cell }) => cell,
  );

/** One kind of dispute with its results in a year; null where no report gives one. */
interface DisputeBlock {
  readonly key: string;
  readonly label: string;
  readonly results: readonly { readonly key: string; readonly value: number | null; readonly known: number }[];
}

function disputeBlocks(rows: readonly CompositionRow[], { language }: Wording): DisputeBlock[] {
  const byPart = new Map(rows.map((row) => [row.part, row]));
  return DISPUTE_BLOCKS.map((block) => ({
    key: block.key,
    label: block[language],
    results: RESULTS.map(({ key }) => {
      const { value = null, known = 0 } = byPart.get(`${block.key}_${key}`) ?? {};
      return { key, value, known };
    }),
  }));
}

const sumOf = ({ results }: DisputeBlock) => results.reduce((sum, { value }) => sum + (value ?? 0), 0);

/** The kinds of dispute as stacked bars of their results. */
export const disputeBars = (
  rows: readonly CompositionRow[],
  corrected: CorrectedIndex,
  wording: Wording,
): StackedRow[] =>
  disputeBlocks(rows, wording).map((block) => {
    const sum = sumOf(block);
    const isKnown = block.results.some(({ value }) => value !== null);
    return {
      key: block.key,
      label: block.label,
      cells: block.results.map(({ key, value }) => ({
        part: key,
        value,
        share: value === null || sum === 0 ? null : value / sum,
        amended: amendedSum(corrected.of(`${block.key}_${key}`), wording),
      })),
      total: isKnown ? wording.exact(sum) : '',
      gap: isKnown ? null : wording.messages.noFigure,
    };
  });

/** The results as parts, in the colours they have by year. */
export const disputeParts = ({ language }: Wording): StackedPart[] =>
  COMPARING_PAGES.disputes!.parts.map(({ key, hue, shade, ...part }) => ({ key, hue, shade, label: part[language] }));

/** The kinds of dispute and their results as a table. */
export function disputeTable(rows: readonly CompositionRow[], corrected: CorrectedIndex, wording: Wording): FigureRows {
  const { messages, exact, language } = wording;
  return figureRows(disputeBlocks(rows, wording), [
    { label: messages.disputeKind, numeric: false, value: ({ label }) => textValue(label) },
    ...RESULTS.map((result, index) => ({
      label: result[language],
      numeric: true,
      value: ({ results }: DisputeBlock) => numberValue(results[index]!.value, exact, messages.noFigure),
    })),
    ...correctedColumn<DisputeBlock>(
      corrected,
      ({ key }) => RESULTS.flatMap((result) => corrected.of(`${key}_${result.key}`)),
      true,
      wording,
    ),
  ]);
}

/** How many cases of each kind are concluded, and how many of these were corrected. */
export function disputeFinding(rows: readonly CompositionRow[], year: number, wording: Wording): string {
  const { messages, exact } = wording;
  const told = disputeBlocks(rows, wording).flatMap((block) => {
    const concluded = block.results.filter(({ key }) => key !== 'pending');
    if (concluded.some(({ value }) => value === null)) return [];
    const sum = concluded.reduce((all, { value }) => all + value!, 0);
    const corrected = concluded.find(({ key }) => key === 'corrected')!.value!;
    // Sums over different reports are no share of each other.
    const isAlike = new Set(concluded.map(({ known }) => known)).size === 1;
    const share = sum === 0 || !isAlike ? '' : ` (${formatShare(corrected / sum)})`;
    return [messages.findings.corrected(block.label, exact(sum), `${exact(corrected)}${share}`)];
  });
  return told.length === 0
    ? messages.noFigure
    : `${messages.findings.inYear(year)}${told.join(messages.semicolon)}${messages.fullStop}`;
}
