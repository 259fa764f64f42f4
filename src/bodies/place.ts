import { divisionAt, isWithin, type Division } from './divisions.ts';
import { kindInText } from './kinds.ts';
import { afterZone } from './zone.ts';

/** The place that a text begins with. */
export interface Place {
  /** What the place may be: one division; several of one name; none where the table does not know it. */
  readonly divisions: readonly Division[];
  /** A county or city by its ending that the table does not know below the division read before it (江干区), as written. */
  readonly unlisted: string | null;
  /** What follows the place. */
  readonly rest: string;
}

const TOWN_LIKE = /^[^局委厅]{1,12}?(街道|镇|(?<!城)乡(?!村)|苏木)/;
const UNLISTED =
  /^(?![^县区市旗盟]{0,5}[局委厅院])(?:[\u4e00-\u9fff]{1,8}(?:自治[县州旗]|地区)|[\u4e00-\u9fff]{1,5}?(?:[县区旗盟]|市(?![监场政容民])))(?=.*[局委厅府办会中院队所社部镇乡道])/;
const NO_DIVISION =
  /(?:[社小市城园景林灾矿库港新街老]区|开发区|度假区|合作区|保税区|示范区|试验区|实验区|旅游区|工业区|管理区|高新区|经开区|城市|超市|上市)$/;

/** Whether what follows 长春 lets it be 长春市: nothing, a division of it, a zone or an organ, but no street, town or park. */
function canFollowShortName(rest: string, divisions: readonly Division[]): boolean {
  if (rest === '' || divisionAt(rest, 0, divisions)) return true;
  if (TOWN_LIKE.test(rest)) return false;
  return rest.startsWith('人民政府') || afterZone(rest) !== null || kindInText(rest) !== null;
}

/** Reads the divisions that a name or region begins with, from above down (河南省 平顶山市 叶县), as far as they go. */
export function placeIn(text: string): Place {
  let at = 0;
  let divisions: readonly Division[] = [];
  for (;;) {
    const found = divisionAt(text, at, at === 0 ? null : divisions);
    if (!found || (found.short && !canFollowShortName(text.slice(at + found.length), found.divisions))) break;
    divisions = found.divisions;
    at += found.length;
  }
  const rest = text.slice(at);
  if (divisions[0]?.rank === 'county') return { divisions, unlisted: null, rest };
  const unlisted = UNLISTED.exec(rest)?.[0] ?? null;
  if (!unlisted || NO_DIVISION.test(unlisted)) return { divisions, unlisted: null, rest };
  return { divisions, unlisted, rest: rest.slice(unlisted.length) };
}

/** The one division among several of a name that lies on the way to or below `area`; null where that leaves none or more. */
export function settled(divisions: readonly Division[], area: Division | null): Division | null {
  if (divisions.length === 1) return divisions[0]!;
  if (!area) return null;
  const left = divisions.filter((division) => isWithin(division, area) || isWithin(area, division));
  return left.length === 1 ? left[0]! : null;
}
