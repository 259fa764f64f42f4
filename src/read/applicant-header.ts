import { APPLICANT_COLUMNS, type ApplicantColumn } from '../form/applicants.ts';
import { foldLabel } from './normalise.ts';
import type { Piece } from './pieces.ts';

/** The columns of table 3 as its header names them, in the order of the figures. */
export interface ApplicantHeader {
  readonly columns: readonly ApplicantColumn[];
  /** False where words of the header are left over, so that a column may have lost its name. */
  readonly sound: boolean;
}

// Half of a column's name is enough where a header is broken over two rows (商业 / 企业).
const TELLS: readonly [string, ApplicantColumn][] = [
  ['自然', 'natural'],
  ['商业', 'business'],
  ['科研', 'research'],
  ['公益', 'public_interest'],
  ['法律服务', 'legal_service'],
];
const officialNames = APPLICANT_COLUMNS.map((column) => ({ key: column.key, name: foldLabel(column.zh) }));

function columnOf(folded: string): ApplicantColumn | null {
  const told = TELLS.filter(([word]) => folded.includes(word)).map(([, key]) => key);
  if (told.length === 1) return told[0]!;
  if (folded === '其他' || folded === '其它') return 'other_org';
  return folded === '总计' || folded === '合计' ? 'total' : null;
}

/** Reads the header cells of table 3; cells of kinds of organisation take the place of their common heading. */
export function readApplicantHeader(pieces: readonly Piece[]): ApplicantHeader {
  const top: (ApplicantColumn | 'organisations')[] = [];
  const organisations: ApplicantColumn[] = [];
  const leftOver: string[] = [];
  const push = <Item>(list: Item[], item: Item) => {
    if (!list.includes(item)) list.push(item);
  };
  for (const piece of pieces) {
    const kinds = piece.labels.map((label) => label.kind);
    if (kinds.includes('tie-out-note') || kinds.includes('applicants')) continue;
    if (kinds.includes('legal-persons')) push(top, 'organisations');
    else {
      const folded = foldLabel(piece.raw);
      const column = columnOf(folded);
      if (column === 'natural' || column === 'total') push(top, column);
      else if (column) push(organisations, column);
      else leftOver.push(folded);
    }
  }
  if (!top.includes('organisations'))
    top.splice(top.includes('natural') ? top.indexOf('natural') + 1 : 0, 0, 'organisations');
  const columns = top.flatMap((item) => (item === 'organisations' ? organisations : [item]));
  const names = officialNames.filter(({ key }) => columns.includes(key)).map(({ name }) => name);
  const explained = leftOver.every((rest) => names.some((name) => name.includes(rest)));
  return {
    columns,
    sound: explained && columns.includes('natural') && columns.includes('total') && organisations.length >= 3,
  };
}
