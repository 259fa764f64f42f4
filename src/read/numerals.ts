/** Pattern of a number in normalised prose: digits with separators and decimals, or Chinese numerals, with 万 or 亿. */
export const NUMERAL = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?[万亿]?|[零〇一二两三四五六七八九十百千]+[万亿]?';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** The value of Chinese numerals below ten thousand: 二十一, 一百零五, or digits one by one (二〇二四); null for neither. */
function parseChinese(text: string): number | null {
  if (![...text].some((character) => character in UNITS)) {
    const digits = [...text].map((character) => DIGITS[character]);
    return digits.includes(undefined) ? null : Number(digits.join(''));
  }
  let value = 0;
  let digit: number | null = null;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) digit = DIGITS[character]!;
    else {
      value += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return value + (digit ?? 0);
}

/** The value of a numeral as `NUMERAL` finds it; null where it is none. */
export function parseNumeral(text: string): number | null {
  const scale = SCALES[text.at(-1) ?? ''] ?? 1;
  const base = scale === 1 ? text : text.slice(0, -1);
  const value = /^\d/.test(base) ? Number(base.replaceAll(',', '')) : parseChinese(base);
  return value === null || Number.isNaN(value) ? null : Number((value * scale).toFixed(6));
}
