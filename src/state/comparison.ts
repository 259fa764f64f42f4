import { cellsOfParts, type CompositionRow, compositionQuery } from '../compare/composition.ts';
import { type Corrections, openCorrections } from '../compare/corrections.ts';
import { type DistributionRow, distributionQuery } from '../compare/distribution.ts';
import { type RankingOrder, type RankingRow, rankingQuery } from '../compare/ranking.ts';
import { questionText } from '../compare/question-text.ts';
import type { Selection } from '../compare/selection.ts';
import { type SpreadRow, spreadQuery } from '../compare/spread.ts';
import { type StandingRow, standingQuery } from '../compare/standing.ts';
import { definedSubject, parseSubject, type Subject, subjectCells } from '../compare/subject.ts';
import { type TrendRow, trendQuery } from '../compare/trend.ts';
import { bodyByIdQuery, bodyQuery, type ListedBody } from '../store/body-list.ts';
import { type BodySource, bodySourcesQuery } from '../store/body-sources.ts';
import type { Database } from '../store/database.ts';
import { formatBodyKey, parseBodyKey } from './body-key.ts';
import type { ComposedPart, ComparingPage } from './comparing-pages.ts';
import type { OpenedDataset } from './opened-dataset.ts';
import type { Grouping, View } from './view.ts';

/** Rates over fewer cases than this are not ranked unless asked for, and dimmed: one case more or less would move them by ten points. */
export const FEW_CASES = 10;

/** What a comparing page asks of the dataset. */
export interface ComparisonAsk {
  readonly subject: Subject;
  /** Year of the ranking and the distribution. */
  readonly year: number;
  readonly selection: Selection;
  /** Whether rates over few cases are ranked among the others. */
  readonly few: boolean;
  /** Which end of the ranking comes first. */
  readonly order: RankingOrder;
  /** How many bodies the ranking holds at most. */
  readonly limit: number;
  /** Keys of the bodies followed through the years. */
  readonly bodies: readonly string[];
  /** Key of the body in the side panel; null for none. */
  readonly chosen: string | null;
  readonly parts: readonly ComposedPart[];
  readonly by: Grouping;
}

/** A body that the view names, with its key. */
export interface FollowedBody extends ListedBody {
  readonly key: string;
}

/** The answers a comparing page shows together. */
export interface Comparison {
  readonly followed: readonly FollowedBody[];
  /** Keys of the view that name no body of this dataset. */
  readonly unknown: readonly string[];
  readonly ranking: readonly RankingRow[];
  /** How the bodies of the selection stand to the ranking, those in it first. */
  readonly standing: readonly StandingRow[];
  readonly spread: readonly SpreadRow[];
  /** Where the figures of the body in the side panel come from. */
  readonly sources: readonly BodySource[];
  /** Of the followed bodies, a row for every year of the dataset. */
  readonly trend: readonly TrendRow[];
  readonly composition: readonly CompositionRow[];
  readonly distribution: readonly DistributionRow[];
  /** Corrected figures that the subject or the parts rest on, of the selection and of the followed bodies. */
  readonly corrections: Corrections;
  /** The statements behind the figures. */
  readonly statements: Readonly<Record<'ranking' | 'trend' | 'composition' | 'distribution', string>>;
}

/** What a view asks on a comparing page; null in a dataset without reports. */
export function comparisonAsk(view: View, page: ComparingPage, lastYear: number | null): ComparisonAsk | null {
  const asked = parseSubject(view.subject ?? page.subjects[0]!);
  const year = view.years.length > 0 ? Math.max(...view.years) : lastYear;
  if (!asked || year === null) return null;
  const subject = definedSubject(asked, { denominator: view.over, applicants: view.applicants });
  const { years, province, city, county, levels, kinds, governments } = view;
  const bodies = view.body === null || view.bodies.includes(view.body) ? view.bodies : [...view.bodies, view.body];
  const selection = { years, province, city, county, levels, kinds, governments };
  return {
    subject,
    year,
    selection,
    few: view.few,
    order: view.order,
    limit: view.rows,
    bodies,
    chosen: view.body,
    parts: page.parts,
    by: view.by ?? page.by,
  };
}

async function findBodies(database: Database, keys: readonly string[], signal: AbortSignal) {
  const followed: FollowedBody[] = [];
  for (const key of keys) {
    const { region, name } = parseBodyKey(key);
    const [body] = await database.ask(bodyQuery(region, name), signal);
    if (body) followed.push({ ...body, key });
  }
  return { followed, unknown: keys.filter((key) => !followed.some((body) => body.key === key)) };
}

/** Asks everything that a comparing page shows, so that its parts never speak of different questions. */
export async function openComparison(
  { database, facts }: Pick<OpenedDataset, 'database' | 'facts'>,
  ask: ComparisonAsk,
  signal: AbortSignal,
): Promise<Comparison> {
  const { followed, unknown } = await findBodies(database, ask.bodies, signal);
  const bodies = followed.map(({ bodyId }) => bodyId);
  const { subject, year, selection, parts, by } = ask;
  const ranked = {
    subject,
    year,
    selection,
    fewest: ask.few ? 0 : FEW_CASES,
    order: ask.order,
    limit: ask.limit,
    bodies,
  };
  const panel = followed.find(({ key }) => key === ask.chosen);
  const composed = {
    parts,
    by: by === 'bodies' ? { bodies } : by,
    year: by === 'year' ? null : year,
    selection,
  };
  const cells = [...subjectCells(subject), ...cellsOfParts(parts)];
  const ranking = rankingQuery(ranked);
  const spread = spreadQuery({ subject, selection });
  const trend = bodies.length === 0 ? null : trendQuery({ subject, bodies, years: [] });
  const composition = compositionQuery(composed);
  const distribution = distributionQuery({ subject, year, selection });
  return {
    followed,
    unknown,
    ranking: await database.ask(ranking, signal),
    standing: await database.ask(standingQuery(ranked), signal),
    spread: await database.ask(spread, signal),
    sources: panel ? await database.ask(bodySourcesQuery(panel.bodyId), signal) : [],
    trend: trend ? await database.ask(trend, signal) : [],
    composition: await database.ask(composition, signal),
    distribution: await database.ask(distribution, signal),
    corrections: await openCorrections(database, facts, { cells, selection, bodies }, signal),
    statements: {
      ranking: questionText(ranking),
      trend: questionText(trend ?? spread),
      composition: questionText(composition),
      distribution: questionText(distribution),
    },
  };
}

/** Key of the body with this number; null where there is none. */
export async function findBodyKey(database: Database, bodyId: number): Promise<string | null> {
  const [body] = await database.ask(bodyByIdQuery(bodyId));
  return body ? formatBodyKey(body) : null;
}
