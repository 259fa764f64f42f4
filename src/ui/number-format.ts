import { format } from 'd3-format';
import type { Language } from '../state/view.ts';

const WAN = 10_000;
const YI = 100_000_000;
const grouped = format(',.6~f');
const fourDigits = format(',.4~r');

/** A number with thousands separators and up to six decimals, none of them rounded away in the form's units. */
export const formatExact = (value: number): string => grouped(value).replace('−', '-');

const eightDecimals = format(',.8~f');

/** An amount given in 万元 in millions, with all the digits it was given with. */
export const formatMillions = (wan: number): string => eightDecimals(wan / 100).replace('−', '-');

/** A number with up to four significant digits. */
export const formatGlance = (value: number): string => fourDigits(value).replace('−', '-');

/** A number at a glance: from 10,000 on in 万 or 亿 with up to four digits in Chinese, all digits in English. */
export function formatCompact(value: number, language: Language): string {
  const size = Math.abs(value);
  if (language !== 'zh' || size < WAN) return formatExact(value);
  const [unit, name] = size < YI ? [WAN, '万'] : [YI, '亿'];
  return `${formatGlance(value / unit)} ${name}`;
}

const oneDecimal = format('.1f');

/** A share of one in per cent with one decimal, without its sign. */
export const formatShare = (share: number): string => oneDecimal(share * 100);
