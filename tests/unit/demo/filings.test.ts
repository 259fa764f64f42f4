import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawBodyYears } from '../../../src/demo/body-years.ts';
import { ALL_ERROR_KINDS } from '../../../src/demo/errors.ts';
import { demonstrationReports } from '../../../src/demo/filings.ts';
import type { PlantedError } from '../../../src/demo/planted-errors.ts';
import { demonstrationProvince } from '../../../src/demo/province.ts';
import { transposeDigits } from '../../../src/demo/request-errors.ts';
import { figureOf, positionOf } from '../../../src/demo/sheet.ts';
import { FORM_CELLS, MEASURES } from '../../../src/form/cells.ts';
import { brokenRules, Shelf } from './published.ts';

const YEARS = { from: 2019, to: 2025 };
/** Rules that no arithmetic over the figures decides: whoever lists them is believed and held to the planted figures. */
const HINTS = new Set(['Y-SAME', 'T2-UNIT', 'T3-CARRY', 'T3-CATCHALL', 'T3-NOTHELD', 'Y-JUMP', 'Y-ZERO']);

function makeReports(bodies: number, seed: number) {
  const province = demonstrationProvince(bodies, seed);
  const reports = [...demonstrationReports(province, YEARS, seed)];
  return { province, reports, shelf: new Shelf(province, reports), errors: reports.flatMap((report) => report.errors) };
}

/** Whether a broken rule is that of the erring report itself, and not of one that is held against it. */
const isWhereItWasPlanted = ({ planted }: PlantedError) => !planted.startsWith('follows from');

const usual = makeReports(600, 1);

describe('demonstration reports', () => {
  it('break exactly the rules that the list of planted errors names, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 500 }), fc.nat(), (bodies, seed) => {
        const { province, shelf, errors } = makeReports(bodies, seed);
        const listed = errors.filter(({ rule }) => !HINTS.has(rule));
        expect(brokenRules(province, shelf).sort()).toEqual(
          listed.map(({ region, body, year, rule, at }) => `${region} ${body} ${year} ${rule} ${at}`).sort(),
        );
      }),
      { numRuns: 12 },
    );
  });

  it('carry every kind of planted error, each found by the rules that must find it', () => {
    const { errors } = makeReports(4000, 2);
    const found = new Map<string, Set<string>>();
    for (const { kind, region, body, plantedIn, rule } of errors.filter(isWhereItWasPlanted)) {
      const key = `${kind} ${region} ${body} ${plantedIn}`;
      found.set(key, (found.get(key) ?? new Set()).add(rule));
    }
    for (const { key, finders } of ALL_ERROR_KINDS.filter((kind) => kind.finders.length > 0)) {
      const planted = [...found].filter(([name]) => name.startsWith(`${key} `));
      expect(planted.length, key).toBeGreaterThan(3);
      for (const [name, rules] of planted) expect([...rules], name).toEqual(expect.arrayContaining([...finders]));
    }
  });

  it('plant an error in two or three of a hundred reports and leave two to four of a hundred out', () => {
    const { province, reports, errors } = usual;
    const wrong = new Set(
      errors.filter(isWhereItWasPlanted).map(({ region, body, plantedIn }) => `${region} ${body} ${plantedIn}`),
    );
    expect(wrong.size / reports.length).toBeGreaterThan(0.02);
    expect(wrong.size / reports.length).toBeLessThan(0.031);
    const due = province.bodies.flatMap(({ from, to }) =>
      [2019, 2020, 2021, 2022, 2023, 2024, 2025].filter((year) => (from ?? year) <= year && year <= (to ?? year)),
    );
    expect(1 - reports.length / due.length).toBeGreaterThan(0.02);
    expect(1 - reports.length / due.length).toBeLessThan(0.04);
  });

  it('state a copied year’s figures as last year’s and a fee in yuan as ten thousand times the true one', () => {
    const fee = usual.errors.find(({ rule }) => rule === 'T2-UNIT')!;
    const value = (stated: string) => Number(stated.split('=')[1]);
    expect(value(fee.published)).toBeCloseTo(value(fee.truth) * 10_000, 4);
    const copied = usual.errors.find(({ rule }) => rule === 'Y-SAME')!;
    const [year, before] = [copied.year, copied.year - 1].map((at) =>
      usual.shelf.all.find(
        ({ body, year }) => body.name === copied.body && body.region === copied.region && year === at,
      )!,
    );
    expect([...year!.figures]).toEqual([...before!.figures]);
  });

  it('give each cell of their edition’s form a figure or a gap with its reason', () => {
    for (const { filing } of usual.reports) {
      const { edition, cells, gaps, text } = filing.report;
      expect(new Set([...cells, ...gaps].map(({ id }) => id))).toEqual(
        new Set(FORM_CELLS[edition!].map(({ id }) => id)),
      );
      expect(cells.length + gaps.length).toBe(FORM_CELLS[edition!].length);
      expect([filing.source.kind, text]).toEqual(['synthetic', '']);
    }
    expect(
      new Set(usual.reports.flatMap(({ filing }) => filing.report.gaps.map(({ reason }) => reason))).size,
    ).toBeGreaterThan(4);
  });

  it('come out on days that exist', () => {
    const dates = new Set(usual.shelf.all.map(({ date }) => date));
    const wrong = [...dates].filter((date) => {
      const day = new Date(`${date}T00:00:00Z`);
      return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date);
    });
    expect(wrong).toEqual([]);
  });

  it('use the 2019 form for 2019 and 2020, and seldom after', () => {
    const old = usual.shelf.all.filter(({ edition }) => edition === '2019');
    expect(usual.shelf.all.filter(({ year, edition }) => year < 2021 && edition !== '2019')).toEqual([]);
    const late = old.filter(({ year }) => year > 2020);
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ year }) => year <= 2022)).toBe(true);
  });

  it('add up: a government reports its own part and all of its area, exactly', () => {
    let held = 0;
    for (let seed = 0; seed < 30; seed++) {
      const { province, shelf, errors } = makeReports(40, seed);
      const wrong = new Set(errors.map(({ region, body, year }) => `${region} ${body} ${year}`));
      for (const county of province.area.parts.flatMap(({ parts }) => parts)) {
        const own = drawBodyYears(county.government, YEARS, seed);
        for (const [index, year] of [2021, 2022, 2023, 2024, 2025].entries()) {
          const all = [county.government, ...county.members].map((body) => shelf.of(body, year));
          const isWhole = all.every(
            (report) =>
              report?.edition === '2021' &&
              report.figures.size === MEASURES.length &&
              !wrong.has(`${report.body.region} ${report.body.name} ${year}`),
          );
          if (!isWhole) continue;
          held++;
          for (const { id } of MEASURES) {
            const [government, ...members] = all.map((report) => report!.figures.get(id)!);
            const below = members.reduce((sum, figure) => sum + figure, figureOf(own[index + 2]!, positionOf(id)));
            expect(government, `${county.government.name} ${year} ${id}`).toBeCloseTo(below, 6);
          }
        }
      }
    }
    expect(held).toBeGreaterThan(5);
  });

  it('are the same for the same seed and others for another', () => {
    const first = (seed: number) => [...demonstrationReports(demonstrationProvince(40, seed), YEARS, seed)];
    expect(first(9)).toEqual(first(9));
    expect(first(9)).not.toEqual(first(10));
  });
});

describe('transposeDigits', () => {
  it.each([
    [52, 25],
    [121, 112],
    [25, 25],
    [7, 7],
    [40, 40],
    [420, 240],
  ])('makes %d into %d', (value, wrong) => {
    expect(transposeDigits(value)).toBe(wrong);
  });
});
