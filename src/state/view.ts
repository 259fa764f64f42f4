import { REVIEW_STATES, type ReviewState } from '../audit/review-ledger.ts';
import { SEVERITIES, type Severity } from '../audit/rule.ts';
import { isKind } from '../bodies/kinds.ts';
import { isLevel } from '../bodies/levels.ts';
import { TREND_GROUPINGS, type TrendGrouping } from '../compare/group-trend.ts';
import { RANKING_ORDERS, type RankingOrder } from '../compare/ranking.ts';
import type { Selection } from '../compare/selection.ts';
import { formCell, isMeasure } from '../form/cells.ts';
import { APPLICANT_SCOPES, type ApplicantScope, type Denominator, DENOMINATORS } from '../form/definition.ts';
import { INDICATORS } from '../form/indicators.ts';
import { KEPT_STATUSES, type KeptStatus } from '../host/kept-report.ts';
import { type FigureName, isFigureName } from './figures.ts';
import { type Page, PAGES } from './pages.ts';
import { MIGRATIONS, migrate, VERSION_PART, versionAfter } from './view-migrations.ts';
import { choice, flag, list, single, type ViewPart, words } from './view-part.ts';

/** Languages of the interface, the first one unless the address says otherwise. */
export const LANGUAGES = ['zh', 'en'] as const;

/** A language of the interface. */
export type Language = (typeof LANGUAGES)[number];

/** Themes that a reader can hold on to; without one the system's choice counts. */
export const THEMES = ['light', 'dark'] as const;

/** A theme that a reader has chosen. */
export type Theme = (typeof THEMES)[number];

/** What the bars of a composition stand for. */
export const GROUPINGS = ['year', 'kind', 'level', 'bodies'] as const;

/** One of the ways to group a composition. */
export type Grouping = (typeof GROUPINGS)[number];

/** How many bodies a ranking may hold. */
export const RANKING_LENGTHS = [20, 50, 200] as const;

/** One of the lengths of a ranking. */
export type RankingLength = (typeof RANKING_LENGTHS)[number];

/** As many bodies can be compared at once as the eye can tell apart by colour. */
export const MOST_BODIES = 8;

/** What the rows of an audit can be sorted by; unless told rules stand as in the catalogue, and bodies by their failures. */
export const AUDIT_ORDERS = ['name', 'fails', 'share', 'cannot-check', 'holds', 'not-applicable'] as const;

/** What a worklist can be of: the reports that are selected, those of `body`, or the one of `body` that is opened. */
export const WORKLISTS = ['selection', 'body', 'report'] as const;

/** One of the things that a worklist can be of. */
export type WorklistKind = (typeof WORKLISTS)[number];

/** One of the orders of an audit's rows; a number is that year's column. */
export type AuditOrder = (typeof AUDIT_ORDERS)[number] | number;

/** Everything that a colleague must see when sent the link; the address bar holds it and nothing else does. */
export interface View extends Selection {
  readonly page: Page;
  readonly lang: Language;
  /** Null follows the system. */
  readonly theme: Theme | null;
  /** Name of the dataset; null for the one that opens first. */
  readonly dataset: string | null;
  /** Fingerprint of the dataset that the link was made on; null where it was not shared. */
  readonly fp: string | null;
  /** Keys of the bodies compared (see `body-key.ts`). */
  readonly bodies: readonly string[];
  /** Places of the bodies' colours, from 1, in the order of the bodies; empty where they follow that order. */
  readonly colours: readonly number[];
  /** Id of a measure or key of an indicator; null for the page's own first one. */
  readonly subject: string | null;
  /** What the rates of outcomes are divided by. */
  readonly over: Denominator;
  /** Whose requests count. */
  readonly applicants: ApplicantScope;
  /** What the bars of a composition stand for; null for the page's own choice. */
  readonly by: Grouping | null;
  /** What the groups are that are followed through the years. */
  readonly groups: TrendGrouping;
  /** The figures that show their table instead of their chart. */
  readonly tables: readonly FigureName[];
  /** Whether a composition is drawn in shares of its whole instead of counts. */
  readonly shares: boolean;
  /** Whether counts are drawn on a logarithmic scale; null for the page's own choice. */
  readonly log: boolean | null;
  /** Whether rates over too few cases to say much are ranked among the others. */
  readonly few: boolean;
  /** Which end of a ranking comes first. */
  readonly order: RankingOrder;
  /** How many bodies a ranking holds at most. */
  readonly rows: RankingLength;
  /** Key of the body whose figures are shown (see `body-key.ts`), null for none. */
  readonly body: string | null;
  /** Keys of the two reports that are held side by side (see `report-key.ts`), null where none is chosen. */
  readonly left: string | null;
  readonly right: string | null;
  /** Whether only what the two do not share is shown. */
  readonly differing: boolean;
  /** Words that the list of bodies is narrowed to, empty for all. */
  readonly search: string;
  /** Leaf of the list of bodies, from 1. */
  readonly leaf: number;
  /** Whether all 200 cells of a body's form are shown, not only the totals of requests. */
  readonly all: boolean;
  /** Which of the reader's own reports are listed, by how reading them went; null for all. */
  readonly status: KeptStatus | null;
  /** Id of the reader's own report that is open (see `host/kept-report.ts`), null for none. */
  readonly report: string | null;
  /** Cell of the form that is pointed at in that report, null for none. */
  readonly cell: string | null;
  /** Id of the rule whose bodies are shown; null for all rules. */
  readonly rule: string | null;
  /** Version of the rules that the link was made with (see `audit/rule-set.ts`); null where it was not shared. */
  readonly rules: number | null;
  /** Severity of the rules shown; null for all. */
  readonly severity: Severity | null;
  readonly sort: AuditOrder | null;
  /** How the findings of the bodies shown stand with their reviewers; null for all. */
  readonly review: ReviewState | null;
  /** Year of the report of `body` that is held against the rule, or whose form is shown; null where none is chosen. */
  readonly opened: number | null;
  /** What the worklist that is shown is of; null where none is. */
  readonly worklist: WorklistKind | null;
  /** Whether a worklist lists places that cannot be checked beside those that fail. */
  readonly unchecked: boolean;
  /** Whether it lists findings that a reviewer has dismissed. */
  readonly dismissed: boolean;
  /** The reader's own statement, null for none. */
  readonly sql: string | null;
}

/** No list has more leaves, and the rules no later version. */
const MOST = 1_000_000;
const [FIRST_YEAR, LAST_YEAR] = [1900, 2999];
const indicatorKeys = new Set(INDICATORS.map(({ key }) => key));

const numberIn = (first: number, last: number) => (text: string) => {
  const number = Number(text);
  return /^[1-9]\d*$/.test(text) && number >= first && number <= last ? number : undefined;
};
const textThat = (holds: (text: string) => boolean) => (text: string) => (holds(text) ? text : undefined);
const keys = (holds: (text: string) => boolean) => list(textThat(holds), { separator: ',' });
const contentHash = single<string | null>(
  null,
  textThat((text) => /^[0-9a-f]{16}$/.test(text)),
);

/** The parts in the order of the address. */
const PARTS: { readonly [Name in keyof View]: ViewPart<View[Name]> } = {
  page: choice<Page, Page>(PAGES, 'overview'),
  dataset: words(null),
  subject: single<string | null>(
    null,
    textThat((text) => isMeasure(text) || indicatorKeys.has(text)),
  ),
  years: list(numberIn(FIRST_YEAR, LAST_YEAR), { separator: ',' }),
  province: words(null),
  city: words(null),
  county: words(null),
  levels: keys(isLevel),
  kinds: keys(isKind),
  governments: flag,
  bodies: list(
    textThat((text) => text !== ''),
    { longest: MOST_BODIES },
  ),
  colours: list(numberIn(1, MOST_BODIES), { separator: ',', longest: MOST_BODIES }),
  over: choice<Denominator, Denominator>(DENOMINATORS, 'handled'),
  applicants: choice<ApplicantScope, ApplicantScope>(APPLICANT_SCOPES, 'total'),
  by: choice<Grouping, null>(GROUPINGS, null),
  groups: choice<TrendGrouping, TrendGrouping>(TREND_GROUPINGS, 'kind'),
  tables: list((text) => (isFigureName(text) ? text : undefined), { separator: ',' }),
  shares: flag,
  log: single<boolean | null>(
    null,
    (text) => ({ '0': false, '1': true })[text],
    (log) => (log ? '1' : '0'),
  ),
  few: flag,
  order: choice<RankingOrder, RankingOrder>(RANKING_ORDERS, 'highest'),
  rows: single<RankingLength>(RANKING_LENGTHS[0], (text) => RANKING_LENGTHS.find((length) => String(length) === text)),
  body: words(null),
  left: words(null),
  right: words(null),
  differing: flag,
  search: words(''),
  leaf: single(1, numberIn(1, MOST)),
  all: flag,
  status: choice<KeptStatus, null>(KEPT_STATUSES, null),
  report: contentHash,
  cell: single<string | null>(
    null,
    textThat((text) => formCell(text) !== undefined),
  ),
  rule: single<string | null>(
    null,
    textThat((text) => /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/.test(text)),
  ),
  rules: single<number | null>(null, numberIn(1, MOST)),
  severity: choice<Severity, null>(SEVERITIES, null),
  sort: single<AuditOrder | null>(
    null,
    (text) => AUDIT_ORDERS.find((one) => one === text) ?? numberIn(FIRST_YEAR, LAST_YEAR)(text),
  ),
  review: choice<ReviewState, null>(REVIEW_STATES, null),
  opened: single<number | null>(null, numberIn(FIRST_YEAR, LAST_YEAR)),
  worklist: choice<WorklistKind, null>(WORKLISTS, null),
  unchecked: flag,
  dismissed: flag,
  sql: words(null),
  lang: choice<Language, Language>(LANGUAGES, 'zh'),
  theme: choice<Theme, null>(THEMES, null),
  fp: contentHash,
};

const NAMES = Object.keys(PARTS) as (keyof View)[];
const isPart = (name: string): name is keyof View => Object.hasOwn(PARTS, name);

const defaults: Record<string, unknown> = Object.fromEntries(NAMES.map((name) => [name, PARTS[name].fallback]));

/** The view of a bare address. */
export const DEFAULT_VIEW = defaults as unknown as View;

/** A part of the address that means nothing here and was left out of the view. */
export interface IgnoredPart {
  readonly name: string;
  readonly value: string;
}

/** Reads a view from the query of an address; what cannot be read falls back to the default and is reported. */
export function parseView(query: string): { view: View; ignored: IgnoredPart[] } {
  const { query: given, unknown } = migrate(new URLSearchParams(query));
  const view: Record<string, unknown> = { ...defaults };
  const ignored: IgnoredPart[] = unknown === null ? [] : [{ name: VERSION_PART, value: unknown }];
  for (const name of new Set(given.keys())) {
    const texts = given.getAll(name);
    if (!isPart(name)) {
      ignored.push(...texts.map((value) => ({ name, value })));
      continue;
    }
    const { value, bad } = PARTS[name].read(texts);
    view[name] = value;
    ignored.push(...bad.map((text) => ({ name, value: text })));
  }
  return { view: view as unknown as View, ignored };
}

const partNamed = (name: keyof View): ViewPart<unknown> => PARTS[name];

/** The query of a view's address, with its `?`; defaults are left out, so that the bare page has none. */
export function formatView(view: View): string {
  const query = new URLSearchParams(
    NAMES.flatMap((name) =>
      partNamed(name)
        .write(view[name])
        .map((text) => [name, text]),
    ),
  );
  const version = versionAfter(MIGRATIONS);
  if (version > 1 && query.size > 0) query.set(VERSION_PART, String(version));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
