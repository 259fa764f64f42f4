import { CSV_MARK, type SheetField, toCsv } from '../store/sheet-field.ts';
import type { KeptList } from '../host/kept-list.ts';
import type { KeptIdentity, KeptLine, OpenedReport } from '../host/kept-report.ts';
import { SetArchive } from '../host/set-archive.ts';
import { columnMappingFields } from '../read/column-mapping.ts';
import { formatSetManifest, SET_MANIFEST, type SetDocument, type SetList } from '../read/set-manifest.ts';
import { applyCorrections } from '../store/corrected-report.ts';
import type { CollectionContent } from './collection-content.ts';

const FIGURES = ['file', 'row', 'hash', 'body', 'year', 'region', 'cell', 'value', 'corrected'];
const CORRECTIONS = ['file', 'row', 'hash', 'cell', 'as_read', 'corrected', 'made_at'];

const jsonText = (fields: object): string => `${JSON.stringify(fields, null, 1)}\n`;

/** What a person said of a report, as a sidecar says it; null where that is nothing. */
function saidFields({ body, year, region, source = null }: KeptIdentity, { corrections }: OpenedReport): object | null {
  const made = corrections.map(({ cell, before, after, madeAt }) => ({ cell, before, after, made_at: madeAt }));
  const said = Object.entries({ body, year, region, source }).filter(([, value]) => value !== null);
  if (said.length + made.length === 0) return null;
  return { ...Object.fromEntries(said), ...(made.length === 0 ? {} : { corrections: made }) };
}

/** What a person said of a list, its columns and its reports, as a sidecar says it; null where that is nothing. */
function listFields({ mapping }: KeptList, rows: ReadonlyMap<string, object>): object | null {
  if (mapping === null && rows.size === 0) return null;
  return {
    ...(mapping === null ? {} : columnMappingFields(mapping)),
    ...(rows.size === 0 ? {} : { rows: Object.fromEntries(rows) }),
  };
}

const rowIn = ({ listed }: KeptLine): string => listed?.row ?? '';

function* figureRows({ kept, report, identity, corrections }: OpenedReport): Generator<readonly SheetField[]> {
  const { figures } = applyCorrections(report ?? { cells: [], gaps: [] }, corrections);
  const made = new Set(corrections.map(({ cell }) => cell));
  for (const { id, value } of figures) {
    const region = identity.region ?? kept.listed?.region ?? null;
    yield [kept.file, rowIn(kept), kept.id, kept.body, kept.year, region, id, value, made.has(id) ? 'yes' : ''];
  }
}

const correctionRows = ({ kept, corrections }: OpenedReport): (readonly SheetField[])[] =>
  corrections.map(({ cell, before, after, madeAt }) => [kept.file, rowIn(kept), kept.id, cell, before, after, madeAt]);

const MOST_PENDING = 1 << 22;

/** A table that grows report by report; the browser holds what is written. */
class GrowingCsv {
  readonly #parts: Blob[] = [];
  #pending: string;

  constructor(header: readonly string[]) {
    this.#pending = toCsv([header]);
  }

  add(rows: readonly (readonly SheetField[])[]): void {
    if (rows.length > 0) this.#pending += toCsv(rows).replace(CSV_MARK, '');
    if (this.#pending.length > MOST_PENDING) this.#handOver();
  }

  file(): Blob {
    this.#handOver();
    return new Blob(this.#parts);
  }

  #handOver(): void {
    this.#parts.push(new Blob([this.#pending]));
    this.#pending = '';
  }
}

/** So many reports are opened at once. */
const AT_ONCE = 50;

async function* everyReport(content: CollectionContent): AsyncGenerator<OpenedReport> {
  const ids = content.reports().map(({ id }) => id);
  for (let at = 0; at < ids.length; at += AT_ONCE) yield* await content.openSeveral(ids.slice(at, at + AT_ONCE));
}

/**
 * Everything as one ZIP: sources and lists as given, what a person said beside each source, and tables of the figures and
 * corrections for people and other programs. Opened again, it is the same collection.
 */
export async function saveCollection(content: CollectionContent): Promise<Blob> {
  const archive = new SetArchive();
  const [figures, corrections] = [new GrowingCsv(FIGURES), new GrowingCsv(CORRECTIONS)];
  const documents: SetDocument[] = [];
  const lists: SetList[] = [];
  const saidOfRows = new Map<string, Map<string, object>>();
  for await (const opened of everyReport(content)) {
    const { kept, source, identity } = opened;
    const said = saidFields(identity, opened);
    if (kept.listed) {
      const rows = saidOfRows.get(kept.file) ?? new Map<string, object>();
      if (said !== null) saidOfRows.set(kept.file, rows.set(kept.listed.row, said));
    } else if (source) {
      const path = archive.pathFor('sources', kept.file);
      await archive.add(path, source);
      if (said !== null) await archive.addText(`${path}.json`, jsonText(said));
      documents.push({ file: kept.file, path, hash: kept.id, body: kept.body, year: kept.year });
    } else continue;
    figures.add([...figureRows(opened)]);
    corrections.add(correctionRows(opened));
  }
  for (const list of content.lists()) {
    const path = archive.pathFor('lists', list.file);
    await archive.add(path, list.source);
    const said = listFields(list, saidOfRows.get(list.file) ?? new Map<string, object>());
    if (said !== null) await archive.addText(`${path}.json`, jsonText(said));
    lists.push({ file: list.file, path });
  }
  await archive.add('figures.csv', figures.file());
  await archive.add('corrections.csv', corrections.file());
  await archive.addText(SET_MANIFEST, formatSetManifest({ documents, lists }));
  return archive.finish();
}
