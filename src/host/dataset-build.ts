import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Edition } from '../form/edition.ts';
import {
  assemblyStatements,
  FORM_CELL_ROWS,
  NUMBERS,
  STAGED_PARTS,
  STAGED_REPORT,
  STAGED_SOURCE,
  STAGING,
} from '../store/assembly.ts';
import { BodyIndex } from '../store/body-index.ts';
import { countDataset, datasetRow, type DatasetCounts, type DatasetDescription } from '../store/dataset-row.ts';
import { BODY, BODY_ALIAS, DATASET, FILER, FORM_CELL, TABLES } from '../store/dataset-tables.ts';
import type { Filing } from '../store/filing.ts';
import { numberReports, type FiledReport, type NumberedReport } from '../store/numbering.ts';
import type { Registry } from '../store/registry.ts';
import { readFilingRows, type ReportPart } from '../store/rows.ts';
import { buildStatements, closeBuildStatements } from '../store/session.ts';
import { createTableStatement, type StoredRow, type Table } from '../store/tables.ts';
import { TableWriter } from './dataset-appender.ts';

/**
 * A dataset while it is being built. Filings come in any order and go to a staging file at once; memory holds only
 * what decides their numbers, so that a million reports can be built.
 */
export class DatasetBuild {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #writers: ReadonlyMap<string, TableWriter>;
  readonly #bodies: BodyIndex;
  readonly #filed: Omit<FiledReport, 'bodyId'>[] = [];
  /** Number of the body of each filing, in the index of bodies. */
  readonly #bodyOf: number[] = [];
  readonly #sources = new Map<string, number>();
  readonly #editions = new Set<Edition>();

  private constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    writers: ReadonlyMap<string, TableWriter>,
    bodies: BodyIndex,
  ) {
    this.#instance = instance;
    this.#connection = connection;
    this.#writers = writers;
    this.#bodies = bodies;
  }

  /** Makes both files and their empty tables. */
  static async open(dataset: string, staging: string, registry: Registry | null): Promise<DatasetBuild> {
    const instance = await DuckDBInstance.create(':memory:');
    try {
      const connection = await instance.connect();
      const tables = [
        ...TABLES.map((table) => createTableStatement('dataset', table)),
        ...STAGING.map((table) => createTableStatement('staging', table)),
      ];
      for (const statement of [...buildStatements(dataset, staging), ...tables]) await connection.run(statement.text);
      const writers = new Map<string, TableWriter>();
      for (const table of [STAGED_REPORT, ...STAGED_PARTS, STAGED_SOURCE]) {
        writers.set(table.name, await TableWriter.open(connection, 'staging', table));
      }
      return new DatasetBuild(instance, connection, writers, new BodyIndex(registry));
    } catch (error) {
      instance.closeSync();
      throw error;
    }
  }

  /** Takes a filing in; throws a `StoreFailure`, and takes nothing in, where it cannot be stored. */
  add(filing: Filing): void {
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
      digest: rows.digest,
    });
    if (report.edition !== null) this.#editions.add(report.edition);
  }

  /** Numbers everything, carries it into the dataset in its final order and completes the file. */
  async finish(description: DatasetDescription): Promise<DatasetCounts> {
    for (const writer of this.#writers.values()) writer.close();
    const bodies = this.#bodies.rows();
    const reports = numberReports(
      this.#filed.map((filed, index) => ({ ...filed, bodyId: bodies.ids[this.#bodyOf[index]!]! })),
    );
    const counts = countDataset(bodies.body.length, bodies.digest, reports);
    await this.#write('staging', NUMBERS, reports.map(numbersRow));
    for (const statement of assemblyStatements('staging', 'dataset')) await this.#connection.run(statement.text);
    await this.#write('dataset', BODY, bodies.body);
    await this.#write('dataset', BODY_ALIAS, bodies.alias);
    await this.#write('dataset', FILER, bodies.filer);
    await this.#write('dataset', FORM_CELL, FORM_CELL_ROWS);
    const synthetic = description.synthetic || this.#filed.some(({ entered }) => entered === 'synthetic');
    await this.#write('dataset', DATASET, [datasetRow({ ...description, synthetic }, counts, this.#editions)]);
    for (const statement of closeBuildStatements) await this.#connection.run(statement.text);
    return counts;
  }

  /** Lets both files go; a build that was not finished leaves them incomplete. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
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

  async #write(place: string, table: Table, rows: readonly StoredRow[]): Promise<void> {
    const writer = await TableWriter.open(this.#connection, place, table);
    for (const row of rows) writer.write(row);
    writer.close();
  }
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
