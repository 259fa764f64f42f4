import type { Language } from '../audit/place-text.ts';
import { worklistWorkbook } from '../audit/workbook.ts';
import type { WorklistRows } from '../audit/worklist-gathering.ts';
import type { SheetRow } from '../audit/worklist-rows.ts';

/** What the worker is told: rows to keep, or to write all of them with what the worklist is. */
export type WorkbookOrder =
  { readonly rows: WorklistRows } | { readonly about: readonly SheetRow[]; readonly language: Language };

/** What it answers in the end: the spreadsheet, or the words of what went wrong. */
export type WorkbookAnswer = { readonly workbook: Uint8Array<ArrayBuffer> } | { readonly failure: string };

const kept = { findings: [] as SheetRow[], arithmetic: [] as SheetRow[], sources: [] as SheetRow[] };

function keep(rows: WorklistRows): void {
  for (const name of ['findings', 'arithmetic', 'sources'] as const) for (const row of rows[name]) kept[name].push(row);
}

const answer = (message: WorkbookAnswer): void => globalThis.postMessage(message);

async function obey(order: WorkbookOrder): Promise<void> {
  if ('rows' in order) keep(order.rows);
  else answer({ workbook: await worklistWorkbook({ ...kept, about: order.about }, order.language) });
}

globalThis.addEventListener('message', ({ data }: MessageEvent<WorkbookOrder>) => {
  obey(data).catch((error: unknown) => answer({ failure: error instanceof Error ? error.message : String(error) }));
});
