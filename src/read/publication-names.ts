import type { Edition } from '../form/edition.ts';
import { PUBLICATION_BLOCKS, type PublicationBlock } from '../form/publication.ts';
import { formLabels } from './form-label.ts';
import { foldLabel } from './normalise.ts';

/** A block of table 2 with the edition that prints it. */
export interface EditionBlock {
  readonly edition: Edition;
  readonly block: PublicationBlock;
}

/** The blocks of table 2 of both editions. */
export const EDITION_BLOCKS: readonly EditionBlock[] = (['2021', '2019'] as const).flatMap((edition) =>
  PUBLICATION_BLOCKS[edition].map((block) => ({ edition, block })),
);

/** Keys of a block's columns in the form's order. */
export const columnKeys = (block: PublicationBlock): string[] => block.columns.map((column) => column.key);

type FormRow = PublicationBlock['rows'][number];

/** The folded labels under which a row of a block is published. */
export const wordingsOf = ({ zh, published = [] }: FormRow): string[] => [zh, ...published].map(foldLabel);

/** The name under which the scan of tables finds a row of this label, whichever edition words it so. */
export function nameOf(row: FormRow): string {
  const label = formLabels(row.zh).find((candidate) => candidate.kind === 'publication-row');
  return label?.kind === 'publication-row' ? label.name : foldLabel(row.zh);
}

const namesOfBlocks = new Map(EDITION_BLOCKS.map(({ block }) => [block, new Set(block.rows.flatMap(wordingsOf))]));

/** Whether a block has a row of this name. */
export const hasRow = (block: PublicationBlock, name: string): boolean => namesOfBlocks.get(block)!.has(name);

const cellIds = new Map<string, string>();
const rowNames = new Map<string, Set<string>>();
for (const { block } of EDITION_BLOCKS) {
  for (const row of block.rows) {
    for (const name of wordingsOf(row))
      row.cells.forEach((cell, index) => cellIds.set(`${name} ${block.columns[index]!.key}`, cell.id));
    for (const { id } of row.cells) rowNames.set(id, new Set([...(rowNames.get(id) ?? []), ...wordingsOf(row)]));
  }
}

/** Id of the cell of the form in this row and column of table 2; undefined where the form has none. */
export const publicationCell = (name: string, column: string): string | undefined => cellIds.get(`${name} ${column}`);

/** The folded labels under which a row of table 2 that holds this cell may be found. */
export const publicationRowNames = (id: string): ReadonlySet<string> => rowNames.get(id) ?? new Set();
