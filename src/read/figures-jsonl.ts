import { formCell } from '../form/cells.ts';
import { unknownCell } from './figures-cell.ts';
import { listedClaim, OTHER_TOPIC } from './figures-claim.ts';
import { FigureDraft, isGapReason, type ListedReport } from './figures-draft.ts';
import { readIdentity, takeAttributes, type ListFields } from './figures-fields.ts';
import { listProblem, type ListProblem, type ListTrouble } from './list-trouble.ts';

type Entry = Readonly<Record<string, unknown>>;

const FIELDS = new Set(
  'body region level kind year edition form scope source url published where places measures form_2019 gaps claims'.split(
    ' ',
  ),
);

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const plain = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Place of each figure that does not stand where the others do: `places` lists ids by place. */
function placesOf(entry: Entry): Map<string, string> {
  const places = isEntry(entry['places']) ? entry['places'] : {};
  return new Map(
    Object.entries(places).flatMap(([where, ids]) =>
      Array.isArray(ids) ? ids.map((id) => [plain(id), where] as const) : [],
    ),
  );
}

function takeClaim(draft: FigureDraft, claim: unknown, source: string): ListTrouble | null {
  if (!isEntry(claim)) return { what: 'claim-object', found: JSON.stringify(claim) };
  const { measure, topic, value, unit, where, section, sentence } = claim;
  if (typeof value !== 'number') return { what: 'claim-number', found: JSON.stringify(claim) };
  if (typeof measure === 'string')
    return draft.addClaim(measure, String(value), plain(unit), { source, where: plain(where) });
  const stated = listedClaim(plain(topic) || OTHER_TOPIC, value, plain(unit), plain(where));
  draft.addOwnClaim({
    ...stated,
    topic: plain(topic) || OTHER_TOPIC,
    section: typeof section === 'number' ? section : null,
    sentence: plain(sentence) || stated.sentence,
  });
  return null;
}

/** Reads one line of a JSON list: the report it gives, if any, and what of it cannot be used. */
export function readJsonLine(text: string, line: number): (ListedReport | ListProblem)[] {
  const problems: ListProblem[] = [];
  const problem = (trouble: ListTrouble, column?: string) => problems.push(listProblem(line, trouble, column));
  let entry: unknown;
  try {
    entry = JSON.parse(text);
  } catch {
    entry = null;
  }
  if (!isEntry(entry)) {
    problem({ what: 'no-json-object' });
    return problems;
  }
  for (const field of Object.keys(entry))
    if (!FIELDS.has(field)) problem({ what: 'unknown-field', name: field }, field);
  const source = plain(entry['source']) || plain(entry['url']);
  const fields: ListFields = {
    body: plain(entry['body']),
    region: plain(entry['region']),
    year: plain(entry['year']),
    edition: plain(entry['edition']) || plain(entry['form']),
    scope: plain(entry['scope']),
    published: plain(entry['published']),
  };
  const identity = readIdentity(line, fields);
  if ('trouble' in identity) {
    problem(identity.trouble, identity.column);
    return problems;
  }
  const draft = new FigureDraft(identity);
  for (const { column, trouble } of takeAttributes(draft, fields)) problem(trouble, column);
  const places = placesOf(entry);
  for (const part of ['measures', 'form_2019', 'gaps'] as const) {
    const given = entry[part] ?? {};
    if (!isEntry(given)) {
      problem({ what: 'no-object', part }, part);
      continue;
    }
    for (const [id, value] of Object.entries(given)) {
      const cell = formCell(id);
      const isReason = typeof value === 'string' && isGapReason(value);
      const place = { source, where: places.get(id) ?? plain(entry['where']) };
      if (!cell) problem(unknownCell(id), id);
      else if (part === 'gaps' && !isReason) problem({ what: 'gap-reason', found: plain(value) }, id);
      // null says that the list has nothing to say of the cell.
      else if (value !== null) {
        const given = plain(value) || JSON.stringify(value);
        const trouble = draft.add(cell, given, '', place, draft.quote(String(line), id, given));
        if (trouble) problem(trouble, id);
      }
    }
  }
  for (const claim of Array.isArray(entry['claims']) ? entry['claims'] : []) {
    const trouble = takeClaim(draft, claim, source);
    if (trouble) problem(trouble, 'claims');
  }
  const report = draft.finished();
  if (!report) problem({ what: 'nothing-given' });
  return report ? [...problems, report] : problems;
}
