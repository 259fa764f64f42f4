import { StoreFailure } from './failure.ts';

class Statement {
  /** Makes the class nominal: an object with a `text` is no statement. */
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  get text(): string {
    return this.#text;
  }
}

/** SQL text that only the `sql` tag can make, so that no unchecked value stands in it. */
export type Sql = Statement;

/** A value that may enter a statement; a list becomes `(a, b, …)` and must not be empty. */
export type SqlValue = number | string | boolean | null | readonly (number | string)[] | Sql;

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

function renderNumber(value: number): string {
  if (!Number.isFinite(value)) throw new StoreFailure('statement', `a number in a statement must be finite: ${value}`);
  const text = String(Math.abs(value));
  // Without an exponent the engine reads a fraction as DECIMAL, whose way to DOUBLE is not exact.
  const literal = Number.isSafeInteger(value) || text.includes('e') ? text : `${text}e0`;
  // In brackets, because `-` before a bare negative number would open a comment.
  return value < 0 ? `(-${literal})` : literal;
}

function renderText(value: string): string {
  if (/\p{Surrogate}/u.test(value)) {
    throw new StoreFailure('statement', `text in a statement holds half a character: ${JSON.stringify(value)}`);
  }
  const quoted = (part: string) => `'${part.replaceAll("'", "''")}'`;
  // The engine's parser ends a statement at NUL, so it enters as a function call; backslashes mean themselves.
  const parts = value.split('\0').map(quoted);
  return parts.length === 1 ? parts[0]! : `(${parts.join(' || chr(0) || ')})`;
}

function render(value: SqlValue): string {
  if (value instanceof Statement) return value.text;
  if (value === null) return 'NULL';
  if (typeof value === 'number') return renderNumber(value);
  if (typeof value === 'string') return renderText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (!Array.isArray(value)) throw new StoreFailure('statement', `no value for a statement: ${typeof value}`);
  if (value.length === 0) throw new StoreFailure('statement', 'a list in a statement must not be empty');
  return `(${value.map((item: number | string) => render(item)).join(', ')})`;
}

/** The only way a value enters a statement: checked literals, quoted text, and fragments made by the same tag. */
export function sql(strings: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  return new Statement(strings.reduce((text, part, index) => text + render(values[index - 1]!) + part));
}

/** A quoted identifier, qualified where several names are given; anything but a plain name is refused. */
sql.id = (...names: readonly string[]): Sql => {
  for (const name of names) {
    if (!IDENTIFIER.test(name))
      throw new StoreFailure('statement', `no name for a table or column: ${JSON.stringify(name)}`);
  }
  if (names.length === 0) throw new StoreFailure('statement', 'an identifier needs a name');
  return new Statement(names.map((name) => `"${name}"`).join('.'));
};

/** Fragments one after another with a separator between them (a comma unless told); at least one is needed. */
sql.join = (fragments: readonly Sql[], separator: Sql = sql`, `): Sql => {
  if (fragments.length === 0) throw new StoreFailure('statement', 'nothing to join in a statement');
  return new Statement(fragments.map((fragment) => fragment.text).join(separator.text));
};
