import type { DatasetFacts } from '../../store/dataset-facts.ts';
import { distinctNames, type ExportedFigure } from './exported-figure.ts';

/** A figure's rows as JSON, an object a row with gaps as null, under what they are and where they come from. */
export function rowsJson(figure: ExportedFigure, facts: DatasetFacts): string {
  const [head = [], ...rows] = figure.sheet;
  const names = distinctNames(head);
  const whole = {
    title: figure.title,
    finding: figure.caption,
    definition: figure.definition || null,
    dataset: facts.name,
    fingerprint: facts.fingerprint,
    synthetic: facts.synthetic,
    columns: names,
    rows: rows.map((row) => Object.fromEntries(names.map((name, column) => [name, row[column] ?? null]))),
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}
