import type { HeatColumn, HeatRow } from '../../charts/heat-layout.ts';
import { KINDS } from '../../bodies/kinds.ts';
import { LEVELS } from '../../bodies/levels.ts';
import type { CompositionRow } from '../../compare/composition.ts';
import type { KeyedLabel } from '../../form/label.ts';
import { REQUEST_ROWS } from '../../form/requests.ts';
import type { Grouping } from '../../state/view.ts';
import { formatShare } from '../composition-rows.ts';
import { type FigureRows, figureRows, numberValue, textValue } from '../figure-rows.ts';
import type { Wording } from '../wording.ts';

/** The reasons for which article 20 and the like let a body refuse, as the form lists them. */
const REASONS: readonly KeyedLabel[] = REQUEST_ROWS.filter(({ group }) => group === 'denied');

/** The reasons as parts of all refusals. */
export const REASON_PARTS = REASONS.map(({ key }) => ({ key, measures: [`${key}_total`] }));

/** The refusals of a year, a kind, a level or a body with their reasons. */
export interface RefusingGroup {
  readonly key: string;
  readonly name: string;
  /** All refusals whose reason is known; null where no report gives them. */
  readonly total: number | null;
  /** In the order of the reasons. */
  readonly cells: readonly CompositionRow[];
}

function nameOf(row: CompositionRow, by: Grouping, { language, messages }: Wording): string {
  const named = by === 'kind' ? KINDS : by === 'level' ? LEVELS : [];
  return named.find(({ key }) => key === row.group)?.[language] ?? (row.label || messages.unknown);
}

/** Gathers the answer by group, those with the most refusals first but years in their order. */
export function refusingGroups(rows: readonly CompositionRow[], by: Grouping, wording: Wording): RefusingGroup[] {
  const groups = new Map<string, CompositionRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  const gathered = [...groups].map(([key, cells]): RefusingGroup => {
    const known = cells.flatMap(({ value }) => value ?? []);
    const total = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
    return { key, name: nameOf(cells[0]!, by, wording), total, cells };
  });
  return by === 'year' ? gathered : gathered.sort((one, other) => (other.total ?? -1) - (one.total ?? -1));
}

const NUMBER = /^\d+\./;

/** The reasons as columns. */
export const reasonColumns = ({ language }: Wording): HeatColumn[] =>
  REASONS.map((reason) => {
    const name = reason[language].replace(NUMBER, '');
    return { key: reason.key, label: name, name };
  });

/** Share of a cell in the refusals of its group; null where nothing was refused. */
const shareOf = ({ total }: RefusingGroup, value: number | null): number | null =>
  value === null || total === null || total === 0 ? null : value / total;

/** The groups as rows of the chart, shaded by the share of each reason in the refusals of the row. */
export const reasonRows = (groups: readonly RefusingGroup[], shares: boolean, wording: Wording): HeatRow[] =>
  groups.map((group) => ({
    key: group.key,
    name: group.total === null ? group.name : `${group.name} ${wording.exact(group.total)}`,
    cells: group.cells.map(({ value, known, reports }) => {
      const share = shareOf(group, value);
      const counts = value === null ? '' : wording.exact(value);
      return {
        value,
        shade: share ?? 0,
        label: shares && share !== null ? formatShare(share) : counts,
        lines:
          value === null
            ? []
            : [
                share === null ? counts : `${formatShare(share)} (${counts}/${wording.exact(group.total!)})`,
                wording.messages.chartWords.coverage(known, reports),
              ],
        gap: value === null ? wording.messages.noFigure : null,
        amended: false,
      };
    }),
  }));

/** The groups and reasons as a table, a row each. */
export function reasonTable(groups: readonly RefusingGroup[], by: Grouping, wording: Wording): FigureRows {
  const { messages, exact } = wording;
  const columns = reasonColumns(wording);
  const rows = groups.flatMap((group) =>
    group.cells.map((cell, index) => ({ group, cell, reason: columns[index]!.name })),
  );
  return figureRows(rows, [
    { label: messages.groupings[by], numeric: false, value: ({ group }) => textValue(group.name) },
    { label: messages.figures.reason, numeric: false, value: ({ reason }) => textValue(reason) },
    {
      label: messages.figures.refused,
      numeric: true,
      value: ({ cell }) => numberValue(cell.value, exact, messages.noFigure),
    },
    {
      label: messages.figures.shareOfRefusals,
      numeric: true,
      unit: messages.units.proportion,
      value: ({ group, cell }) => numberValue(shareOf(group, cell.value), formatShare),
    },
    { label: messages.figures.given, numeric: true, value: ({ cell }) => numberValue(cell.known, exact) },
    { label: messages.figures.reports, numeric: true, value: ({ cell }) => numberValue(cell.reports, exact) },
  ]);
}

/** Which reason is given most, of how many refusals. */
export function reasonFinding(groups: readonly RefusingGroup[], wording: Wording): string {
  const { messages, exact } = wording;
  const sums = REASONS.map((_, index) => groups.reduce((sum, { cells }) => sum + (cells[index]?.value ?? 0), 0));
  const total = sums.reduce((all, sum) => all + sum, 0);
  if (total === 0) return messages.figures.noRefusals;
  const most = Math.max(...sums);
  const reason = reasonColumns(wording)[sums.indexOf(most)]!.name;
  return messages.figures.mostGiven(reason, `${formatShare(most / total)} (${exact(most)}/${exact(total)})`);
}
