import { parquetWriteBuffer } from 'hyparquet-writer';
import type { DatasetFacts } from '../../store/dataset-facts.ts';
import type { SheetField } from '../../store/sheet-field.ts';
import type { Messages } from '../messages/zh.ts';
import { distinctNames, type ExportedFigure, markedSheet } from './exported-figure.ts';

/** One column: numbers where it holds nothing else, or text; a gap is null in either. */
function columnOf(name: string, values: readonly SheetField[]) {
  const filled = values.filter((value) => value !== null);
  return filled.length > 0 && filled.every((value) => typeof value === 'number')
    ? { name, data: [...values], type: 'DOUBLE' as const, nullable: true }
    : {
        name,
        data: values.map((value) => (value === null ? null : String(value))),
        type: 'STRING' as const,
        nullable: true,
      };
}

/** A figure's rows as a Parquet file; its metadata say what they are, and each row where it comes from. */
export function rowsParquet(figure: ExportedFigure, facts: DatasetFacts, messages: Messages): ArrayBuffer {
  const [head = [], ...rows] = markedSheet(figure, facts, messages);
  const metadata = {
    title: figure.title,
    finding: figure.caption,
    definition: figure.definition,
    dataset: facts.name,
    fingerprint: facts.fingerprint,
    synthetic: String(facts.synthetic),
  };
  return parquetWriteBuffer({
    columnData: distinctNames(head).map((name, column) =>
      columnOf(
        name,
        rows.map((row) => row[column] ?? null),
      ),
    ),
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
  });
}
