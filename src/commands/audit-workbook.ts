import type { Finding } from '../audit/finding.ts';
import { openFindingFigures } from '../audit/finding-figures.ts';
import type { Language } from '../audit/place-text.ts';
import { worklistWorkbook } from '../audit/workbook.ts';
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

  constructor(language: Language) {
    this.#language = language;
    this.#gathering = new WorklistGathering(language);
  }

  /** Adds findings of a dataset, as far as there is room for them. */
  async add(database: Database, findings: readonly Finding[]): Promise<void> {
    const [facts] = await database.ask(datasetFactsQuery());
    const origin: WorklistOrigin = facts!;
    for (let at = 0; at < findings.length; at += FINDINGS_AT_ONCE) {
      const some = findings.slice(at, at + FINDINGS_AT_ONCE);
      if (this.#gathering.left > 0) {
        this.#gathering.leave(some.length);
        continue;
      }
      const rows = this.#gathering.take(some, await openFindingFigures(database, some), origin);
      for (const row of rows.findings) this.#findings.push(row);
      for (const row of rows.arithmetic) this.#arithmetic.push(row);
      for (const row of rows.sources) this.#sources.push(row);
    }
  }

  /** The spreadsheet's bytes. */
  async write(rules: readonly string[], exportedAt: number): Promise<Uint8Array> {
    return worklistWorkbook(
      {
        findings: this.#findings,
        arithmetic: this.#arithmetic,
        sources: this.#sources,
        about: this.#gathering.about({ rules, exportedAt }),
      },
      this.#language,
    );
  }
}
