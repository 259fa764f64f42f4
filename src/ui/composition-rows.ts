import type { RankedBar } from '../charts/ranking-row.ts';
import type { StackedPart, StackedRow } from '../charts/stacked-row.ts';
import { KINDS } from '../bodies/kinds.ts';
import { LEVELS } from '../bodies/levels.ts';
import { cellsOfPart } from '../compare/composition.ts';
import type { CorrectedFigure } from '../compare/corrections.ts';
import { FORM_CELLS, formCell } from '../form/cells.ts';
import { definitionChoices } from '../form/definition.ts';
import { type Edition, editionDue } from '../form/edition.ts';
import type { ComposedPart } from '../state/comparing-pages.ts';
import type { Comparison, ComparisonAsk } from '../state/comparison.ts';
import { amendedSum, amendedValue, correctedColumn, type CorrectedIndex, indexCorrections } from './corrected-text.ts';
import { type FigureRows, figureRows, numberValue, textValue } from './figure-rows.ts';
import type { Wording } from './wording.ts';

/** A share of a whole in per cent. */
export const formatShare = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Whether parts are counted for all applicants together, though each column of table 3 gives them as well. */
export const isOfEveryone = (parts: readonly ComposedPart[]): boolean =>
  parts.some(
    ({ measures }) => definitionChoices({ numerator: measures, denominator: [] }).applicants && measures.length > 0,
  );

/** One whole of a composition with its parts by key. */
interface ComposedWhole {
  readonly key: string;
  readonly label: string;
  readonly reports: number;
  readonly parts: ReadonlyMap<string, { readonly value: number | null; readonly share: number | null }>;
}

/** What of a comparison a composition needs. */
export type ComposedAsk = Pick<ComparisonAsk, 'parts' | 'by' | 'year'>;
type Composed = Pick<Comparison, 'composition' | 'corrections'>;

/** Key of a part of a whole. */
const partKey = (whole: string, part: string) => `${whole} ${part}`;

function wholeOf({ by }: ComposedAsk, figure: CorrectedFigure): string {
  if (by === 'year') return String(figure.year);
  return by === 'bodies' ? String(figure.bodyId) : figure[by];
}

/** The corrected figures in a composition, by whole and part. */
export function compositionCorrections(ask: ComposedAsk, { composition, corrections }: Composed): CorrectedIndex {
  const partOf = new Map(ask.parts.flatMap((part) => cellsOfPart(part).map((cell) => [cell, part.key] as const)));
  const shown = new Set(composition.map(({ group }) => group));
  return indexCorrections(
    corrections,
    (figure) =>
      partOf.has(figure.cell) &&
      (ask.by === 'year' || figure.year === ask.year) &&
      (ask.by === 'bodies' || figure.isSelected) &&
      shown.has(wholeOf(ask, figure)),
    (figure) => partKey(wholeOf(ask, figure), partOf.get(figure.cell)!),
  );
}

/** What a mark says of corrected figures in a part of a whole: of one body, or of a sum over bodies. */
const amendedPart = ({ by }: ComposedAsk, figures: readonly CorrectedFigure[], wording: Wording) =>
  (by === 'bodies' ? amendedValue : amendedSum)(figures, wording);

/** The wholes of a composition in the order of the answer, kinds by their size, named in the reader's language. */
function composedWholes(ask: ComposedAsk, answer: Composed, { language, messages }: Wording): ComposedWhole[] {
  const named = ask.by === 'kind' ? KINDS : ask.by === 'level' ? LEVELS : [];
  const name = (group: string, label: string) =>
    named.find(({ key }) => key === group)?.[language] ?? (label || messages.unknown);
  const wholes = new Map<
    string,
    ComposedWhole & { parts: Map<string, { value: number | null; share: number | null }> }
  >();
  for (const { group, label, part, value, share, reports } of answer.composition) {
    const whole = wholes.get(group) ?? { key: group, label: name(group, label), reports, parts: new Map() };
    whole.parts.set(part, { value, share });
    wholes.set(group, whole);
  }
  if (ask.by !== 'kind') return [...wholes.values()];
  const sizeOf = (whole: ComposedWhole) => [...whole.parts.values()].reduce((sum, { value }) => sum + (value ?? 0), 0);
  return [...wholes.values()].sort((one, other) => sizeOf(other) - sizeOf(one));
}

/** Whether a whole is drawn: a year or a body without figures is a gap, a kind or level without any is only named. */
const isDrawn = ({ by }: ComposedAsk, { parts }: ComposedWhole): boolean =>
  by === 'year' || by === 'bodies' || [...parts.values()].some(({ value }) => value !== null);

/** Whether a part is money. */
const isMoney = ({ measures }: ComposedAsk['parts'][number]): boolean => formCell(measures[0] ?? '')?.unit === '万元';

/** The parts of each whole as a table, in counts or in shares of the whole. */
export function compositionRows(ask: ComposedAsk, answer: Composed, shares: boolean, wording: Wording): FigureRows {
  const { messages, exact, language } = wording;
  const corrected = compositionCorrections(ask, answer);
  return figureRows(composedWholes(ask, answer, wording), [
    { label: messages.groupings[ask.by], numeric: false, value: (whole) => textValue(whole.label) },
    { label: messages.reports, numeric: true, value: (whole) => numberValue(whole.reports, exact) },
    ...ask.parts.map((part) => ({
      label: !shares && isMoney(part) ? `${part[language]} (${messages.wan})` : part[language],
      numeric: true,
      unit: shares ? messages.units.proportion : isMoney(part) ? undefined : messages.units.case,
      value: (whole: ComposedWhole) => {
        const cell = whole.parts.get(part.key);
        return shares
          ? numberValue(cell?.share ?? null, formatShare, messages.noFigure)
          : numberValue(cell?.value ?? null, exact, messages.noFigure);
      },
    })),
    ...correctedColumn<ComposedWhole>(
      corrected,
      ({ key }) => ask.parts.flatMap((part) => corrected.of(partKey(key, part.key))),
      ask.by !== 'bodies',
      wording,
    ),
  ]);
}

/** Which part of the last whole is the largest, with its count and its share. */
export function compositionFinding(ask: ComposedAsk, answer: Composed, wording: Wording): string {
  const { messages, language, exact } = wording;
  const wholes = composedWholes(ask, answer, wording);
  const shown = ask.by === 'year' ? wholes.filter(({ key }) => Number(key) <= ask.year) : wholes;
  const sized = shown.map((whole) => {
    const values = ask.parts.map((part) => ({ part, ...(whole.parts.get(part.key) ?? { value: null, share: null }) }));
    return { whole, values, sum: values.reduce((sum, { value }) => sum + (value ?? 0), 0) };
  });
  const told = ask.by === 'year' ? sized.at(-1) : [...sized].sort((one, other) => other.sum - one.sum)[0];
  const largest = told?.values.filter(({ value }) => value !== null).sort((one, other) => other.value! - one.value!)[0];
  if (!told || largest?.value == null) return messages.noFigure;
  const unit = isMoney(largest.part) ? wording.wan(largest.value) : exact(largest.value);
  const share = largest.share === null ? '' : ` (${formatShare(largest.share)})`;
  const highest =
    ask.parts.length === 1
      ? messages.findings.largestGroup(told.whole.label, largest.part[language], unit)
      : messages.findings.largestPart(told.whole.label, largest.part[language], `${unit}${share}`);
  const left = wholes.filter((whole) => !isDrawn(ask, whole)).map(({ label }) => label);
  if (left.length === 0) return highest;
  return [highest, messages.findings.withoutFigure(left.join(messages.comma))].join(messages.findings.space);
}

const asks = (edition: Edition, { measures, cell2019 }: ComposedPart) =>
  cell2019 === undefined
    ? measures.every((id) => FORM_CELLS[edition].some((cell) => cell.id === id))
    : FORM_CELLS[edition].some((cell) => cell.id === cell2019);

/** Whether the form due in the year of a whole asks for a part; what it does not ask for is no gap. */
function isDue(ask: ComposedAsk, whole: ComposedWhole, part: ComposedPart): boolean {
  const edition = editionDue(ask.by === 'year' ? Number(whole.key) : ask.year);
  return edition === null || asks(edition, part);
}

/** The wholes as stacked bars; a whole of which no part is given says so. */
export function stackedRows(ask: ComposedAsk, answer: Composed, wording: Wording): StackedRow[] {
  const { messages, exact } = wording;
  const corrected = compositionCorrections(ask, answer);
  const drawn = composedWholes(ask, answer, wording).filter((whole) => isDrawn(ask, whole));
  return drawn.map((whole) => {
    const cells = ask.parts
      .map((part) => ({ part, ...(whole.parts.get(part.key) ?? { value: null, share: null }) }))
      .filter(({ part, value }) => value !== null || isDue(ask, whole, part))
      .map(({ part, ...cell }) => ({
        ...{ part: part.key, ...cell },
        amended: amendedPart(ask, corrected.of(partKey(whole.key, part.key)), wording),
      }));
    const known = cells.flatMap(({ value }) => (value === null ? [] : [value]));
    const gap = whole.reports === 0 ? messages.neverFiled : messages.noFigure;
    return {
      key: whole.key,
      label: whole.label,
      cells,
      total: known.length === 0 ? '' : exact(known.reduce((sum, value) => sum + value, 0)),
      gap: known.length === 0 ? gap : null,
    };
  });
}

/** The parts in the reader's language; those of a group stand under its name in the legend. */
export const stackedParts = ({ parts }: ComposedAsk, { language }: Wording): StackedPart[] =>
  parts.map(({ key, hue, shade, group, ...part }) => ({
    key,
    hue,
    shade,
    label: part[language],
    ...(group ? { group: { key: group.key, label: group[language] } } : {}),
  }));

/** Groups by the one part they are compared by: those with a value or a gap as bars, and the names of those at zero. */
export function groupBars(
  ask: ComposedAsk,
  answer: Composed,
  wording: Wording,
): { readonly shown: RankedBar[]; readonly zero: readonly string[] } {
  const { messages } = wording;
  const key = ask.parts[0]!.key;
  const corrected = compositionCorrections(ask, answer);
  const groups = composedWholes(ask, answer, wording).map((whole) => ({
    whole,
    value: whole.parts.get(key)?.value ?? null,
  }));
  // Years and bodies are few and stand where they are looked for; a wall of kinds without any would hide the others.
  const isListed = ask.by === 'year' || ask.by === 'bodies';
  return {
    shown: groups
      .filter(({ value }) => isListed || value !== 0)
      .map(({ whole, value }) => ({
        ...{ key: whole.key, name: whole.label, rank: null, value, low: null, high: null, counts: null, few: false },
        gap: value !== null ? null : whole.reports === 0 ? messages.neverFiled : messages.noFigure,
        amended: amendedPart(ask, corrected.of(partKey(whole.key, key)), wording),
      })),
    zero: isListed ? [] : groups.filter(({ value }) => value === 0).map(({ whole }) => whole.label),
  };
}
