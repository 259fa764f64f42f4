import type { Language } from '../audit/place-text.ts';
import type { WorklistRows } from '../audit/worklist-gathering.ts';
import type { SheetRow } from '../audit/worklist-rows.ts';
import { startWorker } from './trusted-worker.ts';
import type { WorkbookAnswer, WorkbookOrder } from './workbook-worker.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Writes a spreadsheet in a worker of its own, which keeps the rows until the last one is there. */
export class WorkbookWriting {
  readonly #worker = startWorker('workbook');

  #order(order: WorkbookOrder): void {
    this.#worker.postMessage(order);
  }

  add(rows: WorklistRows): void {
    this.#order({ rows });
  }

  /** The spreadsheet of all rows; rejects where the worker fails, or with the signal's reason. */
  finish(about: readonly SheetRow[], language: Language, signal: AbortSignal): Promise<Blob> {
    return new Promise((settle, fail) => {
      this.#worker.addEventListener('message', ({ data }: MessageEvent<WorkbookAnswer>) => {
        if ('workbook' in data) settle(new Blob([data.workbook], { type: TYPE }));
        else fail(new Error(data.failure));
      });
      this.#worker.addEventListener('error', (event) => {
        event.preventDefault();
        fail(new Error(event.message));
      });
      signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
      this.#order({ about, language });
    });
  }

  /** Ends the worker, whatever it is doing. */
  close(): void {
    this.#worker.terminate();
  }
}
