import type { ListedReport } from '../read/figures-draft.ts';
import type { ListProblem } from '../read/list-trouble.ts';
import type { Intake } from './document-intake.ts';

/** What comes of the entries of a list of figures, as they come in. */
export async function* takeList(
  name: string,
  items: AsyncIterable<ListedReport | ListProblem>,
): AsyncGenerator<Intake> {
  let isEmpty = true;
  for await (const item of items) {
    isEmpty = false;
    if (item.kind === 'problem') {
      const column = item.column === undefined ? '' : ` (column ${item.column})`;
      yield { kind: 'problem', name, line: item.line, message: `${item.message}${column}` };
    } else {
      const { report, body, year, region, url } = item;
      yield { kind: 'report', name, from: 'figures', report, body, year, region, url, corrections: [] };
    }
  }
  if (isEmpty) yield { kind: 'skipped', name, code: 'empty', reason: 'a list of figures without an entry' };
}
