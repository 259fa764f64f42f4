import { numeralsIn, type Numeral } from './numerals.ts';

/** A counted number of a sentence with the words that belong to it. */
export interface CountPhrase {
  readonly value: number;
  /** Where the number stands in the sentence. */
  readonly start: number;
  readonly end: number;
  /** 件, 宗, 起 …; empty for a bare number before a comma or full stop. */
  readonly counter: string;
  /** The words of the clause before the number, behind the number before it. */
  readonly before: string;
  /** The clause before this one where `before` says nothing by itself and that clause holds no number; else empty. */
  readonly lead: string;
  /** The words of the clause behind the counter. */
  readonly after: string;
  /** Stands in 其中 …, or in brackets that say 含 or 其中: a part of another number. */
  readonly isPart: boolean;
}

/** A stretch of a sentence between commas, colons or brackets. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** In brackets behind another clause. */
  readonly isBracketed: boolean;
  readonly isPart: boolean;
}

const COUNTERS = new Set('件宗起份条项个次例笔');
/** Words that carry a number without saying what it counts. */
const FILLER =
  /其中|包括|包含|含|共计|共有|总计|合计|累计|一共|共|计|为|有|全年|年内|分别|各|均|已|依法|的|是|达到|达|数量|总数|总量|[我本][局委办厅镇乡机关单位部门]+|[、和及]/g;
/** What any of these words begins with, behind blanks. */
const OPENS_FILLER = /^\s*(?:$|[其包含共总合累一计为有全年分各均已依的是达数我本、和及])/;
const ORDINAL = /[第每某同任首这那哪逐]$/;
const PART = /^(?:[、和及]?其中|含|包括|包含|另含)/;

const DIVIDER = /[,，;；:：()[\]【】。!?]/g;

/** The clauses of a sentence; a comma inside a number is none. */
export function clausesOf(sentence: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let depth = 0;
  let isPartFrom = false;
  const close = (end: number) => {
    const text = sentence.slice(start, end);
    if (depth === 0 && PART.test(text)) isPartFrom = true;
    const isPart = isPartFrom || (depth > 0 && /^(?:其中|含|包括|包含)/.test(text));
    if (text.trim() !== '') clauses.push({ start, end, text, isBracketed: depth > 0, isPart });
    start = end + 1;
  };
  DIVIDER.lastIndex = 0;
  for (let divider = DIVIDER.exec(sentence); divider; divider = DIVIDER.exec(sentence)) {
    const { 0: character, index } = divider;
    const isInNumber =
      character === ',' &&
      /\d/.test(sentence[index - 1] ?? '') &&
      /^\d{3}(?!\d)/.test(sentence.slice(index + 1, index + 5));
    if (isInNumber) continue;
    close(index);
    if ('(['.includes(character)) depth += 1;
    if (')]'.includes(character)) depth = Math.max(0, depth - 1);
    // 其中 holds for what follows it up to the next semicolon.
    if (';；。'.includes(character)) isPartFrom = false;
  }
  close(sentence.length);
  return clauses;
}

/** What stands between two numbers of one clause: up to the first 、 it belongs to the first of them. */
function dividedBetween(text: string): { after: string; before: string } {
  const comma = text.indexOf('、');
  return comma < 0 ? { after: '', before: text } : { after: text.slice(0, comma), before: text.slice(comma + 1) };
}

interface Counted extends Numeral {
  readonly counter: string;
  /** Behind the counter. */
  readonly stop: number;
}

/** The counter that stands at a place of a sentence, before the end of its clause; empty where none does. */
function counterAt(sentence: string, start: number, end: number): string {
  const character = sentence.charAt(start);
  if (start >= end || !COUNTERS.has(character)) return '';
  return character === '件' && start + 1 < end && sentence[start + 1] === '次' ? '件次' : character;
}

/** The numbers of each clause that have a counter, or stand bare before a comma or full stop. */
function countedIn(sentence: string, clauses: readonly Clause[]): Counted[][] {
  const numerals = numeralsIn(sentence);
  if (numerals.length === 0) return clauses.map(() => []);
  let next = 0;
  return clauses.map(({ start, end }) => {
    const counted: Counted[] = [];
    for (; next < numerals.length && numerals[next]!.start < end; next += 1) {
      const numeral = numerals[next]!;
      if (numeral.start < start || numeral.end > end) continue;
      const counter = counterAt(sentence, numeral.end, end);
      const isBare = counter === '' && numeral.end === end && ',，;；。、'.includes(sentence[end] ?? ' ');
      if (counter === '' && !isBare) continue;
      const { value, approximate } = numeral;
      counted.push({
        value,
        start: numeral.start,
        end: numeral.end,
        approximate,
        counter,
        stop: numeral.end + counter.length,
      });
    }
    return counted;
  });
}

/** Every counted number of a sentence that is exact and whole, with the words around it, clause by clause. */
export function countPhrases(sentence: string, clauses: readonly Clause[]): CountPhrase[][] {
  const counted = countedIn(sentence, clauses);
  if (counted.every((own) => own.length === 0)) return clauses.map(() => []);
  return clauses.map(({ start, end, isPart }, clause) => {
    const own = counted[clause]!;
    const above = clauses[clause - 1]?.isBracketed && !isPart ? clause - 2 : clause - 1;
    const lead = counted[above]?.length === 0 ? clauses[above]!.text : '';
    return own.flatMap((numeral, order): CountPhrase[] => {
      const previous = own[order - 1];
      const next = own[order + 1];
      const between = sentence.slice(previous?.stop ?? start, numeral.start);
      const before = (previous ? dividedBetween(between).before : between).trim();
      const rest = sentence.slice(numeral.stop, next?.start ?? end);
      if (numeral.approximate || !Number.isInteger(numeral.value) || ORDINAL.test(before)) return [];
      return [
        {
          value: numeral.value,
          start: numeral.start,
          end: numeral.end,
          counter: numeral.counter,
          before,
          lead: !previous && isFiller(before) ? lead : '',
          after: (next ? dividedBetween(rest).after : rest).trim(),
          isPart,
        },
      ];
    });
  });
}

/** Whether words say nothing by themselves about what a number counts. */
export const isFiller = (words: string): boolean =>
  words === '' || (OPENS_FILLER.test(words) && words.replace(FILLER, '').trim() === '');
