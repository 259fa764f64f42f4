import type { Plugin } from 'vite';
import { PAGE_POLICY } from './response-headers.ts';

/** Vite plugin that writes the content security policy into each built page, for servers that send none themselves. */
export const pagePolicy = (): Plugin => ({
  name: 'nianbao-page-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
      injectTo: 'head-prepend',
    },
  ],
});
