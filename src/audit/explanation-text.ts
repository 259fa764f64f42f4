import type { Explanation } from './explanation.ts';
import { cellText, type Language } from './place-text.ts';
import type { Slip } from './slips.ts';

const SLIPS: Readonly<Record<Slip, Readonly<Record<Language, string>>>> = {
  'transposed-digits': { zh: '疑数字颠倒', en: 'digits transposed' },
  'digit-too-few': { zh: '疑漏一位数字', en: 'a digit left out' },
  'digit-too-many': { zh: '疑多一位数字', en: 'a digit too many' },
  'shifted-column': { zh: '疑填错一列', en: 'written one column aside' },
  'split-digits': { zh: '疑一个数被拆成两格', en: 'one number split into two cells' },
  'lost-column': { zh: '疑缺一列，其后各格左移', en: 'a column left out, the rest moved to the left' },
};

/** What could explain failed sums, in a sentence; it says that it is a guess. */
export function explanationText({ edits, slip, isComplete }: Explanation, language: Language): string {
  const changes = edits.map(({ cell, from, to }) =>
    language === 'zh'
      ? `${cellText(cell, 'zh')} 由 ${from} 改为 ${to}`
      : `${cellText(cell, 'en')} were ${to}, not ${from}`,
  );
  const how = slip === null ? '' : SLIPS[slip][language];
  if (language === 'zh') {
    const what = isComplete ? '则各项合计均成立' : '则该行与该列的差额一致消除';
    return `若${changes.join('、')}，${what}${how === '' ? '' : `（${how}）`}`;
  }
  const what = isComplete ? 'every sum would hold' : 'its row and its column would hold';
  return `${what} if ${changes.join(' and ')}${how === '' ? '' : ` (${how})`}`;
}
