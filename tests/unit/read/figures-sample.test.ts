import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isMeasure } from '../../../src/form/cells.ts';
import { figuresFormat } from '../../../src/read/figures-format.ts';
import { readFigureList } from '../../../src/read/figures.ts';
import { recogniseBody } from '../../../src/bodies/recognise.ts';
import { readRegistry } from '../../../src/store/registry.ts';

const folder = new URL('../../../data/sample/', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const reports = await readFigureList(textOf('reports.jsonl'), 'jsonl');
const singles = await readFigureList(textOf('single-figures.csv'), 'csv-long');
const singleLines = textOf('single-figures.csv').trim().split('\n').slice(1);
const registryLines = textOf('registry.csv').trim().split('\n');

function registry() {
  const columns = registryLines[0]!.split(',');
  return readRegistry(
    registryLines.slice(1).map((text, index) => {
      const fields = text.split(',');
      return { line: index + 2, fields: Object.fromEntries(columns.map((column, at) => [column, fields[at]])) };
    }),
  );
}

const cell = (body: string, year: number, id: string) => {
  const filing = [...reports.filings, ...singles.filings].find(
    (candidate) => candidate.body === body && candidate.year === year,
  );
  return (
    filing?.report.cells.find((candidate) => candidate.id === id)?.value ??
    filing?.report.gaps.find((gap) => gap.id === id)?.reason
  );
};

describe('the sample', () => {
  it('reads without a problem', () => {
    expect(reports.problems).toEqual([]);
    expect(singles.problems).toEqual([]);
    expect(registry().problems).toEqual([]);
  });

  it('is told by its headers, and nothing else in the folder is', () => {
    const formats = readdirSync(folder).map((name) => [name, figuresFormat(name, textOf(name).slice(0, 500))]);
    expect(formats).toEqual([
      ['registry.csv', 'registry'],
      ['reports.jsonl', 'jsonl'],
      ['single-figures.csv', 'csv-long'],
    ]);
  });

  it('turns every line of single figures into one cell or one claim', () => {
    const read = singles.filings.flatMap(({ report }) => [...report.cells, ...report.claims]);
    expect(read).toHaveLength(singleLines.length);
    const measures = singleLines.filter((line) => isMeasure(line.split(',')[6]!));
    expect(singles.filings.reduce((sum, { report }) => sum + report.cells.length, 0)).toBe(measures.length);
  });

  it('keeps every figure, gap and claim of the whole reports', () => {
    const lines = textOf('reports.jsonl').trim().split('\n');
    expect(reports.filings).toHaveLength(lines.length);
    for (const [index, line] of lines.entries()) {
      const entry = JSON.parse(line) as {
        measures: Record<string, number>;
        form_2019?: Record<string, number>;
        gaps?: Record<string, string>;

        claims?: unknown[];
      };
      const { report } = reports.filings[index]!;
      expect(Object.fromEntries(report.cells.map(({ id, value }) => [id, value]))).toEqual({
        ...entry.measures,
        ...entry.form_2019,
      });
      expect(Object.fromEntries(report.gaps.map(({ id, reason }) => [id, reason]))).toEqual(entry.gaps ?? {});
      expect(report.claims).toHaveLength(entry.claims?.length ?? 0);
    }
  });

  it('has the size that its description states', () => {
    const stated = readFileSync(new URL('../SOURCES.md', folder), 'utf8');
    expect(stated).toContain(`${reports.filings.length} body-years`);
    expect(stated).toContain(`${singleLines.length.toLocaleString('en')} figures of ${singles.filings.length} further`);
    expect(stated).toContain(`the ${registryLines.length - 1} bodies`);
  });

  it('holds a body and year once', () => {
    const keys = [...reports.filings, ...singles.filings].map(({ body, year, region }) => `${region} ${body} ${year}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['叶县住房和城乡建设局', 2025, 'admin_fees_wan', 3592],
    ['叶县住房和城乡建设局', 2025, 'new_other_org', 'column-absent'],
    ['叶县住房和城乡建设局', 2025, 'unable_not_held_total', 'cut-off'],
    ['叶县住房和城乡建设局', 2025, 'suit_direct_pending', 1],
    ['上海市人民政府办公厅', 2019, 'procurement_amount_yuan', 251000],
    ['上海市人民政府办公厅', 2019, 'granted_total', 'blank'],
    ['淮安市洪泽区人民政府', 2023, 'other_other_total', 'row-absent'],
    ['长春市退役军人事务局', 2023, 'new_total', 3],
    ['江苏省公安厅', 2023, 'handled_total', 182],
    ['江门市人民政府', 2024, 'admin_fees_wan', 141864.3672],
    ['武汉市硚口区政府办公室', 2025, 'handled_total', 75],
    ['南京市江宁区人民政府', 2022, 'new_total', 783],
  ])('has for %s %i in %s what was published: %s', (body, year, id, value) => {
    expect(cell(body, year, id)).toBe(value);
  });

  it('records 25 cells without a column and 4 cut off in the table of 叶县', () => {
    const { gaps } = reports.filings.find(({ body }) => body === '叶县住房和城乡建设局')!.report;
    expect(gaps.filter(({ reason }) => reason === 'column-absent')).toHaveLength(25);
    expect(gaps.filter(({ reason }) => reason === 'cut-off').map(({ id }) => id)).toEqual([
      'denied_third_party_total',
      'unable_not_held_total',
      'not_processed_petition_total',
      'other_no_correction_total',
    ]);
  });

  it('registers every body once, at the level and kind its name tells, but for one that only its collector knew', () => {
    const { bodies } = registry();
    const named = new Set([...reports.filings, ...singles.filings].map(({ body }) => body));
    expect(new Set(bodies.map(({ name }) => name))).toEqual(named);
    const others = bodies.filter(({ name, region, level, kind }) => {
      const told = recogniseBody(name, region);
      return told.level !== level || told.kind !== kind;
    });
    expect(others.map(({ name }) => name)).toEqual(['西安市西大街发展服务中心']);
  });
});
