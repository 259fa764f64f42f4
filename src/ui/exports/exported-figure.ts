import type { DatasetFacts } from '../../store/dataset-facts.ts';
import type { SheetField } from '../../store/sheet-field.ts';
import type { Messages } from '../messages/zh.ts';

/** A figure as every file of its rows holds it, whatever the format. */
export interface ExportedFigure {
  /** The question that it answers. */
  readonly title: string;
  /** The answer in a sentence. */
  readonly caption: string;
  /** How its values are defined; empty where they are counts of the form. */
  readonly definition: string;
  /** Names of the columns, then the rows as shown, in the order shown; a gap is null. */
  readonly sheet: readonly (readonly SheetField[])[];
}

/** Whether figures are those of published reports or made up, in words. */
export const natureOf = (facts: DatasetFacts, messages: Messages): string =>
  facts.synthetic ? messages.synthetic : messages.published;

/** Its columns and rows, each row with the definition, the dataset, its fingerprint and whether figures are made up. */
export function markedSheet(
  { sheet: [head = [], ...rows], definition }: Pick<ExportedFigure, 'sheet' | 'definition'>,
  facts: DatasetFacts,
  messages: Messages,
): readonly (readonly SheetField[])[] {
  const defined = definition === '' ? [] : [definition];
  const origin = [...defined, facts.name, facts.fingerprint, natureOf(facts, messages)];
  const labels = [messages.dataset, messages.fingerprint, messages.nature];
  return [
    [...head, ...(definition === '' ? [] : [messages.exports.definition]), ...labels],
    ...rows.map((row) => [...row, ...origin]),
  ];
}

/** Names of columns that differ from each other: a second one of the same name gets a number. */
export function distinctNames(names: readonly SheetField[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((given) => {
    const name = String(given ?? '');
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${name} ${number}`;
    taken.add(free);
    return free;
  });
}
