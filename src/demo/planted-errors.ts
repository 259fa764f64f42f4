import { brokenAreaSums } from './area-errors.ts';
import { figureBreaks, type Break } from './breaks.ts';
import type { DraftReport, Plant } from './draft-report.ts';
import type { SaidWrong } from './prose.ts';
import { figureOf, SHEET_CELLS } from './sheet.ts';

/** One rule that a planted error breaks in one report; an error that breaks several rules stands in several. */
export interface PlantedError {
  /** Current name of the body and its region, divisions with `/` between. */
  readonly body: string;
  readonly region: string;
  /** Report year in which the rule breaks: that of the error, or the next where the chain is checked again. */
  readonly year: number;
  /** Id of the rule of the audit that must find it. */
  readonly rule: string;
  /** Column, row, block or cell where the rule breaks; empty where the rule is about the whole report. */
  readonly at: string;
  /** Key of the kind of error and year it was planted in. */
  readonly kind: string;
  readonly plantedIn: number;
  /** What was done. */
  readonly planted: string;
  /** The changed figures that the rule sees, as `id=value`: what the report says, and what is true. */
  readonly published: string;
  readonly truth: string;
}

const stated = (report: DraftReport, changed: readonly number[], which: 'figures' | 'truth') =>
  changed
    .map((position) => {
      const written = which === 'figures' ? report.gaps.get(position)?.raw : null;
      return `${SHEET_CELLS[position]!.id}=${written ?? figureOf(report[which], position)}`;
    })
    .join(' ');

function listed(
  plant: Plant,
  source: DraftReport,
  { body, year }: DraftReport,
  { rule, at, cells }: Break,
): PlantedError {
  const { name, region } = body;
  const changed =
    source.year === year && cells.length > 0
      ? plant.changed.filter((position) => cells.includes(position))
      : plant.changed;
  const isDate = plant.changed.length === 0;
  return {
    body: name,
    region,
    year,
    rule,
    at,
    kind: plant.kind,
    plantedIn: source.year,
    planted: source.year === year ? plant.what : `follows from ${source.year}: ${plant.what}`,
    published: isDate ? source.published : stated(source, changed, 'figures'),
    truth: isDate ? source.due : stated(source, changed, 'truth'),
  };
}

/** Everything that planted errors break in a report: its own error, and last year's where the next year is held against it. */
export function plantedErrors(
  report: DraftReport,
  before: DraftReport | null,
  above: DraftReport | null,
): PlantedError[] {
  const { plant } = report;
  const source = plant ? report : before;
  const cause = plant ?? before?.plant;
  if (!source || !cause) return [];
  const named = plant
    ? plant.rules.map((rule) => listed(plant, report, report, { rule, at: plant.at, cells: [] }))
    : [];
  const shown = cause.changed.length > 0 ? figureBreaks(report, before, above) : [];
  return [...named, ...shown.map((broken) => listed(cause, source, report, broken))];
}

/** The sums over its area that a government's report breaks, by an error of its own or in a report of the area. */
export function areaErrors(government: DraftReport, below: readonly DraftReport[]): PlantedError[] {
  return brokenAreaSums(government, below).flatMap(({ at, position, source }) => {
    const { plant } = source;
    if (!plant) return [];
    const { name, region } = government.body;
    return {
      body: name,
      region,
      year: government.year,
      rule: 'R-SUM',
      at,
      kind: plant.kind,
      plantedIn: source.year,
      planted: source === government ? plant.what : `follows from ${source.body.name}: ${plant.what}`,
      published: stated(source, [position], 'figures'),
      truth: stated(source, [position], 'truth'),
    };
  });
}

/** What the words of a report break, as a planted error. */
export const saidError = ({ body, year }: DraftReport, said: SaidWrong): PlantedError => ({
  body: body.name,
  region: body.region,
  year,
  rule: said.rule,
  at: said.at,
  kind: said.kind,
  plantedIn: year,
  planted: said.what,
  published: said.published,
  truth: said.truth,
});
