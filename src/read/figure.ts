/** What a cell of a table holds, before it is known which cell of the form it is. */
export type Figure =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly unit: string;
      readonly signed: boolean;
      readonly noted: boolean;
    }
  | { readonly kind: 'blank' }
  /** A sign that stands for "nothing to enter": `/`, `—`, `无`. */
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'text' };

const BLANK: Figure = { kind: 'blank' };
const PLACEHOLDER: Figure = { kind: 'placeholder' };
const TEXT: Figure = { kind: 'text' };

const NUMBER =
  /^([+-]|增加?|新增|减少?|增\/减)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(万元|元|件|项|个|宗|条|份|次|起|部|户)?(\([^()]*\))?$/;
// Normalisation would turn a footnote's raised or circled number into one more digit.
const NOTE_MARK = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793]/;
const PLACEHOLDERS = new Set([
  '/',
  '\\',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '―',
  '─',
  '一一',
  '无',
  '空',
  '*',
  '**',
  '×',
  'x',
  '...',
  '…',
  '……',
  '〇',
  '○',
]);

const folded = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
    .replace(/[−－﹣]/g, '-')
    .trim();

/**
 * Reads the characters of one table cell: a number with its sign, unit and note (`251000元`, `+3`, `减4`,
 * `22（其中修订 16 件）`), a blank, a placeholder, or text. White space between digits makes it text: two figures may stand there.
 */
export function readFigure(raw: string): Figure {
  if (NOTE_MARK.test(raw)) return TEXT;
  const text = folded(raw);
  if (text === '') return BLANK;
  const first = text.charCodeAt(0);
  const startsLikeNumber = (first >= 48 && first <= 57) || first === 43 || first === 45 || '增减新'.includes(text[0]!);
  if (startsLikeNumber) {
    const match = NUMBER.exec(text.replace(/(?<=\D)\s+|\s+(?=\D)/g, ''));
    if (match) {
      const negative = match[1] === '-' || (match[1]?.startsWith('减') ?? false);
      const digits = `${match[2]!.replaceAll(',', '')}${match[3] ?? ''}`;
      const value = Number(digits);
      return {
        kind: 'number',
        value: negative && value !== 0 ? -value : value,
        unit: match[4] ?? '',
        signed: match[1] !== undefined,
        noted: match[5] !== undefined,
      };
    }
  }
  return PLACEHOLDERS.has(text) ? PLACEHOLDER : TEXT;
}
