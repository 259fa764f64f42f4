import { APPLICANT_COLUMNS, APPLICANT_HEADINGS } from '../form/applicants.ts';
import { CELLS_ONLY_2019, formCell, isMeasure, MEASURES, type FormCell } from '../form/cells.ts';
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS, SUITS_HEADING } from '../form/disputes.ts';
import type { Edition } from '../form/edition.ts';
import type { Label } from '../form/label.ts';
import { PUBLICATION_BLOCKS } from '../form/publication.ts';
import { OUTCOME_GROUPS, OUTCOMES_HEADING, REQUEST_ROWS } from '../form/requests.ts';

/** A label without its number, punctuation and blanks, as names of columns are compared. */
export const foldedName = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/^\(?[一二三四五六七]+[)、]/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

type Wording = readonly [words: string, id: string];

const unnumbered = (label: string): string => label.replace(/^\d\./, '');
const wordingsOf = (label: Label): string[] => [
  ...new Set([label.zh, ...(label.published ?? [])].flatMap((words) => [words, unnumbered(words)])),
];

function* publicationWordings(edition: Edition): Generator<Wording> {
  for (const { columns, rows } of PUBLICATION_BLOCKS[edition]) {
    for (const row of rows) {
      for (const [index, { id }] of row.cells.entries()) {
        for (const words of wordingsOf(row)) {
          for (const column of wordingsOf(columns[index]!)) yield [words + column, id];
          if (row.cells.length === 1) yield [words, id];
        }
      }
    }
  }
}

/** Words of a row that say nothing without its group. */
const UNTELLING: ReadonlySet<string> = new Set(['其他', '3.其他', '（六）其他']);

/** Headers that stand between a row's label and its column's where a table's header is joined over its rows. */
const BETWEEN = ['', ...APPLICANT_HEADINGS.map(({ zh }) => zh), APPLICANT_HEADINGS.map(({ zh }) => zh).join('')];

function* requestWordings(): Generator<Wording> {
  for (const row of REQUEST_ROWS) {
    const group = OUTCOME_GROUPS.find(({ key }) => key === row.group);
    const groups = group ? ['', ...wordingsOf(group)] : [''];
    const rows = groups
      .flatMap((before) => wordingsOf(row).map((words) => before + words))
      .filter((words) => !UNTELLING.has(words));
    for (const words of [...rows, ...rows.map((own) => OUTCOMES_HEADING.zh + own)]) {
      for (const column of APPLICANT_COLUMNS) {
        for (const name of wordingsOf(column)) {
          for (const between of BETWEEN) yield [words + between + name, `${row.key}_${column.key}`];
        }
      }
    }
  }
}

function* disputeWordings(): Generator<Wording> {
  for (const block of DISPUTE_BLOCKS) {
    const heads = block.key === 'review' ? [''] : ['', SUITS_HEADING.zh];
    for (const words of wordingsOf(block).flatMap((own) => heads.map((head) => head + own))) {
      for (const column of DISPUTE_COLUMNS) {
        for (const name of wordingsOf(column)) yield [words + name, `${block.key}_${column.key}`];
      }
    }
  }
}

function* allWordings(): Generator<Wording> {
  for (const { id, zh, columnZh, en } of MEASURES) yield* [[zh + columnZh, id] as const, [en, id] as const];
  yield* publicationWordings('2021');
  yield* requestWordings();
  yield* disputeWordings();
  for (const { id, zh, columnZh, en } of CELLS_ONLY_2019) yield* [[zh + columnZh, id] as const, [en, id] as const];
  yield* publicationWordings('2019');
}

let cells: Map<string, FormCell | null> | null = null;

/**
 * The cells of the form by their folded labels: row and column in every wording that reports print, with and without
 * group and number, and in English. Null where one wording could be two cells of the newest form.
 */
export function cellsByWording(): ReadonlyMap<string, FormCell | null> {
  if (cells) return cells;
  cells = new Map();
  for (const [words, id] of allWordings()) {
    const folded = foldedName(words);
    const known = cells.get(folded);
    const isNewer = known != null && isMeasure(id) && !isMeasure(known.id);
    if (known === undefined || isNewer) cells.set(folded, formCell(id)!);
    // What only the older form has makes no wording of the newer one doubtful.
    else if (known !== null && known.id !== id && isMeasure(id) === isMeasure(known.id)) cells.set(folded, null);
  }
  return cells;
}
