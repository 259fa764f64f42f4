import { CELLS_ONLY_2019, MEASURES, type FormCell } from '../../form/cells.ts';
import { SECTIONS } from '../../form/sections.ts';
import { isMoney, meaningOf, meantCell, proposeColumn, type ColumnMapping } from '../../read/column-mapping.ts';
import { LIST_COLUMNS, type ListColumn } from '../../read/figures-format.ts';
import { guessColumn, type OutlinedColumn, type OutlinedTable } from '../../read/list-outline.ts';
import { columnLetters } from '../../read/list-place.ts';
import type { ColumnMessages } from '../messages/columns-zh.ts';
import type { Wording } from '../wording.ts';
import { cellName } from './reading-words.ts';

/** Something that a column can stand for, as a person chooses it; `means` is null for leaving it out. */
export interface MeaningOption {
  readonly means: string | null;
  readonly label: string;
  readonly group: string;
  /** Lower case, with everything that may be typed to find it. */
  readonly search: string;
}

/** Where a choice comes from: a person, a certain header, a guess, or nobody. */
export type ChoiceOrigin = 'said' | 'certain' | 'guess' | 'unknown';

/** A column of a list with its choice. Columns with the same header in several sheets are one. */
export interface ColumnChoice extends OutlinedColumn {
  readonly letters: string;
  readonly lines: number;
  readonly means: string | null;
  readonly origin: ChoiceOrigin;
}

/** Something about the choices that a person should see before the list is read. */
export interface ColumnProblem {
  readonly what: 'no-body' | 'no-year' | 'no-figure' | 'twice' | 'field-twice' | 'unit' | 'unit-differs';
  readonly headers: readonly string[];
  readonly means: string | null;
  /** Whether nothing can be read before it is mended. */
  readonly stops: boolean;
}

type Words = Pick<Wording, 'language'>;

function cellOptions(cell: FormCell, group: string, words: ColumnMessages, wording: Words): MeaningOption[] {
  const name = cellName(cell, wording);
  const units = isMoney(cell) ? (['元', '万元'] as const) : ([''] as const);
  return units.map((unit) => {
    const label = unit === '' ? name : words.inUnit(name, unit);
    const search = `${label} ${cell.zh} ${cell.columnZh} ${cell.en} ${cell.id}`.toLowerCase();
    return { means: meaningOf(cell, unit), label, group, search };
  });
}

/** Columns that only lists of another shape have, or that are there for people alone: offered where one is chosen already. */
const SELDOM: ReadonlySet<string> = new Set<ListColumn>(['level', 'kind', 'where', 'measure', 'value', 'unit']);

/** Everything a column can stand for, in the order of the form; `chosen` is what columns stand for already. */
export function meaningOptions(
  words: ColumnMessages,
  wording: Words,
  chosen: ReadonlySet<string | null>,
): MeaningOption[] {
  const groupOf = ({ table }: FormCell) => SECTIONS.find((section) => section.table === table)![wording.language];
  const offered = (Object.keys(LIST_COLUMNS) as ListColumn[]).filter((key) => !SELDOM.has(key) || chosen.has(key));
  const fields = offered.map((means): MeaningOption => {
    const label = words.fields[means];
    const search = `${label} ${means} ${LIST_COLUMNS[means].join(' ')}`.toLowerCase();
    return { means, label, group: words.groups.body, search };
  });
  return [
    { means: null, label: words.leaveOut, group: words.groups.none, search: words.leaveOut.toLowerCase() },
    ...fields,
    ...MEASURES.flatMap((cell) => cellOptions(cell, groupOf(cell), words, wording)),
    ...CELLS_ONLY_2019.flatMap((cell) => cellOptions(cell, words.groups.form2019, words, wording)),
  ];
}

/** The options whose words hold all that was typed. */
export function findMeanings(options: readonly MeaningOption[], typed: string): readonly MeaningOption[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.length === 0 ? options : options.filter(({ search }) => wanted.every((word) => search.includes(word)));
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Place of the option that is meant among those found: the one called just so, else the first. */
export function likeliestMeaning(found: readonly MeaningOption[], typed: string): number {
  const wanted = plain(typed);
  return Math.max(
    0,
    found.findIndex(({ label, means }) => plain(label) === wanted || means === typed.trim()),
  );
}

/** The columns of a list, each with what a person has said of it, else with what it most probably is. */
export function columnChoices(tables: readonly OutlinedTable[], mapping: ColumnMapping | null): ColumnChoice[] {
  const found = new Map<string, ColumnChoice>();
  for (const { columns, lines, place } of tables) {
    for (const [index, column] of columns.entries()) {
      const known = found.get(column.header);
      const letters = columnLetters(place.columns[index] ?? index);
      const samples = [...new Set([...(known?.samples ?? []), ...column.samples])];
      const whole = { ...column, samples, blanks: column.blanks + (known?.blanks ?? 0) };
      found.set(column.header, {
        ...whole,
        ...chosenFor(whole, mapping),
        letters: known?.letters ?? letters,
        lines: lines + (known?.lines ?? 0),
      });
    }
  }
  return [...found.values()];
}

function chosenFor(column: OutlinedColumn, mapping: ColumnMapping | null): Pick<ColumnChoice, 'means' | 'origin'> {
  const said = mapping?.columns.get(column.header);
  if (said !== undefined) return { means: said, origin: 'said' };
  const { means, certainty } = guessColumn(column);
  if (certainty === 'certain') return { means, origin: 'certain' };
  return { means, origin: certainty === 'likely' ? 'guess' : 'unknown' };
}

/** The mapping that the choices are, for every column of the list, so that nothing of it is left to guessing. */
export const mappingOfChoices = (choices: readonly ColumnChoice[], year: number | null): ColumnMapping => ({
  columns: new Map(choices.map(({ header, means }) => [header, means])),
  year: choices.some(({ means }) => means === 'year') ? null : year,
});

const isAmount = (means: string | null): means is string => {
  const meant = meantCell(means ?? '');
  return meant !== null && isMoney(meant.cell);
};

const problem = (
  what: ColumnProblem['what'],
  stops: boolean,
  headers: readonly string[] = [],
  means: string | null = null,
) => ({
  what,
  headers,
  means,
  stops,
});

/** The unit that a header names for an amount; empty where it names none. */
function unitNamed(header: string): string {
  return /(万元|元)\s*[)）】\]]?\s*$/.exec(header.normalize('NFKC'))?.[1] ?? '';
}

function unitProblems(choices: readonly ColumnChoice[]): ColumnProblem[] {
  return choices.flatMap(({ header, means, origin }): ColumnProblem[] => {
    if (!isAmount(means)) return [];
    const { cell, unit } = meantCell(means)!;
    const named = unitNamed(header);
    if (named !== '' && named !== (unit || cell.unit)) return [problem('unit-differs', false, [header], means)];
    // An id or the form's own label carries its unit; what a person has chosen is their word.
    const isKnown =
      named !== '' || origin === 'certain' || origin === 'said' || proposeColumn(header).certainty === 'certain';
    // Ten thousand times too much is no guess to let pass.
    return isKnown ? [] : [problem('unit', true, [header], means)];
  });
}

/** What is wrong with choices, or in doubt; `year` is the report year given for all lines. */
export function columnProblems(choices: readonly ColumnChoice[], year: number | null): ColumnProblem[] {
  const byCell = new Map<string, ColumnChoice[]>();
  for (const choice of choices) {
    if (choice.means === null) continue;
    const key = meantCell(choice.means)?.cell.id ?? choice.means;
    byCell.set(key, [...(byCell.get(key) ?? []), choice]);
  }
  const has = (field: ListColumn) => byCell.has(field);
  const hasFigures = [...byCell.keys()].some((key) => !(key in LIST_COLUMNS)) || (has('measure') && has('value'));
  const twice = [...byCell].flatMap(([key, chosen]) => {
    if (chosen.length < 2) return [];
    const isField = key in LIST_COLUMNS;
    return [
      problem(
        isField ? 'field-twice' : 'twice',
        isField,
        chosen.map(({ header }) => header),
        chosen[0]!.means,
      ),
    ];
  });
  return [
    ...(has('body') ? [] : [problem('no-body', true)]),
    ...(has('year') || year !== null ? [] : [problem('no-year', true)]),
    ...(hasFigures ? [] : [problem('no-figure', true)]),
    ...twice,
    ...unitProblems(choices),
  ];
}
