import { parseSubject } from '../../compare/subject.ts';
import { MEASURES } from '../../form/cells.ts';
import { INDICATORS } from '../../form/indicators.ts';
import { folded, holdsWords } from '../folded-words.ts';
import { subjectName, subjectNote } from '../subject-text.ts';
import type { Wording } from '../wording.ts';

/** Something that can be compared, as a reader chooses it. */
export interface OfferedSubject {
  /** Measure id or indicator key. */
  readonly key: string;
  readonly name: string;
  /** How it is counted; empty for a cell of the form. */
  readonly note: string;
}

/** Subjects that belong together, under their heading. */
export interface SubjectGroup {
  readonly heading: string;
  readonly subjects: readonly OfferedSubject[];
}

const TABLES = [2, 3, 4] as const;

/** Everything that can be compared: the page's own subjects first, then all rates, then the cells of the form by table. */
export function subjectCatalogue(own: readonly string[], wording: Wording): SubjectGroup[] {
  const { messages } = wording;
  const offer = (key: string): OfferedSubject => {
    const subject = parseSubject(key)!;
    return { key, name: subjectName(subject, wording), note: subjectNote(subject, wording) };
  };
  const others = (keys: readonly string[]) => keys.filter((key) => !own.includes(key)).map(offer);
  return [
    { heading: messages.definitions.onThisPage, subjects: own.map(offer) },
    { heading: messages.definitions.rates, subjects: others(INDICATORS.map(({ key }) => key)) },
    ...TABLES.map((table) => ({
      heading: messages.formTables[table] ?? '',
      subjects: others(MEASURES.filter((cell) => cell.table === table).map(({ id }) => id)),
    })),
  ];
}

/** The groups with those subjects alone whose name, key or definition holds every word; groups without any are left out. */
export function findSubjects(groups: readonly SubjectGroup[], words: string): SubjectGroup[] {
  const wanted = folded(words);
  const isFound = ({ key, name, note }: OfferedSubject) => holdsWords(folded(`${name} ${key} ${note}`), wanted);
  return groups
    .map(({ heading, subjects }) => ({ heading, subjects: subjects.filter(isFound) }))
    .filter(({ subjects }) => subjects.length > 0);
}
