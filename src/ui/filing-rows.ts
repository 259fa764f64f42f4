import type { StackedPart, StackedRow } from '../charts/stacked-row.ts';
import type { FilingRow, FilingState } from '../compare/filing.ts';
import { FILING_PARTS } from '../state/overview.ts';
import { formatShare } from './composition-rows.ts';
import { type FigureRows, figureRows, numberValue, textValue } from './figure-rows.ts';
import type { Wording } from './wording.ts';

/** The filings of one year. */
interface FilingYear {
  readonly year: string;
  readonly states: ReadonlyMap<FilingState, number>;
  readonly bodies: number;
  /** Bodies that should report by the registry; 0 where none says so. */
  readonly due: number;
}

function filingYears(rows: readonly FilingRow[]): FilingYear[] {
  return [...new Set(rows.map(({ group }) => group))].map((year) => {
    const own = rows.filter(({ group }) => group === year);
    const sum = (of: (row: FilingRow) => number) => own.reduce((total, row) => total + of(row), 0);
    return {
      year,
      states: new Map(own.map(({ state, bodies }) => [state, bodies])),
      bodies: sum(({ bodies }) => bodies),
      due: sum(({ due }) => due),
    };
  });
}

/** The ways in which bodies stand with their reports as parts of a bar. */
export const filingParts = (wording: Wording): StackedPart[] =>
  FILING_PARTS.map(({ key, hue }) => ({ key, hue, shade: 0, label: wording.messages.filingStates[key] }));

/** A bar for each year; a state that nobody is in takes no room. */
export const filingBars = (rows: readonly FilingRow[], wording: Wording): StackedRow[] =>
  filingYears(rows).map(({ year, states, bodies }) => ({
    key: year,
    label: year,
    cells: FILING_PARTS.map(({ key }) => {
      const value = states.get(key) ?? 0;
      return { part: key, value, share: bodies === 0 ? null : value / bodies };
    }),
    total: wording.exact(bodies),
    gap: null,
  }));

/** The filings year by year as a table. */
export function filingTable(rows: readonly FilingRow[], { messages, exact }: Wording): FigureRows {
  return figureRows(filingYears(rows), [
    { label: messages.year, numeric: false, value: ({ year }) => textValue(year) },
    { label: messages.bodiesDue, numeric: true, value: ({ due }) => numberValue(due, exact) },
    ...FILING_PARTS.map(({ key }) => ({
      label: messages.filingStates[key],
      numeric: true,
      value: ({ states }: FilingYear) => numberValue(states.get(key) ?? 0, exact),
    })),
  ]);
}

/** How many of those who should have filed for a year have, and how many of them in time. */
export function filingFinding(rows: readonly FilingRow[], asked: number, { messages, exact }: Wording): string {
  const year = filingYears(rows).find((one) => one.year === String(asked));
  if (!year) return messages.findings.noReports(asked);
  const count = (state: FilingState) => year.states.get(state) ?? 0;
  const filed = year.bodies - count('missing');
  const inTime = messages.filingFindings.timing(exact(count('on-time')), exact(count('late')), exact(count('undated')));
  if (year.due === 0) {
    return [messages.filingFindings.unlisted(asked, exact(filed)), inTime].join(messages.findings.space);
  }
  const kept = year.due - count('missing');
  const share = formatShare(kept / year.due);
  const known = messages.filingFindings.due(asked, exact(year.due), exact(kept), share, exact(count('missing')));
  return [known, inTime].join(messages.findings.space);
}
