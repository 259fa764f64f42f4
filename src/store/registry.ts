import { isKind } from '../bodies/kinds.ts';
import { isLevel, type Level } from '../bodies/levels.ts';
import { isDeadline, type Deadline } from './deadline.ts';

/** Another name of a body, with the report years it was used for (both ends included; null is open). */
export interface Alias {
  readonly alias: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** A body as the registry knows it; what is null is recognised from the name. */
export interface RegisteredBody {
  readonly name: string;
  readonly region: string | null;
  readonly level: Level | null;
  readonly kind: string | null;
  readonly divisionCode: string | null;
  readonly aliases: readonly Alias[];
  readonly deadline: Deadline | null;
  /** Whether the registry says that it should report; one without years only names its bodies. */
  readonly isDue: boolean;
  /** Report years due. */
  readonly from: number | null;
  readonly to: number | null;
}

/** What can be wrong with a line of the registry, with the values that tell it. */
export type RegistryTrouble =
  | { readonly what: 'registry-name' }
  | { readonly what: 'registry-year' | 'registry-key'; readonly column: string; readonly found: string }
  | { readonly what: 'registry-alias' | 'registry-code'; readonly found: string }
  | { readonly what: 'registry-years'; readonly from: number; readonly to: number }
  | { readonly what: 'registry-twice'; readonly name: string; readonly before: number };

/** A line of the registry that could not be used, with the next step. */
export interface RegistryProblem {
  readonly line: number;
  readonly trouble: RegistryTrouble;
  readonly message: string;
}

/** The bodies of a list, and the lines that could not be used. */
export interface Registry {
  readonly bodies: readonly RegisteredBody[];
  readonly problems: readonly RegistryProblem[];
}

/** A line of the registry's CSV: its number in the file and its fields by column name. */
export interface RegistryLine {
  readonly line: number;
  readonly fields: Readonly<Record<string, string | undefined>>;
}

/** The columns of a registry; only `name` must be there. */
export const REGISTRY_COLUMNS = [
  { name: 'name', doc: 'current name of the body; required' },
  { name: 'region', doc: 'region from province down, e.g. 河南省平顶山市叶县; empty: recognised from the name' },
  { name: 'level', doc: 'level of government; empty: recognised from the name' },
  { name: 'kind', doc: 'kind of body; empty: recognised from the name' },
  { name: 'code', doc: 'division code (GB/T 2260), 2, 4 or 6 digits; empty: recognised' },
  {
    name: 'aliases',
    doc: 'other names with their report years, `;` between: `旧名@2018-2020;简称`; a year may be open: `旧名@-2020`',
  },
  {
    name: 'from_year',
    doc: 'first report year due; empty: since ever. A list with neither year column does not say who should report',
  },
  { name: 'to_year', doc: 'last report year due; empty: until now' },
  { name: 'deadline', doc: '`department` (31 January), `government` (31 March) or `none`; empty: by level and kind' },
] as const;

/** What is wrong with the line and what to write instead, in the words of the command line. */
export function registryTroubleText(trouble: RegistryTrouble): string {
  switch (trouble.what) {
    case 'registry-name':
      return 'there is no name; fill the column name';
    case 'registry-year':
      return `${trouble.column} "${trouble.found}" is no year; write four digits or leave it empty`;
    case 'registry-key':
      return `${trouble.column} "${trouble.found}" is not known; take one of the documented keys or leave it empty`;
    case 'registry-alias':
      return `alias "${trouble.found}" is not understood; write name, name@2019-2021, name@2019- or name@-2021`;
    case 'registry-code':
      return `code "${trouble.found}" is no division code; write 2, 4, 6 or 9 digits or leave it empty`;
    case 'registry-years':
      return `from_year ${trouble.from} is after to_year ${trouble.to}; exchange them`;
    case 'registry-twice':
      return `${trouble.name} already stands on line ${trouble.before}; keep one of the two`;
  }
}

class LineProblem extends Error {
  constructor(readonly trouble: RegistryTrouble) {
    super(registryTroubleText(trouble));
  }
}

function readYear(text: string, column: string): number | null {
  if (text === '') return null;
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 1990 || year > 2100) {
    throw new LineProblem({ what: 'registry-year', column, found: text });
  }
  return year;
}

function readAlias(text: string): Alias {
  const match = /^([^@]+?)\s*(?:@\s*(\d{4})?\s*(-)?\s*(\d{4})?)?$/.exec(text);
  const alias = match?.[1]?.trim();
  if (!match || !alias || (text.includes('@') && !match[2] && !match[4])) {
    throw new LineProblem({ what: 'registry-alias', found: text });
  }
  const from = match[2] ? Number(match[2]) : null;
  const to = match[4] ? Number(match[4]) : match[3] ? null : from;
  return { alias, from, to };
}

function readChoice<Choice extends string>(
  text: string,
  column: string,
  is: (text: string) => text is Choice,
): Choice | null {
  if (text === '') return null;
  if (!is(text)) throw new LineProblem({ what: 'registry-key', column, found: text });
  return text;
}

function readLine({ fields }: RegistryLine): RegisteredBody {
  const field = (column: (typeof REGISTRY_COLUMNS)[number]['name']) => fields[column]?.trim() ?? '';
  const name = field('name');
  if (name === '') throw new LineProblem({ what: 'registry-name' });
  const code = field('code');
  if (code !== '' && !/^(\d{2}|\d{4}|\d{6}|\d{9})$/.test(code)) {
    throw new LineProblem({ what: 'registry-code', found: code });
  }
  const from = readYear(field('from_year'), 'from_year');
  const to = readYear(field('to_year'), 'to_year');
  if (from !== null && to !== null && from > to) throw new LineProblem({ what: 'registry-years', from, to });
  const aliases = field('aliases')
    .split(/[;；]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return {
    name,
    region: field('region') || null,
    level: readChoice(field('level'), 'level', isLevel),
    kind: readChoice(field('kind'), 'kind', (text): text is string => isKind(text)),
    divisionCode: code || null,
    aliases: aliases.map(readAlias),
    deadline: readChoice(field('deadline'), 'deadline', isDeadline),
    isDue: 'from_year' in fields || 'to_year' in fields,
    from,
    to,
  };
}

/** Reads the lines of a registry; a line that cannot be used is listed with its number and reason, and the rest goes on. */
export function readRegistry(lines: readonly RegistryLine[]): Registry {
  const bodies: RegisteredBody[] = [];
  const problems: RegistryProblem[] = [];
  const seen = new Map<string, number>();
  for (const entry of lines) {
    try {
      const body = readLine(entry);
      const key = `${body.region ?? ''} ${body.name}`;
      const before = seen.get(key);
      if (before !== undefined) throw new LineProblem({ what: 'registry-twice', name: body.name, before });
      seen.set(key, entry.line);
      bodies.push(body);
    } catch (error) {
      if (!(error instanceof LineProblem)) throw error;
      problems.push({ line: entry.line, trouble: error.trouble, message: error.message });
    }
  }
  return { bodies, problems };
}
