import { dismissedAmong } from '../audit/dismissed-findings.ts';
import { openFindingFigures } from '../audit/finding-figures.ts';
import type { Language } from '../audit/place-text.ts';
import { CSV_MARK, csvLine } from '../store/sheet-field.ts';
import { askWorklist, type WorklistAsk } from '../audit/worklist.ts';
import { WorklistGathering } from '../audit/worklist-gathering.ts';
import { worklistHead, worklistRow } from '../audit/worklist-rows.ts';
import { nextPaint } from '../host/frames.ts';
import { WorkbookWriting } from '../host/workbook-writing.ts';
import type { OpenedDataset } from './opened-dataset.ts';
import { openReviewDesk } from './review-desk.svelte.ts';

/** A file that a worklist can be saved as. */
export type WorklistFormat = 'xlsx' | 'csv';

/** What a file is made of. */
export interface WorklistOrder {
  /** Numbers of the reports. */
  readonly reports: readonly number[];
  readonly check: WorklistAsk;
  /** Whether findings that a reviewer has dismissed are listed too. */
  readonly withDismissed: boolean;
  readonly format: WorklistFormat;
  readonly language: Language;
}

/** A worklist as a file, and what it could not take. */
export interface WorklistFile {
  readonly format: WorklistFormat;
  readonly file: Blob;
  /** Findings in it. */
  readonly findings: number;
  /** Findings left out because a reviewer has dismissed them. */
  readonly dismissed: number;
  /** Findings that a spreadsheet has no room for, and the reports that were not asked any more for that reason. */
  readonly left: { readonly findings: number; readonly reports: number };
}

const END = '\r\n';
// Few enough to be turned into rows between two paintings.
const FINDINGS_AT_ONCE = 500;

/** Makes the files of worklists, piece by piece, so that the page lives on meanwhile. */
export class WorklistExport {
  #share: number | null = $state(null);
  #failure: { readonly error: unknown } | null = $state.raw(null);
  #made: WorklistFile | null = $state.raw(null);
  #controller: AbortController | null = null;

  /** How much of the file under way is done, from 0 to 1; null while none is. */
  get share(): number | null {
    return this.#share;
  }

  /** Why the last file was not made; null where it was, or given up. */
  get failure(): { readonly error: unknown } | null {
    return this.#failure;
  }

  /** The last file; null where there is none. */
  get made(): WorklistFile | null {
    return this.#made;
  }

  /** Makes a file of a worklist; null where it failed or was given up. */
  async make(
    { database, facts }: Pick<OpenedDataset, 'database' | 'facts'>,
    { reports, check, withDismissed, format, language }: WorklistOrder,
  ): Promise<WorklistFile | null> {
    this.cancel();
    const controller = (this.#controller = new AbortController());
    const { signal } = controller;
    this.#failure = null;
    this.#made = null;
    this.#share = 0;
    const writing = format === 'xlsx' ? new WorkbookWriting() : null;
    try {
      const gathering = new WorklistGathering(language);
      const lines: Blob[] = [new Blob([`${CSV_MARK}${csvLine(worklistHead('findings', language))}${END}`])];
      const { ledger } = await openReviewDesk();
      let number = 0;
      let done = 0;
      let leftOut = 0;
      for await (const piece of askWorklist(database, reports, check, signal)) {
        done = piece.done;
        const dismissed = await dismissedAmong(database, piece.findings, ledger, signal);
        const findings = withDismissed ? piece.findings : piece.findings.filter((finding) => !dismissed.has(finding));
        leftOut += piece.findings.length - findings.length;
        for (let at = 0; at < findings.length; at += FINDINGS_AT_ONCE) {
          const some = findings.slice(at, at + FINDINGS_AT_ONCE);
          if (gathering.left > 0) gathering.leave(some.length);
          else if (writing) {
            const figures = await openFindingFigures(database, some, signal);
            writing.add(gathering.take(some, figures, facts, dismissed));
          } else {
            const rows = some.map((finding) =>
              worklistRow((number += 1), finding, facts, language, dismissed.get(finding) ?? null),
            );
            lines.push(new Blob(rows.map((row) => `${csvLine(row)}${END}`)));
          }
          await nextPaint();
          signal.throwIfAborted();
        }
        this.#share = done / reports.length;
        if (gathering.left > 0) break;
      }
      const leftReports = reports.length - done;
      const making = { rules: check.rules, exportedAt: Date.now(), leftReports, dismissed: leftOut };
      const file = writing
        ? await writing.finish(gathering.about(making), language, signal)
        : new Blob(lines, { type: 'text/csv;charset=utf-8' });
      this.#made = {
        format,
        file,
        findings: writing ? gathering.counts.findings : number,
        dismissed: leftOut,
        left: { findings: gathering.left, reports: leftReports },
      };
      return this.#made;
    } catch (error) {
      if (!signal.aborted) this.#failure = { error };
      return null;
    } finally {
      writing?.close();
      if (this.#controller === controller) {
        this.#controller = null;
        this.#share = null;
      }
    }
  }

  /** Gives up the file under way. */
  cancel(): void {
    this.#controller?.abort();
    this.#controller = null;
    this.#share = null;
  }
}
