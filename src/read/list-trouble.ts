import { formCell, type FormCell } from '../form/cells.ts';

/** What can be wrong with an entry of a list of figures, with the values that tell it. */
export type ListTrouble =
  | { readonly what: 'line-length'; readonly fields: number; readonly header: number }
  | { readonly what: 'unknown-cell'; readonly name: string; readonly nearest: string | null }
  | { readonly what: 'unknown-column' | 'unknown-field'; readonly name: string }
  | { readonly what: 'no-body' }
  /** A line that adds up others. */
  | { readonly what: 'sum-line'; readonly found: string }
  | { readonly what: 'no-year'; readonly found: string; readonly first: number; readonly last: number }
  | { readonly what: 'edition' | 'scope' | 'date' | 'gap-reason'; readonly found: string }
  | { readonly what: 'given-twice'; readonly cell: string; readonly one: string; readonly other: string }
  | { readonly what: 'no-figure'; readonly cell: string; readonly found: string }
  | { readonly what: 'claim-figure'; readonly name: string; readonly found: string }
  | { readonly what: 'claim-object' | 'claim-number'; readonly found: string }
  | { readonly what: 'no-json-object' }
  | { readonly what: 'no-object'; readonly part: string }
  | { readonly what: 'nothing-given' }
  | { readonly what: 'nothing-usable'; readonly body: string; readonly year: number }
  | { readonly what: 'open-quote' }
  | { readonly what: 'sheet-left'; readonly name: string };

/** Something in a list of figures that could not be used; the message says what it is and what was done. */
export interface ListProblem {
  readonly kind: 'problem';
  readonly line: number;
  /** The sheet it stands on; empty in a text. */
  readonly sheet: string;
  readonly column?: string;
  readonly trouble: ListTrouble;
  readonly message: string;
}

function wanted(cell: FormCell): string {
  if (cell.type === 'decimal') return `amount in ${cell.unit}`;
  return cell.signed ? 'whole number' : 'count';
}

/** What is wrong and what was done, in the words of the command line. */
export function listTroubleText(trouble: ListTrouble): string {
  switch (trouble.what) {
    case 'line-length':
      return `the line has ${trouble.fields} fields, the header ${trouble.header}; the line is left out`;
    case 'unknown-cell':
      return `"${trouble.name}" is no cell of the form${trouble.nearest ? `; the nearest is ${trouble.nearest}` : ''}`;
    case 'unknown-column':
      return `a list of one figure a line has no column "${trouble.name}"; it is left out`;
    case 'unknown-field':
      return `there is no field "${trouble.name}"; it is left out`;
    case 'no-body':
      return 'the body has no name; the line is left out';
    case 'sum-line':
      return `"${trouble.found}" adds up other lines; the line is left out`;
    case 'no-year':
      return `the report year is not one from ${trouble.first} to ${trouble.last}: "${trouble.found}"; the line is left out`;
    case 'edition':
      return `the edition is neither 2019 nor 2021: "${trouble.found}"`;
    case 'scope':
      return `the scope is neither own nor area: "${trouble.found}"`;
    case 'date':
      return `the date is not written as year, month, day (2025-01-31): "${trouble.found}"`;
    case 'gap-reason':
      return `"${trouble.found}" is no reason of a gap`;
    case 'given-twice':
      return `${trouble.cell} is given twice, ${trouble.one} and ${trouble.other}; neither is taken`;
    case 'no-figure':
      return `${trouble.cell} is no ${wanted(formCell(trouble.cell)!)}: "${trouble.found}"; it becomes a gap`;
    case 'claim-figure':
      return `the claim "${trouble.name}" is no number: "${trouble.found}"; it is left out`;
    case 'claim-object':
      return `a claim is no object: ${trouble.found}; it is left out`;
    case 'claim-number':
      return `a claim has no number: ${trouble.found}; it is left out`;
    case 'no-json-object':
      return 'the line is no JSON object; it is left out';
    case 'no-object':
      return `${trouble.part} is no object; it is left out`;
    case 'nothing-given':
      return 'the line gives no figure, gap or claim';
    case 'nothing-usable':
      return `${trouble.body} ${trouble.year} has no figure that could be used`;
    case 'open-quote':
      return 'a quotation mark is opened and not closed; nothing from this line on is read';
    case 'sheet-left':
      return `the sheet "${trouble.name}" is no list of figures; it is left out`;
  }
}

/** A problem of a list on a line, and in a column where it has one. */
export const listProblem = (line: number, trouble: ListTrouble, column?: string, sheet = ''): ListProblem => ({
  kind: 'problem',
  line,
  sheet,
  ...(column === undefined ? {} : { column }),
  trouble,
  message: listTroubleText(trouble),
});
