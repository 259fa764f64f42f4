import { expect, test } from 'vitest';
import { openDataset } from '../../src/host/duckdb-wasm.ts';
import { auditWholly, FIXTURE_FAILURES } from '../fixtures/whole-audit.ts';

test('the page audits a dataset to the same findings as the command line', async () => {
  const database = await openDataset({ url: '/served/data/fixture.duckdb' });
  try {
    const { failures, lacking } = await auditWholly(database);
    expect(failures).toEqual(FIXTURE_FAILURES);
    expect(lacking).toEqual(['new_total cut-off']);
  } finally {
    await database.close();
  }
}, 60_000);

test('an audit stops where it is cancelled, and says why', async () => {
  const database = await openDataset({ url: '/served/data/fixture.duckdb' });
  try {
    const controller = new AbortController();
    const audit = auditWholly(database, controller.signal);
    controller.abort(new Error('left the page'));
    await expect(audit).rejects.toThrow('left the page');
  } finally {
    await database.close();
  }
}, 60_000);
