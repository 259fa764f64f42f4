import { looksLikeBodyName } from '../bodies/body-name.ts';
import { normaliseText } from './normalise.ts';
import { parseNumeral } from './numerals.ts';
import type { Span } from './report.ts';

/** A line that names itself an annual report on disclosure, with the body and the year in it. */
export interface Title {
  readonly span: Span;
  readonly text: string;
  readonly body: string | null;
  readonly year: number | null;
}

const YEAR = '(?:20\\d{2}|二[〇零○]二?[〇零一二三四五六七八九]{1,2})';
const OGI = '(?:政府|政务)?信息(?:公开|公布)(?:工作)?(?:的)?(?:情况)?';
const REPORT = '(?:工作)?(?:年度)?(?:工作)?(?:报告|年报|告年度报|年度报)|年度报告';
const BODY_YEAR = new RegExp(`^(?<body>.*?)(?:关于)?(?<year>${YEAR})\\s*年?(?:度)?(?:的)?(?:工作)?${OGI}(?:${REPORT})`);
const YEAR_BODY = new RegExp(`^(?<year>${YEAR})\\s*年?(?:度)?(?<body>.+?)(?:的)?${OGI}(?:${REPORT})`);
const BODY_ONLY = new RegExp(`^(?<body>.*?)${OGI}(?:${REPORT})(?:\\((?<year>${YEAR})年?度?\\))?`);

const LONGEST_TITLE = 80;
// A link, a path through the site or a text about reports; a notice that issues a report carries its title in brackets.
const ABOUT_REPORTS =
  /[>»›]|首页|当前位置|您的位置|列表|汇总表|一图读懂|图解|解读|做好|编制|报送|指南|目录|下载|上一篇|下一篇/;
const WRAPPED = /(?:关于)?(?:印发|公布|发布)《?(?<title>.+?)》?的(?:通知|公告|函)/;

/** The year of four digits, Arabic or Chinese (二〇二四); null for anything else. */
function parseYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  const year = parseNumeral(text.replaceAll('○', '〇'));
  return year !== null && year >= 2000 && year <= 2100 ? year : null;
}

/** A body's name as published, freed of the words that lead up to it; null where it does not look like one. */
export function parseBodyName(text: string): string | null {
  const name = text
    .replace(/^[\s《"“]*(?:文字解读|转发|关于)?[:：]?(?:印发|公布|发布)?[《"“]?/, '')
    .replace(/^(?:现将|现公布|根据|按照).*[，,]/, '')
    .replace(/[\s》"”]*(?:关于|的)?$/, '')
    .trim();
  return name.length >= 3 && name.length <= 40 && looksLikeBodyName(name) ? name : null;
}

/** Reads a line as the title of a report; null for any other line, such as a link, a path or a notice. */
export function readTitle(text: string, span: Span): Title | null {
  if (span.end - span.start > LONGEST_TITLE * 2) return null;
  const normal = normaliseText(text, span.start, span.end).text.replace(/^[#*\s]+|[*\s]+$/g, '');
  if (normal.length > LONGEST_TITLE || normal.includes('。') || normal.includes('\t')) return null;
  const plain = (WRAPPED.exec(normal)?.groups?.['title'] ?? normal).replace(/^[《"“]/, '');
  if (ABOUT_REPORTS.test(plain)) return null;
  const match = YEAR_BODY.exec(plain) ?? BODY_YEAR.exec(plain) ?? BODY_ONLY.exec(plain);
  if (!match) return null;
  const said = match.groups?.['body'] ?? '';
  const year = parseYear(match.groups?.['year']) ?? parseYear(new RegExp(`\\(?(${YEAR})年?度?\\)?`).exec(plain)?.[1]);
  return { span, text: plain, body: parseBodyName(said.replace(new RegExp(`${YEAR}年?度?`), '')), year };
}
