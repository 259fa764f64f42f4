import type { Claim, Evidence, Passage, Report, Span } from '../read/report.ts';
import { SECTIONS } from '../form/sections.ts';
import type { DraftReport } from './draft-report.ts';
import { nameIn } from './province.ts';
import type { Random } from './random.ts';
import { figureOf, positionOf } from './sheet.ts';

/** What a made-up report says in words, and the rules that it breaks by them. */
export interface Prose extends Pick<Report, 'claims' | 'passages' | 'evidence'> {
  readonly broken: readonly SaidWrong[];
}

/** A rule that the words of a report break. */
export interface SaidWrong {
  readonly rule: string;
  readonly at: string;
  readonly kind: string;
  readonly what: string;
  readonly published: string;
  readonly truth: string;
}

/** What the words of a report rest on. */
interface Said {
  readonly received: number;
  readonly carriedIn: number;
  readonly handled: number;
  readonly carriedOut: number;
  readonly reviews: number;
  readonly suits: number;
  readonly feeYuan: number;
}

const KINDS = [
  'wrong-figure',
  'silent',
  'denied',
  'wrong-year',
  'other-name',
  'missing-section',
  'no-fee',
  'fee-too-large',
  'all-answered',
] as const;
type Kind = (typeof KINDS)[number];

/** Share of reports whose words are wrong somewhere; some have no room for what is tried. */
const SAID_WRONG = 0.06;
const NUMERALS = '一二三四五六';

const total = ({ figures }: DraftReport, id: string) => figureOf(figures, positionOf(id));
const gives = ({ gaps }: DraftReport, ...ids: readonly string[]) => ids.every((id) => !gaps.has(positionOf(id)));
const SUITS = ['suit_direct_total', 'suit_after_review_total'];

const truthOf = (report: DraftReport): Said => ({
  received: total(report, 'new_total'),
  carriedIn: total(report, 'carried_in_total'),
  handled: total(report, 'handled_total'),
  carriedOut: total(report, 'carried_out_total'),
  reviews: total(report, 'review_total'),
  suits: SUITS.reduce((sum, id) => sum + total(report, id), 0),
  feeYuan: 0,
});

function hasRoom(kind: Kind, report: DraftReport, { reviews, carriedOut }: Said): boolean {
  switch (kind) {
    case 'wrong-figure':
      return gives(report, 'new_total');
    case 'silent':
    case 'denied':
      return reviews > 0 && gives(report, 'review_total', ...SUITS);
    case 'no-fee':
      return report.year >= 2021;
    case 'fee-too-large':
      return report.edition === '2021' && gives(report, 'admin_fees_wan');
    case 'all-answered':
      return carriedOut > 0 && gives(report, 'new_total', 'carried_in_total', 'handled_total', 'carried_out_total');
    default:
      return true;
  }
}

const OTHER_BODY = '云岭省档案馆';
const YUAN_A_WAN = 10_000;

/** What a kind of error makes of the words, as rules see it. */
function brokenBy(kind: Kind, report: DraftReport, { received, reviews, suits }: Said): SaidWrong[] {
  const wrong = (rule: string, at: string, what: string, published: unknown, truth: unknown): SaidWrong => ({
    rule,
    at,
    kind,
    what,
    published: String(published),
    truth: String(truth),
  });
  switch (kind) {
    case 'wrong-figure':
      return [wrong('X-PROSE', 'new', 'the prose tells another number of requests', received + 1, received)];
    case 'silent':
      return [
        wrong('X-SILENT', 'review', 'the prose does not speak of disputes', '', reviews),
        ...(suits > 0 ? [wrong('X-SILENT', 'suits', 'the prose does not speak of disputes', '', suits)] : []),
      ];
    case 'denied':
      return [
        wrong('X-SILENT', 'review', 'the prose says that there were no disputes', 0, reviews),
        wrong('X-PROSE', 'review_total', 'the prose says that there were no disputes', 0, reviews),
        ...(suits > 0 ? [wrong('X-PROSE', 'suits_total', 'the prose says that there were no disputes', 0, suits)] : []),
      ];
    case 'wrong-year':
      return [wrong('D-YEAR', 'section-1', 'section one speaks of the year before', report.year - 1, report.year)];
    case 'other-name':
      return [wrong('D-NAME', '', 'signed by another body', OTHER_BODY, nameIn(report.body, report.year))];
    case 'missing-section':
      return [wrong('FORM', 'section-missing 5', 'section five left out', '', '五')];
    case 'no-fee':
      return [wrong('X-SEC6', '', 'section six does not speak of the processing fee', '', '')];
    case 'fee-too-large':
      return [wrong('X-FEE', 'processing_fee', 'more processing fee than administrative fees', feeTooLarge(report), 0)];
    case 'all-answered':
      return [wrong('X-RATE', 'clearance_rate', 'everything said to be answered, with some carried out', 100, '')];
  }
}

const feeTooLarge = (report: DraftReport) => Math.ceil(total(report, 'admin_fees_wan') * YUAN_A_WAN) + 1_000;

/** A document's text while it is written. */
class Writing {
  #length = 0;
  readonly claims: Claim[] = [];
  readonly passages: Passage[] = [];
  readonly evidence: Evidence[] = [];

  #span(text: string): Span {
    const start = this.#length;
    this.#length += text.length + 1;
    return { start, end: start + text.length };
  }

  note(kind: string, detail: string): void {
    this.evidence.push({ kind, detail, span: this.#span(detail) });
  }

  claim(topic: string, value: number, section: number | null, sentence: string): void {
    this.claims.push({ topic, value, section, sentence, span: null });
  }

  section(number: number, sentences: readonly string[]): void {
    const heading = `${NUMERALS[number - 1]!}、${SECTIONS[number - 1]!.zh}`;
    const head = this.#span(heading);
    this.evidence.push({ kind: 'section', detail: `${number} ${heading}`, span: head });
    const text = sentences.join('');
    this.passages.push({ section: number, heading, text, span: { start: head.start, end: this.#span(text).end } });
  }
}

function write(report: DraftReport, said: Said, kind: Kind | null): Writing {
  const { year, body } = report;
  const name = nameIn(body, year);
  const writing = new Writing();
  const title = `${name}${year}年政府信息公开工作年度报告`;
  writing.note('title', title);
  writing.claim('year', year, null, title);
  writing.note('metadata', name);
  writing.note('period', String(year));

  const spoken = kind === 'wrong-year' ? year - 1 : year;
  const opening = `${spoken}年，${name}依法做好政府信息公开工作。`;
  const counts = `全年新收申请${said.received}件，上年结转${said.carriedIn}件，办结${said.handled}件，结转下年度${said.carriedOut}件。`;
  writing.claim('year', spoken, 1, opening);
  writing.claim('new', said.received, 1, counts);
  writing.claim('carried_in', said.carriedIn, 1, counts);
  writing.claim('handled', said.handled, 1, counts);
  writing.claim('carried_out', said.carriedOut, 1, counts);
  writing.section(1, [opening, counts]);
  writing.section(2, ['主动公开的各项内容见下表。']);
  writing.section(3, kind === 'all-answered' ? ['申请办结率100%。'] : ['收到和处理申请的情况见下表。']);

  const none = said.reviews + said.suits === 0;
  const disputes = none ? '全年未发生行政复议和行政诉讼。' : `发生行政复议${said.reviews}件，行政诉讼${said.suits}件。`;
  if (kind !== 'silent') {
    writing.claim('review_total', said.reviews, 4, disputes);
    writing.claim('suits_total', said.suits, 4, disputes);
  }
  writing.section(4, [kind === 'silent' ? '具体情况见下表。' : disputes]);
  if (kind === 'missing-section') writing.note('section-missing', '5');
  else writing.section(5, ['公开内容的解读仍不够及时，今后将提前准备。']);

  const fee = said.feeYuan === 0 ? '本年度未收取信息处理费。' : `本年度收取信息处理费${said.feeYuan}元。`;
  if (kind !== 'no-fee') writing.claim('processing_fee_yuan', said.feeYuan, 6, fee);
  writing.section(6, [kind === 'no-fee' ? '没有其他需要报告的事项。' : fee]);

  const signed = kind === 'other-name' ? OTHER_BODY : name;
  writing.note('signature', signed);
  if (signed !== name) writing.note('body-disagrees', `title ${name}, signature ${signed}`);
  return writing;
}

/** Writes what a report says in words about its own figures, now and then wrongly; repeatable for a stream of draws. */
export function writeProse(report: DraftReport, random: Random): Prose {
  const truth = truthOf(report);
  const tried = random.chance(SAID_WRONG) ? random.pick(KINDS) : null;
  const kind = tried && report.plant === null && hasRoom(tried, report, truth) ? tried : null;
  const said: Said =
    kind === 'wrong-figure'
      ? { ...truth, received: truth.received + 1 }
      : kind === 'denied'
        ? { ...truth, reviews: 0, suits: 0 }
        : kind === 'fee-too-large'
          ? { ...truth, feeYuan: feeTooLarge(report) }
          : truth;
  const { claims, passages, evidence } = write(report, said, kind);
  return { claims, passages, evidence, broken: kind ? brokenBy(kind, report, truth) : [] };
}
