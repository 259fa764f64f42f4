import { createContext } from 'svelte';
import type { Language } from '../state/view.ts';
import { en } from './messages/en.ts';
import { type Messages, zh } from './messages/zh.ts';
import { formatCompact, formatExact } from './number-format.ts';

/** What the interface says and how it writes numbers, in the language of the view. */
export interface Wording {
  readonly language: Language;
  readonly messages: Messages;
  /** A number with all its digits. */
  readonly exact: (value: number) => string;
  /** A number as read at a glance: 万 and 亿 in Chinese, all digits in English. */
  readonly compact: (value: number) => string;
  /** An amount given in 万元 with all its digits and its unit. */
  readonly wan: (wan: number) => string;
  /** An amount given in 万元 at a glance: in 亿元, or in millions of yuan. */
  readonly money: (wan: number) => string;
  /** The same for an axis, as an amount of yuan without its unit. */
  readonly moneyTick: (wan: number) => string;
  readonly yuan: (amount: string) => string;
}

const CATALOGUE: Record<Language, Messages> = { zh, en };

/** The wording of a language. */
export const wordingOf = (language: Language): Wording => ({
  language,
  messages: CATALOGUE[language],
  exact: formatExact,
  compact: (value) => formatCompact(value, language),
  wan: (wan) => CATALOGUE[language].amount(wan),
  money: (wan) => CATALOGUE[language].money(wan),
  moneyTick: (wan) => CATALOGUE[language].moneyTick(wan),
  yuan: (amount) => `${amount} ${CATALOGUE[language].yuan}`,
});

/** The wording for the components below; a function, so that it changes with the view. */
export const [getWording, setWording] = createContext<() => Wording>();
