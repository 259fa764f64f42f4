import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APPLICANT_COLUMNS } from '../../../src/form/applicants.ts';
import { isMeasure } from '../../../src/form/cells.ts';
import { openPdf } from '../../../src/host/pdf-node.ts';
import { ReadFailure } from '../../../src/read/failure.ts';
import { readDocument, readReport } from '../../../src/read/reader.ts';
import type { Report } from '../../../src/read/report.ts';
import { judgeReading, type Expectation } from '../../fixtures/documents/expectation.ts';

const folder = join(import.meta.dirname, '../../../../shared/reports');
const present = existsSync(folder);
if (!present) console.warn('SKIPPED: real reports are not read, ../shared/reports is absent');

const readReal = (path: string): Report => readReport(new Uint8Array(readFileSync(join(folder, path))), basename(path));

type Figures = Readonly<Record<string, number>>;
interface RealExpectation {
  readonly body: string;
  readonly year: number;
  readonly measures: Figures;
  readonly form_2019: Figures;
}

const expectedOf = (name: string): RealExpectation =>
  JSON.parse(readFileSync(join(folder, 'expected', `${name}.json`), 'utf8')) as RealExpectation;

function figuresOf(report: Report): Pick<RealExpectation, 'measures' | 'form_2019'> {
  const split = (wanted: boolean) =>
    Object.fromEntries(report.cells.filter(({ id }) => isMeasure(id) === wanted).map(({ id, value }) => [id, value]));
  return { measures: split(true), form_2019: split(false) };
}

/** Judged by wrong figures alone: any cell may be a gap, for any reason, down to a number of right cells. */
const noWrongCell = (
  { measures, form_2019 }: Pick<RealExpectation, 'measures' | 'form_2019'>,
  minimum: number,
): Expectation => ({
  shows: 'no wrong cell',
  measures,
  form_2019,
  gaps: {},
  mayBeGap: ['*'],
  gapReasonFree: true,
  minimum,
});

const row = (key: string, value: number): Figures =>
  Object.fromEntries(APPLICANT_COLUMNS.map((column) => [`${key}_${column.key}`, value]));

const none = (...ids: string[]): Figures => Object.fromEntries(ids.map((id) => [id, 0]));

describe.skipIf(!present)('real reports', () => {
  it('叶县 2025 gives 171 measures and 29 gaps, and its prose states 2024', () => {
    const report = readReal('yexian-housing-2025.txt');
    const { body, year, measures, form_2019 } = expectedOf('yexian-housing-2025');
    expect(figuresOf(report)).toEqual({ measures, form_2019 });
    expect({ body: report.body, year: report.year, edition: report.edition }).toEqual({ body, year, edition: '2021' });
    const cut = report.gaps.filter(({ reason }) => reason === 'cut-off').map(({ id }) => id);
    const absent = report.gaps.filter(({ reason }) => reason === 'column-absent').map(({ id }) => id);
    expect(cut.sort()).toEqual([
      'denied_third_party_total',
      'not_processed_petition_total',
      'other_no_correction_total',
      'unable_not_held_total',
    ]);
    expect(absent).toHaveLength(25);
    expect(absent.every((id) => id.endsWith('_other_org'))).toBe(true);
    expect(report.gaps).toHaveLength(29);
    expect(report.claims.some(({ value, section }) => value === 2024 && section === 1)).toBe(true);
    expect(report.claims.some(({ value, section }) => value === 3 && section === 1)).toBe(true);
    expect(judgeReading(report, noWrongCell({ measures, form_2019 }, 171))).toEqual([]);
  });

  it('洪泽区 2023, a PDF, gives exactly its figures with its one row of 2019, over pages and wrong totals', async () => {
    const name = 'hongze-district-2023.pdf';
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const report = await readDocument(bytes, name, { pdf: openPdf });
    const { year, measures, form_2019 } = expectedOf('hongze-district-2023');
    expect(figuresOf(report)).toEqual({ measures, form_2019 });
    expect({ body: report.body, year: report.year, edition: report.edition }).toEqual({
      body: '洪泽区人民政府',
      year,
      edition: '2021',
    });
    expect(new Set(report.gaps.map(({ reason }) => reason))).toEqual(new Set(['row-absent']));
    expect(
      report.cells.every(({ span, raw }) => span !== null && report.text.slice(span.start, span.end) === raw),
    ).toBe(true);
  });

  it('上海市办公厅 2019 gives exactly its figures, and neither body nor year', () => {
    const report = readReal('shanghai-office-2019.html');
    const { measures, form_2019 } = expectedOf('shanghai-office-2019');
    expect(figuresOf(report)).toEqual({ measures, form_2019 });
    expect({ body: report.body, year: report.year, edition: report.edition }).toEqual({
      body: null,
      year: null,
      edition: '2019',
    });
    expect(judgeReading(report, noWrongCell({ measures, form_2019 }, 1))).toEqual([]);
  });

  it('上海市科委 2024, damaged, gives no wrong cell and at least 185 right ones', () => {
    const report = readReal('shanghai-science-2024.md');
    expect(judgeReading(report, noWrongCell(expectedOf('shanghai-science-2024'), 185))).toEqual([]);
  });

  const shapes = present ? readdirSync(join(folder, 'expected')).filter((name) => name.startsWith('shape-')) : [];
  it.each(shapes)('%s gives no wrong cell and most of the right ones', (name) => {
    const stem = basename(name, '.json');
    const expected = expectedOf(stem);
    const listed = Object.keys(expected.measures).length + Object.keys(expected.form_2019).length;
    const report = readReal(`shapes/${stem.slice('shape-'.length)}.txt`);
    expect(judgeReading(report, noWrongCell(expected, Math.floor(listed * 0.8)))).toEqual([]);
  });

  it('尼勒克 2023, bars on lines of their own, gives 6 规章 in force and no request', () => {
    const measures = {
      ...none(
        'rules_issued',
        'rules_repealed',
        'normative_docs_issued',
        'normative_docs_repealed',
        'normative_docs_in_force',
      ),
      ...none('licensing_decisions', 'penalty_decisions', 'coercion_decisions', 'admin_fees_wan'),
      rules_in_force: 6,
      ...row('new', 0),
    };
    expect(figuresOf(readReal('shapes/nileke-town-2023.txt'))).toEqual({ measures, form_2019: {} });
  });

  it('潼关 2019 reads +3, +4 and 24.5万元 as 3, 4 and 245000 yuan', () => {
    const figures = {
      measures: { licensing_decisions: 19, penalty_decisions: 0, coercion_decisions: 0 },
      form_2019: {
        ...none('rules_newly_made', 'rules_newly_public', 'rules_total_public'),
        ...none('normative_docs_newly_made', 'normative_docs_newly_public', 'normative_docs_total_public'),
        licensing_items_last_year: 16,
        licensing_items_change: 3,
        other_services_items_last_year: 0,
        other_services_items_change: 4,
        other_services_decisions: 4,
        ...none('penalty_items_last_year', 'penalty_items_change', 'coercion_items_last_year', 'coercion_items_change'),
        ...none('fee_items_last_year', 'fee_items_change'),
        procurement_items: 2,
        procurement_amount_yuan: 245_000,
      },
    };
    const report = readReal('shapes/tongguan-zhujian-2019.txt');
    expect(figuresOf(report)).toEqual(figures);
    expect(report.edition).toBe('2019');
    expect(judgeReading(report, noWrongCell(figures, 22))).toEqual([]);
  });

  it('螅镇 2022, an empty old form, gives no figure', () => {
    const report = readReal('shapes/xizhen-2022.txt');
    expect(report.cells).toEqual([]);
    expect(report.edition).toBe('2019');
  });

  it('徐望镇 2025, captions and a label lost, gives 124 licences and no wrong cell', () => {
    const measures = {
      ...none('rules_issued', 'rules_repealed', 'rules_in_force'),
      ...none('normative_docs_issued', 'normative_docs_repealed', 'normative_docs_in_force'),
      licensing_decisions: 124,
      ...none('penalty_decisions', 'coercion_decisions', 'admin_fees_wan'),
    };
    const report = readReal('shapes/xuwang-town-2025.txt');
    expect(report.cells.find(({ id }) => id === 'licensing_decisions')?.value).toBe(124);
    expect(judgeReading(report, noWrongCell({ measures, form_2019: {} }, 7))).toEqual([]);
  });

  it('headings without tables give no figure', () => {
    let cells: readonly unknown[] = [];
    try {
      ({ cells } = readReal('shapes/tables-missing-three-pages.txt'));
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      expect(error.code).toBe('not-a-report');
    }
    expect(cells).toEqual([]);
  });
});
