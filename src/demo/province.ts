import type { Level } from '../bodies/levels.ts';
import type { Alias, Registry } from '../store/registry.ts';
import { DEPARTMENTS, type Department } from './departments.ts';
import { placeStems, PROVINCE, townStems } from './place-names.ts';
import { Random } from './random.ts';

/** A reporting body of the fictional province. */
export interface DemonstrationBody {
  /** Its number; the draws of its figures hang on it. */
  readonly index: number;
  /** Current name. */
  readonly name: string;
  /** Divisions from province down with `/` between, e.g. `云岭省/青洛市/鹿淇县`. */
  readonly region: string;
  readonly level: Level;
  /** A key of the kinds of bodies. */
  readonly kind: string;
  readonly aliases: readonly Alias[];
  /** First and last report year due; null is open. */
  readonly from: number | null;
  readonly to: number | null;
  /** How much larger its place is than a usual one of its level. */
  readonly size: number;
}

/** A government with the bodies whose figures its report rolls up: those of its own level, and the areas below. */
export interface Area {
  readonly government: DemonstrationBody;
  readonly members: readonly DemonstrationBody[];
  readonly parts: readonly Area[];
}

/** The whole fictional province. */
export interface Province {
  readonly area: Area;
  /** Every body once, in the order of their numbers. */
  readonly bodies: readonly DemonstrationBody[];
}

/** The fewest bodies that a province, a city and a county of it can be made of. */
export const FEWEST_BODIES = 10;
/** The most bodies there are names for; seven years of them are a million reports. */
export const MOST_BODIES = 150_000;

type Draft = Omit<DemonstrationBody, 'index' | 'size'>;
type Rank = 'province' | 'city' | 'county';
interface Place {
  readonly rank: Rank;
  readonly region: string;
  /** What the names of its bodies begin with. */
  readonly prefix: string;
}

const BODIES_A_PLACE = 34;
const COUNTIES_A_CITY = 5;
/** Standard deviation of the logarithm of places' sizes. */
const PLACES_DIFFER = 0.55;

function departmentDraft(
  { rank, region, prefix }: Place,
  { kind, change, ...names }: Department,
  random: Random,
): Draft[] {
  const name = names[rank];
  if (name === null) return [];
  const happened = change !== undefined && random.chance(change.share);
  if (change && !happened && change.what !== 'renamed') return [];
  const draft: Draft = { name: prefix + name, region, level: rank, kind, aliases: [], from: null, to: null };
  if (!change || !happened) return [draft];
  if (change.what === 'founded') return [{ ...draft, from: change.year }];
  if (change.what === 'ended') return [{ ...draft, to: change.year }];
  const before = prefix + change.before![rank];
  return before === draft.name
    ? [draft]
    : [{ ...draft, aliases: [{ alias: before, from: null, to: change.year - 1 }] }];
}

function townDrafts({ region, prefix }: Place, random: Random): Draft[] {
  const isDistrict = prefix.endsWith('区');
  return townStems(random, random.integer(9, 16)).map((stem, index) => {
    const isSubdistrict = isDistrict ? index % 4 !== 3 : index < 2;
    const ending = isSubdistrict ? '街道办事处' : index % 3 === 1 ? '乡人民政府' : '镇人民政府';
    const kind = isSubdistrict ? 'subdistrict' : 'township';
    return { name: `${prefix}${stem}${ending}`, region, level: 'township', kind, aliases: [], from: null, to: null };
  });
}

function zoneDrafts({ region, prefix }: Place, random: Random): Draft[] {
  const zones = ['高新技术产业开发区', '经济技术开发区', '综合保税区'];
  return zones.slice(0, random.integer(1, 3)).map((zone) => ({
    name: `${prefix}${zone}管理委员会`,
    region,
    level: 'zone',
    kind: 'zone',
    aliases: [],
    from: null,
    to: null,
  }));
}

/** Two lists as one, `every` of the first and then one of the second. */
function interleave<Item>(first: readonly Item[], second: readonly Item[], every: number): Item[] {
  const mixed = first.flatMap((item, index) => {
    const other = index % every === every - 1 ? second[Math.floor(index / every)] : undefined;
    return other === undefined ? [item] : [item, other];
  });
  return [...mixed, ...second.slice(Math.floor(first.length / every))];
}

/** Everybody a place could have, its government first, the most usual bodies before the rarer. */
function draftsOf(place: Place, random: Random): Draft[] {
  const { rank, region, prefix } = place;
  const government: Draft = {
    name: `${prefix}人民政府`,
    region,
    level: rank,
    kind: 'government',
    aliases: [],
    from: null,
    to: null,
  };
  const departments = DEPARTMENTS.flatMap((department) => departmentDraft(place, department, random));
  if (rank === 'county') return [government, ...interleave(departments, townDrafts(place, random), 2)];
  return [government, ...(rank === 'city' ? interleave(departments, zoneDrafts(place, random), 5) : departments)];
}

function makePlaces(bodies: number, random: Random): { province: Place; cities: { city: Place; counties: Place[] }[] } {
  const stems = placeStems(random);
  const stem = (): string => {
    const next = stems.next();
    if (next.done) throw new RangeError(`there are no names left for a province of ${bodies} bodies`);
    return next.value;
  };
  const below = Math.max(2, Math.ceil(bodies / BODIES_A_PLACE) - 1);
  const cityCount = Math.max(1, Math.round(below / (COUNTIES_A_CITY + 1)));
  const cities = Array.from({ length: cityCount }, () => {
    const name = `${stem()}市`;
    return { city: { rank: 'city' as const, region: `${PROVINCE}/${name}`, prefix: name }, counties: [] as Place[] };
  });
  for (let index = 0; index < below - cityCount; index++) {
    const { city, counties } = cities[index % cityCount]!;
    const isDistrict = counties.length % 3 === 0;
    const name = stem() + (isDistrict ? '区' : counties.length % 5 === 4 ? '市' : '县');
    // A district's bodies bear the city's name too, a county's do not.
    counties.push({ rank: 'county', region: `${city.region}/${name}`, prefix: isDistrict ? city.prefix + name : name });
  }
  // The separator says that it is a division's name, which a made-up one could not be recognised as.
  return { province: { rank: 'province', region: `${PROVINCE}/`, prefix: PROVINCE }, cities };
}

/** The fictional province of exactly `count` bodies, the same for the same seed. */
export function demonstrationProvince(count: number, seed: number): Province {
  if (!Number.isInteger(count) || count < FEWEST_BODIES || count > MOST_BODIES) {
    throw new RangeError(`a fictional province has from ${FEWEST_BODIES} to ${MOST_BODIES} bodies, not ${count}`);
  }
  const random = new Random(seed, 1);
  const { province, cities } = makePlaces(count, random);
  const places = [province, ...cities.flatMap(({ city, counties }) => [city, ...counties])];
  const drafts = new Map(places.map((place) => [place, draftsOf(place, random)]));
  const taken = takeInTurn([...drafts.values()], count);

  const bodies: DemonstrationBody[] = [];
  const area = (place: Place, parts: readonly Place[], below: (part: Place) => Area): Area => {
    const own = drafts.get(place)!;
    const size = place.rank === 'province' ? 1 : random.logNormal(1, PLACES_DIFFER);
    const numbered = own.slice(0, taken.get(own)).map((draft) => {
      const body = { ...draft, index: bodies.length, size };
      bodies.push(body);
      return body;
    });
    const [government, ...members] = numbered;
    return { government: government!, members, parts: parts.map(below) };
  };
  const counties = new Map(cities.map((entry) => [entry.city, entry.counties]));
  const county = (place: Place): Area => area(place, [], county);
  const whole = area(province, [...counties.keys()], (city) => area(city, counties.get(city)!, county));
  return { area: whole, bodies };
}

/** How many of each list are taken when they take turns until `count` are taken. */
function takeInTurn<Item>(lists: readonly (readonly Item[])[], count: number): Map<readonly Item[], number> {
  const taken = new Map(lists.map((list) => [list, 0]));
  let left = count;
  for (let turn = 0; left > 0; turn++) {
    const open = lists.filter((list) => list.length > turn);
    if (open.length === 0) throw new RangeError(`the fictional province has no more than ${count - left} bodies`);
    for (const list of open.slice(0, left)) taken.set(list, turn + 1);
    left -= Math.min(left, open.length);
  }
  return taken;
}

/** The registry of the province: every body with its level, kind, former names and the years it should report. */
export function provinceRegistry(province: Province): Registry {
  const bodies = province.bodies.map(({ name, region, level, kind, aliases, from, to }) => ({
    name,
    region,
    level,
    kind,
    divisionCode: null,
    aliases,
    deadline: null,
    isDue: true,
    from,
    to,
  }));
  return { bodies, problems: [] };
}

/** The name that a body bore in a report year. */
export function nameIn(body: DemonstrationBody, year: number): string {
  const former = body.aliases.find(({ from, to }) => (from ?? year) <= year && year <= (to ?? year));
  return former?.alias ?? body.name;
}
