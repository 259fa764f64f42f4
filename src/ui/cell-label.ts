import { type FormCell, isMeasure } from '../form/cells.ts';
import type { Wording } from './wording.ts';

/** Label of a cell in a list of them, its column after its row where the list holds more than totals; says where only the old form asks. */
export function cellLabel(cell: FormCell, withColumn: boolean, { language, messages }: Wording): string {
  const isRowAlone = cell.table === 3 && !withColumn;
  const name = language === 'en' ? cell.en : isRowAlone ? cell.zh : `${cell.zh} · ${cell.columnZh}`;
  return isMeasure(cell.id) ? name : messages.bodyPage.only2019(name);
}
