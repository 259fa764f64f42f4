import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFigureList } from '../../../src/read/figures.ts';
import type { Claim } from '../../../src/read/report.ts';
import type { Filing } from '../../../src/store/filing.ts';
import { auditFilings, type Audited } from '../../fixtures/audited.ts';

const folder = new URL('../../../data/sample/', import.meta.url);

const claim = (topic: string, value: number): Claim => ({ topic, value, section: 1, sentence: '', span: null });
const STATED = [claim('review_total', 134), claim('suits_total', 57)];

async function sampleFilings(): Promise<Filing[]> {
  const { filings } = await readFigureList(readFileSync(new URL('reports.jsonl', folder), 'utf8'), 'jsonl');
  return filings.map(({ body, year, region, report }) => {
    const isStated = body === '宿迁市人民政府' && year === 2024;
    return {
      source: { name: 'reports.jsonl', url: null, kind: 'figures' },
      body,
      year,
      region,
      report: isStated ? { ...report, claims: STATED } : report,
    };
  });
}

describe('the real figures of the sample', () => {
  let audited: Audited;
  let filings: Filing[];
  beforeAll(async () => {
    filings = await sampleFilings();
    audited = await auditFilings(filings);
  }, 60_000);

  const found = (body: string, year: number, rule: string) =>
    audited.findings
      .filter((finding) => finding.body === body && finding.year === year && finding.rule === rule)
      .map(({ at, outcome }) => `${at} ${outcome}`);

  it('the chains of 洪泽 and 宿迁 hold from 2023 to 2024', () => {
    expect(found('淮安市洪泽区人民政府', 2024, 'Y-CARRY')).toEqual([]);
    expect(found('宿迁市人民政府', 2024, 'Y-CARRY')).toEqual([]);
    expect(audited.tallies.get('Y-CARRY')).toMatchObject({ holds: 2, fails: 0 });
  });

  it('the chain of 宿迁 to 2025 cannot be checked, as nothing carried in is known', () => {
    const columns = ['natural', 'business', 'research', 'public_interest', 'legal_service', 'other_org', 'total'];
    expect(found('宿迁市人民政府', 2025, 'Y-CARRY')).toEqual(columns.map((column) => `${column} cannot-check`));
    const total = audited.findings.find(
      ({ body, year, rule, at }) => body === '宿迁市人民政府' && year === 2025 && rule === 'Y-CARRY' && at === 'total',
    );
    expect(total?.lacking).toEqual([{ id: 'carried_in_total', year: 2025, reason: 'not-listed' }]);
  });

  it('the documents in force of 宿迁 follow from 2023 to 2025', () => {
    for (const year of [2024, 2025]) expect(found('宿迁市人民政府', year, 'Y-STOCK')).toEqual([]);
    expect(audited.tallies.get('Y-STOCK')!.fails).toBe(0);
    expect(audited.tallies.get('Y-STOCK')!.holds).toBeGreaterThanOrEqual(2);
  });

  it('a prose of 134 reconsiderations and 57 suits contradicts the tables of 宿迁 2024', () => {
    const stated = audited.findings.filter(
      ({ body, rule, outcome }) => body === '宿迁市人民政府' && rule === 'X-PROSE' && outcome === 'fails',
    );
    expect(stated.map(({ body, year, at, expected, actual }) => [body, year, at, expected, actual])).toEqual([
      ['宿迁市人民政府', 2024, 'review_total', 170, 134],
      ['宿迁市人民政府', 2024, 'suits_total', 77, 57],
    ]);
  });

  it('only 洪泽 2023 breaks the form’s arithmetic', () => {
    const broken = audited.findings.filter(
      ({ rule, outcome }) =>
        outcome === 'fails' && ['T3-COL', 'T3-SUM', 'T3-ROW', 'T4-SUM', 'T3-EMPTY', 'NUM'].includes(rule),
    );
    expect(broken.map(({ body, year, rule, at }) => `${body} ${year} ${rule} ${at}`)).toEqual([
      '淮安市洪泽区人民政府 2023 T4-SUM review',
      '淮安市洪泽区人民政府 2023 T4-SUM suit_after_review',
    ]);
  });
});
