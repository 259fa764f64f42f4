import { describe, expect, it } from 'vitest';
import type { Claim, Evidence, Passage, Report } from '../../../src/read/report.ts';
import type { Filing } from '../../../src/store/filing.ts';
import { auditFilings, placesOf } from '../../fixtures/audited.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';

type Figures = Readonly<Record<string, number>>;

const claim = (topic: string, value: number, sentence = '…', section: number | null = 3): Claim => ({
  topic,
  value,
  section,
  sentence,
  span: { start: 4, end: 6 },
});
const passage = (section: number, text: string): Passage => ({
  section,
  heading: '一',
  text,
  span: { start: 0, end: 1 },
});
const noted = (kind: string, detail: string): Evidence => ({ kind, detail, span: null });

const document = (
  figures: Figures,
  report: Partial<Report>,
  more: Partial<Parameters<typeof draftFiling>[0]> = {},
): Filing => draftFiling({ body: '石桥县财政局', year: 2023, kind: 'document', figures, report, ...more });

async function outcome(filing: Filing, rule: string): Promise<{ fails: string[]; open: string[]; holds: number }> {
  const audited = await auditFilings([filing], [rule]);
  return {
    fails: placesOf(audited, 'fails').map((place) => place.slice(rule.length + 1)),
    open: placesOf(audited, 'cannot-check').map((place) => place.slice(rule.length + 1)),
    holds: audited.tallies.get(rule)?.holds ?? 0,
  };
}

const HOLDS = { fails: [], open: [], holds: 1 };
const NOT_ASKED = { fails: [], open: [], holds: 0 };

describe('X-PROSE', () => {
  it.each<[string, Figures, Claim, string[]]>([
    ['a claim equal to its cell', { new_total: 3 }, claim('new', 3), []],
    ['a claim that differs', { new_total: 3 }, claim('new', 4), ['new']],
    ['received may be new ones alone', { new_total: 3, carried_in_total: 1 }, claim('new_or_received', 3), []],
    ['or with those carried in', { new_total: 3, carried_in_total: 1 }, claim('new_or_received', 4), []],
    ['but nothing else', { new_total: 3, carried_in_total: 1 }, claim('new_or_received', 5), ['new_or_received']],
    ['a group of outcomes', { unable_not_held_total: 2, unable_must_create_total: 1 }, claim('unable_group', 3), []],
    [
      'suits of both blocks',
      { suit_direct_total: 1, suit_after_review_total: 2 },
      claim('suits_total', 2),
      ['suits_total'],
    ],
    ['fees in round numbers', { admin_fees_wan: 35.92 }, claim('admin_fees_wan', 36), []],
    ['fees that are others', { admin_fees_wan: 35.92 }, claim('admin_fees_wan', 37), ['admin_fees_wan']],
  ])('%s', async (_, figures, said, fails) => {
    expect((await outcome(document(figures, { claims: [said] }), 'X-PROSE')).fails).toEqual(fails);
  });

  it('cannot be checked against a gap, unless another reading holds', async () => {
    const gaps = { gaps: { carried_in_total: 'blank' } } as const;
    const said = (value: number) => document({ new_total: 3 }, { claims: [claim('new_or_received', value)] }, gaps);
    expect((await outcome(said(4), 'X-PROSE')).open).toEqual(['new_or_received']);
    expect(await outcome(said(3), 'X-PROSE')).toEqual(HOLDS);
  });

  it('does not ask an old form for what it has no cell for', async () => {
    const old = document({}, { claims: [claim('rules_issued', 3)] }, { year: 2020, edition: '2019' });
    expect(await outcome(old, 'X-PROSE')).toEqual(NOT_ASKED);
  });

  it('shows the sentence and the place of the number', async () => {
    const { findings } = await auditFilings([document({}, { claims: [claim('new', 4, '收到4件。')] })], ['X-PROSE']);
    expect(findings[0]).toMatchObject({ said: '收到4件。', span: { start: 4, end: 6 }, expected: 0, actual: 4 });
    expect(findings[0]!.cells).toEqual([{ id: 'new_total', year: 2023 }]);
  });
});

describe('X-SILENT', () => {
  const figures = { review_total: 2, suit_direct_total: 1 };
  const prose = [passage(1, '全年未收到举报。'), passage(4, '')];
  it('finds disputes that the prose does not speak of', async () => {
    expect((await outcome(document(figures, { passages: prose }), 'X-SILENT')).fails).toEqual(['review', 'suits']);
  });
  it('finds a prose that denies them', async () => {
    const claims = [claim('review_total', 0, '无', 4), claim('suits_total', 1, '一件', 4)];
    expect((await outcome(document(figures, { passages: prose, claims }), 'X-SILENT')).fails).toEqual(['review']);
  });
  it.each(['发生行政复议2件，行政诉讼1件。', '两起行政复议，1件行政诉讼案件。'])('hears %s', async (text) => {
    expect(await outcome(document(figures, { passages: [passage(4, text)] }), 'X-SILENT')).toEqual(HOLDS);
  });
  it('asks nothing of a report without prose', async () => {
    expect(await outcome(document(figures, {}), 'X-SILENT')).toEqual(NOT_ASKED);
  });
  it('cannot tell where table 4 is a gap', async () => {
    const filing = document({}, { passages: prose }, { gaps: { review_total: 'blank' } });
    expect(await outcome(filing, 'X-SILENT')).toEqual({ fails: [], open: ['review'], holds: 0 });
  });
});

describe('the processing fee', () => {
  const fee = (value: number, sentence = '…') => [claim('processing_fee_yuan', value, sentence, 6)];
  it('is no more than the administrative fees', async () => {
    expect(await outcome(document({ admin_fees_wan: 0.04 }, { claims: fee(400) }), 'X-FEE')).toEqual(HOLDS);
    expect(await outcome(document({ admin_fees_wan: 0.04 }, { claims: fee(430) }), 'X-FEE')).toEqual(HOLDS);
    expect((await outcome(document({ admin_fees_wan: 0.04 }, { claims: fee(4000) }), 'X-FEE')).fails).toEqual([
      'processing_fee',
    ]);
  });
  it('was asked for where requests ended unpaid', async () => {
    const unpaid = { other_fee_unpaid_total: 1 };
    expect((await outcome(document(unpaid, { claims: fee(0, '本年度未发出收费通知') }), 'X-FEE')).fails).toEqual([
      'unpaid_fee',
    ]);
    expect(await outcome(document(unpaid, { claims: fee(0, '本年度未收取信息处理费') }), 'X-FEE')).toEqual(HOLDS);
  });
  it('is spoken of in section six', async () => {
    expect((await outcome(document({}, { passages: [passage(6, '无其他事项。')] }), 'X-SEC6')).fails).toEqual(['']);
    expect(await outcome(document({}, { passages: [passage(6, '未收取信息处理费。')] }), 'X-SEC6')).toEqual(HOLDS);
    expect((await outcome(document({}, { passages: [passage(1, '概况。')] }), 'X-SEC6')).open).toEqual(['']);
  });
});

describe('X-RATE', () => {
  const figures = { new_total: 8, handled_total: 7, carried_out_total: 1, granted_total: 3 };
  it.each<[string, string[]]>([
    ['依申请公开办结率100%。', ['clearance_rate']],
    ['依申请公开按时办结率100%。', []],
    ['申请办结率为87.5%。', []],
    ['申请办结率为88%。', []],
    ['申请办结率为90%。', ['clearance_rate']],
    ['申请公开率42.86%。', []],
    ['申请公开率43.86%。', ['disclosure_rate']],
    ['建议提案办结率100%，申请另计。', []],
    ['上年申请办结率100%。', []],
  ])('%s', async (text, fails) => {
    expect((await outcome(document(figures, { passages: [passage(1, text)] }), 'X-RATE')).fails).toEqual(fails);
  });
});

describe('who and when', () => {
  it('finds another year in the prose and in the period', async () => {
    const claims = [claim('year', 2023, '标题', null), claim('year', 2022, '2022年，我局…', 1)];
    const evidence = [noted('period', '2022')];
    const found = await outcome(document({}, { claims, evidence }), 'D-YEAR');
    expect(found.fails).toEqual(['period', 'section-1']);
    expect(await outcome(document({}, { claims: [claim('year', 2023, '标题', null)] }), 'D-YEAR')).toEqual(HOLDS);
    expect((await outcome(document({}, {}), 'D-YEAR')).open).toEqual(['']);
  });

  const title = noted('title', '石桥县财政局2023年报告');
  it('finds another name, but takes a short form for the same and a file’s name for no part of the report', async () => {
    const named = (detail: string) =>
      document({}, { evidence: [title, noted('metadata', 'x'), noted('body-disagrees', detail)] });
    expect((await outcome(named('title 石桥县财政局, publisher 石桥县教育局'), 'D-NAME')).fails).toEqual(['']);
    expect(await outcome(named('title 石桥县财政局, publisher 石桥财政局, file name 石桥县教育局'), 'D-NAME')).toEqual(
      HOLDS,
    );
    expect(await outcome(document({}, { evidence: [title, noted('metadata', '石桥县财政局')] }), 'D-NAME')).toEqual(
      HOLDS,
    );
    expect((await outcome(document({}, { evidence: [title] }), 'D-NAME')).open).toEqual(['']);
  });
});

describe('FORM', () => {
  const order = (...sections: number[]) =>
    sections.map((section, index): Evidence => ({
      kind: 'section',
      detail: `${section} 标题`,
      span: { start: index * 10, end: index * 10 + 2 },
    }));
  it.each<[string, Filing, string[]]>([
    ['a sound document', document({}, { evidence: order(1, 2, 3, 4, 5, 6) }), []],
    ['a missing section', document({}, { evidence: [noted('section-missing', '5')] }), ['section-missing 5']],
    ['sections out of order', document({}, { evidence: order(1, 3, 2, 4) }), ['section-order 2']],
    ['an empty section', document({}, { passages: [passage(5, ' ')] }), ['section-empty 5']],
    ['the old form in a later year', document({}, {}, { edition: '2019' }), ['edition']],
    [
      'an absent row and an absent table',
      document(
        {},
        {},
        { gaps: { rules_issued: 'row-absent', review_upheld: 'table-absent', review_total: 'table-absent' } },
      ),
      ['row-absent 2 规章', 'table-absent 4'],
    ],
  ])('%s', async (_, filing, fails) => {
    expect((await outcome(filing, 'FORM')).fails).toEqual(fails);
  });

  it('asks nothing of a list of figures', async () => {
    const list = draftFiling({ body: '石桥县财政局', year: 2023, kind: 'figures', figures: { new_total: 1 } });
    for (const rule of ['FORM', 'D-YEAR', 'D-NAME', 'X-SILENT', 'X-SEC6'])
      expect(await outcome(list, rule)).toEqual(NOT_ASKED);
  });
});
