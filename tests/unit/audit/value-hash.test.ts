import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/audit/finding.ts';
import { hashFindings } from '../../../src/audit/hashed-finding.ts';
import { placeKey } from '../../../src/audit/review.ts';
import { type NamedValue, valueHash } from '../../../src/audit/value-hash.ts';
import { auditDataset, auditSizeQuery } from '../../../src/audit/audit.ts';
import { RULES } from '../../../src/audit/families.ts';
import { MEASURES } from '../../../src/form/cells.ts';
import { buildInMemory } from '../../../src/host/dataset-memory.ts';
import type { Filing } from '../../../src/store/filing.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';

const DESCRIPTION = { name: 'hashed', synthetic: true, madeAt: '2026-01-01T00:00:00Z', version: '0.0.0' };
const ALL = RULES.map(({ id }) => id);

/** Hashes of all findings of some filings by their place and what they say; several may say the same. */
async function hashesOf(filings: readonly Filing[], rules = ALL): Promise<Map<string, string>> {
  const { database } = await buildInMemory(filings, DESCRIPTION, null);
  try {
    const [size] = await database.ask(auditSizeQuery());
    const hashes = new Map<string, string>();
    for await (const { findings } of auditDataset(database, size!, rules))
      for (const { finding, hash } of await hashFindings(database, findings))
        hashes.set(`${placeKey(finding)} ${finding.said ?? ''}`, hash);
    return hashes;
  } finally {
    await database.close();
  }
}

const BODY = '石桥县财政局';
const finance = (year: number, figures: Record<string, number>, gaps: Record<string, 'blank' | 'cut-off'> = {}) =>
  draftFiling({ body: BODY, year, kind: 'document', figures, gaps });
const FIRST = finance(2023, { new_natural: 7, carried_out_natural: 2, normative_docs_in_force: 5 });
const SECOND = finance(
  2024,
  { carried_in_natural: 3, normative_docs_in_force: 9, review_total: 4 },
  { carried_out_total: 'blank' },
);
const other = (year: number) =>
  draftFiling({ body: '安和县水务局', year, kind: 'document', figures: { new_total: year } });

describe('the hash of the values that a finding rests on', () => {
  it('is the same in another dataset, with other bodies, other files and other numbers of reports', async () => {
    const once = await hashesOf([FIRST, SECOND]);
    const again = await hashesOf([
      other(2022),
      other(2023),
      { ...SECOND, source: { ...SECOND.source, name: 'again.html' } },
      { ...FIRST, source: { ...FIRST.source, name: 'too.html' } },
    ]);
    const own = new Map([...again].filter(([key]) => key.includes(BODY)));
    expect(once.size).toBeGreaterThan(10);
    expect(own).toEqual(once);
  });

  const hashOf = async (rule: string, at: string, filings: readonly Filing[]) => {
    const found = [...(await hashesOf(filings, [rule]))].find(
      ([key]) => key.includes('2024') && key.includes(`"${at}"`),
    );
    return found?.[1];
  };

  it('is another one where a figure of this year or of the year before is', async () => {
    const carried = (before: number, now: number) =>
      hashOf('Y-CARRY', 'natural', [
        finance(2023, { new_natural: before, carried_out_natural: before }),
        finance(2024, { carried_in_natural: now }),
      ]);
    const hashes = [await carried(2, 3), await carried(2, 4), await carried(1, 3)];
    expect(hashes.every(Boolean)).toBe(true);
    expect(new Set(hashes).size).toBe(3);
    expect(await carried(2, 3)).toBe(hashes[0]);
  });

  it('is another one where the reason of a gap is, or a figure stands in its place, or a report is missing', async () => {
    const open = (filings: readonly Filing[]) => hashOf('T3-COL', 'total', filings);
    const gap = (reason: 'blank' | 'cut-off') => finance(2024, { new_total: 3 }, { carried_out_total: reason });
    const hashes = [
      await open([gap('blank')]),
      await open([gap('cut-off')]),
      await open([finance(2024, { new_total: 3, carried_out_total: 1 })]),
    ];
    expect(hashes.every(Boolean)).toBe(true);
    expect(new Set(hashes).size).toBe(3);
    const chain = (filings: readonly Filing[]) => hashOf('Y-CARRY', 'natural', filings);
    const skipped = await chain([finance(2022, {}), finance(2024, { carried_in_natural: 3 })]);
    const lacking = await chain([
      finance(2022, {}),
      finance(2023, {}, { carried_out_natural: 'blank' }),
      finance(2024, { carried_in_natural: 3 }),
    ]);
    expect(skipped).toBeDefined();
    expect(lacking).toBeDefined();
    expect(skipped).not.toBe(lacking);
  });
});

const value: fc.Arbitrary<NamedValue> = fc.oneof(
  fc.integer({ min: -5, max: 1e9 }),
  fc.constantFrom<NamedValue>('blank', 'cut-off', 'row-absent', 'not-asked', 'no-report'),
);
const named = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...MEASURES.map(({ id }) => id)), year: fc.constantFrom(2023, 2024), value }),
  { minLength: 1, maxLength: 30, selector: ({ id, year }) => `${year} ${id}` },
);
const said = fc.record({
  expected: fc.option(fc.integer()),
  actual: fc.option(fc.integer()),
  due: fc.option(fc.string()),
  said: fc.option(fc.string()),
});

function hashOfValues(
  cells: readonly { readonly id: string; readonly year: number; readonly value: NamedValue }[],
  words: Pick<Finding, 'expected' | 'actual' | 'due' | 'said'>,
): string {
  const values = new Map(cells.map((cell) => [`${cell.year} ${cell.id}`, cell.value]));
  const finding: Finding = {
    ...{ reportId: 1, bodyId: 1, body: BODY, region: '', year: 2024, edition: '2021', entered: 'document' },
    ...{ source: '', rule: 'T3-SUM', at: '', outcome: 'fails', lacking: [], explanations: [], span: null },
    ...{ cells: cells.map(({ id, year }) => ({ id, year })), ...words },
  };
  return valueHash(finding, ({ id, year }) => values.get(`${year} ${id}`)!);
}

describe('whatever the values are', () => {
  it('the same ones in any order give the same hash, and any one that is changed another', () => {
    fc.assert(
      fc.property(named, said, fc.nat(), value, (cells, words, at, changed) => {
        const hash = hashOfValues(cells, words);
        expect(hashOfValues([...cells].reverse(), words)).toBe(hash);
        const index = at % cells.length;
        const others = cells.map((cell, place) => (place === index ? { ...cell, value: changed } : cell));
        expect(hashOfValues(others, words) === hash).toBe(cells[index]!.value === changed);
      }),
    );
  });

  it('what is due or said, and the numbers compared, belong to it', () => {
    fc.assert(
      fc.property(named, said, said, (cells, words, others) => {
        const isSame = JSON.stringify(words) === JSON.stringify(others);
        expect(hashOfValues(cells, words) === hashOfValues(cells, others)).toBe(isSame);
      }),
    );
  });

  it('what another engine adds up in another order is the same', () => {
    const words = { expected: 0.1 + 0.2, actual: null, due: null, said: null };
    const cells = [{ id: 'admin_fees_wan', year: 2024, value: 0.3 }];
    expect(hashOfValues(cells, words)).toBe(hashOfValues(cells, { ...words, expected: 0.3 }));
  });
});
