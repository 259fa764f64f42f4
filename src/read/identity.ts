import { evidence } from './evidence.ts';
import { readMetadata } from './metadata.ts';
import { normaliseText } from './normalise.ts';
import type { Evidence, Span } from './report.ts';
import { parseBodyName, readTitle, type Title } from './titles.ts';

/** Who reports on which year, as the document itself says; null where it does not say or contradicts itself. */
export interface Identity {
  readonly body: string | null;
  readonly year: number | null;
  readonly published: string | null;
  readonly scope: 'own' | 'area' | null;
  /** The title line that was believed; null where there is none. */
  readonly title: Span | null;
  readonly evidence: readonly Evidence[];
}

const LINES_ABOVE_A_TITLE = 2;

/** The title nearest above the first section; links to other years' reports stand in runs and further up. */
function believedTitle(titles: readonly Title[], firstSection: number | null): Title | null {
  const above = firstSection === null ? titles : titles.filter((title) => title.span.end <= firstSection);
  const complete = above.filter((title) => title.year !== null);
  if (firstSection !== null) return complete.at(-1) ?? above.at(-1) ?? null;
  const years = new Set(complete.map((title) => title.year));
  const names = new Set(complete.map((title) => title.body));
  return years.size === 1 && names.size === 1 ? complete[0]! : null;
}

/** A title over two lines has the body's name, or the year, on the line above or below it. */
function completed(title: Title, text: string, lines: readonly Span[]): { body: string | null; year: number | null } {
  const at = lines.findIndex((line) => line.start === title.span.start);
  const around = [
    ...lines.slice(Math.max(0, at - LINES_ABOVE_A_TITLE), at).reverse(),
    ...lines.slice(at + 1, at + 2),
  ].map((line) => normaliseText(text, line.start, line.end).text.replace(/^[#*\s]+|[*\s]+$/g, ''));
  const year = around.map((line) => /^\(?(20\d{2})年?度?\)?$/.exec(line)?.[1]).find((found) => found !== undefined);
  const body = around.map((line) => parseBodyName(line)).find((found) => found !== null);
  return { body: title.body ?? body ?? null, year: title.year ?? (year === undefined ? null : Number(year)) };
}

const PERIOD = /(?<from>20\d{2})年?1月1日(?:起)?[至到—\-–~][^。;]{0,12}?12月31日/;
const PREAMBLE = /(?:现将|现公布|发布|公布|编制)(?<body>[^,，。;]{3,40}?)(?<year>20\d{2})年度?(?:政府)?信息公开/;
const AREA =
  /(?:汇总|综合|涵盖|统计(?:了|范围(?:为|包括)?))[^。;]{0,30}(?:全[省市县区]|各[部门乡镇街道县区市]{1,4}|所属|下属)|(?:全[省市县区])(?:各|所有)?[^。;]{0,20}(?:汇总|综合)/;
const OWN = /(?:本机关|本单位|本部门|本局|本委|本办|本街道|本镇|市本级|县本级|区本级|我[局委办厅院镇乡])/;

function scopeOf(opening: string): 'own' | 'area' | null {
  if (AREA.test(opening)) return 'area';
  return OWN.test(opening) ? 'own' : null;
}

/** A name alone on one of the last lines, and a date below it, sign the report. */
function signature(text: string, lines: readonly Span[]): { body: string | null; span: Span | null } {
  const tail = lines.slice(-12);
  const at = tail.findLastIndex((line) =>
    /^20\d{2}年\d{1,2}月\d{1,2}日$/.test(normaliseText(text, line.start, line.end).text),
  );
  const above = at > 0 ? tail[at - 1]! : null;
  const body = above ? parseBodyName(normaliseText(text, above.start, above.end).text) : null;
  return { body, span: body ? above : null };
}

/** Reads body, year, date of publication and scope; title before period and preamble, these before metadata and signature. */
export function readIdentity(text: string, lines: readonly Span[], firstSection: number | null): Identity {
  const titles = lines.flatMap((line) => readTitle(text, line) ?? []);
  const title = believedTitle(titles, firstSection);
  const told = title ? completed(title, text, lines) : { body: null, year: null };
  const metadata = readMetadata(text, lines);
  const opening = lines
    .filter((line) => line.start >= (title?.span.end ?? 0))
    .slice(0, 12)
    .map((line) => normaliseText(text, line.start, Math.min(line.end, line.start + 2000)).text)
    .join('\n');
  const period = PERIOD.exec(opening)?.groups?.['from'];
  const preamble = PREAMBLE.exec(opening)?.groups;
  const signed = signature(text, lines);
  const weaker = [period, preamble?.['year']].filter((year) => year !== undefined).map(Number);
  const agreed = new Set(weaker).size === 1 ? weaker[0]! : null;
  const others = [preamble ? parseBodyName(preamble['body']!) : null, signed.body, metadata.body].filter(
    (name) => name !== null,
  );
  return {
    body: told.body ?? others[0] ?? null,
    year: told.year ?? agreed,
    published: metadata.published,
    scope: scopeOf(opening),
    title: title?.span ?? null,
    evidence: [
      ...(title ? [evidence('title', title.text, title.span)] : []),
      ...(period ? [evidence('period', period, null)] : []),
      ...(signed.body ? [evidence('signature', signed.body, signed.span)] : []),
      ...metadata.evidence,
    ],
  };
}
