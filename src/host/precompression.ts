import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { COMPRESSIBLE } from './response-headers.ts';

/** Smaller files gain nothing: they fit one packet either way. */
const WORTHWHILE_BYTES = 1_400;
const BROTLI_QUALITY = 5;

/** Puts a `.gz` and a `.br` copy beside a file that is large enough to gain by it. */
export async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < WORTHWHILE_BYTES) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  await Promise.all([
    promisify(gzip)(content).then((packed) => writeFile(`${path}.gz`, packed)),
    promisify(brotliCompress)(content, { params }).then((packed) => writeFile(`${path}.br`, packed)),
  ]);
}

/** Vite plugin that puts a `.gz` and a `.br` copy beside each large text or WebAssembly file of the built app. */
export function precompression(): Plugin {
  let folder: string | null = null;
  return {
    name: 'nianbao-precompression',
    apply: 'build',
    configResolved(config) {
      folder = config.build.ssr ? null : resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      // A build that failed closes too, and its own error is the one to be told.
      if (!folder || !existsSync(folder)) return;
      const files = await readdir(folder, { recursive: true });
      const worth = files.filter((file) => COMPRESSIBLE.includes(file.slice(file.lastIndexOf('.') + 1)));
      await Promise.all(worth.map((file) => compress(join(folder!, file))));
    },
  };
}
