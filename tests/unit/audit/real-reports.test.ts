import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../src/host/pdf-node.ts';
import { readDocument } from '../../../src/read/reader.ts';
import { auditFilings, placesOf, type Audited } from '../../fixtures/audited.ts';
import { ruleOf } from '../../../src/audit/finding-rows.ts';

const folder = join(import.meta.dirname, '../../../../shared/reports');
const present = existsSync(folder);
if (!present) console.warn('SKIPPED: real reports are not audited, ../shared/reports is absent');

async function auditReal(name: string, body: string, year: number): Promise<Audited> {
  const report = await readDocument(new Uint8Array(readFileSync(join(folder, name))), basename(name), { pdf: openPdf });
  return auditFilings([{ source: { name, url: null, kind: 'document' }, body, year, region: null, report }]);
}

const mustFails = (audited: Audited) =>
  placesOf(audited, 'fails').filter((place) => ruleOf(place.split(' ')[0]!).severity === 'must');

const KINDS = ['natural', 'business', 'research', 'public_interest', 'legal_service'];

describe.skipIf(!present)('real reports', () => {
  it('叶县 2025 states another year, is silent on a suit and lacks a column; no sum of it fails', async () => {
    const audited = await auditReal('yexian-housing-2025.txt', '叶县住房和城乡建设局', 2025);
    const failed = audited.findings.filter(({ outcome }) => outcome === 'fails');
    expect([...new Set(failed.map(({ rule }) => rule))]).toEqual(['FORM', 'X-SILENT', 'D-YEAR']);
    expect(failed.find(({ rule }) => rule === 'D-YEAR')).toMatchObject({
      at: 'section-1',
      expected: 2025,
      actual: 2024,
    });
    expect(failed.find(({ rule }) => rule === 'X-SILENT')).toMatchObject({ at: 'suits', expected: 1 });
    const troubles = placesOf(audited, 'fails', 'FORM');
    expect(troubles).toContain('FORM column-missing other_org');
    expect(troubles.filter((place) => place.startsWith('FORM row-overflow'))).toHaveLength(4);
    expect(placesOf(audited, 'cannot-check', 'T3-COL')).toEqual(['T3-COL other_org']);
    expect(placesOf(audited, 'cannot-check', 'T3-SUM')).toEqual(['T3-SUM other_org', 'T3-SUM total']);
    expect(placesOf(audited, 'cannot-check', 'T3-ROW')).toHaveLength(25);
    expect(placesOf(audited, 'cannot-check', 'T3-EMPTY')).toEqual(['T3-EMPTY other_org']);
    expect(placesOf(audited, 'cannot-check', 'D-PUB')).toEqual(['D-PUB']);
    const missing = audited.findings.find(({ rule, at }) => rule === 'T3-SUM' && at === 'total')!.lacking;
    expect(missing.map(({ id, reason }) => `${id} ${reason}`)).toEqual([
      'denied_third_party_total cut-off',
      'unable_not_held_total cut-off',
      'not_processed_petition_total cut-off',
      'other_no_correction_total cut-off',
    ]);
    expect(audited.tallies.get('T4-SUM')).toMatchObject({ holds: 1, fails: 0, cannotCheck: 0 });
    // What holds in five kinds of applicant is known although 其他 is not there.
    for (const rule of ['T3-COL', 'T3-SUM'])
      for (const kind of KINDS)
        expect(audited.findings.some((finding) => finding.rule === rule && finding.at === kind)).toBe(false);
  });

  it('洪泽 2023 fails two sums of table 4 and no other MUST', async () => {
    const audited = await auditReal('hongze-district-2023.pdf', '淮安市洪泽区人民政府', 2023);
    expect(mustFails(audited)).toEqual(['T4-SUM review', 'T4-SUM suit_after_review']);
    const sums = audited.findings.filter(({ rule }) => rule === 'T4-SUM');
    expect(sums.map(({ expected, actual }) => [expected, actual])).toEqual([
      [11, 0],
      [5, 0],
    ]);
  });

  it('上海 2019 fails no MUST for its blank totals', async () => {
    const audited = await auditReal('shanghai-office-2019.html', '上海市人民政府办公厅', 2019);
    expect(mustFails(audited)).toEqual([]);
    expect(placesOf(audited, 'cannot-check', 'T3-COL').length).toBeGreaterThan(0);
  });

  it('a damaged table gives no false MUST', async () => {
    expect(mustFails(await auditReal('shanghai-science-2024.md', '上海市科学技术委员会', 2024))).toEqual([]);
  });
});
