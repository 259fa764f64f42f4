import { APPLICANT_COLUMNS, APPLICANT_HEADINGS, TIE_OUT_NOTE, type ApplicantColumn } from '../form/applicants.ts';
import {
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  SUITS_HEADING,
  type DisputeBlock,
  type DisputeColumn,
} from '../form/disputes.ts';
import type { Label } from '../form/label.ts';
import { CONTENT_HEADING, PUBLICATION_BLOCKS } from '../form/publication.ts';
import { OUTCOME_GROUPS, OUTCOMES_HEADING, REQUEST_ROWS, type OutcomeGroup } from '../form/requests.ts';
import { foldLabel } from './normalise.ts';

/** What a cell's words are on the form; one text may be several things, which its place decides. */
export type FormLabel =
  | { readonly kind: 'article' }
  | { readonly kind: 'content' }
  /** Columns of table 2 in the order named; one cell may name several when a page has lost its borders. */
  | { readonly kind: 'publication-columns'; readonly keys: readonly string[] }
  | { readonly kind: 'publication-row'; readonly name: string }
  | { readonly kind: 'tie-out-note' }
  | { readonly kind: 'applicants' }
  | { readonly kind: 'legal-persons' }
  | { readonly kind: 'applicant-column'; readonly key: ApplicantColumn }
  | { readonly kind: 'outcomes' }
  | { readonly kind: 'request-row'; readonly key: string }
  | { readonly kind: 'request-group'; readonly key: OutcomeGroup }
  | { readonly kind: 'dispute-block'; readonly key: DisputeBlock | 'suits' }
  | { readonly kind: 'dispute-column'; readonly key: DisputeColumn };

const LONGEST_LABEL = 80;
const wordings = (label: Label): string[] => [label.zh, ...(label.published ?? [])].map(foldLabel);
/** A label without the number before it: `1属于国家秘密` → `属于国家秘密`. */
const unnumbered = (folded: string): string => folded.replace(/^(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?=\D)/, '');

const exact = new Map<string, FormLabel[]>();

function learn(folded: string, label: FormLabel): void {
  const known = exact.get(folded);
  if (!known) exact.set(folded, [label]);
  else if (!known.some((other) => JSON.stringify(other) === JSON.stringify(label))) known.push(label);
}

const publicationColumns = new Map<string, string>();
for (const block of [...PUBLICATION_BLOCKS['2021'], ...PUBLICATION_BLOCKS['2019']]) {
  for (const column of block.columns)
    for (const wording of wordings(column)) publicationColumns.set(wording, column.key);
  for (const row of block.rows) {
    for (const wording of wordings(row)) learn(wording, { kind: 'publication-row', name: foldLabel(row.zh) });
  }
  learn(foldLabel(block.article), { kind: 'article' });
}
for (const wording of wordings(CONTENT_HEADING)) learn(wording, { kind: 'content' });
for (const heading of APPLICANT_HEADINGS) {
  learn(foldLabel(heading.zh), { kind: heading.key === 'applicants' ? 'applicants' : 'legal-persons' });
}
for (const column of APPLICANT_COLUMNS) {
  for (const wording of wordings(column)) learn(wording, { kind: 'applicant-column', key: column.key });
}
learn('其它', { kind: 'applicant-column', key: 'other_org' });
for (const row of REQUEST_ROWS) {
  for (const wording of wordings(row)) {
    learn(wording, { kind: 'request-row', key: row.key });
    learn(unnumbered(wording), { kind: 'request-row', key: row.key });
  }
}
for (const group of OUTCOME_GROUPS) {
  for (const wording of wordings(group)) {
    learn(wording, { kind: 'request-group', key: group.key });
    if (unnumbered(wording) !== '其他') learn(unnumbered(wording), { kind: 'request-group', key: group.key });
  }
}
learn(foldLabel(OUTCOMES_HEADING.zh), { kind: 'outcomes' });
learn(unnumbered(foldLabel(OUTCOMES_HEADING.zh)), { kind: 'outcomes' });
for (const block of DISPUTE_BLOCKS)
  for (const wording of wordings(block)) learn(wording, { kind: 'dispute-block', key: block.key });
learn(foldLabel(SUITS_HEADING.zh), { kind: 'dispute-block', key: 'suits' });
for (const column of DISPUTE_COLUMNS) {
  for (const wording of wordings(column)) learn(wording, { kind: 'dispute-column', key: column.key });
}

const tells = REQUEST_ROWS.flatMap((row) => row.tell.map((word) => ({ word: foldLabel(word), key: row.key })));
const columnWordings = [...publicationColumns.keys()].sort((a, b) => b.length - a.length);
const tieOut = foldLabel(TIE_OUT_NOTE);
const applicantTells: readonly [string, ApplicantColumn][] = [
  ['自然人', 'natural'],
  ['商业企业', 'business'],
  ['科研机构', 'research'],
  ['公益组织', 'public_interest'],
  ['法律服务', 'legal_service'],
];

/** Columns of table 2 named one after another in a text; empty unless they and 信息内容 are all there is. */
function columnsIn(folded: string): string[] {
  const keys: string[] = [];
  let rest = folded.startsWith('信息内容') ? folded.slice(4) : folded;
  while (rest !== '') {
    const wording = columnWordings.find((candidate) => rest.startsWith(candidate));
    if (wording === undefined) return [];
    keys.push(publicationColumns.get(wording)!);
    rest = rest.slice(wording.length);
  }
  return keys;
}

function requestRowTold(folded: string): FormLabel[] {
  // A count makes it a sentence about the row, not the row's label.
  if (folded.includes('不予以公开') || /\d[件宗起份条个次]/.test(folded)) return [];
  const told = new Set(tells.filter(({ word }) => folded.includes(word)).map(({ key }) => key));
  return told.size === 1 ? [...told].map((key) => ({ kind: 'request-row', key })) : [];
}

const withoutNotes = (text: string): string => text.replace(/[（(][^（()）]*[^（()）]{6}[)）]/g, '');

function labelsOf(raw: string): readonly FormLabel[] {
  const folded = foldLabel(raw);
  if (folded === '' || folded.length > LONGEST_LABEL) return [];
  const known = exact.get(folded);
  if (known) return known;
  if (folded.startsWith(tieOut.slice(0, 8)) || folded.includes('第一项加第二项')) return [{ kind: 'tie-out-note' }];
  if (/^第?二十条第?/.test(folded)) return [{ kind: 'article' }];
  const columns = columnsIn(folded);
  if (columns.length > 0) return [{ kind: 'publication-columns', keys: columns }];
  const told = requestRowTold(folded);
  if (told.length > 0) return told;
  const applicants = applicantTells.filter(([word]) => folded.includes(word));
  if (applicants.length === 1 && folded.length <= 10) return [{ kind: 'applicant-column', key: applicants[0]![1] }];
  // Filling instructions printed inside a label, e.g. 规章（设区的市…应提供相关数据）.
  const bare = withoutNotes(raw);
  return bare === raw ? [] : labelsOf(bare);
}

const seen = new Map<string, readonly FormLabel[]>();
const REMEMBERED = 5000;

/** Everything a cell's text may be on the form, by exact wording, published variant or telling words; empty for none. */
export function formLabels(raw: string): readonly FormLabel[] {
  const remembered = seen.get(raw);
  if (remembered) return remembered;
  if (seen.size >= REMEMBERED) seen.clear();
  const labels = raw.length > LONGEST_LABEL * 3 || raw.includes('。') ? [] : labelsOf(raw);
  seen.set(raw, labels);
  return labels;
}

const fragmentSources = [
  ...APPLICANT_COLUMNS.map((column) => column.zh),
  ...APPLICANT_HEADINGS.map((heading) => heading.zh),
  ...OUTCOME_GROUPS.map((group) => group.zh),
  OUTCOMES_HEADING.zh,
  TIE_OUT_NOTE,
].map(foldLabel);

/** Whether a text is a broken piece of a header or group label of table 3 (`企业`, `度办`, `三、`). */
export function isHeaderFragment(raw: string): boolean {
  const folded = foldLabel(raw);
  return folded !== '' && fragmentSources.some((source) => source.includes(folded));
}

/** Whether a text is a broken piece of this row's official label. */
export function isFragmentOfRow(raw: string, key: string): boolean {
  const folded = foldLabel(raw);
  const row = REQUEST_ROWS.find((candidate) => candidate.key === key);
  return (
    row !== undefined &&
    folded !== '' &&
    (/^\d$/.test(folded) || wordings(row).some((wording) => wording.includes(folded)))
  );
}
