import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareCommandLine, ROOT } from '../../src/launch.js';
import { openBrowser, openSite, visit } from './site.ts';

const DOCUMENTS = join(ROOT, '../shared/reports');
const isThere = existsSync(DOCUMENTS);
if (!isThere)
  process.stderr.write(`SKIPPED: no published reports at ${DOCUMENTS}; documents are not opened in the page\n`);

test.skipIf(!isThere)('reports read from documents open in the page with their figures and gaps', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-documents-'));
  const file = join(folder, 'documents.duckdb');
  const built = spawnSync(process.execPath, [
    await prepareCommandLine(),
    'build',
    DOCUMENTS,
    join(ROOT, 'data'),
    '--out',
    file,
  ]);
  expect(existsSync(file), String(built.stderr)).toBe(true);
  const [site, browser] = await Promise.all([openSite([file]), openBrowser()]);
  try {
    const statement = `SELECT licensing_decisions, admin_fees_wan, new_total, granted_total, partial_total, new_other_org, reason, entered
      FROM report JOIN body USING (body_id)
      LEFT JOIN gap ON gap.report_id = report.report_id AND gap.cell = 'new_other_org'
      WHERE year = 2025 AND entered = 'document' AND body.name = '叶县住房和城乡建设局'`;
    const { page, errors, strayRequests } = await visit(
      browser,
      site,
      `?page=data&sql=${encodeURIComponent(statement)}`,
    );
    const cells = page.getByRole('region', { name: '查询结果' }).locator('tbody td');
    await cells.first().waitFor();
    expect(await cells.allInnerTexts()).toEqual(['119', '3592', '3', '2', '1', 'NULL', 'column-absent', 'document']);
    expect([...errors, ...strayRequests]).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true });
  }
});
