import { openDataset } from '../../src/host/duckdb-wasm.ts';

// The benchmark drives the product's engine from outside the page.
Object.assign(globalThis, { openDataset });
