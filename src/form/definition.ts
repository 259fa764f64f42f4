import { APPLICANT_COLUMNS, type ApplicantColumn } from './applicants.ts';
import { formCell, requestCellId } from './cells.ts';
import { REQUEST_ROWS } from './requests.ts';

/** What the rates of outcomes are divided by: all that was handled, or what was decided on its merits. */
export const DENOMINATORS = ['handled', 'merits'] as const;

/** A denominator of the rates of outcomes. */
export type Denominator = (typeof DENOMINATORS)[number];

/** Whose requests count: everyone's, all organisations' together, or those of one column of table 3. */
export const APPLICANT_SCOPES = [
  'total',
  'natural',
  'organisations',
  'business',
  'research',
  'public_interest',
  'legal_service',
  'other_org',
] as const;

/** A scope of applicants. */
export type ApplicantScope = (typeof APPLICANT_SCOPES)[number];

/** How figures of table 3 are counted where the form leaves more than one way open. */
export interface Definition {
  readonly denominator: Denominator;
  readonly applicants: ApplicantScope;
}

/** The definition of official prose: of everyone's requests, over all that were handled. */
export const STANDARD_DEFINITION: Definition = { denominator: 'handled', applicants: 'total' };

/** Two sums of measures, the one divided by the other; nothing to divide by in a count. */
export interface Terms {
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
}

const ON_THE_MERITS = REQUEST_ROWS.filter(
  ({ key, group, editions }) =>
    editions.includes('2021') && (['granted', 'partial'].includes(key) || group === 'denied' || group === 'unable'),
).map(({ key }) => requestCellId(key, 'total'));

const isTotalOfRequests = (id: string): boolean => {
  const cell = formCell(id);
  return cell?.table === 3 && cell.column === 'total';
};

/** Whether a figure can be divided by the decisions on the merits: a share of all that was handled which they contain. */
const canBeOnMerits = ({ numerator, denominator }: Terms): boolean =>
  denominator.length === 1 && denominator[0] === 'handled_total' && numerator.every((id) => ON_THE_MERITS.includes(id));

/** Whether a figure is made of totals of table 3 alone, so that each applicant's column gives it as well. */
const canBeScoped = ({ numerator, denominator }: Terms): boolean =>
  [...numerator, ...denominator].every(isTotalOfRequests);

/** Which of the two choices of a definition change anything about a figure. */
export const definitionChoices = (terms: Terms): { readonly denominator: boolean; readonly applicants: boolean } => ({
  denominator: canBeOnMerits(terms),
  applicants: canBeScoped(terms),
});

/** Scopes of applicants that a ranking is held against: everyone, and the two halves that everyone is made of. */
const SCOPES_COMPARED: readonly ApplicantScope[] = ['total', 'natural', 'organisations'];

/** The definitions of a figure that tell its rankings apart, without the one in force; none where it has no choice. */
export function otherDefinitions(terms: Terms, inForce: Definition): Definition[] {
  const choices = definitionChoices(terms);
  const scopes = choices.applicants ? [...new Set([inForce.applicants, ...SCOPES_COMPARED])] : [inForce.applicants];
  return (choices.denominator ? DENOMINATORS : [inForce.denominator])
    .flatMap((denominator) => scopes.map((applicants) => ({ denominator, applicants })))
    .filter((one) => one.denominator !== inForce.denominator || one.applicants !== inForce.applicants);
}

const columnsOf = (scope: ApplicantScope): readonly ApplicantColumn[] =>
  scope === 'organisations'
    ? APPLICANT_COLUMNS.map(({ key }) => key).filter((key) => key !== 'natural' && key !== 'total')
    : [scope];

/** A figure counted by a definition; what of it does not concern the figure leaves it as it is. */
export function define(terms: Terms, { denominator, applicants }: Definition): Terms {
  const choices = definitionChoices(terms);
  const divisor = denominator === 'merits' && choices.denominator ? ON_THE_MERITS : terms.denominator;
  if (applicants === 'total' || !choices.applicants) return { numerator: terms.numerator, denominator: divisor };
  const columns = columnsOf(applicants);
  const scoped = (ids: readonly string[]) =>
    ids.flatMap((id) => columns.map((column) => requestCellId(formCell(id)!.row, column)));
  return { numerator: scoped(terms.numerator), denominator: scoped(divisor) };
}
