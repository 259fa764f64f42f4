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
/** What stands in place of a body's name where a line adds up the others. */
const SUMS = /^(?:合计|总计|小计|共计|平均|全[市区县省州盟旗]?合计)[:：]?$/;

/** Body, year and region of a line, or why it cannot be told whose figures they are. */
export function readIdentity(line: number, fields: ListFields, sheet = ''): DraftIdentity | FieldProblem {
  const body = fields.body?.trim() ?? '';
  if (SUMS.test(body.replace(/\s/g, ''))) return { column: 'body', trouble: { what: 'sum-line', found: body } };
  if (body === '') return { column: 'body', trouble: { what: 'no-body' } };
  const given = fields.year?.normalize('NFKC').trim() ?? '';
  const year = /^\d{4}年?度?$/.test(given) ? Number.parseInt(given, 10) : NaN;
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    return { column: 'year', trouble: { what: 'no-year', found: given, first: FIRST_YEAR, last: LAST_YEAR } };
  }
  return { line, sheet, body, year, region: fields.region?.trim() || null };
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
  const date = dateIn(published);
  if (date !== null) draft.published = date;
  else if (published !== '') problems.push({ column: 'published', trouble: { what: 'date', found: published } });
  draft.creditCode = fields.credit_code?.trim() || null;
  return problems;
}

const PARTS = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;

/** A date written year first, as YYYY-MM-DD; null for any other text. */
export function dateIn(text: string): string | null {
  const [, year, month, day] = PARTS.exec(text.normalize('NFKC')) ?? [];
  if (year === undefined) return null;
  const written = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}
