import type { Subject } from '../../compare/subject.ts';
import { subjectChoices } from '../../compare/subject.ts';
import { formCell } from '../../form/cells.ts';
import { INDICATORS } from '../../form/indicators.ts';
import { OUTCOME_GROUPS, REQUEST_ROWS } from '../../form/requests.ts';
import type { Wording } from '../wording.ts';

/** More terms than this say nothing to a reader, who finds them on the page of the method. */
const MOST_TERMS = 6;
/** A group of outcomes without up to so many of its rows is still told by its name. */
const MOST_LEFT_OUT = 2;
const NUMBERING = /^(?:（[三四五六]）|\d+\.)/;
const HANDLED = 'handled_total';

/** What of a subject's definition is not the usual one, in the words that are added to its name. */
export function definitionWords(subject: Subject, { messages }: Wording): string[] {
  const { definition } = subject;
  if (!definition) return [];
  const { definitions } = messages;
  const choices = subjectChoices(subject);
  return [
    ...(choices.denominator && definition.denominator === 'merits' ? [definitions.onMerits] : []),
    ...(choices.applicants && definition.applicants !== 'total' ? [definitions.scopes[definition.applicants]] : []),
  ];
}

/** Groups of outcomes that a sum has nearly whole, each with the rows that it leaves out. */
function groupsIn(ids: readonly string[]) {
  return OUTCOME_GROUPS.flatMap((group) => {
    const rows = REQUEST_ROWS.filter((row) => row.group === group.key && row.editions.includes('2021'));
    const without = rows.filter((row) => !ids.includes(`${row.key}_total`));
    return without.length < rows.length && without.length <= MOST_LEFT_OUT ? [{ group, rows, without }] : [];
  });
}

/** A sum of measures in few words: a group of outcomes by its name, what it leaves out after it. */
function sumText(ids: readonly string[], nameOf: (id: string) => string, { language, messages }: Wording): string {
  const { plus, minus, grouped, denominators } = messages.definitions;
  const groups = groupsIn(ids);
  const inGroups = new Set(groups.flatMap(({ rows }) => rows.map(({ key }) => `${key}_total`)));
  const terms = [
    ...ids.filter((id) => !inGroups.has(id)).map((id) => (id === HANDLED ? denominators.handled : nameOf(id))),
    ...groups.map(({ group, without }) => {
      const name = [group, ...without].map((label) => label[language].replace(NUMBERING, '')).join(minus);
      return without.length > 0 ? grouped(name) : name;
    }),
  ];
  return terms.length > 1 ? grouped(terms.join(plus)) : (terms[0] ?? '');
}

/** How an indicator is counted, as a formula in words; empty for a measure, and where it would be too long to read. */
export function formulaText(subject: Subject, nameOf: (id: string) => string, wording: Wording): string {
  const indicator = subject.kind === 'indicator' ? INDICATORS.find(({ key }) => key === subject.key) : undefined;
  if (!indicator) return '';
  const { definitions } = wording.messages;
  const isOnMerits = subject.definition?.denominator === 'merits' && subjectChoices(subject).denominator;
  const isLong = ({ length }: readonly string[]) => length > MOST_TERMS;
  const isRequests = [...indicator.numerator, ...indicator.denominator].every((id) => formCell(id)?.table === 3);
  if (!isRequests && (isLong(indicator.numerator) || isLong(indicator.denominator))) return '';
  const sum = (ids: readonly string[]) => sumText(ids, nameOf, wording);
  const denominator = isOnMerits ? definitions.denominators.merits : sum(indicator.denominator);
  const factor = indicator.scale === 1 ? '' : `${wording.exact(indicator.scale)} × `;
  return factor + definitions.divided(sum(indicator.numerator), denominator);
}
