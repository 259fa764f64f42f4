import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/read/reader.ts';

const folder = join(import.meta.dirname, '../../../../shared/reports');
const present = existsSync(folder);
if (!present) console.warn('SKIPPED: the prose of real reports is not read, ../shared/reports is absent');

function proseOf(name: string) {
  const report = readReport(new Uint8Array(readFileSync(join(folder, name))), name);
  for (const { value, topic, span } of report.claims) {
    const said = report.text.slice(span!.start, span!.end);
    if (topic !== 'processing_fee_yuan') expect(said).toBe(String(value));
  }
  return {
    ...report,
    said: report.claims.map(({ topic, value, section }) => [section, topic, value]),
  };
}

describe.skipIf(!present)('the prose of real reports', () => {
  it('叶县 2025 states three requests of 2024 and no fee, and none of its petitions, posts or followers', () => {
    const { body, year, scope, said, passages } = proseOf('yexian-housing-2025.txt');
    expect([body, year, scope]).toEqual(['叶县住房和城乡建设局', 2025, 'own']);
    expect(said).toEqual([
      [null, 'year', 2025],
      [1, 'year', 2024],
      [1, 'new_or_received', 3],
      [1, 'year', 2025],
      [6, 'processing_fee_yuan', 0],
    ]);
    expect(passages.map(({ section }) => section)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('上海市科委 2024 states its requests and outcomes over broken lines, and names no body', () => {
    const { body, year, said } = proseOf('shanghai-science-2024.md');
    expect([body, year]).toEqual([null, null]);
    expect(said).toEqual([
      [3, 'new', 34],
      [3, 'carried_in', 2],
      [3, 'granted', 9],
      [3, 'partial', 0],
      [3, 'denied_group', 2],
      [3, 'unable_group', 10],
      [3, 'not_processed_group', 0],
      [3, 'other_group', 14],
      [3, 'carried_out', 1],
      [6, 'year', 2024],
      [6, 'processing_fee_yuan', 0],
    ]);
  });

  it('上海市办公厅 2019, tables only, claims nothing', () => {
    expect(proseOf('shanghai-office-2019.html').said).toEqual([]);
  });
});
