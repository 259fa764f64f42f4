import { parseSubject } from '../../compare/subject.ts';
import { formCell, MEASURES } from '../../form/cells.ts';
import { INDICATORS } from '../../form/indicators.ts';
import { ownTitle } from '../../host/own-name.ts';
import { formatBodyKey } from '../../state/body-key.ts';
import { COMPARING_PAGES } from '../../state/comparing-pages.ts';
import { turnedTo } from '../../state/page-turning.ts';
import { type Page, PAGES } from '../../state/pages.ts';
import type { View } from '../../state/view.ts';
import type { ListedBody } from '../../store/body-list.ts';
import { filedYears } from '../body-text.ts';
import { folded, holdsWords } from '../folded-words.ts';
import { subjectName } from '../subject-text.ts';
import { type Wording, wordingOf } from '../wording.ts';

/** Something that can be gone to. */
export interface PaletteEntry {
  /** Names it among all entries. */
  readonly key: string;
  readonly name: string;
  /** What tells it from others of its name, below it. */
  readonly note: string;
  /** What changes in the view, or the dataset that is opened. */
  readonly leads: { readonly to: Partial<View> } | { readonly dataset: string };
}

/** Entries of one kind, under their heading. */
export interface PaletteGroup {
  readonly heading: string;
  readonly entries: readonly PaletteEntry[];
  /** How many match, where only the first are among the entries. */
  readonly total: number;
}

const LANGUAGES = [wordingOf('zh'), wordingOf('en')];

/** The page where a subject is at home: the one that offers it itself, otherwise the one about its part of the form. */
function pageOf(subject: string): Page {
  const offering = PAGES.find((page) => COMPARING_PAGES[page]?.subjects.includes(subject));
  if (offering) return offering;
  const cell = formCell(subject);
  if (cell?.table === 2) return 'enforcement';
  if (cell?.table === 4) return 'disputes';
  return cell && ['new', 'carried_in', 'carried_out'].includes(cell.row) ? 'requests' : 'outcomes';
}

/** How well a text holds all words: 0 where it is them, 1 where it begins with them, 2 else; null where it lacks one. */
function rankOf(texts: readonly string[], words: string): number | null {
  const all = texts.map(folded);
  if (all.includes(words)) return 0;
  if (all.some((text) => text.startsWith(words))) return 1;
  return holdsWords(all.join(' '), words) ? 2 : null;
}

/** Those that hold the words, the best first and then in their own order. */
function best<Found>(all: readonly Found[], words: string, textsOf: (one: Found) => readonly string[]): Found[] {
  const ranked = all.map((one) => ({ one, rank: rankOf(textsOf(one), words) }));
  return [0, 1, 2].flatMap((wanted) => ranked.filter(({ rank }) => rank === wanted).map(({ one }) => one));
}

const SUBJECTS = [...INDICATORS.map(({ key }) => key), ...MEASURES.map(({ id }) => id)].map((key) => ({
  key,
  subject: parseSubject(key)!,
}));

function subjectEntry(key: string, wording: Wording): PaletteEntry {
  const page = pageOf(key);
  return {
    key: `subject-${key}`,
    name: subjectName(parseSubject(key)!, wording),
    note: `${wording.messages.pages[page]} · ${key}`,
    leads: { to: { ...turnedTo(page), subject: key } },
  };
}

const bodyEntry = (body: ListedBody, wording: Wording): PaletteEntry => ({
  key: `body-${body.bodyId}`,
  name: body.name,
  note: `${body.region} · ${filedYears(body, wording)}`,
  leads: { to: { ...turnedTo('body'), body: formatBodyKey(body) } },
});

/** What is offered for what was typed; nothing typed offers pages and datasets. */
export interface PaletteQuestion {
  readonly words: string;
  /** Names of the datasets that can be opened. */
  readonly datasets: readonly string[];
  /** Bodies that the dataset has for the words. */
  readonly bodies: readonly ListedBody[];
  /** How many bodies it has for them in all. */
  readonly bodyCount: number;
  /** How many subjects are offered at most. */
  readonly most: number;
}

/**
 * Pages, datasets, subjects and bodies for the words typed, in either language and by key. Bodies stand last, so that their
 * coming moves nothing under the reader's hand; groups without entries are left out.
 */
export function paletteGroups(
  { words, datasets, bodies, bodyCount, most }: PaletteQuestion,
  wording: Wording,
): PaletteGroup[] {
  const wanted = folded(words).trim();
  const { messages } = wording;
  const titleOf = (name: string, { messages: own }: Wording) => own.datasetNames[ownTitle(name)] ?? ownTitle(name);
  const pages = best(PAGES, wanted, (page) => [page, ...LANGUAGES.map((language) => language.messages.pages[page])]);
  const opened = best(datasets, wanted, (name) => [name, ...LANGUAGES.map((language) => titleOf(name, language))]);
  const subjects = wanted === '' ? [] : best(SUBJECTS, wanted, subjectTexts);
  const groups = [
    {
      heading: messages.palette.pages,
      total: pages.length,
      entries: pages.map((page) => ({
        key: `page-${page}`,
        name: messages.pages[page],
        note: '',
        leads: { to: turnedTo(page) },
      })),
    },
    {
      heading: messages.palette.datasets,
      total: opened.length,
      entries: opened.map((name) => ({
        key: `dataset-${name}`,
        name: titleOf(name, wording),
        note: '',
        leads: { dataset: name },
      })),
    },
    {
      heading: messages.palette.subjects,
      total: subjects.length,
      entries: subjects.slice(0, most).map(({ key }) => subjectEntry(key, wording)),
    },
    {
      heading: messages.palette.bodies,
      total: bodyCount,
      entries: bodies.map((body) => bodyEntry(body, wording)),
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function subjectTexts({ key, subject }: (typeof SUBJECTS)[number]): readonly string[] {
  return [key, ...LANGUAGES.map((language) => subjectName(subject, language))];
}
