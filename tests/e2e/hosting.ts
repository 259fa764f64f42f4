import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import send from 'send';
import { inject } from 'vitest';
import { answerRequest } from '../../src/host/server.ts';

/** Answers a request in one way of hosting the site. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A web server of a test's own; `requests` are the paths asked for, as they came. */
export interface Hosting {
  readonly port: number;
  readonly requests: string[];
  close(): Promise<void>;
}

/** Listens on a free port and answers in the given way; a request that fails is answered 500. */
export async function openHosting(answer: Answer): Promise<Hosting> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    Promise.resolve(answer(request, response)).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

/** The product's own answers, with the built datasets or those named. */
export const productAnswer = (data: readonly string[] = [inject('dataFolder')]): Answer => {
  const options = { app: inject('appFolder'), data };
  return (request, response) => answerRequest(request, response, options);
};

const refuse = (response: ServerResponse, status: number) => {
  response.statusCode = status;
  response.end();
};

/** The same answers below a folder, and nothing above it; `prefix` ends with a slash, percent-encoded. */
export const below =
  (prefix: string, answer: Answer): Answer =>
  (request, response) => {
    if (!request.url?.startsWith(prefix)) return refuse(response, 404);
    request.url = request.url.slice(prefix.length - 1);
    return answer(request, response);
  };

/** A status of refusal for every address that matches. */
export const refusing =
  (path: RegExp, status: number, answer: Answer): Answer =>
  (request, response) =>
    path.test(request.url ?? '') ? refuse(response, status) : answer(request, response);

/** A line that breaks in the middle of every body that is sent for an address that matches. */
export const cutting =
  (path: RegExp, answer: Answer): Answer =>
  (request, response) => {
    if (request.method === 'GET' && path.test(request.url ?? '')) {
      response.writeHead(206, { 'Content-Length': 4_096, 'Content-Range': 'bytes 0-4095/3158016' });
      response.write(Buffer.alloc(16), () => response.destroy());
      return;
    }
    return answer(request, response);
  };

/** The same answers under a content security policy changed on its way, as a site's administrator may do. */
export const withPolicy =
  (change: (policy: string, path: string) => string, answer: Answer): Answer =>
  (request, response) => {
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      setHeader(
        name,
        name === 'Content-Security-Policy' && typeof value === 'string' ? change(value, request.url ?? '') : value,
      );
    return answer(request, response);
  };

/** A folder as any web server hands it out: files with their types and ranges, no header or file of our own making. */
export const folderAnswer =
  (root: string): Answer =>
  (request, response) =>
    void send(request, new URL(request.url ?? '/', 'http://served').pathname, { root }).pipe(response);
