import { DIVISION_LINES } from 'virtual:divisions';

/** A province, city or county of the list of divisions. */
export interface Division {
  readonly name: string;
  /** Division code of GB/T 2260 as far as it is told: 2 digits for a province, 4 for a city, 6 for a county. */
  readonly code: string;
  readonly rank: 'province' | 'city' | 'county';
  /** The city or province above it; counties of municipalities stand under the province. */
  readonly above: Division | null;
}

/** What a name can stand for: one division, or several of the same name (鼓楼区); `short` where the name lacks its 省 or 市. */
export interface Naming {
  readonly divisions: readonly Division[];
  readonly short: boolean;
}

const PEOPLES =
  /(?:[满回壮苗侗瑶彝藏羌傣佤白怒水黎畲土各]|土家|布依|哈尼|拉祜|纳西|景颇|傈僳|独龙|普米|布朗|仫佬|毛南|仡佬|朝鲜|撒拉|裕固|保安|东乡|达斡尔|鄂温克|蒙古|哈萨克|维吾尔)族$|(?:蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔)$/;

/** 三都水族自治县 → 三都: the name without the peoples it is autonomous for; empty where the people are all the name. */
function bareAutonomy(name: string): string {
  let bare = name.replace(/自治[州县旗]$/, '');
  while (PEOPLES.test(bare)) bare = bare.replace(PEOPLES, '');
  return bare;
}

function otherNames({ name, rank }: Division): { name: string; short: boolean }[] {
  if (rank === 'province') return [{ name: name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, ''), short: true }];
  const bare = /自治[州县旗]$/.test(name) ? bareAutonomy(name) : '';
  const usual = bare.length > 1 ? [{ name: bare + name.at(-1)!, short: false }] : [];
  if (rank === 'county') return usual;
  return [...usual, { name: bare.length > 1 ? bare : name.replace(/(?:市|地区|盟)$/, ''), short: true }];
}

function readLines(lines: string): Division[] {
  const byCode = new Map<string, Division>();
  for (const line of lines.split('\n')) {
    const digits = /^\d+/.exec(line)![0];
    const above = byCode.get(digits.slice(0, 4)) ?? byCode.get(digits.slice(0, 2)) ?? null;
    const rank = digits.length === 2 ? 'province' : digits.length === 4 ? 'city' : 'county';
    byCode.set(digits, { name: line.slice(digits.length), code: digits, rank, above });
  }
  return [...byCode.values()];
}

let names: Map<string, Naming> | null = null;

function namings(): Map<string, Naming> {
  if (names) return names;
  names = new Map();
  const add = (name: string, division: Division, short: boolean) => {
    const known = names!.get(name);
    // A full name always wins over another division's short one.
    if (!known || (known.short && !short)) names!.set(name, { divisions: [division], short });
    else if (known.short === short) names!.set(name, { divisions: [...known.divisions, division], short });
  };
  for (const division of readLines(DIVISION_LINES)) {
    add(division.name, division, false);
    for (const other of otherNames(division)) add(other.name, division, other.short);
  }
  return names;
}

const LONGEST_NAME = 15;

/** Whether `division` lies in `area` or is that area. */
export function isWithin(division: Division, area: Division): boolean {
  for (let at: Division | null = division; at; at = at.above) if (at === area) return true;
  return false;
}

/** The longest name of divisions that stands in `text` at `start`, only of those below `areas` where given; null where none does. */
export function divisionAt(
  text: string,
  start: number,
  areas: readonly Division[] | null,
): (Naming & { length: number }) | null {
  const index = namings();
  for (let length = Math.min(LONGEST_NAME, text.length - start); length >= 2; length--) {
    const naming = index.get(text.slice(start, start + length));
    if (!naming) continue;
    const divisions = areas
      ? naming.divisions.filter((division) => areas.some((area) => division !== area && isWithin(division, area)))
      : naming.divisions;
    if (divisions.length > 0) return { divisions, short: naming.short, length };
  }
  return null;
}

/** The one county below `area` that is called so without its 区, 县 or 市 (硚口 → 硚口区); null where none or several are. */
export function countyCalled(called: string, area: Division): Division | null {
  for (const ending of ['', '区', '县', '市', '新区', '旗']) {
    const found = namings()
      .get(called + ending)
      ?.divisions.filter((division) => division.rank === 'county' && isWithin(division, area));
    if (found?.length === 1) return found[0]!;
  }
  return null;
}
