/** A number in normalised prose: its value and the characters it stands on, without counter or unit. */
export interface Numeral {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** 余, 近, 约, 以上, a range: the text gives no exact number. */
  readonly approximate: boolean;
}

const DIGITS = '零一二三四五六七八九';
const SMALL_UNITS = ['', '十', '百', '千'];
const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

function formatBelowTenThousand(value: number): string {
  let text = '';
  let skipped = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      skipped = text !== '';
      continue;
    }
    text += `${skipped ? '零' : ''}${DIGITS[digit]!}${SMALL_UNITS[place]!}`;
    skipped = false;
  }
  return text;
}

/** A whole number from 0 up to 10^12 in Chinese numerals as they are read aloud: 105 is 一百零五, 12 is 十二. */
export function formatChineseNumeral(value: number): string {
  if (value === 0) return '零';
  let text = '';
  for (const scale of [100_000_000, 10_000, 1]) {
    const part = Math.floor(value / scale) % 10_000;
    if (part === 0) continue;
    const isGap = text !== '' && part < 1000;
    text += `${isGap ? '零' : ''}${formatBelowTenThousand(part)}${scale === 1 ? '' : scale === 10_000 ? '万' : '亿'}`;
  }
  return text.replace(/^一十/, '十');
}

const standard = (text: string): string => text.replace(/两/g, '二').replace(/[〇○]/g, '零').replace(/^一十/, '十');

function addUp(text: string): number {
  let total = 0;
  let part = 0;
  let digit: number | null = null;
  for (const character of text) {
    const place = SMALL_UNITS.indexOf(character);
    const scale = SCALES[character];
    if (scale !== undefined) {
      total += (part + (digit ?? 0)) * scale;
      part = 0;
      digit = null;
    } else if (place > 0) {
      part += (digit ?? 1) * 10 ** place;
      digit = null;
    } else digit = DIGITS.indexOf(character);
  }
  return total + part + (digit ?? 0);
}

const known = new Map<string, number | null>();
const KNOWN_NUMERALS = 1000;
const LONGEST_KNOWN = 12;

/** The value of a Chinese numeral, or of digits read one by one (二〇二四); null where it is neither, as in 三五 or 一百五. */
export function parseChineseNumeral(text: string): number | null {
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const value = chineseValue(text);
  if (text.length <= LONGEST_KNOWN && known.size < KNOWN_NUMERALS) known.set(text, value);
  return value;
}

function chineseValue(text: string): number | null {
  const plain = standard(text);
  if (!/^[零一二三四五六七八九十百千万亿]+$/.test(plain)) return null;
  if (/^[零一二三四五六七八九]+$/.test(plain)) {
    const isPlainDigits = plain.length === 1 || plain.length > 2 || plain.startsWith('零');
    return isPlainDigits ? Number([...plain].map((character) => DIGITS.indexOf(character)).join('')) : null;
  }
  const value = addUp(plain);
  // A gap may be read with or without 零 before a scale; everything else must be as it is spoken.
  const spoken = (numeral: string) => numeral.replaceAll('零', '');
  const isSpoken = spoken(formatChineseNumeral(value)) === spoken(plain);
  const isColloquial = /[百千万亿][一二三四五六七八九]$/.test(plain);
  return isSpoken && !isColloquial ? value : null;
}

/** The value of a numeral with its scale: `1,234`, `1.5万`, `二十一`; null where it is none. */
export function parseNumeral(text: string): number | null {
  if (text.length <= LONGEST_KNOWN && /^\d+$/.test(text)) return Number(text);
  const arabic = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([百千]?[万亿]?)$/.exec(text);
  if (!arabic) return parseChineseNumeral(text);
  const [, whole = '', decimals = '', scale = ''] = arabic;
  const factor = [...scale].reduce((product, unit) => product * (SCALES[unit] ?? 10 ** SMALL_UNITS.indexOf(unit)), 1);
  const value = Number(`${whole.replaceAll(',', '')}${decimals}`);
  return factor === 1 ? value : Number((value * factor).toFixed(6));
}

const NUMERAL = /\d[\d,]*(?:\.\d+)?(?:[百千]?[万亿])?|[零〇○一二两三四五六七八九十百千万亿]+/g;
const BEFORE = /(?:[约近逾数几上]|将近|超过?|不足|不到|至少|大约|左右|达到?近)$/;
const AFTER = /^(?:[余多几]|来[件宗个条])|^[件宗起份条项个次例万元]{0,2}(?:以[上内下]|左右|上下|余|多(?!次))/;
const RANGE_BEFORE = /\d\s*[-—–~～至到]$/;
const RANGE_AFTER = /^\s*[-—–~～至到]\s*\d/;
// The characters that any of these can end or begin with: most numbers have none of them beside them.
const MAY_BE_BEFORE = new Set('约近逾数几上过超足到少右-—–~～至');
const MAY_BE_AFTER = new Set('余多几来件宗起份条项个次例万元以左上-—–~～至到');

const isDigitAt = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
};
const isSpaceAt = (text: string, index: number): boolean => /\s/.test(text.charAt(index));

/** Whether digits on either side belong to the number too, so that it is a part of one. */
function isTorn(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  if (before !== '' && (isDigitAt(text, start - 1) || before === '.' || before === ',')) return true;
  return (
    (isDigitAt(text, start - 2) && isSpaceAt(text, start - 1)) || (isDigitAt(text, end + 1) && isSpaceAt(text, end))
  );
}

function isApproximate(text: string, start: number, end: number): boolean {
  if (MAY_BE_BEFORE.has(text.charAt(start - 1))) {
    const before = text.slice(Math.max(0, start - 4), start);
    if (BEFORE.test(before) || RANGE_BEFORE.test(before)) return true;
  }
  if (!MAY_BE_AFTER.has(text.charAt(end)) && !isSpaceAt(text, end)) return false;
  const after = text.slice(end, end + 6);
  return AFTER.test(after) || RANGE_AFTER.test(after);
}

/** Every number of a normalised text, in order; characters that only look like one (三五, 1,23, 2 5) are left out. */
export function numeralsIn(text: string): Numeral[] {
  const found: Numeral[] = [];
  NUMERAL.lastIndex = 0;
  for (let match = NUMERAL.exec(text); match; match = NUMERAL.exec(text)) {
    const written = match[0].endsWith(',') ? match[0].replace(/,+$/, '') : match[0];
    const start = match.index;
    const end = start + written.length;
    if (isTorn(text, start, end)) continue;
    const value = parseNumeral(written);
    if (value !== null) found.push({ value, start, end, approximate: isApproximate(text, start, end) });
  }
  return found;
}
