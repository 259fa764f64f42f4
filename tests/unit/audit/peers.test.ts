import { beforeAll, describe, expect, it } from 'vitest';
import type { Filing } from '../../../src/store/filing.ts';
import { auditFilings, placesOf, type Audited } from '../../fixtures/audited.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';

type Figures = Readonly<Record<string, number>>;
const PEERS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map((name) => `${name}石县财政局`);
const YEARS = [2021, 2022, 2023, 2024];
const AREA = '青岚省/云溪市/石桥县';

const filing = (
  body: string,
  year: number,
  figures: Figures,
  extra: Partial<Parameters<typeof draftFiling>[0]> = {},
): Filing => draftFiling({ body, year, kind: 'document', figures, ...extra });

const usual = (index: number): Figures => ({ new_total: 10 + index, admin_fees_wan: 20 + index });

/** Eight bodies of a kind, each with a year or more of its own to look at. */
const FILINGS: readonly Filing[] = [
  ...PEERS.flatMap((body, index) =>
    YEARS.map((year) => filing(body, year, { ...usual(index), licensing_decisions: year })),
  ),
];

const replaced = (body: string, year: number, figures: Figures): Filing[] =>
  FILINGS.map((known) => (known.body === body && known.year === year ? filing(body, year, figures) : known));

const placesIn = (audited: Audited, body: string, year: number, rule: string) =>
  placesOf({ findings: audited.findings.filter((one) => one.body === body && one.year === year) }, 'fails', rule);

describe('rules about other years and about peers', () => {
  it('find nothing among bodies like each other', async () => {
    const { findings } = await auditFilings(FILINGS, ['T2-UNIT', 'Y-SAME', 'Y-ZERO', 'Y-JUMP']);
    expect(findings).toEqual([]);
  });

  it('find fees in yuan, in the wrong year and not in the others', async () => {
    const audited = await auditFilings(replaced(PEERS[3]!, 2023, { ...usual(3), admin_fees_wan: 230_000 }), [
      'T2-UNIT',
    ]);
    expect(audited.findings).toHaveLength(1);
    expect(audited.findings[0]).toMatchObject({ body: PEERS[3], year: 2023, expected: 23, actual: 230_000 });
  });

  it('hold a body’s only year against its peers', async () => {
    const only = filing('壬石县财政局', 2023, { admin_fees_wan: 230_000 });
    expect(placesOf(await auditFilings([...FILINGS, only], ['T2-UNIT']), 'fails')).toEqual(['T2-UNIT admin_fees_wan']);
    const alone = await auditFilings([only], ['T2-UNIT']);
    expect(placesOf(alone, 'cannot-check')).toEqual(['T2-UNIT admin_fees_wan']);
  });

  it('find a figure far outside its peers', async () => {
    const audited = await auditFilings(replaced(PEERS[0]!, 2022, { ...usual(0), new_total: 90_000 }), ['Y-JUMP']);
    expect(placesIn(audited, PEERS[0]!, 2022, 'Y-JUMP')).toEqual(['Y-JUMP new_total']);
    expect(audited.findings).toHaveLength(1);
  });

  it('do not compare with fewer than eight peers', async () => {
    const few = replaced(PEERS[0]!, 2022, { new_total: 90_000 }).filter(({ body }) => body !== PEERS[7]);
    expect(await auditFilings(few, ['Y-JUMP'])).toMatchObject({ findings: [], tallies: new Map() });
  });

  it('find three years of nothing where peers have cases', async () => {
    const idle = YEARS.slice(0, 3).map((year) => filing('壬石县财政局', year, {}));
    expect(placesIn(await auditFilings([...FILINGS, ...idle], ['Y-ZERO']), '壬石县财政局', 2023, 'Y-ZERO')).toEqual([
      'Y-ZERO',
    ]);
    const alone = await auditFilings(idle, ['Y-ZERO']);
    expect(placesOf(alone, 'cannot-check')).toEqual(['Y-ZERO']);
    const two = idle.slice(0, 2);
    expect((await auditFilings([...FILINGS, ...two], ['Y-ZERO'])).findings).toEqual([]);
  });

  it('find a copied year, and no copy where one figure differs or nothing happened', async () => {
    const copy = (first: Figures, second: Figures, extra = {}) =>
      auditFilings([filing('石桥县财政局', 2022, first), filing('石桥县财政局', 2023, second, extra)], ['Y-SAME']);
    expect(placesOf(await copy(usual(1), usual(1)), 'fails')).toEqual(['Y-SAME']);
    expect((await copy(usual(1), usual(2))).findings).toEqual([]);
    expect((await copy({}, {})).findings).toEqual([]);
    expect(placesOf(await copy(usual(1), usual(1), { gaps: { review_total: 'blank' } }), 'cannot-check')).toEqual([
      'Y-SAME',
    ]);
  });
});

describe('rules about an area', () => {
  const area = (figures: Figures, scope: 'area' | 'own' = 'area') =>
    filing('石桥县人民政府', 2023, figures, { region: AREA, report: { scope } });
  const part = (body: string, figures: Figures) => filing(body, 2023, figures, { region: AREA });
  const parts = [part('石桥县财政局', { new_total: 6 }), part('石桥县教育局', { new_total: 5 })];
  let audited: Audited;
  beforeAll(async () => {
    audited = await auditFilings([area({ new_total: 11 }), ...parts], ['R-LE', 'R-SUM']);
  });

  it('hold where the parts fit', () => {
    expect(audited.findings).toEqual([]);
    expect(audited.tallies.get('R-LE')).toMatchObject({ holds: 2 });
    expect(audited.tallies.get('R-SUM')).toMatchObject({ holds: 1 });
  });

  it('find a part that is larger than the whole, and parts that are larger together', async () => {
    const small = await auditFilings([area({ new_total: 5 }), ...parts], ['R-LE', 'R-SUM']);
    expect(placesOf(small, 'fails')).toEqual(['R-SUM new_total', 'R-LE new_total']);
    expect(small.findings.find(({ rule }) => rule === 'R-SUM')).toMatchObject({ expected: 11, actual: 5, said: '2/2' });
  });

  it('take what binary fractions lose for no difference', async () => {
    const fees = [part('石桥县财政局', { admin_fees_wan: 0.1 }), part('石桥县教育局', { admin_fees_wan: 0.2 })];
    const exact = await auditFilings([area({ admin_fees_wan: 0.3 }), ...fees], ['R-SUM']);
    expect(placesOf(exact, 'fails')).toEqual([]);
    const less = await auditFilings([area({ admin_fees_wan: 0.2999 }), ...fees], ['R-SUM']);
    expect(placesOf(less, 'fails')).toEqual(['R-SUM admin_fees_wan']);
  });

  it('ask nothing where the government speaks for itself alone', async () => {
    expect((await auditFilings([area({ new_total: 5 }, 'own'), ...parts], ['R-LE', 'R-SUM'])).tallies.size).toBe(0);
  });

  it('hold a county’s government against that of its city', async () => {
    const city = filing(
      '云溪市人民政府',
      2023,
      { new_total: 9 },
      { region: '青岚省/云溪市', report: { scope: 'area' } },
    );
    const both = await auditFilings([city, area({ new_total: 11 }), ...parts], ['R-LE']);
    expect(both.findings.map(({ body, rule, expected }) => [body, rule, expected])).toEqual([
      ['石桥县人民政府', 'R-LE', 9],
    ]);
  });

  it('leave open what a missing report could change', async () => {
    const registry = {
      bodies: ['石桥县财政局', '石桥县教育局', '石桥县司法局'].map((name) => ({
        name,
        region: AREA,
        level: null,
        kind: null,
        divisionCode: null,
        aliases: [],
        deadline: null,
        isDue: true,
        from: null,
        to: null,
      })),
      problems: [],
    };
    const known = await auditFilings([area({ new_total: 11 }), ...parts], ['R-SUM'], registry);
    expect(known.tallies.get('R-SUM')).toMatchObject({ holds: 0, fails: 0, cannotCheck: 1 });
  });
});
