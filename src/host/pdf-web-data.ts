/** Addresses of what the library reads beside a PDF, as it comes with the page: tables of Chinese fonts, decoders of pictures. */
const ADDRESSES = import.meta.glob<string>(
  [
    '/node_modules/pdfjs-dist/cmaps/{Adobe-GB1,GB,UniGB,Adobe-CNS1,B5,CNS,ET,HK,UniCNS}*.bcmap',
    '/node_modules/pdfjs-dist/wasm/*.wasm',
  ],
  { query: '?url', import: 'default', eager: true },
);

/** Fetches a file of the library from the page's own server, by its name. Rejects where the page brings no such file. */
export async function fetchPdfData(name: string): Promise<Uint8Array> {
  const folder = name.endsWith('.wasm') ? 'wasm' : 'cmaps';
  const address = ADDRESSES[`/node_modules/pdfjs-dist/${folder}/${name}`];
  if (address === undefined) throw new Error(`${name} does not come with the page`);
  const response = await fetch(new URL(address, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
