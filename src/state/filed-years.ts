import { type CorrectedFigure, type Corrections, openCorrections } from '../compare/corrections.ts';
import { CELLS_ONLY_2019, type FormCell, MEASURES } from '../form/cells.ts';
import { bodyGapsQuery } from '../store/body-gaps.ts';
import { bodyQuery, type ListedBody } from '../store/body-list.ts';
import { bodyOtherCellsQuery } from '../store/body-other-cells.ts';
import { type BodySource, bodySourcesQuery } from '../store/body-sources.ts';
import { type BodyYear, bodyYearsQuery } from '../store/body-years.ts';
import { gapReason, type NullReason } from '../store/gap-reason.ts';
import { parseBodyKey } from './body-key.ts';
import type { OpenedDataset } from './opened-dataset.ts';

/** The current reports of a body with every figure, and the reasons of their gaps. */
export interface FiledYears {
  readonly body: ListedBody;
  readonly years: readonly BodyYear[];
  readonly sources: readonly BodySource[];
  /** Figures of the current reports that a person corrected. */
  readonly corrections: Corrections;
  /** The cells of the forms that the reports are on: the measures, and what only the 2019 form asks for. */
  readonly cells: readonly FormCell[];
  /** The figure of a cell in a year; null where there is none. */
  figureOf(year: BodyYear, cell: string): number | null;
  /** The correction of a cell in a year: none or one. */
  correctionsOf(year: BodyYear, cell: string): readonly CorrectedFigure[];
  /** Why a cell of a year has no figure, and what stands there instead, if anything. */
  gapOf(year: BodyYear, cell: string): { readonly reason: NullReason; readonly raw: string | null };
}

/** Every current report of the body with this key; null where there is no such body. */
export async function openFiledYears(
  { database, facts }: Pick<OpenedDataset, 'database' | 'facts'>,
  key: string,
  signal: AbortSignal,
): Promise<FiledYears | null> {
  const { region, name } = parseBodyKey(key);
  const [body] = await database.ask(bodyQuery(region, name), signal);
  if (!body) return null;
  const years = await database.ask(bodyYearsQuery(body.bodyId), signal);
  const gaps = await database.ask(bodyGapsQuery(body.bodyId), signal);
  const sources = await database.ask(bodySourcesQuery(body.bodyId), signal);
  const others = await database.ask(bodyOtherCellsQuery(body.bodyId), signal);
  const corrections = await openCorrections(
    database,
    facts,
    { cells: null, selection: null, bodies: [body.bodyId] },
    signal,
  );
  const byCell = new Map(gaps.map((gap) => [`${gap.year} ${gap.cell}`, gap]));
  const correctedCells = new Map(corrections.figures.map((figure) => [`${figure.year} ${figure.cell}`, figure]));
  const otherFigures = new Map(others.map(({ year, cell, value }) => [`${year} ${cell}`, value]));
  return {
    body,
    years,
    sources,
    corrections,
    cells: years.some(({ edition }) => edition === '2019') ? [...MEASURES, ...CELLS_ONLY_2019] : MEASURES,
    figureOf: (year, cell) => year.measures[cell] ?? otherFigures.get(`${year.year} ${cell}`) ?? null,
    correctionsOf: (year, cell) => {
      const correction = correctedCells.get(`${year.year} ${cell}`);
      return correction ? [correction] : [];
    },
    gapOf: (year, cell) => {
      const gap = byCell.get(`${year.year} ${cell}`);
      return { reason: gapReason(year, cell, gap?.reason ?? null), raw: gap?.raw ?? null };
    },
  };
}
