import { OUTCOME_GROUPS, REQUEST_ROWS } from '../form/requests.ts';
import { bodyGroupsQuery } from '../store/body-groups.ts';
import type { Database } from '../store/database.ts';
import { type DatasetFacts, datasetFactsQuery } from '../store/dataset-facts.ts';
import { regionListQuery } from '../store/region-list.ts';
import { cellsOfParts, type CompositionRow, compositionQuery, type Part } from './composition.ts';
import { type Corrections, openCorrections } from './corrections.ts';
import { type FilingRow, filingQuery } from './filing.ts';
import { type MissingFiler, missingFilersQuery } from './missing-filers.ts';
import { questionText } from './question-text.ts';
import { EVERYTHING, type Selection } from './selection.ts';
import { type YearTotals, yearTotalsQuery } from './year-totals.ts';

/** The measures whose totals tell what a dataset holds. */
export const OVERVIEW_MEASURES: readonly string[] = [
  'new_total',
  'handled_total',
  'licensing_decisions',
  'penalty_decisions',
  'admin_fees_wan',
  'review_total',
];

/**
 * How requests end, by the groups of the form: granted, partly granted, and the four groups of reasons, the last of
 * which is a single row on the 2019 form.
 */
export const OUTCOME_PARTS: readonly Part[] = [
  { key: 'granted', measures: ['granted_total'] },
  { key: 'partial', measures: ['partial_total'] },
  ...OUTCOME_GROUPS.map(({ key }) => ({
    key,
    measures: REQUEST_ROWS.filter((row) => row.group === key).map((row) => `${row.key}_total`),
  })),
  { key: 'other_all', measures: [], cell2019: 'other_all_total' },
];

const OVERVIEW_CELLS = [...new Set([...OVERVIEW_MEASURES, ...cellsOfParts(OUTCOME_PARTS)])];

/** Corrections marked on the start page at most: they are kept in its snapshot, which must stay small. */
const MOST_MARKED = 1_000;

/** Bodies named among those without a report. */
const MISSING_NAMED = 12;

/** What the start page asks. */
export interface OverviewAsk {
  readonly selection: Selection;
  /** Year of the bodies without a report. */
  readonly year: number;
}

/** What the start page shows: totals, outcomes and filings by year, and who has not filed. */
export interface Overview {
  readonly totals: readonly YearTotals[];
  readonly outcomes: readonly CompositionRow[];
  readonly filing: readonly FilingRow[];
  readonly missing: readonly MissingFiler[];
  /** Corrected figures in the totals and the outcomes. */
  readonly corrections: Corrections;
}

const questionsOf = ({ selection, year }: OverviewAsk) => ({
  totals: yearTotalsQuery({ measures: OVERVIEW_MEASURES, selection }),
  outcomes: compositionQuery({ parts: OUTCOME_PARTS, by: 'year', year: null, selection }),
  filing: filingQuery({ by: 'year', selection }),
  missing: missingFilersQuery({ year, selection, limit: MISSING_NAMED }),
});

/** The statements behind the figures of the start page. */
export function overviewStatements(ask: OverviewAsk): Readonly<Record<'totals' | 'outcomes' | 'filing', string>> {
  const { totals, outcomes, filing } = questionsOf(ask);
  return { totals: questionText(totals), outcomes: questionText(outcomes), filing: questionText(filing) };
}

/** Asks everything that the start page shows. */
export async function openOverview(
  database: Database,
  facts: Pick<DatasetFacts, 'corrected'>,
  ask: OverviewAsk,
  signal?: AbortSignal,
): Promise<Overview> {
  const { totals, outcomes, filing, missing } = questionsOf(ask);
  return {
    totals: await database.ask(totals, signal),
    outcomes: await database.ask(outcomes, signal),
    filing: await database.ask(filing, signal),
    missing: await database.ask(missing, signal),
    corrections: await openCorrections(
      database,
      facts,
      { cells: OVERVIEW_CELLS, selection: ask.selection, bodies: [], limit: MOST_MARKED },
      signal,
    ),
  };
}

/** Asks all that the start page asks at a bare address, filters included, so that its answers can be recorded. */
export async function openStartPage(database: Database): Promise<DatasetFacts | undefined> {
  const [facts] = await database.ask(datasetFactsQuery());
  await database.ask(regionListQuery());
  await database.ask(bodyGroupsQuery());
  if (facts?.lastYear != null) await openOverview(database, facts, { selection: EVERYTHING, year: facts.lastYear });
  return facts;
}
