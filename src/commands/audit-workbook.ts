import type { Finding } from '../audit/finding.ts';
import { openFindingFigures } from '../audit/finding-figures.ts';
import type { Language } from '../audit/place-text.ts';
import { WorklistGathering } from '../audit/worklist-gathering.ts';
import type { SheetRow, WorklistOrigin } from '../audit/worklist-rows.ts';
import type { Database } from '../store/database.ts';
import { datasetFactsQuery } from '../store/dataset-facts.ts';

const FINDINGS_AT_ONCE = 1_000;

/** Gathers the findings of an audit for a spreadsheet, which is written in one piece. */
export class AuditWorkbook {
  readonly #language: Language;
  readonly #gathering: WorklistGathering;
  readonly #findings: SheetRow[] = [];
  readonly #arithmetic: SheetRow[] = [];
  readonly #sources: SheetRow[] = [];
  #given = 0;

  constructor(language: Language) {
    this.#language = language;
    this.#gathering = new WorklistGathering(language);
  }

  /** Adds findings of a dataset, as far as there is room for them. */
  async add(database: Database, findings: readonly Finding[]): Promise<void> {
    this.#given += findings.length;
    const [facts] = await database.ask(datasetFactsQuery());
    const origin: WorklistOrigin = facts!;
    for (let at = 0; at < findings.length && !this.#gathering.isFull; at += FINDINGS_AT_ONCE) {
      const some = findings.slice(at, at + FINDINGS_AT_ONCE);
      const rows = this.#gathering.take(some, await openFindingFigures(database, some), origin);
      for (const row of rows.findings) this.#findings.push(row);
      for (const row of rows.arithmetic) this.#arithmetic.push(row);
      for (const row of rows.sources) this.#sources.push(row);
    }
  }

  /** The spreadsheet's bytes. */
  async write(rules: readonly string[], exportedAt: string): Promise<Uint8Array> {
    const { worklistWorkbook } = await import('../audit/workbook.ts');
    const left = this.#given - this.#gathering.counts.findings;
    return worklistWorkbook(
      {
        findings: this.#findings,
        arithmetic: this.#arithmetic,
        sources: this.#sources,
        about: this.#gathering.about(rules, exportedAt, left === 0 ? null : { findings: left }),
      },
      this.#language,
    );
  }
}
