import { beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../../src/audit/families.ts';
import { ruleOf } from '../../../src/audit/finding-rows.ts';
import type { PlantedError } from '../../../src/demo/planted-errors.ts';
import { demonstrationReports } from '../../../src/demo/filings.ts';
import { demonstrationProvince, provinceRegistry } from '../../../src/demo/province.ts';
import type { Filing } from '../../../src/store/filing.ts';
import { auditFilings, type Audited } from '../../fixtures/audited.ts';

const SEED = 7;
const BODIES = 1200;

const keyOf = ({ body, year, rule }: Pick<PlantedError, 'body' | 'year' | 'rule'>) => `${body} ${year} ${rule}`;

describe('errors planted in the demonstration', () => {
  const planted: PlantedError[] = [];
  let audited: Audited;
  let found: Set<string>;
  beforeAll(async () => {
    const province = demonstrationProvince(BODIES, SEED);
    const filings: Filing[] = [];
    for (const { filing, errors } of demonstrationReports(province, { from: 2019, to: 2025 }, SEED, true)) {
      filings.push(filing);
      planted.push(...errors);
    }
    audited = await auditFilings(filings, undefined, provinceRegistry(province));
    const failed = audited.findings.filter(({ outcome }) => outcome === 'fails');
    found = new Set(failed.flatMap((finding) => [keyOf(finding), `${keyOf(finding)} ${finding.at}`]));
  }, 120_000);

  it('are all found, each by its rule and at its place', () => {
    expect(new Set(planted.map((error) => error.rule))).toEqual(new Set(RULES.map(({ id }) => id)));
    const missed = planted.filter(
      (error) => !found.has(error.at === '' ? keyOf(error) : `${keyOf(error)} ${error.at}`),
    );
    expect(missed).toEqual([]);
  });

  it('are the only places where the form’s arithmetic fails', () => {
    const known = new Set(planted.map(keyOf));
    const others = audited.findings.filter((finding) => finding.outcome === 'fails' && !known.has(keyOf(finding)));
    expect(others.filter(({ rule }) => ruleOf(rule).severity === 'must')).toEqual([]);
    const counts = new Map<string, number>();
    for (const { rule } of others) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    const told = [...counts].map(([rule, count]) => `${rule} ${ruleOf(rule).severity} ${count}`);
    console.info(`places that fail without a planted error, of ${BODIES} bodies:\n${told.join('\n')}`);
  });
});
