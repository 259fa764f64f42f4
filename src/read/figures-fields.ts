import type { Edition } from '../form/edition.ts';
import type { ListColumn } from './figures-format.ts';
import type { DraftIdentity, FigureDraft } from './figures-draft.ts';
import type { ListTrouble } from './list-trouble.ts';

/** What a line of a list says beside its figures, by column; what it lacks is undefined. */
export type ListFields = Readonly<Partial<Record<ListColumn, string>>>;

/** What cannot be used of a line, and in which column. */
export interface FieldProblem {
  readonly column: ListColumn;
  readonly trouble: ListTrouble;
}

// The OGI Regulations first asked for an annual report for 2008.
const FIRST_YEAR = 2008;
const LAST_YEAR = 2100;

/** Body, year and region of a line, or why it cannot be told whose figures they are. */
export function readIdentity(line: number, fields: ListFields): DraftIdentity | FieldProblem {
  const body = fields.body?.trim() ?? '';
  if (body === '') return { column: 'body', trouble: { what: 'no-body' } };
  const given = fields.year?.normalize('NFKC').trim() ?? '';
  const year = /^\d{4}年?度?$/.test(given) ? Number.parseInt(given, 10) : NaN;
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    return { column: 'year', trouble: { what: 'no-year', found: given, first: FIRST_YEAR, last: LAST_YEAR } };
  }
  return { line, body, year, region: fields.region?.trim() || null };
}

/** Takes edition, scope and date of publication over into a draft; returns what of them cannot be used. */
export function takeAttributes(draft: FigureDraft, fields: ListFields): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const edition = fields.edition?.trim() ?? '';
  const scope = fields.scope?.trim() ?? '';
  const published = fields.published?.trim() ?? '';
  // A remark may follow: 2019 (used for 2021).
  const named = /^(2019|2021)(?!\d)/.exec(edition)?.[1];
  if (named) draft.edition = named as Edition;
  else if (edition !== '') problems.push({ column: 'edition', trouble: { what: 'edition', found: edition } });
  if (scope === 'own' || scope === 'area') draft.scope = scope;
  else if (scope !== '') problems.push({ column: 'scope', trouble: { what: 'scope', found: scope } });
  if (isDate(published)) draft.published = published;
  else if (published !== '') problems.push({ column: 'published', trouble: { what: 'date', found: published } });
  return problems;
}

function isDate(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
