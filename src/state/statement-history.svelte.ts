const KEY = 'nianbao-statements';
const MOST = 30;
/** Longer statements run, but are not kept: the place that a tab has for such things is small. */
const LONGEST = 20_000;

/** What an earlier view of this tab has kept; nothing where it kept none or something else stands in its place. */
function kept(): readonly string[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** The statements that were run in this tab, the latest first; they end with the tab and leave it for nowhere. */
export class StatementHistory {
  #statements: readonly string[] = $state.raw(kept());

  get statements(): readonly string[] {
    return this.#statements;
  }

  /** Puts a statement first; the same one further down and the oldest beyond 30 go. */
  add(statement: string): void {
    if (statement.length > LONGEST || statement === this.#statements[0]) return;
    this.#keep([statement, ...this.#statements.filter((one) => one !== statement)].slice(0, MOST));
  }

  remove(statement: string): void {
    this.#keep(this.#statements.filter((one) => one !== statement));
  }

  clear(): void {
    this.#keep([]);
  }

  #keep(statements: readonly string[]): void {
    this.#statements = statements;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(statements));
    } catch {
      // Where the browser keeps nothing, the list lives as long as the page.
    }
  }
}
