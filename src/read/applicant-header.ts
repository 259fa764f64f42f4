import { APPLICANT_COLUMNS, type ApplicantColumn } from '../form/applicants.ts';
import { foldLabel } from './normalise.ts';
import type { Piece } from './pieces.ts';

/** What stands above the figures of table 3. */
export interface HeaderFound {
  /** Cells that belong to the header, in reading order. */
  readonly pieces: readonly Piece[];
  /** Every word between the table's beginning and its first figures, in reading order. */
  readonly words: readonly string[];
}

/** The columns of table 3 in the order of the figures, as its header settles them. */
export interface ApplicantHeader {
  /** Null where the header does not settle which column stands there. */
  readonly columns: readonly (ApplicantColumn | null)[];
  /** `named`: every column by its name; `remnants`: by what is left of the names, in the form's order; `broken`: not all. */
  readonly state: 'named' | 'remnants' | 'broken';
}

const ALL_COLUMNS: readonly ApplicantColumn[] = APPLICANT_COLUMNS.map((column) => column.key);
const LEAST_ORGANISATIONS = 3;

// Half of a column's name is enough where a header is broken over two rows (商业 / 企业).
const TELLS: readonly [string, ApplicantColumn][] = [
  ['自然', 'natural'],
  ['商业', 'business'],
  ['科研', 'research'],
  ['公益', 'public_interest'],
  ['法律服务', 'legal_service'],
];
const officialNames = APPLICANT_COLUMNS.map((column) => ({ key: column.key, name: foldLabel(column.zh) }));

/** The column of applicants that a folded header cell names; null where it names none. */
export function columnOf(folded: string): ApplicantColumn | null {
  const told = TELLS.filter(([word]) => folded.includes(word)).map(([, key]) => key);
  if (told.length > 0) return told.length === 1 ? told[0]! : null;
  if (folded === '其他' || folded === '其它') return 'other_org';
  return folded === '总计' || folded === '合计' ? 'total' : null;
}

const isColumn = (item: string): item is ApplicantColumn => ALL_COLUMNS.some((key) => key === item);
const kindsOf = (piece: Piece): readonly string[] => piece.labels.map((label) => label.kind);
const isHeading = (piece: Piece): boolean =>
  kindsOf(piece).some((kind) => kind === 'tie-out-note' || kind === 'applicants');

/** The names that stand in the very columns of the figures; null where a figure's column has none, or two. */
function columnsByPlace(pieces: readonly Piece[], places: readonly number[]): ApplicantColumn[] | null {
  const columns = places.map((place) => {
    const names = new Set(
      pieces
        .filter((piece) => piece.at === place && !isHeading(piece) && !kindsOf(piece).includes('legal-persons'))
        .map((piece) => columnOf(foldLabel(piece.raw))),
    );
    names.delete(null);
    return names.size === 1 ? [...names][0]! : null;
  });
  const named = columns.filter((column) => column !== null);
  return named.length === places.length && new Set(named).size === named.length ? named : null;
}

interface Slots {
  readonly top: readonly (ApplicantColumn | 'organisations')[];
  /** Kinds of organisation in order; the words of a cell among them that names none. */
  readonly organisations: readonly string[];
}

/** The header's cells in order; kinds of organisation take the place of their common heading. */
function slotsOf(pieces: readonly Piece[]): Slots {
  const top: (ApplicantColumn | 'organisations')[] = [];
  const organisations: string[] = [];
  const push = <Item>(list: Item[], item: Item) => {
    if (!list.includes(item)) list.push(item);
  };
  for (const piece of pieces) {
    if (isHeading(piece) || piece.raw === '') continue;
    const folded = foldLabel(piece.raw);
    const column = columnOf(folded);
    if (kindsOf(piece).includes('legal-persons')) push(top, 'organisations');
    else if (column === 'natural' || column === 'total') push(top, column);
    else if (column !== null || folded !== '') organisations.push(column ?? folded);
  }
  const named = [...top, ...organisations];
  const names = officialNames.filter(({ key }) => named.includes(key)).map(({ name }) => name);
  const slots = organisations.filter((item, at) =>
    isColumn(item) ? organisations.indexOf(item) === at : !names.some((name) => name.includes(item)),
  );
  return { top, organisations: slots };
}

function isPrintedTwice(pieces: readonly Piece[]): boolean {
  const named = pieces.flatMap(({ raw }) => columnOf(foldLabel(raw)) ?? []);
  return new Set(named).size < named.length;
}

function isInFormOrder(organisations: readonly string[]): boolean {
  const places = organisations.filter(isColumn).map((key) => ALL_COLUMNS.indexOf(key));
  return places.every((place, at) => at === 0 || place > places[at - 1]!);
}

/** Whether words may be what damage left of a column's name: most of their characters stand in it. */
function resembles(words: string, key: ApplicantColumn): boolean {
  const name = officialNames.find((other) => other.key === key)!.name;
  const shared = [...words].filter((letter) => name.includes(letter)).length;
  return shared > 0 && shared * 2 > words.length;
}

/**
 * Kinds of organisation with a cell that cannot be read as the one that is missing: only one is, every cell has its
 * place, and what is left of the words fits. Null where a cell stays unknown.
 */
function completed({ top, organisations }: Slots, width: number): (ApplicantColumn | null)[] {
  const missing = ALL_COLUMNS.filter((key) => ![...top, ...organisations].includes(key));
  const isWhole = organisations.length + 2 === width && width === ALL_COLUMNS.length && top.includes('organisations');
  return organisations.map((item) => {
    if (isColumn(item)) return item;
    return isWhole && missing.length === 1 && resembles(item, missing[0]!) ? missing[0]! : null;
  });
}

const REMNANTS: readonly [RegExp, ApplicantColumn][] = [
  [/自然/g, 'natural'],
  [/商业/g, 'business'],
  [/科研/g, 'research'],
  [/公益|社会公/g, 'public_interest'],
  [/法律服|律服务/g, 'legal_service'],
  [/其他|其它/g, 'other_org'],
];

/** Whether what is left of the header's words still names every column once, in the form's order. */
function hasAllRemnants(words: readonly string[]): boolean {
  const text = words
    .map(foldLabel)
    .join(' ')
    .replace(/法人或其他组织|其他组织/g, ' ');
  const found = REMNANTS.flatMap(([pattern, key]) =>
    [...text.matchAll(pattern)].map((match) => ({ key, at: match.index })),
  );
  const keys = found.sort((a, b) => a.at - b.at).map(({ key }) => key);
  const first = keys.filter((key, at) => keys.indexOf(key) === at);
  return /总计|合计/.test(text) && first.join(' ') === ALL_COLUMNS.slice(0, -1).join(' ');
}

const TOP_IN_ORDER: Slots['top'] = ['natural', 'organisations', 'total'];

function columnsByOrder({ pieces, words }: HeaderFound, width: number): ApplicantHeader {
  const slots = slotsOf(pieces);
  const { top } = slots;
  const order = top.filter((item) => item !== 'organisations').join(' ');
  const isUsual = order === 'natural total' && top[0] === 'natural' && top.at(-1) === 'total';
  const isTotalFirst = order === 'total natural' && top.at(-1) !== 'natural';
  const places = top.map((item) => TOP_IN_ORDER.indexOf(item));
  const isInOrder = places.every((place, at) => place > (places[at - 1] ?? -1));
  const remnants: ApplicantHeader | null =
    isInOrder && width === ALL_COLUMNS.length && hasAllRemnants(words)
      ? { columns: ALL_COLUMNS, state: 'remnants' }
      : null;
  const unnamed = (count: number): null[] => Array.from({ length: Math.max(0, count) }, () => null);
  // Without names the last column may still show itself as the total.
  if (!isUsual && !isTotalFirst) return remnants ?? { columns: [...unnamed(width - 1), 'total'], state: 'broken' };
  const inOrder = (kinds: readonly (ApplicantColumn | null)[]): readonly (ApplicantColumn | null)[] =>
    isUsual ? ['natural', ...kinds, 'total'] : ['total', 'natural', ...kinds];
  // A name met twice shows a header printed again in part; out of the form's order its names tell nothing then.
  const isTorn = isPrintedTwice(pieces) && !isInFormOrder(slots.organisations);
  const kinds = isTorn ? unnamed(width - 2) : completed(slots, width);
  const named = kinds.filter((kind) => kind !== null);
  // Words that name no column are none of the header where the names are as many as the figures.
  const isNamed = named.length >= LEAST_ORGANISATIONS && (named.length === kinds.length || named.length + 2 >= width);
  if (isNamed) return { columns: inOrder(named), state: 'named' };
  return remnants ?? { columns: inOrder(unnamed(width - 2)), state: 'broken' };
}

/**
 * Reads the header of table 3 above rows of so many figures. `places` are the columns in which the figures stand, where
 * the document has columns: names in those very columns settle them; otherwise the order of the names does.
 */
export function readApplicantHeader(
  found: HeaderFound,
  width: number,
  places: readonly number[] | null,
): ApplicantHeader {
  const byOrder = columnsByOrder(found, width);
  const byPlace = places && columnsByPlace(found.pieces, places);
  const isSettledByPlace = byPlace && (byOrder.state !== 'named' || byOrder.columns.length === byPlace.length);
  return isSettledByPlace ? { columns: byPlace, state: 'named' } : byOrder;
}
