import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberReports, type FiledReport } from '../../../src/store/numbering.ts';

const filed = (change: Partial<FiledReport>): FiledReport => ({
  filing: 0,
  bodyId: 1,
  year: 2021,
  published: null,
  entered: 'document',
  source: 0,
  sourceName: 'a.html',
  corrected: 0,
  digest: '0',
  ...change,
});

const versions = (reports: readonly FiledReport[]) =>
  numberReports(reports).map(({ filing, version, current }) => ({ filing, version, current }));

describe('the numbering of reports', () => {
  it('follows year, then body', () => {
    const reports = [filed({ filing: 0, year: 2022 }), filed({ filing: 1, bodyId: 2 }), filed({ filing: 2 })];
    expect(numberReports(reports).map(({ filing, reportId }) => [filing, reportId])).toEqual([
      [2, 1],
      [1, 2],
      [0, 3],
    ]);
  });

  it('makes the latest published version current, an unknown date coming first', () => {
    const reports = [
      filed({ filing: 0, published: '2022-02-18' }),
      filed({ filing: 1 }),
      filed({ filing: 2, published: '2022-01-20' }),
    ];
    expect(versions(reports)).toEqual([
      { filing: 1, version: 1, current: false },
      { filing: 2, version: 2, current: false },
      { filing: 0, version: 3, current: true },
    ]);
  });

  it('puts a document after a list of figures, and both after anything made up', () => {
    const reports = [
      filed({ filing: 0 }),
      filed({ filing: 1, entered: 'synthetic' }),
      filed({ filing: 2, entered: 'figures' }),
    ];
    expect(versions(reports).map(({ filing }) => filing)).toEqual([1, 2, 0]);
  });

  it('takes the later source name where nothing else tells', () => {
    const reports = [filed({ filing: 0, sourceName: 'b.html' }), filed({ filing: 1, sourceName: 'a.html' })];
    expect(versions(reports).at(-1)).toEqual({ filing: 0, version: 2, current: true });
  });

  it('numbers sources as reports meet them', () => {
    const reports = [
      filed({ filing: 0, year: 2022, source: 7 }),
      filed({ filing: 1, source: 9 }),
      filed({ filing: 2, year: 2023, source: 9 }),
    ];
    expect(numberReports(reports).map(({ sourceId }) => sourceId)).toEqual([1, 2, 1]);
  });

  it('does not depend on the order of the input', () => {
    const report = fc.record({
      bodyId: fc.integer({ min: 1, max: 3 }),
      year: fc.integer({ min: 2020, max: 2022 }),
      published: fc.option(fc.constantFrom('2022-01-20', '2022-02-18')),
      entered: fc.constantFrom('document', 'figures', 'synthetic'),
      sourceName: fc.constantFrom('a', 'b'),
      digest: fc.string({ minLength: 4 }),
    });
    const place = ({ bodyId, year, digest, version, current, reportId }: ReturnType<typeof numberReports>[number]) => [
      reportId,
      bodyId,
      year,
      digest,
      version,
      current,
    ];
    fc.assert(
      fc.property(fc.array(report, { maxLength: 12 }), (drafts) => {
        const reports = drafts.map((draft, filing) => filed({ ...draft, filing, source: filing }));
        expect(numberReports([...reports].reverse()).map(place)).toEqual(numberReports(reports).map(place));
      }),
    );
  });

  it('gives every body-year exactly one current version', () => {
    const reports = [
      filed({}),
      filed({ filing: 1 }),
      filed({ filing: 2, year: 2020 }),
      filed({ filing: 3, bodyId: 2 }),
    ];
    expect(numberReports(reports).filter(({ current }) => current)).toHaveLength(3);
  });
});
