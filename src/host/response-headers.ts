/** Policy of every page: nothing but this origin, no inline code, scripts made from strings only through our one policy. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html nianbao',
].join('; ');

/** Policy of the engine's worker, which carries its own: it compiles WebAssembly and reads from this origin, no more. */
export const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Policy of the workers that read a reader's own lists or write a spreadsheet: they can send nothing anywhere, not even to this origin. */
export const LIST_WORKER_POLICY = "default-src 'none'; script-src 'self'";

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};

/** Endings of the files that are worth a compressed copy beside them. */
export const COMPRESSIBLE: readonly string[] = Object.keys(TYPES);

const endingOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

/** Media type of a file by its ending; undefined where the server's own table should decide. */
export const mediaType = (path: string): string | undefined => TYPES[endingOf(path)];

const HASHED = /^\/assets\/.*-[\w-]{8,}\.\w+$/;
const WORKER_SCRIPT = /worker[^/]*\.js$/;
const LIST_WORKER_SCRIPT = /\/(?:list|workbook)-worker[^/]*\.js$/;

/** Headers that a file of the app is sent with, by its path under the root: policy, caching, no sniffing. */
export function headersFor(path: string): Record<string, string> {
  const headers: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (endingOf(path) === 'html' || path.endsWith('/')) headers['Content-Security-Policy'] = PAGE_POLICY;
  if (LIST_WORKER_SCRIPT.test(path)) headers['Content-Security-Policy'] = LIST_WORKER_POLICY;
  else if (WORKER_SCRIPT.test(path)) headers['Content-Security-Policy'] = WORKER_POLICY;
  return headers;
}
