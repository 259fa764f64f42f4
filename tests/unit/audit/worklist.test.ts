import { read, utils, type WorkSheet } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditDataset, auditSizeQuery } from '../../../src/audit/audit.ts';
import { RULES } from '../../../src/audit/families.ts';
import type { Finding } from '../../../src/audit/finding.ts';
import { openFindingFigures } from '../../../src/audit/finding-figures.ts';
import { worklistWorkbook } from '../../../src/audit/workbook.ts';
import { askWorklist } from '../../../src/audit/worklist.ts';
import { WorklistGathering } from '../../../src/audit/worklist-gathering.ts';
import { demonstrationReports } from '../../../src/demo/filings.ts';
import { demonstrationProvince, provinceRegistry } from '../../../src/demo/province.ts';
import { buildInMemory } from '../../../src/host/dataset-memory.ts';
import type { Database } from '../../../src/store/database.ts';
import { datasetFactsQuery } from '../../../src/store/dataset-facts.ts';
import type { Filing } from '../../../src/store/filing.ts';
import type { Registry } from '../../../src/store/registry.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';

const ALL = RULES.map(({ id }) => id);
const SEED = 7;
const BODIES = 150;
const EXPORTED = Date.UTC(2026, 1, 3);

const opened: Database[] = [];
afterAll(() => Promise.all(opened.map((database) => database.close())));

async function openBuilt(filings: readonly Filing[], synthetic: boolean, registry: Registry | null = null) {
  const description = { name: 'worklist', synthetic, madeAt: '2026-01-01T00:00:00Z', version: '0.0.0' };
  const { database } = await buildInMemory(filings, description, registry);
  opened.push(database);
  return database;
}

async function auditAll(database: Database): Promise<Finding[]> {
  const [size] = await database.ask(auditSizeQuery());
  const findings: Finding[] = [];
  for await (const piece of auditDataset(database, size!, ALL)) findings.push(...piece.findings);
  return findings;
}

async function askAll(database: Database, reports: readonly number[], withOpen: boolean, rules = ALL) {
  const findings: Finding[] = [];
  const done: number[] = [];
  for await (const piece of askWorklist(database, reports, { rules, withOpen })) {
    findings.push(...piece.findings);
    done.push(piece.done);
  }
  return { findings, done };
}

type Row = Record<string, unknown>;

/** A workbook of these findings as a reader opens it: rows by heading, and every cell of all sheets. */
async function bookOf(database: Database, findings: readonly Finding[], language: 'zh' | 'en', mostRows?: number) {
  const gathering = new WorklistGathering(language, mostRows);
  const [facts] = await database.ask(datasetFactsQuery());
  const { findings: rows, ...rest } = gathering.take(findings, await openFindingFigures(database, findings), facts!);
  const about = gathering.about({ rules: ALL, exportedAt: EXPORTED });
  const book = read(await worklistWorkbook({ findings: rows, ...rest, about }, language));
  const sheet = (name: string): WorkSheet => book.Sheets[name]!;
  return {
    names: book.SheetNames,
    gathering,
    rows: (name: string) => utils.sheet_to_json<Row>(sheet(name), { defval: null }),
    about: utils.sheet_to_json<unknown[]>(sheet(book.SheetNames.at(-1)!), { header: 1, defval: null }),
    cells: book.SheetNames.flatMap((name) =>
      Object.entries(sheet(name)).flatMap(([address, cell]) =>
        address.startsWith('!') ? [] : [cell as { t: string; v: unknown; f?: string }],
      ),
    ),
  };
}

describe('a worklist of the demonstration', () => {
  let database: Database;
  let audited: Finding[];
  beforeAll(async () => {
    const province = demonstrationProvince(BODIES, SEED);
    const filings: Filing[] = [];
    for (const { filing } of demonstrationReports(province, { from: 2019, to: 2025 }, SEED, true)) filings.push(filing);
    database = await openBuilt(filings, true, provinceRegistry(province));
    audited = await auditAll(database);
  }, 120_000);

  it('lists of some reports what the whole audit lists of them, those that cannot be checked on demand', async () => {
    const failing = [...new Set(audited.filter(({ outcome }) => outcome === 'fails').map(({ reportId }) => reportId))];
    const reports = failing.filter((_, index) => index % 3 === 0);
    const wanted = new Set(reports);
    const own = audited.filter(({ reportId }) => wanted.has(reportId));
    const { findings, done } = await askAll(database, [...reports].reverse(), false);
    expect(findings).toEqual(own.filter(({ outcome }) => outcome === 'fails'));
    expect(done.at(-1)).toBe(reports.length);
    expect((await askAll(database, reports, true)).findings).toEqual(own);
    const [some] = RULES.filter(({ id }) => id === 'T3-ROW');
    const ofOne = await askAll(database, reports, true, [some!.id]);
    expect(ofOne.findings).toEqual(own.filter(({ rule }) => rule === 'T3-ROW'));
  });

  it('gives every sum cell by cell, so that a calculator comes to what is due and what stands there', async () => {
    const failing = audited.filter(({ outcome }) => outcome === 'fails');
    const { rows } = await bookOf(database, failing, 'en');
    const arithmetic = new Map<unknown, Row[]>();
    for (const row of rows('arithmetic')) arithmetic.set(row['no.'], [...(arithmetic.get(row['no.']) ?? []), row]);
    const checked = new Set<string>();
    for (const row of rows('findings')) {
      for (const side of ['expected', 'actual'] as const) {
        const own = arithmetic.get(row['no.']) ?? [];
        const values = (operation: string) =>
          own
            .filter((part) => part['in the arithmetic'] === `${side}: ${operation}`)
            .map((part) => part['figure, or why there is none']);
        const [add, subtract, divide] = ['add', 'subtract', 'divide by'].map(values) as [
          unknown[],
          unknown[],
          unknown[],
        ];
        const all = [...add, ...subtract, ...divide];
        if (add.length === 0 || all.some((value) => typeof value !== 'number')) continue;
        const total = (parts: unknown[]) => (parts as number[]).reduce((sum, value) => sum + value, 0);
        const result = own.find(
          (part) =>
            part['cell'] === null &&
            String(part['in the arithmetic']).startsWith(side) &&
            !String(part['in the arithmetic']).includes(':'),
        );
        const factor = Number(/times (\d+)/.exec(String(result!['in the arithmetic']))?.[1] ?? 1);
        const comes = ((total(add) - total(subtract)) / (divide.length > 0 ? total(divide) : 1)) * factor;
        expect([row['rule'], row['place'], comes]).toEqual([
          row['rule'],
          row['place'],
          expect.closeTo(result!['figure, or why there is none'] as number, 6),
        ]);
        expect(row[side]).toBeCloseTo(comes, 6);
        checked.add(String(row['rule']));
      }
    }
    expect([...checked]).toEqual(
      expect.arrayContaining(['T3-SUM', 'T3-ROW', 'T3-CARRY', 'T3-NOTHELD', 'Y-CARRY', 'Y-STOCK', 'X-PROSE']),
    );
  });

  it('says in every sheet that the figures are made up', async () => {
    const { names, rows, about } = await bookOf(database, audited.slice(0, 200), 'zh');
    expect(names).toEqual(['问题', '算式', '出处', '说明']);
    for (const name of names.slice(0, 3)) {
      const natures = new Set(rows(name).map((row) => row['数据性质']));
      expect([...natures]).toEqual(['演示数据，全部虚构，不得引用']);
    }
    expect(about).toContainEqual(expect.arrayContaining(['数据性质', '演示数据，全部虚构，不得引用']));
  });

  it('ends with a whole finding where there is no room for more, and says how many are left', async () => {
    const { gathering, rows, about } = await bookOf(database, audited, 'zh', 100);
    const { findings } = gathering.counts;
    expect(gathering.left).toBe(audited.length - findings);
    expect(findings).toBeGreaterThan(0);
    expect(rows('问题')).toHaveLength(findings);
    expect(findings + rows('算式').length).toBeLessThanOrEqual(100);
    expect(new Set(rows('算式').map((row) => row['序号'])).size).toBeLessThanOrEqual(findings);
    const left = (audited.length - findings).toLocaleString('en');
    expect(about.find(([name]) => name === '未列出')).toEqual(
      expect.arrayContaining([expect.stringContaining(`另有 ${left} 处未列出`)]),
    );
  });
});

describe('a worklist of a list of figures and of documents', () => {
  const TRICK = '=HYPERLINK("http://example.com","x")';
  let database: Database;
  let findings: Finding[];
  beforeAll(async () => {
    database = await openBuilt(
      [
        draftFiling({
          body: TRICK,
          year: 2024,
          kind: 'document',
          figures: {
            new_total: 5,
            new_natural: 3,
            handled_total: 4,
            granted_total: 4,
            granted_natural: 4,
            handled_natural: 4,
          },
          gaps: { carried_in_total: 'blank' },
          corrections: [{ cell: 'new_natural', before: 3, after: 5, madeAt: '2026-01-02', reason: null }],
          report: {
            claims: [
              { topic: 'new', value: 7, section: 1, sentence: '+7件：@新收申请7件。', span: { start: 0, end: 5 } },
            ],
          },
        }),
      ],
      false,
    );
    const [size] = await database.ask(auditSizeQuery());
    findings = (await askAll(database, [size!.lastReport], true, ['T3-COL', 'X-PROSE'])).findings;
  });

  it('keeps numbers as numbers, gaps as their reasons, and text that looks like a formula as text', async () => {
    const { rows, cells } = await bookOf(database, findings, 'zh');
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    const texts = cells.filter(({ t }) => t === 's').map(({ v }) => String(v));
    expect(texts.filter((text) => /^[=+\-@\t]/.test(text))).toEqual([]);
    const [natural, total, prose] = rows('问题');
    expect(natural).toMatchObject({
      单位: `'${TRICK}`,
      应为: 5,
      实为: 4,
      相差: -1,
      程度: '必须成立',
      数据性质: '已公布的数字',
    });
    expect(total).toMatchObject({
      结果: '无法核对',
      应为: null,
      相差: null,
      所缺各格: expect.stringContaining('空白') as unknown,
    });
    expect(prose).toMatchObject({ 规则: 'X-PROSE', 应为: 5, 实为: 7, 相差: 2, 原文: `'+7件：@新收申请7件。` });
    const ofTotal = rows('算式').filter((row) => row['序号'] === 2);
    expect(ofTotal.map((row) => row['数字（无数字时为原因）'])).toEqual([5, '空白', 4, 0]);
    expect(natural!['有关各格（表式项目）']).toContain('一、本年新收政府信息公开申请数量 · 自然人');
  });

  it('says beside a figure that a person corrected what was read', async () => {
    const { rows } = await bookOf(database, findings, 'zh');
    const corrected = rows('算式').find((row) => row['编号'] === 'new_natural');
    expect(corrected).toMatchObject({ '数字（无数字时为原因）': 5, 人工更正前读到的数字: 3 });
  });

  it('names each report once, with its document and the data it stands in', async () => {
    const [facts] = await database.ask(datasetFactsQuery());
    const { rows } = await bookOf(database, findings, 'zh');
    expect(rows('出处')).toEqual([
      expect.objectContaining({
        年度: 2024,
        文件: `'${TRICK}-2024.txt`,
        录入方式: '读自文件',
        数据指纹: facts!.fingerprint,
        数据集: 'worklist',
      }),
    ]);
  });

  it('stops where it is given up', async () => {
    const controller = new AbortController();
    controller.abort(new Error('given up'));
    const asked = askWorklist(database, [1], { rules: ALL, withOpen: true }, controller.signal);
    await expect(asked.next()).rejects.toThrow('given up');
  });
});
