import { branchOf, type Branch } from './branch.ts';
import type { Division } from './divisions.ts';
import { kindInText } from './kinds.ts';
import type { Level } from './levels.ts';
import { placeIn, settled, type Place } from './place.ts';
import { afterZone } from './zone.ts';

/** What a body's name and region tell about it; null where they do not tell. */
export interface BodyFacts {
  readonly province: string | null;
  /** City, prefecture, league or autonomous prefecture; null for bodies of a province and in municipalities. */
  readonly city: string | null;
  readonly county: string | null;
  /** Code (GB/T 2260) of the lowest of these divisions: 2, 4 or 6 digits. */
  readonly divisionCode: string | null;
  readonly level: Level | null;
  /** A key of `KINDS`. */
  readonly kind: string;
}

const CENTRAL =
  /^(?:国务院|国家|全国|中华人民共和国|中国人民银行|中国(?:气象|地震|民用航空)局|海关总署|审计署)|^(?:[\u4e00-\u9fff]{2,9}(?<!工作|武装|宣传|组织|统战)部|[\u4e00-\u9fff]{2,8}(?:总局|总署))$/;
const CENTRAL_SYSTEM = /^(?:国家税务总局|国家统计局|国家金融监督管理总局|中国人民银行|中华人民共和国)(?=.)/;
const TOWN = /(?:镇|(?<!城)乡(?!村)|苏木)(?=人民政府|政府|党政|$)/;
const SUBDISTRICT = /街道(?=办|党|$)|(?<!驻.*)办事处$|地区办事处/;
const OF_TOWN = /^[^局委厅]{1,12}?(?:镇|(?<!城)乡(?!村)|街道)[^局委厅]{0,10}(?:所|站|队|中心|局|办公室)$/;
const FARM = /(?:农|林|牧|渔|垦殖|种畜|茶)场$/;

function tidied(name: string): { plain: string; note: string } {
  // The divisions of the Xinjiang Production and Construction Corps stand before the name of their city.
  const flat = name
    .normalize('NFKC')
    .replace(/[\s?·]+/g, '')
    .replace(/^新疆生产建设兵团第.{1,3}师(?=.)/, '')
    .replace(/^新疆生产建设兵团/, '新疆维吾尔自治区');
  return {
    plain: flat.replace(/\([^()]*\)?/g, ''),
    note: [...flat.matchAll(/\(([^()]*)\)?/g)].map((match) => match[1]).join(' '),
  };
}

function kindOf(rest: string, note: string, plain: string): string {
  const tail = afterZone(rest);
  if (TOWN.test(rest)) return 'township';
  if (SUBDISTRICT.test(rest)) return 'subdistrict';
  if (tail?.isCommittee) return 'zone';
  // 人民政府 holds 民政, the stem of civil affairs.
  const own = kindInText((tail ? tail.rest : rest).replace('人民政府', '政府'));
  if (own) return own;
  if (tail && /办公室$/.test(tail.rest)) return 'govOffice';
  if (/^(?:人民政府|政府|行政公署|本级|)$/.test(rest)) {
    if (/办公[室厅]/.test(note)) return 'govOffice';
    return /部门/.test(note) && !/合计|汇总/.test(note) ? 'other' : 'government';
  }
  // 深圳市监局: the name's own short form runs over the end of the place.
  return kindInText(plain.replace('人民政府', '政府')) ?? 'other';
}

const RANK_LEVEL = { province: 'province', city: 'city', county: 'county' } as const;

function rankLevel(place: Place): Level | null {
  if (place.unlisted) {
    if (/[县区旗]$/.test(place.unlisted) && !place.unlisted.endsWith('地区')) return 'county';
    if (/市$/.test(place.unlisted)) return place.divisions[0]?.rank === 'city' ? 'county' : null;
    return 'city';
  }
  const [first, ...others] = place.divisions;
  return first && others.every((other) => other.rank === first.rank) ? RANK_LEVEL[first.rank] : null;
}

function levelOf(place: Place, region: Place | null, branch: Branch | null): Level | null {
  const { rest } = place;
  if (TOWN.test(rest) || SUBDISTRICT.test(rest) || OF_TOWN.test(rest) || FARM.test(rest)) return 'township';
  if (afterZone(rest) || branch?.zone) return 'zone';
  const nameless = place.divisions.length === 0 && !place.unlisted;
  const own = nameless ? null : rankLevel(place);
  if (branch) return 'county';
  if (own) return own;
  if (/(?<!办公)厅$/.test(rest)) return 'province';
  return region ? rankLevel(region) : null;
}

function located(division: Division | null, unlisted: string | null): Omit<BodyFacts, 'level' | 'kind'> {
  const found: Partial<Record<Division['rank'], string>> = {};
  for (let at = division; at; at = at.above) found[at.rank] = at.name;
  const county = division && division.rank !== 'county' && unlisted && /[县区市旗]$/.test(unlisted) ? unlisted : null;
  return {
    province: found.province ?? null,
    city: found.city ?? null,
    county: found.county ?? county,
    divisionCode: county ? null : (division?.code ?? null),
  };
}

/**
 * What a body's name tells about its place, level and kind; `region` (from province down, as given beside the report)
 * settles what the name leaves open, and never overrules it. A county's name that several counties bear (鼓楼区) stays
 * unplaced without a region; nothing is guessed.
 */
export function recogniseBody(name: string, region?: string | null): BodyFacts {
  const { plain, note } = tidied(name);
  const given = region ? placeIn(region.normalize('NFKC').replace(/\s+/g, '')) : null;
  const area = given ? settled(given.divisions, null) : null;
  const local = plain.replace(CENTRAL_SYSTEM, '');
  const place = placeIn(local);
  const placed = place.divisions.length > 0 || place.unlisted !== null;
  if (!placed && CENTRAL.test(plain) && !(local !== plain && area)) {
    return { ...located(null, null), level: 'national', kind: kindInText(plain) ?? 'other' };
  }
  const ownDivision = settled(place.divisions, area);
  const branch = branchOf(place.rest, ownDivision ?? area);
  const level = levelOf(place, given, branch);
  const isBelowPlace = level === 'county' || level === 'township' || level === 'zone';
  const kind = local === plain ? kindOf(place.rest, note, plain) : 'vertical';
  if (branch?.county) return { ...located(branch.county, null), level, kind };
  if (place.unlisted && ownDivision) return { ...located(ownDivision, place.unlisted), level, kind };
  // The name is from above (长春市…, 上海市…) and the region says where below.
  const isRegionBelow = area && ownDivision && isBelowPlace && area.code.startsWith(ownDivision.code);
  const ambiguous = place.divisions.length > 1 && !ownDivision;
  const division = ambiguous ? null : isRegionBelow ? area : (ownDivision ?? area);
  return { ...located(division, ownDivision ? null : (place.unlisted ?? given?.unlisted ?? null)), level, kind };
}
