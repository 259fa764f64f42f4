/** What an element does to the layout of a page. */
export type Role = 'skipped' | 'inline' | 'link' | 'raised' | 'table' | 'row' | 'cell' | 'block';

/** An element of HTML as far as a layout needs it. */
export interface Element {
  readonly name: string;
  readonly role: Role;
  /** Has no content and no end tag. */
  readonly isVoid: boolean;
  /** The open elements whose end tag may be left out before this one (HTML standard, optional tags); null where there are none. */
  readonly ends: ReadonlySet<string> | null;
}

const words = (list: string): readonly string[] => list.split(' ');

const ROLES: readonly (readonly [Role, readonly string[]])[] = [
  ['skipped', words('script style noscript template svg iframe object textarea select')],
  [
    'inline',
    words(
      'abbr acronym b bdi bdo big cite code data del dfn em font i image ins kbd label mark nobr q s samp small span strike strong time tt u var wbr img input o:p st1:chsdate',
    ),
  ],
  ['link', ['a']],
  ['raised', words('sup sub')],
  ['table', ['table']],
  ['row', ['tr']],
  ['cell', words('td th')],
];

const VOID = new Set(
  words(
    'area base basefont br col command embed frame hr image img input isindex keygen link meta param source track wbr',
  ),
);

const ENDS: readonly (readonly [readonly string[], string])[] = [
  [['tr'], 'tr th td'],
  [['th'], 'th'],
  [['td'], 'thead th td'],
  [['body'], 'head link script'],
  [['a'], 'a'],
  [['li'], 'li'],
  [words('h1 h2 h3 h4 h5 h6'), 'h1 h2 h3 h4 h5 h6 p'],
  [words('select input output button datalist textarea'), 'input option optgroup select button datalist textarea'],
  [['option'], 'option'],
  [['optgroup'], 'optgroup option'],
  [words('dd dt'), 'dd dt'],
  [words('rt rp'), 'rt rp'],
  [words('tbody tfoot'), 'thead tbody'],
  [
    words(
      'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
    ),
    'p',
  ],
];

const named = <Value>(lists: readonly (readonly [Value, readonly string[]])[]): ReadonlyMap<string, Value> =>
  new Map(lists.flatMap(([value, names]) => names.map((name) => [name, value] as const)));

const ROLE_OF = named(ROLES);
const ENDS_OF = named(ENDS.map(([names, ended]) => [new Set(words(ended)), names] as const));

const LONGEST_SHORT = 4;
const BITS_A_CHARACTER = 7;

/** A short name as a number, the same in either case: to look a number up no string has to be made; null for any other. */
function shortKey(page: string, start: number, end: number): number | null {
  if (end - start > LONGEST_SHORT) return null;
  let key = 0;
  for (let index = start; index < end; index += 1) {
    const code = page.charCodeAt(index) | 0x20;
    const isPlain = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x3a);
    if (!isPlain) return null;
    key = (key << BITS_A_CHARACTER) | code;
  }
  return key;
}

/** The elements of one page by name, each one object, so that they can be compared. */
export class Elements {
  private readonly short = new Map<number, Element>();
  private readonly byName = new Map<string, Element>();

  /** The element whose name stands here on the page, in whatever case; an unknown one is a block. */
  at(page: string, start: number, end: number): Element {
    const key = shortKey(page, start, end);
    const met = key === null ? undefined : this.short.get(key);
    if (met) return met;
    const element = this.named(page.slice(start, end).toLowerCase());
    if (key !== null) this.short.set(key, element);
    return element;
  }

  private named(name: string): Element {
    const met = this.byName.get(name);
    if (met) return met;
    const element: Element = {
      name,
      role: ROLE_OF.get(name) ?? 'block',
      isVoid: VOID.has(name),
      ends: ENDS_OF.get(name) ?? null,
    };
    this.byName.set(name, element);
    return element;
  }
}
