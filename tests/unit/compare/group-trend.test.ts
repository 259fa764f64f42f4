import { EVERYTHING } from '../../../src/compare/selection.ts';
import { expect, it } from 'vitest';
import { groupTrendQuery } from '../../../src/compare/group-trend.ts';
import { questionText } from '../../../src/compare/question-text.ts';
import { GROUP_TRENDS } from '../../fixtures/group-trends.ts';
import { proveQuestions } from '../../fixtures/question-proof.ts';

proveQuestions(GROUP_TRENDS);

const ASK = { subject: { kind: 'measure', id: 'new_total' }, selection: EVERYTHING, limit: 12 } as const;

it('groups by the key of the kind, of the level, and by the division below the selected one', () => {
  const keyOf = (ask: Partial<Parameters<typeof groupTrendQuery>[0]>) =>
    /SELECT (.+) AS key, report\.year/.exec(questionText(groupTrendQuery({ ...ASK, by: 'place', ...ask })))?.[1];
  expect(keyOf({ by: 'kind' })).toBe("coalesce(body.kind, 'other')");
  expect(keyOf({ by: 'level' })).toBe("coalesce(body.level, '')");
  expect(keyOf({ selection: { ...EVERYTHING, province: '青岚省' } })).toBe("coalesce(body.city, '')");
  expect(keyOf({ selection: { ...EVERYTHING, province: '青岚省', city: '云溪市' } })).toBe("coalesce(body.county, '')");
});

it('cuts to the largest groups in the engine', () => {
  expect(questionText(groupTrendQuery({ ...ASK, by: 'kind' }))).toContain('ORDER BY size DESC, key LIMIT 12');
});
