/** A cell as the library for spreadsheets gives it: its type, stored value, shown text, formula and number format. */
export interface StoredCell {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly f?: string;
  readonly z?: string | number;
}

const SHOWN_NUMBER = /^[^\d.]*?(\d[\d,]*(?:\.(\d+))?|\.(\d+))[^\d.]*$/;

/** Whether what is shown is the stored number, rounded to the places that are shown. */
function showsNumber(shown: string, value: number): boolean {
  const match = SHOWN_NUMBER.exec(shown.replace(/\s/g, ''));
  if (!match || /[%‰]/.test(shown)) return false;
  const places = (match[2] ?? match[3] ?? '').length;
  const number = Number(match[1]!.replaceAll(',', ''));
  return Math.abs(number - Math.abs(value)) <= 0.5 * 10 ** -places + 1e-9 * Math.abs(value);
}

/** Fifteen digits, as many as a spreadsheet keeps: what is beyond them comes from calculating in binary. */
const numberText = (value: number): string => String(Number(value.toPrecision(15)));

/**
 * The text of a spreadsheet's cell: a stored number with all its decimals, whatever is shown of them. Where a format shows
 * another number than is stored (in thousands, in per cent) neither is certain, and the text is no number; nor is it for a
 * formula whose result was not saved.
 */
export function cellText(cell: StoredCell, isDate: (format: string) => boolean): string {
  const { t, v, w, f, z } = cell;
  if (t === 'z' || v === undefined || v === null) return f === undefined ? '' : `=${f}`;
  if (t !== 'n' || typeof v !== 'number') return (w ?? (typeof v === 'string' ? v : '')).trim();
  if (w !== undefined && z !== undefined && isDate(String(z))) return w.trim();
  if (v === 0 || w === undefined || showsNumber(w, v) || /^[-+]?[\d.]+E[-+]?\d+$/i.test(w)) return numberText(v);
  return `${w.trim()} ≠ ${numberText(v)}`;
}
