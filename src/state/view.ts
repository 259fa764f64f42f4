/** Languages of the interface, the first one unless the address says otherwise. */
export const LANGUAGES = ['zh', 'en'] as const;

/** A language of the interface. */
export type Language = (typeof LANGUAGES)[number];

/** Themes that a reader can hold on to; without one the system's choice counts. */
export const THEMES = ['light', 'dark'] as const;

/** A theme that a reader has chosen. */
export type Theme = (typeof THEMES)[number];

/** Everything that a colleague must see when sent the link; the address bar holds it and nothing else does. */
export interface View {
  readonly lang: Language;
  /** Null follows the system. */
  readonly theme: Theme | null;
  /** Name of the dataset; null for the one that opens first. */
  readonly dataset: string | null;
  /** Key of the body whose figures are shown (see `body-key.ts`), null for none. */
  readonly body: string | null;
  /** Words that the list of bodies is narrowed to, empty for all. */
  readonly search: string;
  /** Page of the list of bodies, from 1. */
  readonly page: number;
  /** The reader's own statement, null for none. */
  readonly sql: string | null;
}

/** The view of a bare address. */
export const DEFAULT_VIEW: View = {
  lang: 'zh',
  theme: null,
  dataset: null,
  body: null,
  search: '',
  page: 1,
  sql: null,
};

/** A part of the address that means nothing here and was left out of the view. */
export interface IgnoredPart {
  readonly name: string;
  readonly value: string;
}

const LAST_PAGE = 1_000_000;

const choice =
  <Choice extends string>(choices: readonly Choice[]) =>
  (text: string): Choice | undefined =>
    choices.find((one) => one === text);
const words = (text: string): string | undefined => (text === '' ? undefined : text);

function wholePage(text: string): number | undefined {
  const page = Number(text);
  return /^[1-9]\d*$/.test(text) && page <= LAST_PAGE ? page : undefined;
}

/** How each part of the view is read from its text; undefined where the text means nothing. */
const READERS: { readonly [Part in keyof View]: (text: string) => View[Part] | undefined } = {
  dataset: words,
  body: words,
  search: words,
  page: wholePage,
  sql: words,
  lang: choice(LANGUAGES),
  theme: choice(THEMES),
};

const isPart = (name: string): name is keyof View => Object.hasOwn(READERS, name);

/** Reads a view from the query of an address; what cannot be read falls back to the default and is reported. */
export function parseView(query: string): { view: View; ignored: IgnoredPart[] } {
  const parts: Partial<Record<keyof View, unknown>> = {};
  const ignored: IgnoredPart[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    const read = isPart(name) && !(name in parts) ? READERS[name](value) : undefined;
    if (isPart(name) && read !== undefined) parts[name] = read;
    else ignored.push({ name, value });
  }
  return { view: { ...DEFAULT_VIEW, ...(parts as Partial<View>) }, ignored };
}

/** The query of a view's address, with its `?`; defaults are left out, so that the bare page has none. */
export function formatView(view: View): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(READERS) as (keyof View)[]) {
    const value = view[name];
    if (value !== DEFAULT_VIEW[name]) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
