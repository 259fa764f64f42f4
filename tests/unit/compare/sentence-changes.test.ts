import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SentenceChange, sentenceChanges } from '../../../src/compare/sentence-changes.ts';
import { textSimilarity } from '../../../src/compare/text-similarity.ts';
import { wordChanges } from '../../../src/compare/word-changes.ts';

describe('how alike two texts are', () => {
  it('is the share of runs of five characters that both have', () => {
    // 甲乙丙丁戊, 乙丙丁戊己 beside 甲乙丙丁戊, 乙丙丁戊庚: one run of three.
    expect(textSimilarity('甲乙丙丁戊己', '甲乙丙丁戊庚')).toEqual({ shared: 1, all: 3, value: 1 / 3 });
  });

  it('counts a run once, however often it is said', () => {
    expect(textSimilarity('一二三四五一二三四五', '一二三四五')).toEqual({ shared: 1, all: 5, value: 0.2 });
  });

  it('is 1 for the same text whatever its white space, 0 where nothing is shared, and nothing without text', () => {
    expect(textSimilarity('本年度 无其他\n需要报告的事项', '本年度无其他需要报告的事项')?.value).toBe(1);
    expect(textSimilarity('无。', '无。')).toEqual({ shared: 1, all: 1, value: 1 });
    expect(textSimilarity('甲乙丙丁戊', '')).toEqual({ shared: 0, all: 1, value: 0 });
    expect(textSimilarity(' ', '')).toBeNull();
  });

  it('is the same both ways, and as lists of runs give it', () => {
    const text = fc.stringMatching(/^[甲乙 ]{0,30}$/u);
    const runs = (of: string) => {
      const bare = of.split(' ').join('');
      const all: string[] = [];
      for (let at = 0; at + 5 <= bare.length; at += 1) all.push(bare.substring(at, at + 5));
      return all.length === 0 && bare !== '' ? [bare] : all;
    };
    fc.assert(
      fc.property(text, text, (one, other) => {
        const union = [...new Set(runs(one).concat(runs(other)))];
        const common = union.filter((run) => runs(one).includes(run) && runs(other).includes(run));
        const value = union.length === 0 ? undefined : common.length / union.length;
        expect(textSimilarity(one, other)?.value).toBe(value);
        expect(textSimilarity(other, one)?.value).toBe(value);
      }),
      { seed: 7 },
    );
  });
});

const kinds = (changes: readonly SentenceChange[]) => changes.map(({ kind }) => kind);
const only = (left: string, right: string) =>
  sentenceChanges([{ section: 1, text: left }], [{ section: 1, text: right }])[0]!.sentences;

describe('two texts', () => {
  it('that are the same have nothing but sentences that are the same', () => {
    expect(only('甲。乙；丙', '甲。 乙；\n丙')).toEqual([
      { kind: 'same', text: '甲。' },
      { kind: 'same', text: ' 乙；\n' },
      { kind: 'same', text: '丙' },
    ]);
  });

  it('tell the words that changed in a sentence', () => {
    const pieces = only('全年新收申请127件，办结119件。', '全年新收申请31件，办结119件。').flatMap((sentence) =>
      sentence.kind === 'reworded' ? sentence.pieces : [],
    );
    expect(pieces.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'gone', text: '127' },
      { kind: 'new', text: '31' },
    ]);
  });

  it('know a sentence that moved within a section, and say it once on either side', () => {
    const moved = '加强对基层单位的业务培训和指导。';
    const changes = only(`${moved}完善平台建设。健全工作机制。`, `完善平台建设。健全工作机制。${moved}`);
    expect(kinds(changes)).toEqual(['moved-away', 'same', 'same', 'moved-here']);
  });

  it('know a sentence that moved into another section', () => {
    const moved = '本机关没有收取信息处理费。';
    const changes = sentenceChanges(
      [
        { section: 5, text: `公开内容不够全面。${moved}` },
        { section: 6, text: '无。' },
      ],
      [
        { section: 5, text: '公开内容不够全面。' },
        { section: 6, text: `无。${moved}` },
      ],
    );
    expect(changes.map(({ section, sentences }) => [section, kinds(sentences)])).toEqual([
      [5, ['same', 'moved-away']],
      [6, ['same', 'moved-here']],
    ]);
    expect(changes[0]!.sentences[1]).toEqual({ kind: 'moved-away', text: moved, section: 6 });
  });

  it('take a short sentence that is said at many places for no moved one', () => {
    expect(kinds(only('无。甲乙丙丁。', '甲乙丙丁。无。'))).toEqual(['gone', 'same', 'new']);
  });

  it('that share nothing are all gone and all new, and a section of one alone has no other side', () => {
    expect(kinds(only('强化组织领导。', '今后将提前准备。')).sort()).toEqual(['gone', 'new']);
    const [alone] = sentenceChanges([], [{ section: 3, text: '情况见下表。' }]);
    expect(alone).toEqual({
      section: 3,
      similarity: { shared: 0, all: 2, value: 0 },
      sentences: [{ kind: 'new', text: '情况见下表。' }],
    });
  });

  it('can both be read off the sentences, each in its own order', () => {
    const text = fc
      .array(fc.stringMatching(/^[甲乙丙丁]{0,3}(申请办理情况的说明)?[0-9]{1,2}[。；]$/u), { maxLength: 12 })
      .map((sentences) => sentences.join(''));
    const side = (changes: readonly SentenceChange[], alone: readonly string[], piece: 'gone' | 'new') =>
      changes
        .filter(({ kind }) => kind === 'same' || kind === 'reworded' || alone.includes(kind))
        .map((change) =>
          change.kind === 'reworded'
            ? change.pieces
                .filter(({ kind }) => kind === 'same' || kind === piece)
                .map((one) => one.text)
                .join('')
            : change.text,
        )
        .join('');
    fc.assert(
      fc.property(text, text, (left, right) => {
        const changes = left + right === '' ? [] : only(left, right);
        expect(side(changes, ['gone', 'moved-away'], 'gone')).toBe(left);
        expect(side(changes, ['new', 'moved-here'], 'new')).toBe(right);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

it('words that changed are told apart from a unit that did not', () => {
  expect(wordChanges('收到八件', '收到十件')).toEqual([
    { kind: 'same', text: '收到' },
    { kind: 'gone', text: '八' },
    { kind: 'new', text: '十' },
    { kind: 'same', text: '件' },
  ]);
});
