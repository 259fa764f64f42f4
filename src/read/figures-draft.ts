import type { FormCell } from '../form/cells.ts';
import type { Edition } from '../form/edition.ts';
import { valueFor } from './binding.ts';
import { readFigure } from './figure.ts';
import { listedClaim } from './figures-claim.ts';
import { rowName } from './list-place.ts';
import type { ListTrouble } from './list-trouble.ts';
import {
  GAP_REASONS,
  type Cell,
  type Claim,
  type Evidence,
  type Gap,
  type GapReason,
  type Report,
  type Span,
} from './report.ts';
import { indexNumber } from './metadata.ts';

/** A body-year of a list of figures; `url` is where its report was published, where the list says so. */
export interface ListedReport {
  readonly kind: 'report';
  /** Line of the list it begins on. */
  readonly line: number;
  /** The sheet it stands on; empty in a text. */
  readonly sheet: string;
  readonly body: string;
  readonly year: number;
  readonly region: string | null;
  readonly url: string | null;
  readonly report: Report;
}

/** The row of a report of a list, as sidecars and pages call it. */
export const rowOf = ({ sheet, line }: Pick<ListedReport, 'sheet' | 'line'>): string => rowName(sheet, line);

/** Who and when the figures of a draft are about. */
export interface DraftIdentity {
  readonly line: number;
  readonly sheet: string;
  readonly body: string;
  readonly year: number;
  readonly region: string | null;
}

/** Where a figure of a list was read: the address of the report and the place in it. */
export interface FigurePlace {
  readonly source: string;
  readonly where: string;
}

/** Whether a text is one of the reasons of a gap. */
export const isGapReason = (text: string): text is GapReason => (GAP_REASONS as readonly string[]).includes(text);

const LONGEST_QUOTE = 500;

const isAddress = (source: string) => /^https?:\/\//.test(source);

/** A report of a list while its figures come in. */
export class FigureDraft {
  readonly identity: DraftIdentity;
  edition: Edition | null = null;
  published: string | null = null;
  scope: Report['scope'] = null;
  creditCode: string | null = null;
  readonly #cells = new Map<string, Cell>();
  readonly #gaps = new Map<string, Gap>();
  readonly #claims: Claim[] = [];
  readonly #places = new Map<string, { place: FigurePlace; names: string[] }>();
  readonly #blanks = new Map<string, Span | null>();
  #text = '';

  constructor(identity: DraftIdentity) {
    this.identity = identity;
  }

  #note(name: string, place: FigurePlace): void {
    const key = `${place.source}\n${place.where}`;
    const known = this.#places.get(key);
    if (known) known.names.push(name);
    else this.#places.set(key, { place, names: [name] });
  }

  /** Writes down a field as it stands in the list, and gives the place of its characters in the report's text. */
  quote(at: string, name: string, raw: string): Span {
    const shown = raw.length > LONGEST_QUOTE ? `${raw.slice(0, LONGEST_QUOTE)}…` : raw;
    const before = `${this.#text}${[at, name].filter(Boolean).join(' ').replace(/\s+/g, ' ')}\t`;
    this.#text = `${before}${shown}\n`;
    return { start: before.length, end: before.length + shown.length };
  }

  /** Notes that the list has this cell and leaves it empty: a gap, unless another field gives its figure. */
  addBlank(cell: FormCell, span: Span): void {
    if (!this.#blanks.has(cell.id)) this.#blanks.set(cell.id, span);
  }

  #setGap(id: string, reason: GapReason, raw: string | null, span: Span | null): void {
    this.#cells.delete(id);
    this.#gaps.set(id, { id, reason, raw, span });
  }

  /**
   * Adds what the list gives for a cell: a figure, or the reason of a gap. Returns what is wrong with it, null where
   * nothing is. An empty text says nothing: the cell stays unlisted.
   */
  add(cell: FormCell, raw: string, unit: string, place: FigurePlace, span: Span | null = null): ListTrouble | null {
    const text = raw.trim();
    if (text === '') return null;
    const { id } = cell;
    const given = isGapReason(text) ? text : this.#value(cell, text, unit);
    const before = this.#cells.get(id)?.value ?? this.#gaps.get(id)?.reason;
    if (before !== undefined) {
      if (before === given || before === 'ambiguous') return null;
      this.#setGap(id, 'ambiguous', text, span);
      return { what: 'given-twice', cell: id, one: String(before), other: String(given) };
    }
    this.#note(id, place);
    if (typeof given === 'number') this.#cells.set(id, { id, value: given, raw: text, span });
    else this.#setGap(id, given, isGapReason(text) ? null : text, span);
    return typeof given === 'number' || isGapReason(text) ? null : { what: 'no-figure', cell: id, found: text };
  }

  #value(cell: FormCell, text: string, unit: string): number | GapReason {
    const figure = readFigure(text);
    if (figure.kind !== 'number') return valueFor(figure, cell);
    // A list's money is in the unit of its cell unless it says another.
    const own = figure.unit || (unit.endsWith('元') ? unit : '');
    return valueFor({ ...figure, unit: own || (cell.unit.endsWith('元') ? cell.unit : '') }, cell);
  }

  /** Adds a statement that is no cell of the form. Returns what is wrong with it, null where nothing is. */
  addClaim(name: string, raw: string, unit: string, place: FigurePlace): ListTrouble | null {
    if (raw.trim() === '') return null;
    const figure = readFigure(raw);
    if (figure.kind !== 'number') return { what: 'claim-figure', name, found: raw.trim() };
    this.#note(name, place);
    this.#claims.push(listedClaim(name, figure.value, unit || figure.unit, place.where));
    return null;
  }

  /** Adds a claim with its own topic. */
  addOwnClaim(claim: Claim): void {
    this.#claims.push(claim);
  }

  #evidence(): Evidence[] {
    const places = [...this.#places.values()].filter(({ place }) => place.source !== '' || place.where !== '');
    return places.map(({ place, names }) => ({
      kind: 'figure-source',
      detail: [this.#places.size === 1 ? 'all' : names.join(','), place.where || '-', place.source || '-'].join(' | '),
      span: null,
    }));
  }

  #blankGaps(): Gap[] {
    const isOpen = (id: string) => !this.#cells.has(id) && !this.#gaps.has(id);
    return [...this.#blanks].flatMap(([id, span]) => (isOpen(id) ? [{ id, reason: 'blank', raw: null, span }] : []));
  }

  /** The report as it stands in the list; null where the list gives nothing for it. */
  finished(): ListedReport | null {
    const cells = [...this.#cells.values()];
    const claims = this.#claims;
    if (cells.length + this.#gaps.size + claims.length === 0) return null;
    const gaps = [...this.#gaps.values(), ...this.#blankGaps()];
    const sources = [...this.#places.values()]
      .sort((a, b) => b.names.length - a.names.length)
      .map(({ place }) => place.source);
    const { body, year } = this.identity;
    const said = { body, year, published: this.published, edition: this.edition, scope: this.scope };
    const evidence =
      this.creditCode === null ? this.#evidence() : [indexNumber(this.creditCode, null), ...this.#evidence()];
    const report: Report = { ...said, cells, gaps, claims, passages: [], evidence, text: this.#text };
    return { kind: 'report', ...this.identity, url: sources.find(isAddress) ?? null, report };
  }
}
