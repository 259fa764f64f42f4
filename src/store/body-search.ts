import { sql, type Sql } from './sql.ts';

/** Divisions of a body from the province down, run together as in an address; empty where unknown. */
export const REGION: Sql = sql`concat(body.province, body.city, body.county)`;

/** Bodies with `region` and with `names`: the name, its short forms and other names, each between spaces. */
const SEARCHED = sql`SELECT body.*, ${REGION} AS region,
    concat(' ', body.name, ' ', body.short_names, ' ', other.aliases, ' ') AS names
  FROM body LEFT JOIN (SELECT body_id, string_agg(alias, ' ') AS aliases FROM body_alias GROUP BY body_id) AS other
    USING (body_id)`;

/** Full-width letters to plain ones, tones off, ü as `v`: the way names are spelled in `body.pinyin`. */
const plain = (word: string) =>
  word
    .normalize('NFKC')
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replace(/[\p{M}'’]/gu, '');

const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}'’])+|[^\s\p{L}\p{N}]+/gu;
const isLatin = (word: string) => /^[a-z0-9]+$/.test(word);

/** The words of a search in lower case; where Chinese meets Latin letters a new word begins (叶县zjj is 叶县 zjj). */
const searchWords = (search: string): readonly string[] =>
  (search.toLowerCase().match(WORD) ?? [])
    .map((word) => (/^[\p{L}\p{N}]/u.test(word) ? plain(word) : word))
    .filter((word) => word !== '');

// Latin letters in a name stand in `pinyin` too, in lower case.
const isSaid = (word: string): Sql =>
  isLatin(word) ? sql`contains(pinyin, ${word})` : sql`contains(concat(region, name, names), ${word})`;

const isFound = (word: string): Sql =>
  isLatin(word) ? sql`(contains(pinyin, ${word}) OR contains(initials, ${word}))` : isSaid(word);

const all = (conditions: readonly Sql[]): Sql => sql.join([sql`true`, ...conditions], sql` AND `);

/** The bodies that a search finds: every word occurs in region, names, pinyin or initials. */
export const foundBodies = (search: string): Sql =>
  sql`SELECT * FROM (${SEARCHED}) WHERE ${all(searchWords(search).map(isFound))}`;

/**
 * The order of the bodies found, over the columns of `foundBodies`: whose name is what was typed, whose name begins
 * so, the same by initials, then those in whose names or pinyin every word occurs, last those found by initials alone.
 */
export function searchRank(search: string): Sql {
  const words = searchWords(search);
  const typed = words.join('');
  if (typed === '') return sql`0`;
  const column = isLatin(typed) ? sql`concat(' ', pinyin, ' ')` : sql`names`;
  const initials = sql`concat(' ', initials, ' ')`;
  return sql`CASE
    WHEN contains(${column}, ${` ${typed} `}) THEN 0
    WHEN contains(${column}, ${` ${typed}`}) THEN 1
    WHEN contains(${initials}, ${` ${typed} `}) THEN 2
    WHEN contains(${initials}, ${` ${typed}`}) THEN 3
    WHEN ${all(words.map(isSaid))} THEN 4
    ELSE 5 END`;
}
