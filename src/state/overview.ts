import type { Hue } from '../charts/palette.ts';
import { FILING_STATES, type FilingState } from '../compare/filing.ts';
import { OUTCOME_PARTS, type OverviewAsk } from '../compare/overview.ts';
import { OUTCOME_GROUPS, REQUEST_ROWS } from '../form/requests.ts';
import { type ComposedPart, OTHER_2019 } from './comparing-pages.ts';
import type { View } from './view.ts';

/** What the start page asks at a view; null in a dataset without reports. */
export function overviewAsk(view: View, lastYear: number | null): OverviewAsk | null {
  const { years, province, city, county, levels, kinds, governments } = view;
  const year = years.length > 0 ? Math.max(...years) : lastYear;
  return year === null ? null : { selection: { years, province, city, county, levels, kinds, governments }, year };
}

const HUES: readonly Hue[] = [0, 1, 2, 3, 4, 5];

/** The groups of outcomes in the form's order, in the colours they have on the page of outcomes. */
export const OUTCOMES_BY_GROUP: readonly ComposedPart[] = OUTCOME_PARTS.map((part, index) => {
  const { zh, en } = [OTHER_2019, ...REQUEST_ROWS, ...OUTCOME_GROUPS].find(({ key }) => key === part.key)!;
  // The one row of the 2019 form is a lighter shade of the group it stands for.
  return { ...part, zh, en, hue: HUES[index] ?? HUES.at(-1)!, shade: index < HUES.length ? 0 : 5 };
});

const STATE_HUES: Record<FilingState, Hue> = { 'on-time': 0, 'no-deadline': 1, missing: 2, late: 3, undated: 5 };

/** The ways in which bodies stand with their reports, each with its colour. */
export const FILING_PARTS: readonly { readonly key: FilingState; readonly hue: Hue }[] = FILING_STATES.map((key) => ({
  key,
  hue: STATE_HUES[key],
}));
