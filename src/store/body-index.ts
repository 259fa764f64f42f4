import type { Level } from '../bodies/levels.ts';
import { recogniseBody, type BodyFacts } from '../bodies/recognise.ts';
import type { BodySpeller } from './body-spelling.ts';
import { ContentHash } from './content-hash.ts';
import { deadlineDue } from './deadline.ts';
import type { RegisteredBody, Registry } from './registry.ts';
import type { StoredRow } from './tables.ts';

type Place = Pick<BodyFacts, 'province' | 'city' | 'county'>;

interface IndexedBody extends BodyFacts {
  readonly name: string;
  readonly registered: RegisteredBody | null;
}

/** The rows that bodies become, and the final id of each body by its number in the index. */
export interface BodyRows {
  readonly body: readonly StoredRow[];
  readonly alias: readonly StoredRow[];
  readonly filer: readonly StoredRow[];
  /** Id in the dataset of the body with this number. */
  readonly ids: readonly number[];
  /** Hash of all of them. */
  readonly digest: string;
}

const DIVISIONS = ['province', 'city', 'county'] as const;

/** Where two places do not contradict each other: what either leaves open the other may fill. */
const agree = (a: Place, b: Place) => DIVISIONS.every((key) => a[key] === null || b[key] === null || a[key] === b[key]);

const isIn = (year: number, { from, to }: { from: number | null; to: number | null }) =>
  (from ?? year) <= year && year <= (to ?? year);

const sortKey = (body: IndexedBody) => [...DIVISIONS.map((key) => body[key] ?? ''), body.name].join('\u001f');

const rowOf = (body: IndexedBody, id: number): StoredRow => {
  const { registered } = body;
  const level = registered?.level ?? body.level;
  const kind = registered?.kind ?? body.kind;
  const code = registered?.divisionCode ?? body.divisionCode;
  const deadline = registered?.deadline ?? deadlineDue(level, kind);
  return [id, body.name, body.province, body.city, body.county, code, level, kind, deadline];
};

const spelledBy = (speller: BodySpeller, body: IndexedBody): StoredRow => {
  const aliases = body.registered?.aliases.map(({ alias }) => alias) ?? [];
  const { shortNames, pinyin, initials } = speller.spell(
    DIVISIONS.map((key) => body[key] ?? '').join(''),
    body.name,
    aliases,
  );
  return [shortNames, pinyin, initials];
};

const SEPARATOR = '/';

/** A region written with its divisions apart is taken at its word, which real names of divisions need not be. */
function locateBody(name: string, region: string | null): BodyFacts {
  if (!region?.includes(SEPARATOR)) return recogniseBody(name, region);
  const parts = region.split(SEPARATOR).map((part) => part.trim() || null);
  const [province = null, city = null, county = null] = parts;
  const facts = recogniseBody(name, null);
  const isBelow = facts.level === 'township' || facts.level === 'zone';
  const own: Level | null = county ? 'county' : city ? 'city' : province ? 'province' : null;
  return { ...facts, province, city, county, divisionCode: null, level: isBelow ? facts.level : own };
}

/** Tells which body a filing is of: region and name, former and short names joined through the registry. */
export class BodyIndex {
  readonly #bodies: IndexedBody[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #registeredByName = new Map<string, number[]>();
  /** What name and region told before; a body reports year after year. */
  readonly #located = new Map<string, BodyFacts>();

  constructor(registry: Registry | null) {
    for (const registered of registry?.bodies ?? []) {
      const number = this.#number({
        ...locateBody(registered.name, registered.region),
        name: registered.name,
        registered,
      });
      for (const name of new Set([registered.name, ...registered.aliases.map(({ alias }) => alias)])) {
        this.#registeredByName.set(name, [...(this.#registeredByName.get(name) ?? []), number]);
      }
    }
  }

  #number(body: IndexedBody): number {
    const key = sortKey(body);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#bodies.length);
    return this.#bodies.push(body) - 1;
  }

  #registered(name: string, place: Place, year: number): number | null {
    const candidates = (this.#registeredByName.get(name) ?? []).filter((number) => {
      const { registered, ...body } = this.#bodies[number]!;
      const isNamed =
        registered!.name === name || registered!.aliases.some((alias) => alias.alias === name && isIn(year, alias));
      return isNamed && agree(body, place);
    });
    // Of several bodies that could be meant, none is taken.
    return candidates.length === 1 ? candidates[0]! : null;
  }

  /** Number of the body that this name means in this region and year; a body not met before gets a new one. */
  find(name: string, region: string | null, year: number): number {
    const given = `${region ?? ''}\u001f${name}`;
    const facts = this.#located.get(given) ?? locateBody(name, region);
    this.#located.set(given, facts);
    const body = { ...facts, name, registered: null };
    const known = this.#numbers.get(sortKey(body));
    if (known !== undefined && this.#bodies[known]!.registered) return known;
    // The registry before what came in earlier, or the order of the input would matter.
    return this.#registered(name, body, year) ?? this.#number(body);
  }

  /** Every body of registry and filings as rows, numbered by region and name, so that the order of the input does not matter. */
  rows(speller: BodySpeller): BodyRows {
    const order = this.#bodies
      .map((body, number) => ({ body, number, key: sortKey(body) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const ids: number[] = [];
    order.forEach(({ number }, index) => (ids[number] = index + 1));
    const known = order.flatMap(({ body: { registered }, number }) =>
      registered ? [{ registered, id: ids[number]! }] : [],
    );
    const rows = {
      body: order.map(({ body, number }) => rowOf(body, ids[number]!)),
      alias: known.flatMap(({ registered, id }) =>
        registered.aliases.map(({ alias, from, to }) => [id, alias, from, to]),
      ),
      filer: known.flatMap(({ registered: { isDue, from, to }, id }) => (isDue ? [[id, from, to]] : [])),
    };
    const hash = new ContentHash();
    for (const row of [...rows.body, ...rows.alias, ...rows.filer]) hash.add(row.join('\u001f'));
    // Spellings say nothing new of a body, so that another way of spelling leaves the digest alone.
    const body = order.map((one, index) => [...rows.body[index]!, ...spelledBy(speller, one.body)]);
    return { ...rows, body, ids, digest: hash.hex() };
  }
}
