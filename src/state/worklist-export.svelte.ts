import { openFindingFigures } from '../audit/finding-figures.ts';
import type { Language } from '../audit/place-text.ts';
import { CSV_MARK, csvLine } from '../audit/sheet-field.ts';
import { askWorklist, type WorklistAsk } from '../audit/worklist.ts';
import { WorklistGathering } from '../audit/worklist-gathering.ts';
import { worklistHead, worklistRow } from '../audit/worklist-rows.ts';
import { nextPaint } from '../host/frames.ts';
import { WorkbookWriting } from '../host/workbook-writing.ts';
import type { OpenedDataset } from './opened-dataset.ts';

/** A file that a worklist can be saved as. */
export type WorklistFormat = 'xlsx' | 'csv';

/** A worklist as a file, and what it could not take. */
export interface WorklistFile {
  readonly format: WorklistFormat;
  readonly file: Blob;
  /** Findings in it. */
  readonly findings: number;
  /** Findings that a spreadsheet has no room for, and the reports that were not asked any more for that reason. */
  readonly left: { readonly findings: number; readonly reports: number };
}

const END = '\r\n';

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

  /** Makes a file of what there is to check in these reports; null where it failed or was given up. */
  async make(
    { database, facts }: Pick<OpenedDataset, 'database' | 'facts'>,
    reports: readonly number[],
    ask: WorklistAsk,
    format: WorklistFormat,
    language: Language,
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
      let number = 0;
      let done = 0;
      for await (const piece of askWorklist(database, reports, ask, signal)) {
        done = piece.done;
        if (writing) {
          const figures = await openFindingFigures(database, piece.findings, signal);
          writing.add(gathering.take(piece.findings, figures, facts));
          if (gathering.left > 0) break;
        } else {
          const rows = piece.findings.map((finding) => worklistRow((number += 1), finding, facts, language));
          lines.push(new Blob(rows.map((row) => `${csvLine(row)}${END}`)));
        }
        this.#share = done / reports.length;
        await nextPaint();
        signal.throwIfAborted();
      }
      const left = { findings: gathering.left, reports: reports.length - done };
      const file = writing
        ? await writing.finish(gathering.about(ask.rules, Date.now(), left.reports), language, signal)
        : new Blob(lines, { type: 'text/csv;charset=utf-8' });
      this.#made = { format, file, findings: writing ? gathering.counts.findings : number, left };
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
