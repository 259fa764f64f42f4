import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divisionAt } from '../../../src/bodies/divisions.ts';
import { isKind } from '../../../src/bodies/kinds.ts';
import { PROVINCE } from '../../../src/demo/place-names.ts';
import {
  demonstrationProvince,
  FEWEST_BODIES,
  MOST_BODIES,
  nameIn,
  provinceRegistry,
} from '../../../src/demo/province.ts';

const usual = demonstrationProvince(600, 1);

describe('the fictional province', () => {
  it('has exactly as many bodies as asked for, each once and the same for the same seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: FEWEST_BODIES, max: 2500 }), fc.nat(), (count, seed) => {
        const { bodies } = demonstrationProvince(count, seed);
        expect(bodies.map(({ index }) => index)).toEqual(bodies.map((_, index) => index));
        expect(new Set(bodies.map(({ region, name }) => `${region} ${name}`)).size).toBe(count);
        expect(demonstrationProvince(count, seed).bodies).toEqual(bodies);
      }),
      { numRuns: 12 },
    );
  });

  it('grows to the most bodies it promises', () => {
    expect(demonstrationProvince(MOST_BODIES, 1).bodies).toHaveLength(MOST_BODIES);
  });

  it('uses no name of a real province, city or county', () => {
    const places = new Set(demonstrationProvince(8000, 5).bodies.flatMap(({ region }) => region.split('/')));
    expect(places.size).toBeGreaterThan(200);
    expect(places).toContain(PROVINCE);
    const real = [...places].filter((place) => {
      const bare = place.slice(0, -1);
      return ['', '省', '市', '区', '县'].some((ending) => divisionAt(bare + ending, 0, null) !== null);
    });
    expect(real).toEqual([]);
  });

  it('has a government at the head of the province and of every city and county', () => {
    const areas = [usual.area, ...usual.area.parts, ...usual.area.parts.flatMap(({ parts }) => parts)];
    expect(areas.map(({ government }) => government.kind)).toEqual(areas.map(() => 'government'));
    expect(new Set(areas.map(({ government }) => government.level))).toEqual(new Set(['province', 'city', 'county']));
    const listed = areas.flatMap(({ government, members }) => [government, ...members]);
    expect(listed).toHaveLength(usual.bodies.length);
  });

  it('has departments, townships, sub-districts and zones of known kinds', () => {
    expect(usual.bodies.filter(({ kind }) => !isKind(kind))).toEqual([]);
    const kinds = new Set(usual.bodies.map(({ kind }) => kind));
    for (const kind of ['police', 'market', 'urbanMgmt', 'naturalResources', 'township', 'subdistrict', 'zone']) {
      expect(kinds).toContain(kind);
    }
  });

  it('knows the former name of a bureau renamed in 2024 and the last year of one that ended', () => {
    const renamed = usual.bodies.find(({ kind, aliases }) => kind === 'data' && aliases.length > 0)!;
    expect(nameIn(renamed, 2023)).toBe(renamed.aliases[0]!.alias);
    expect(nameIn(renamed, 2024)).toBe(renamed.name);
    const { bodies, problems } = provinceRegistry(usual);
    expect(problems).toEqual([]);
    expect(bodies.filter(({ to }) => to === 2023).length).toBeGreaterThan(2);
  });

  it('refuses fewer bodies than a province, a city and a county can be made of', () => {
    expect(() => demonstrationProvince(FEWEST_BODIES - 1, 1)).toThrow(RangeError);
  });
});
