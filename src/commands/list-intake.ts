import { rowOf, type ListedReport } from '../read/figures-draft.ts';
import type { ListProblem } from '../read/list-trouble.ts';
import type { SaidOfReport } from '../read/sidecar.ts';
import type { Intake } from './document-intake.ts';

function takeReport(name: string, item: ListedReport, said: SaidOfReport | undefined): Intake {
  const { report } = item;
  return {
    kind: 'report',
    name,
    from: 'figures',
    report,
    body: said?.body ?? item.body,
    year: said?.year ?? item.year,
    region: said?.region ?? item.region,
    url: said?.source ?? item.url,
    corrections: said?.corrections ?? [],
  };
}

/** What comes of the entries of a list of figures, as they come in; `rows` is what a sidecar says of single reports. */
export async function* takeList(
  name: string,
  items: AsyncIterable<ListedReport | ListProblem>,
  rows: ReadonlyMap<string, SaidOfReport>,
): AsyncGenerator<Intake> {
  let isEmpty = true;
  for await (const item of items) {
    isEmpty = false;
    if (item.kind === 'report') yield takeReport(name, item, rows.get(rowOf(item)));
    else {
      const column = item.column === undefined ? '' : ` (column ${item.column})`;
      yield { kind: 'problem', name, line: item.line, message: `${item.message}${column}` };
    }
  }
  if (isEmpty) yield { kind: 'skipped', name, code: 'empty', reason: 'a list of figures without an entry' };
}
