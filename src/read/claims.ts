import { absencesIn } from './claim-absences.ts';
import { isPastYear, namesOtherBody, subjectOf, type Subject } from './claim-context.ts';
import { disputeKind, disputeTopics, type DisputeKind } from './claim-disputes.ts';
import { feesIn } from './claim-fees.ts';
import { clausesOf, countPhrases, type Clause, type CountPhrase } from './claim-phrases.ts';
import { decisionTopic, documentKind, documentTopic } from './claim-publication.ts';
import { requestTopics } from './claim-requests.ts';
import { isForComparison, statedYear } from './claim-years.ts';
import type { DocumentLines } from './document-lines.ts';
import { paragraphsOf, type ProseLine } from './paragraphs.ts';
import type { Claim } from './report.ts';
import { sentencesOf, type Sentence } from './sentences.ts';

/** Who reports on which year, as far as it is known: it tells the report's own figures from others. */
export interface ClaimContext {
  readonly body: string | null;
  readonly year: number | null;
}

interface Found {
  readonly topic: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly isPart: boolean;
}

/** What the clauses before spoke of; it goes on until a clause says otherwise. */
interface Thread {
  subject: Subject | null;
  dispute: DisputeKind | null;
  document: string | null;
}

// Numbers behind these words count what was put on a web page, not decisions.
const POSTED_BEFORE = 80;
const POSTED = /公示|归集|公布|上传|录入|发布|推送|公开行政/;
const LIST_MARK =
  /^\s*(?:[(（][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}[、是]|其[一二三四]|第[一二三四五六]|\d{1,2}[.、．])/;
const OWN_AGAIN = /[我本][局委办厅机关单位部门县市区镇乡]|全[县市区省镇乡州]|合计|总计|今年|本年/;

const startingSubject = (section: number | null): Subject | null =>
  section === 3 ? 'requests' : section === 4 ? 'disputes' : null;

function follow(thread: Thread, { text }: Clause): void {
  const subject = subjectOf(text);
  if (subject !== null) thread.subject = subject;
  if (subject === 'disputes') thread.dispute = disputeKind(text) ?? thread.dispute;
  if (subject === 'documents') thread.document = documentKind(text);
}

function topicsOf(
  phrase: CountPhrase,
  clause: Clause,
  thread: Thread,
  sentence: Sentence,
  year: number | null,
): string[] {
  switch (thread.subject) {
    case 'requests':
      return requestTopics(phrase, year);
    case 'disputes':
      return disputeTopics(phrase, {
        clause: clause.text,
        kind: thread.dispute,
        sentence: sentence.text,
        section: sentence.section,
      });
    case 'documents':
      return [documentTopic(phrase, thread.document)].filter((topic) => topic !== null);
    case 'decisions':
      if (POSTED.test(sentence.text.slice(Math.max(0, phrase.start - POSTED_BEFORE), phrase.start))) return [];
      return [decisionTopic(phrase)].filter((topic) => topic !== null);
    default:
      return [];
  }
}

interface CutSentence {
  readonly clauses: readonly Clause[];
  /** The counted numbers of each clause. */
  readonly phrases: readonly (readonly CountPhrase[])[];
  readonly isCounted: boolean;
}

function cutSentence({ text }: Sentence): CutSentence {
  const clauses = clausesOf(text);
  const phrases = countPhrases(text, clauses);
  return { clauses, phrases, isCounted: phrases.some((own) => own.length > 0) };
}

/** The counts of one sentence; those of another body or an earlier year are left out. */
function countsIn(
  sentence: Sentence,
  { clauses, phrases, isCounted }: CutSentence,
  thread: Thread,
  { body, year }: ClaimContext,
): Found[] {
  if (!isCounted) {
    for (const clause of clauses) follow(thread, clause);
    return [];
  }
  const namesReportYear = year !== null && sentence.text.includes(`${year}年`);
  let isOthers = false;
  let isEarlier = false;
  return clauses.flatMap((clause, index) => {
    follow(thread, clause);
    const own = phrases[index]!;
    const named = /(20\d\d)年(?!度?(?:的)?(?:结转|转入))/.exec(clause.text)?.[1];
    if (OWN_AGAIN.test(clause.text)) isOthers = false;
    if (named !== undefined) isEarlier = namesReportYear && Number(named) !== year && !/结转|转入/.test(clause.text);
    else if (isPastYear(clause.text)) isEarlier = true;
    else if (/今年|本年|全年|当年/.test(clause.text)) isEarlier = false;
    return own.flatMap((phrase) => {
      if (namesOtherBody(`${phrase.lead}${phrase.before}`, body)) isOthers = true;
      if (isOthers || isEarlier || /[市县区]本级/.test(phrase.before)) return [];
      const { value, start, end, isPart } = phrase;
      return topicsOf(phrase, clause, thread, sentence, year).map((topic) => ({ topic, value, start, end, isPart }));
    });
  });
}

const RECEIVED = new Set(['new_or_received', 'dealt_with']);

/**
 * 受理 and 收到 may mean new requests, or those and the ones carried in: it is both together where what was carried in
 * is told as a part of it, and new ones alone where that is told beside it.
 */
function settleReceived(found: readonly Found[]): Found[] {
  const isBeside = found.some(({ topic, isPart }) => topic === 'carried_in' && !isPart);
  const hasNew = found.some(({ topic }) => topic === 'new');
  const settled: Found[] = [];
  // From the last to the first: the parts of a number stand right behind it.
  let hasCarriedInPart = false;
  for (const claim of [...found].reverse()) {
    if (claim.isPart) {
      hasCarriedInPart ||= claim.topic === 'carried_in';
      settled.push(claim);
      continue;
    }
    const isReceived = RECEIVED.has(claim.topic);
    if (isReceived && hasCarriedInPart) settled.push({ ...claim, topic: 'new_and_carried_in' });
    else if (claim.topic === 'new_or_received' && isBeside && !hasNew) settled.push({ ...claim, topic: 'new' });
    else settled.push(claim);
    hasCarriedInPart = false;
  }
  return settled.reverse();
}

function claimsOfParagraph(sentences: readonly Sentence[], thread: Thread, context: ClaimContext): Claim[] {
  const counted: { sentence: Sentence; found: Found }[] = [];
  const others: Claim[] = [];
  const claim = (sentence: Sentence, { topic, value, start, end }: Omit<Found, 'isPart'>): Claim => ({
    topic,
    value,
    section: sentence.section,
    sentence: sentence.published,
    span: sentence.spanOf(start, end),
  });
  const cut = sentences.map(cutSentence);
  // Behind the last number nothing asks what the clauses speak of.
  const last = cut.findLastIndex(({ isCounted }) => isCounted);
  sentences.forEach((sentence, order) => {
    const { clauses } = cut[order]!;
    if (LIST_MARK.test(sentence.text)) thread.subject = startingSubject(sentence.section);
    const stated = statedYear(sentence.text);
    const next = sentences[order + 1]?.text ?? '';
    const isTold = stated !== null && isForComparison(sentence.text, next, stated.year, context.year);
    if (isTold && !sentence.text.includes(`${context.year}年`)) {
      if (order < last) for (const clause of clauses) follow(thread, clause);
      return;
    }
    if (stated && !isTold) {
      others.push(claim(sentence, { topic: 'year', value: stated.year, start: stated.start, end: stated.start + 4 }));
    }
    const here = order > last ? [] : countsIn(sentence, cut[order]!, thread, context);
    counted.push(...here.map((found) => ({ sentence, found })));
    const isNew = ({ topic, start, end }: { topic: string; start: number; end: number }) =>
      !here.some((found) => found.topic === topic && found.start >= start - 4 && found.start <= end + 4);
    others.push(
      ...absencesIn(sentence.text, clauses)
        .filter(isNew)
        .map((absence) => claim(sentence, { ...absence, value: 0 })),
      ...feesIn(sentence.text, clauses, sentence.section, context.body).map((fee) => claim(sentence, fee)),
    );
  });
  const settled = settleReceived(counted.map(({ found }) => found));
  return [...settled.map((found, index) => claim(counted[index]!.sentence, found)), ...others].sort(
    (a, b) => a.span!.start - b.span!.start,
  );
}

const LONGEST_INNER_HEADING = 30;

/**
 * The figures and statements that the prose makes about the form's cells, each with its sentence and place; what
 * might be last year's, another body's or no cell of the form is left out. Section five speaks of problems and plans
 * and is not read.
 */
export function readClaims(
  document: DocumentLines,
  lines: readonly ProseLine[],
  context: ClaimContext = { body: null, year: null },
): Claim[] {
  const claims: Claim[] = [];
  let headed: Subject | null = null;
  for (const paragraph of paragraphsOf(document.text, lines)) {
    const { section } = paragraph;
    if (section === 5) continue;
    const sentences = sentencesOf(document, paragraph);
    const thread: Thread = { subject: headed ?? startingSubject(section), dispute: null, document: null };
    claims.push(...claimsOfParagraph(sentences, thread, context));
    const [only] = sentences;
    const isHeading =
      sentences.length === 1 &&
      only !== undefined &&
      only.text.length <= LONGEST_INNER_HEADING &&
      !/[。;,，]/.test(only.text);
    headed = isHeading ? subjectOf(only.text) : null;
  }
  return claims;
}
