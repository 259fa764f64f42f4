import { EVERYTHING } from '../../../src/compare/selection.ts';
import { describe, expect, it } from 'vitest';
import { compositionQuery } from '../../../src/compare/composition.ts';
import { distributionQuery } from '../../../src/compare/distribution.ts';
import { questionText } from '../../../src/compare/question-text.ts';
import { rankingQuery } from '../../../src/compare/ranking.ts';
import { spreadQuery } from '../../../src/compare/spread.ts';
import { trendQuery } from '../../../src/compare/trend.ts';
import { COMPARISONS } from '../../fixtures/comparisons.ts';
import { RANKING_QUESTIONS } from '../../fixtures/rankings.ts';
import { proveQuestions } from '../../fixtures/question-proof.ts';

proveQuestions([...COMPARISONS, ...RANKING_QUESTIONS]);

const NEW_REQUESTS = { kind: 'measure', id: 'new_total' } as const;
const REFUSAL = { kind: 'indicator', key: 'refusal_rate' } as const;
const ASK = {
  subject: NEW_REQUESTS,
  year: 2021,
  selection: EVERYTHING,
  fewest: 0,
  limit: 10,
  bodies: [],
  order: 'highest',
} as const;

describe('the statements', () => {
  it('leave out governments and area-wide reports unless they are asked for', () => {
    const without = questionText(spreadQuery({ subject: NEW_REQUESTS, selection: EVERYTHING }));
    expect(without).toContain(`coalesce(body.kind, 'other') <> 'government' AND report.scope IS DISTINCT FROM 'area'`);
    const selection = { ...EVERYTHING, governments: true };
    expect(questionText(spreadQuery({ subject: NEW_REQUESTS, selection }))).not.toContain('government');
  });

  it('hold the region, the levels and the kinds of the selection as quoted text', () => {
    const selection = {
      ...EVERYTHING,
      province: "o'p",
      city: '甲市',
      county: '乙县',
      levels: ['county'],
      kinds: ['a', 'b'],
    };
    expect(questionText(rankingQuery({ ...ASK, selection }))).toContain(
      `body.province = 'o''p' AND body.city = '甲市' AND body.county = '乙县' AND body.level IN ('county') AND coalesce(body.kind, 'other') IN ('a', 'b')`,
    );
  });

  it('read current reports of the years asked for only', () => {
    const selection = { ...EVERYTHING, years: [2021, 2023] };
    expect(questionText(spreadQuery({ subject: REFUSAL, selection }))).toContain(
      'WHERE report.current AND report.year IN (2021, 2023) AND',
    );
    expect(questionText(rankingQuery(ASK))).toContain('WHERE report.current AND report.year = 2021 AND');
  });

  it('add up figures so that a sum without one of its parts is NULL', () => {
    const text = questionText(rankingQuery({ ...ASK, subject: REFUSAL }));
    expect(text).toContain(
      '"report"."denied_state_secret_total"::DOUBLE + "report"."denied_law_forbids_total"::DOUBLE',
    );
    expect(text).toContain('"report"."handled_total"::DOUBLE AS denominator');
  });

  it('give an interval to shares alone', () => {
    expect(questionText(rankingQuery({ ...ASK, subject: REFUSAL }))).toContain('sqrt(');
    const renewal = { kind: 'indicator', key: 'renewal' } as const;
    for (const subject of [NEW_REQUESTS, renewal]) {
      expect(questionText(rankingQuery({ ...ASK, subject }))).toContain('NULL::DOUBLE AS low, NULL::DOUBLE AS high');
    }
  });

  it('read the figures of one year, or of the given bodies, and no more', () => {
    const { year, selection } = ASK;
    expect(questionText(distributionQuery({ subject: NEW_REQUESTS, year, selection }))).toContain(
      'WHERE report.current AND report.year = 2021 AND',
    );
    expect(questionText(trendQuery({ subject: NEW_REQUESTS, bodies: [4, 5], years: [] }))).toContain(
      'WHERE report.current AND body.body_id IN (4, 5)',
    );
  });

  it('cut a whole into its parts in one pass, each with the measures added up', () => {
    const parts = [
      { key: "p'1", measures: ['review_total'] },
      { key: 'p2', measures: ['suit_direct_total', 'suit_after_review_total'] },
    ];
    const text = questionText(compositionQuery({ parts, by: 'kind', year: 2021, selection: EVERYTHING }));
    expect(text).toContain(
      '"report"."suit_direct_total"::DOUBLE + "report"."suit_after_review_total"::DOUBLE AS "part_1"',
    );
    expect(text).toContain(`unnest(['p''1', 'p2']) AS part`);
    expect(text.match(/FROM report/g)).toHaveLength(1);
  });

  it('refuse a whole without parts, and parts without measures', () => {
    const ask = { by: 'kind', year: 2021, selection: EVERYTHING } as const;
    expect(() => compositionQuery({ ...ask, parts: [] })).toThrow('a composition needs a part');
    expect(() => compositionQuery({ ...ask, parts: [{ key: 'empty', measures: [] }] })).toThrow('nothing to join');
  });

  it('end as a reader may run them', () => {
    expect(questionText(rankingQuery(ASK))).toMatch(/^WITH [^]+;\n$/);
  });
});
