import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import { buildFixtureDataset } from '../../fixtures/dataset.ts';
import { auditWholly, FIXTURE_FAILURES } from '../../fixtures/whole-audit.ts';

it('goes through a dataset by every rule, in the order of reports, rules and the form', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'nianbao-audit-'));
  try {
    await buildFixtureDataset(path.join(folder, 'fixture.duckdb'));
    const database = await openNodeDatabase(path.join(folder, 'fixture.duckdb'));
    const { failures, lacking } = await auditWholly(database).finally(() => database.close());
    expect(failures).toEqual(FIXTURE_FAILURES);
    expect(lacking).toEqual(['new_total cut-off']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
