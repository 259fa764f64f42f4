import type { OpenPdf } from '../read/formats/pdf-pages.ts';
import { pdfOpener } from './pdf.ts';

/** Addresses of the tables of Chinese fonts, simplified and traditional, which come with the page. */
const TABLES = import.meta.glob<string>(
  '/node_modules/pdfjs-dist/cmaps/{Adobe-GB1,GB,UniGB,Adobe-CNS1,B5,CNS,ET,HK,UniCNS}*.bcmap',
  { query: '?url', import: 'default', eager: true },
);

async function fetchTable(name: string): Promise<Uint8Array> {
  const address = TABLES[`/node_modules/pdfjs-dist/cmaps/${name}`];
  if (address === undefined) throw new Error(`no table ${name} comes with the page`);
  const response = await fetch(new URL(address, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Opens a PDF in a page's worker. */
export const openPdf: OpenPdf = pdfOpener(fetchTable);
