import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import { headersFor, mediaType } from './response-headers.ts';
import { datasetPaths, listDatasets, snapshotPath } from './served-datasets.ts';

/** One answered request; `bytes` counts what went over the wire, headers included. */
export interface ServedResponse {
  readonly method: string;
  readonly path: string;
  readonly range: string | null;
  readonly status: number;
  readonly bytes: number;
}

/** What to serve and where; `data` names dataset files or folders of them. */
export interface ServerOptions {
  readonly app: string;
  readonly data: readonly string[];
  readonly host: string;
  readonly port: number;
  readonly onResponse?: (response: ServedResponse) => void;
}

/** A listening server; `port` differs from the one asked for when that one was busy. */
export interface RunningServer {
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

const PORTS_TRIED = 50;
const LAST_PORT = 65_535;

function answer(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  for (const [name, value] of Object.entries(headersFor('/answer'))) response.setHeader(name, value);
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.statusCode = status;
  response.end(text);
}

const REFUSALS: Record<number, string> = {
  400: 'bad request: the address cannot be read\n',
  403: 'refused: this address is outside the served folder\n',
  404: 'not found: nothing is served at this address\n',
  416: 'the range asked for lies outside the file\n',
};

interface Shipment {
  readonly root: string;
  /** Path under `root`, percent-encoded as it came. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly ranges: boolean;
}

async function ship(request: IncomingMessage, response: ServerResponse, shipment: Shipment): Promise<void> {
  const { default: send } = await import('send');
  send(request, shipment.path, {
    root: shipment.root,
    dotfiles: 'deny',
    cacheControl: false,
    acceptRanges: shipment.ranges,
  })
    .on('headers', () => {
      for (const [name, value] of Object.entries(shipment.headers)) response.setHeader(name, value);
    })
    .on('error', (error: Error & { status?: number }) => {
      const status = error.status ?? 500;
      answer(response, status, REFUSALS[status] ?? `the file could not be sent: ${error.message}\n`);
    })
    .on('directory', () => answer(response, 404, REFUSALS[404]!))
    .pipe(response);
}

const accepts = (request: IncomingMessage, coding: string): boolean =>
  new RegExp(`(^|[,\\s])${coding}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(request.headers['accept-encoding'] ?? '');

/** Sends a file, or its compressed copy where one stands beside it and the asker takes it. */
async function shipPacked(
  request: IncomingMessage,
  response: ServerResponse,
  shipment: Omit<Shipment, 'ranges'>,
): Promise<void> {
  const { root, path } = shipment;
  const headers = { ...shipment.headers };
  const beside = (ending: string) => !/%|\.\./.test(path) && existsSync(join(root, path + ending));
  const variant = (['br', 'gz'] as const).find(
    (ending) => accepts(request, ending === 'gz' ? 'gzip' : ending) && beside(`.${ending}`),
  );
  if (beside('.gz')) headers['Vary'] = 'Accept-Encoding';
  if (!variant || request.headers.range) return ship(request, response, { root, path, headers, ranges: true });
  headers['Content-Encoding'] = variant === 'gz' ? 'gzip' : 'br';
  return ship(request, response, { root, path: `${path}.${variant}`, headers, ranges: false });
}

function shipApp(request: IncomingMessage, response: ServerResponse, root: string, pathname: string): Promise<void> {
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const headers = headersFor(path);
  const type = mediaType(path);
  if (type) headers['Content-Type'] = type;
  return shipPacked(request, response, { root, path, headers });
}

async function shipData(
  request: IncomingMessage,
  response: ServerResponse,
  sources: readonly string[],
  name: string,
): Promise<void> {
  if (name === 'index.json') {
    answer(response, 200, JSON.stringify(await listDatasets(sources)), mediaType(name));
    return;
  }
  const datasets = await datasetPaths(sources);
  const path = [...datasets, ...datasets.map(snapshotPath)].find(
    (candidate) => encodeURIComponent(basename(candidate)) === name,
  );
  if (!path) {
    answer(response, 404, REFUSALS[404]!);
    return;
  }
  const headers = { ...headersFor('/data'), 'Content-Type': mediaType(path) ?? 'application/octet-stream' };
  await shipPacked(request, response, { root: dirname(path), path: `/${name}`, headers });
}

/** Answers one request for the app or a dataset; rejects with a `TypeError` where the address cannot be read. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  options: Pick<ServerOptions, 'app' | 'data'>,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    answer(response, 405, 'only GET and HEAD are answered here\n');
    return;
  }
  const { pathname } = new URL(request.url ?? '/', 'http://served');
  if (pathname.startsWith('/data/')) return shipData(request, response, options.data, pathname.slice('/data/'.length));
  return shipApp(request, response, resolve(options.app), pathname);
}

function report(request: IncomingMessage, response: ServerResponse, options: ServerOptions): void {
  const before = request.socket.bytesWritten;
  response.on('close', () =>
    options.onResponse?.({
      method: request.method ?? '',
      path: (request.url ?? '').replace(/\?.*$/, ''),
      range: request.headers.range ?? null,
      status: response.statusCode,
      bytes: request.socket.bytesWritten - before,
    }),
  );
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((settle, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      settle((server.address() as AddressInfo).port);
    });
  });
}

async function listenFrom(server: Server, host: string, port: number): Promise<number> {
  for (let tried = port; ; tried += 1) {
    try {
      return await listen(server, host, tried);
    } catch (error) {
      const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!busy || tried - port >= PORTS_TRIED || tried >= LAST_PORT) throw error;
    }
  }
}

/** Serves the app and its datasets over plain HTTP; a busy port gives way to the next one. */
export async function openServer(options: ServerOptions): Promise<RunningServer> {
  const server = createServer((request, response) => {
    report(request, response, options);
    answerRequest(request, response, options).catch((error: unknown) => {
      const unreadable = error instanceof TypeError;
      if (!response.headersSent)
        answer(response, unreadable ? 400 : 500, unreadable ? REFUSALS[400]! : `failed: ${String(error)}\n`);
    });
  });
  const port = await listenFrom(server, options.host, options.port);
  const name = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    address: `http://${name}:${port}/`,
    port,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}
