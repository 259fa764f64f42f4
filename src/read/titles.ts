import { looksLikeBodyName } from '../bodies/body-name.ts';
import type { DocumentLines } from './document-lines.ts';
import { parseNumeral } from './numerals.ts';
import type { Span } from './report.ts';

/** A line that names itself an annual report on disclosure, with the body and the year in it. */
export interface Title {
  readonly span: Span;
  readonly text: string;
  readonly body: string | null;
  readonly year: number | null;
  /** Where the year stands; null where the title has none, or not in four characters in a row. */
  readonly yearSpan: Span | null;
}

const YEAR = '(?<!\\d)(?:20\\d{2}|二[〇零○][〇零○一二]?[〇零○一二三四五六七八九])(?!\\d)';
const OGI = '(?:政府|政务)?信息(?:公开|公布)(?:工作)?(?:的)?(?:情况)?(?:的)?';
const REPORT = '(?:(?:工作)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:报告|年报|告年度报|年度报))';
const CORE = new RegExp(`${OGI}${REPORT}`);
const ANY_YEAR = new RegExp(`${YEAR}(?=年|$|[^年]*$)`, 'g');
const YEAR_AFTER = new RegExp(`^[\\s(（]*(${YEAR})`);
const YEAR_OF_NAME = new RegExp(`(?:关于)?${YEAR}年?度?(?:的)?`, 'g');

const LONGEST_TITLE = 80;
// A link, a path through the site or a text about reports; a notice that issues a report carries its title in brackets.
const ABOUT_REPORTS =
  /[>»›]|首页|当前位置|您的位置|列表|汇总表|一图读懂|图解|图说|解读|做好|编制|报送|指南|目录|下载|上一[篇条]|下一[篇条]|考核|评估|培训|格式|通报|模板/;
const WRAPPED = /(?:关于)?(?:印发|公布|发布)[《“"]?(?<title>.+?)[》”"]?的(?:通知|公告|函)/;

/** The year of four digits, Arabic or Chinese (二〇二四); null for anything else. */
function parseYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  const year = parseNumeral(text);
  return year !== null && year >= 2000 && year <= 2100 ? year : null;
}

/** A body's name as published, freed of the words that lead up to it; null where it does not look like one. */
export function parseBodyName(text: string): string | null {
  const name = text
    .replace(/^.*[-_|—–·•:：【】\t]/, '')
    .replace(/^[\s《"“*#]*(?:标题|名称|转发|关于)*(?:印发|公布|发布)?[《"“]?/, '')
    .replace(/^(?:现将|现公布|根据|按照).*[，,]/, '')
    .replace(/[\s》"”*]*(?:关于|的)?$/, '')
    .trim();
  return name.length >= 3 && name.length <= 40 && looksLikeBodyName(name) ? name : null;
}

/** A name of one line only: a line that is a body's name and nothing else. */
export function parseNameLine(text: string): string | null {
  const name = text.replace(/^[\s#*]+|[\s*]+$/g, '');
  return name.length >= 3 && name.length <= 40 && looksLikeBodyName(name) ? name : null;
}

/** Reads a line as the title of a report; null for any other line, such as a link, a path or a notice. */
export function readTitle(document: DocumentLines, span: Span): Title | null {
  if (span.end - span.start > LONGEST_TITLE * 2) return null;
  const normal = document.normal(span);
  const line = normal.text;
  if (line.length > LONGEST_TITLE || !line.includes('信息') || /[。;\t]/.test(line)) return null;
  const plain = (WRAPPED.exec(line)?.groups?.['title'] ?? line).replace(/^[#*\s《“"]+|[*\s》”"]+$/g, '');
  const core = CORE.exec(plain);
  if (!core || ABOUT_REPORTS.test(plain)) return null;
  const before = plain.slice(0, core.index).replace(/\s+/g, '');
  const after = plain.slice(core.index + core[0].length);
  const leading = [...before.matchAll(ANY_YEAR)];
  const written = leading.at(-1)?.[0] ?? YEAR_AFTER.exec(after)?.[1];
  const named = before.replace(YEAR_OF_NAME, '|').replace(/\|?年?度?\|?$/, '');
  const segments = named.split('|').filter((segment) => segment !== '');
  const at = written === undefined ? -1 : line.indexOf(written);
  return {
    span,
    text: plain,
    body: segments.length === 0 ? null : parseBodyName(segments.at(-1)!),
    year: parseYear(written),
    yearSpan: at < 0 ? null : { start: normal.at(at), end: normal.at(at + 3) + 1 },
  };
}
