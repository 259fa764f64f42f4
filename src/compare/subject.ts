import { isMeasure } from '../form/cells.ts';
import {
  define,
  type Definition,
  definitionChoices,
  otherDefinitions,
  STANDARD_DEFINITION,
} from '../form/definition.ts';
import { INDICATORS } from '../form/indicators.ts';
import { StoreFailure } from '../store/failure.ts';

/** What is compared: a measure of the form as published, or an indicator made of measures. */
export type Subject = (
  { readonly kind: 'measure'; readonly id: string } | { readonly kind: 'indicator'; readonly key: string }
) & {
  /** How it is counted; as the form counts it where nothing is said. */
  readonly definition?: Definition;
};

/** The measures that a subject is made of. */
export interface SubjectTerms {
  /** `measure` is a figure as published; `share` and `ratio` are the natures of indicators. */
  readonly nature: 'measure' | 'share' | 'ratio';
  /** Ids of the measures that are added up; for a measure itself alone. */
  readonly numerator: readonly string[];
  /** Ids of the measures that are divided by; empty for a measure. */
  readonly denominator: readonly string[];
  /** Factor from the quotient to the stated unit. */
  readonly scale: number;
}

const indicator = (key: string) => INDICATORS.find((candidate) => candidate.key === key);

/** The subject with this measure id or indicator key, or null; the two never collide. */
export function parseSubject(text: string): Subject | null {
  if (isMeasure(text)) return { kind: 'measure', id: text };
  return indicator(text) ? { kind: 'indicator', key: text } : null;
}

/** The measure id or indicator key of a subject. */
export const formatSubject = (subject: Subject): string => (subject.kind === 'measure' ? subject.id : subject.key);

/** Ids of the measures that a subject rests on, each once. */
export function subjectCells(subject: Subject): string[] {
  const { numerator, denominator } = subjectTerms(subject);
  return [...new Set([...numerator, ...denominator])];
}

/** The subject counted by a definition. */
export const definedSubject = (subject: Subject, definition: Definition): Subject => ({ ...subject, definition });

/** Which of the two choices of a definition change anything about a subject. */
export const subjectChoices = (subject: Subject): { readonly denominator: boolean; readonly applicants: boolean } =>
  definitionChoices(publishedTerms(subject));

/** A rate by each of its other definitions; none where only one can be had. A count by other applicants is another count. */
export function otherwiseDefined(subject: Subject): Subject[] {
  const terms = publishedTerms(subject);
  if (terms.nature === 'measure') return [];
  const others = otherDefinitions(terms, subject.definition ?? STANDARD_DEFINITION);
  return others.map((definition) => definedSubject(subject, definition));
}

/** What a subject is made of by its definition; refuses a measure or an indicator that is not known. */
export function subjectTerms(subject: Subject): SubjectTerms {
  const terms = publishedTerms(subject);
  return subject.definition ? { ...terms, ...define(terms, subject.definition) } : terms;
}

function publishedTerms(subject: Subject): SubjectTerms {
  if (subject.kind === 'measure') {
    if (!isMeasure(subject.id)) {
      throw new StoreFailure('statement', `no measure has the id ${JSON.stringify(subject.id)}`);
    }
    return { nature: 'measure', numerator: [subject.id], denominator: [], scale: 1 };
  }
  const known = indicator(subject.key);
  if (!known) throw new StoreFailure('statement', `no indicator has the key ${JSON.stringify(subject.key)}`);
  return known;
}
