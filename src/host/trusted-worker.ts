import engineUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import listUrl from './list-worker.ts?worker&url';
import pdfUrl from './pdf-worker.ts?worker&url';
import readingUrl from './reading-worker.ts?worker&url';
import workbookUrl from './workbook-worker.ts?worker&url';

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

/**
 * Addresses of the page's own workers: the engine's, those that read lists of figures and documents, the one that
 * parses a PDF whose pages are drawn, and the one that writes a spreadsheet.
 */
export const WORKER_URLS = {
  engine: new URL(engineUrl, import.meta.url).href,
  lists: new URL(listUrl, import.meta.url).href,
  reading: new URL(readingUrl, import.meta.url).href,
  pdf: new URL(pdfUrl, import.meta.url).href,
  workbook: new URL(workbookUrl, import.meta.url).href,
} as const;

const own: ReadonlySet<string> = new Set(Object.values(WORKER_URLS));

const rules: ScriptUrlPolicy = {
  createScriptURL(asked) {
    if (!own.has(asked)) throw new TypeError(`not a worker of this page: ${asked}`);
    return asked;
  },
};

let policy: ScriptUrlPolicy | undefined;

/** Starts one of the page's workers, through the one door by which an address becomes a script: it lets these pass and nothing else. */
export function startWorker(which: keyof typeof WORKER_URLS): Worker {
  policy ??= (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('nianbao', rules) ?? rules;
  return new Worker(policy.createScriptURL(WORKER_URLS[which]), which === 'engine' ? {} : { type: 'module' });
}
