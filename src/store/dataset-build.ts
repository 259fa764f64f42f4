import { loadPinyin } from '../bodies/pinyin.ts';
import type { Edition } from '../form/edition.ts';
import {
  assemblyStatements,
  FORM_CELL_ROWS,
  NUMBERS,
  STAGED_PARTS,
  STAGED_REPORT,
  STAGED_SOURCE,
  STAGING,
} from './assembly.ts';
import { BodyIndex } from './body-index.ts';
import { BodySpeller } from './body-spelling.ts';
import { countDataset, datasetRow, type DatasetCounts, type DatasetDescription } from './dataset-row.ts';
import { BODY, BODY_ALIAS, DATASET, FILER, FORM_CELL, TABLES } from './dataset-tables.ts';
import { StoreFailure } from './failure.ts';
import type { Filing } from './filing.ts';
import { numberReports, type FiledReport, type NumberedReport } from './numbering.ts';
import type { Registry } from './registry.ts';
import { readFilingRows, type ReportPart } from './rows.ts';
import { finishStatements } from './session.ts';
import type { Sql } from './sql.ts';
import { createTableStatement, type StoredRow, type Table } from './tables.ts';

/** The two databases of a build: what comes out, and what waits to be numbered. */
export type BuildPlace = 'dataset' | 'staging';

/** A table while it is filled; values stand in the order of its columns. */
export interface TableWriter {
  write(row: StoredRow): void;
  /** Hands over what is still held back. */
  close(): void;
}

/** What a build needs of an engine that has both databases attached: statements in their order, and rows into a table. */
export interface BuildEngine {
  run(statement: Sql): Promise<void>;
  openWriter(place: BuildPlace, table: Table): Promise<TableWriter>;
}

/** A filing that could not be stored, with the reason. */
export interface RefusedFiling {
  readonly source: string;
  readonly body: string;
  readonly year: number;
  readonly reason: string;
}

const numbersRow = (report: NumberedReport): StoredRow => [
  report.filing,
  report.reportId,
  report.bodyId,
  report.version,
  report.current,
  report.sourceId,
  report.source,
];

/**
 * A dataset while it is being built. Filings come in any order and go to a staging database at once; memory holds only
 * what decides their numbers, so that a million reports can be built.
 */
export class DatasetBuild {
  readonly #engine: BuildEngine;
  readonly #writers: ReadonlyMap<string, TableWriter>;
  readonly #bodies: BodyIndex;
  readonly #filed: Omit<FiledReport, 'bodyId'>[] = [];
  /** Number of the body of each filing, in the index of bodies. */
  readonly #bodyOf: number[] = [];
  readonly #sources = new Map<string, number>();
  readonly #editions = new Set<Edition>();

  private constructor(engine: BuildEngine, writers: ReadonlyMap<string, TableWriter>, bodies: BodyIndex) {
    this.#engine = engine;
    this.#writers = writers;
    this.#bodies = bodies;
  }

  /** Makes the empty tables of both databases. */
  static async open(engine: BuildEngine, registry: Registry | null): Promise<DatasetBuild> {
    for (const table of TABLES) await engine.run(createTableStatement('dataset', table));
    for (const table of STAGING) await engine.run(createTableStatement('staging', table));
    const writers = new Map<string, TableWriter>();
    for (const table of [STAGED_REPORT, ...STAGED_PARTS, STAGED_SOURCE]) {
      writers.set(table.name, await engine.openWriter('staging', table));
    }
    return new DatasetBuild(engine, writers, new BodyIndex(registry));
  }

  /** Takes filings in and lists those that cannot be stored; `onTaken` is told after each how many have come. */
  async take(
    filings: Iterable<Filing> | AsyncIterable<Filing>,
    onTaken: (count: number) => void,
  ): Promise<RefusedFiling[]> {
    const refused: RefusedFiling[] = [];
    let count = 0;
    for await (const filing of filings) {
      try {
        this.#add(filing);
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error;
        refused.push({ source: filing.source.name, body: filing.body, year: filing.year, reason: error.message });
      }
      count += 1;
      onTaken(count);
    }
    return refused;
  }

  #add(filing: Filing): void {
    const rows = readFilingRows(filing);
    const number = this.#filed.length;
    this.#writer('report').write([number, ...rows.report]);
    for (const [part, partRows] of Object.entries(rows.parts) as [ReportPart, readonly StoredRow[]][]) {
      for (const row of partRows) this.#writer(part).write([number, ...row]);
    }
    const { source, year, report } = filing;
    this.#bodyOf.push(this.#bodies.find(filing.body, filing.region, year));
    this.#filed.push({
      filing: number,
      year,
      published: report.published,
      entered: source.kind,
      source: this.#source(rows.sourceKey, rows.source),
      sourceName: source.name,
      corrected: rows.corrected,
      digest: rows.digest,
    });
    if (report.edition !== null) this.#editions.add(report.edition);
  }

  /** Numbers everything, carries it into the dataset in its final order and lets the staging database go. */
  async finish(description: DatasetDescription): Promise<DatasetCounts> {
    for (const writer of this.#writers.values()) writer.close();
    const bodies = this.#bodies.rows(new BodySpeller(await loadPinyin()));
    const reports = numberReports(
      this.#filed.map((filed, index) => ({ ...filed, bodyId: bodies.ids[this.#bodyOf[index]!]! })),
    );
    const counts = countDataset(bodies.body.length, bodies.digest, reports);
    await this.#write('staging', NUMBERS, reports.map(numbersRow));
    for (const statement of assemblyStatements('staging', 'dataset')) await this.#engine.run(statement);
    await this.#write('dataset', BODY, bodies.body);
    await this.#write('dataset', BODY_ALIAS, bodies.alias);
    await this.#write('dataset', FILER, bodies.filer);
    await this.#write('dataset', FORM_CELL, FORM_CELL_ROWS);
    const synthetic = description.synthetic || this.#filed.some(({ entered }) => entered === 'synthetic');
    await this.#write('dataset', DATASET, [datasetRow({ ...description, synthetic }, counts, this.#editions)]);
    for (const statement of finishStatements) await this.#engine.run(statement);
    return counts;
  }

  #writer(table: string): TableWriter {
    return this.#writers.get(table)!;
  }

  #source(key: string, row: StoredRow): number {
    const known = this.#sources.get(key);
    if (known !== undefined) return known;
    const number = this.#sources.size;
    this.#sources.set(key, number);
    this.#writer('source').write([number, ...row]);
    return number;
  }

  async #write(place: BuildPlace, table: Table, rows: readonly StoredRow[]): Promise<void> {
    const writer = await this.#engine.openWriter(place, table);
    for (const row of rows) writer.write(row);
    writer.close();
  }
}
