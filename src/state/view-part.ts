/** How one part of the view stands in an address: as the values given under its name, none for the default. */
export interface ViewPart<Value> {
  readonly fallback: Value;
  /** The values that mean something become the part; `bad` are those that mean nothing. */
  read(texts: readonly string[]): { readonly value: Value; readonly bad: readonly string[] };
  /** The values to write, none where the part has its default. */
  write(value: Value): readonly string[];
}

/** A part with a single value; only the first one given counts. */
export function single<Value>(
  fallback: Value,
  readText: (text: string) => Value | undefined,
  writeText: (value: Value) => string = String,
): ViewPart<Value> {
  return {
    fallback,
    read([first, ...more]) {
      const value = first === undefined ? undefined : readText(first);
      if (value === undefined) return { value: fallback, bad: first === undefined ? [] : [first, ...more] };
      return { value, bad: more };
    },
    write: (value) => (value === fallback ? [] : [writeText(value)]),
  };
}

/** A part that is one of a few keys, or null where there may be none. */
export const choice = <Choice extends string, Fallback extends Choice | null>(
  choices: readonly Choice[],
  fallback: Fallback,
): ViewPart<Choice | Fallback> => single<Choice | Fallback>(fallback, (text) => choices.find((one) => one === text));

/** A part of free words, which is never the empty text in an address. */
export const words = <Fallback extends string | null>(fallback: Fallback): ViewPart<string | Fallback> =>
  single<string | Fallback>(fallback, (text) => (text === '' ? undefined : text));

/** A part that is on or off, off by default. */
export const flag: ViewPart<boolean> = single(
  false,
  (text) => (text === '1' ? true : undefined),
  () => '1',
);

interface ListOptions {
  /** Separator of the items in one value; without it every item is a value of its own. */
  readonly separator?: string;
  readonly longest?: number;
}

/** A part that is a list without repetitions, empty by default; what goes beyond `longest` is left out. */
export function list<Item>(
  readItem: (text: string) => Item | undefined,
  options: ListOptions = {},
): ViewPart<readonly Item[]> {
  const { separator, longest = 1000 } = options;
  return {
    fallback: [],
    read(texts) {
      const value: Item[] = [];
      const bad: string[] = [];
      for (const text of texts.flatMap((one) => (separator === undefined ? [one] : one.split(separator)))) {
        const item = readItem(text);
        if (item === undefined || value.includes(item) || value.length >= longest) bad.push(text);
        else value.push(item);
      }
      return { value, bad };
    },
    write(value) {
      if (value.length === 0) return [];
      return separator === undefined ? value.map(String) : [value.map(String).join(separator)];
    },
  };
}
