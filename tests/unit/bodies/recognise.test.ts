import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countyCalled, divisionAt } from '../../../src/bodies/divisions.ts';
import { isKind, kindInText, KINDS } from '../../../src/bodies/kinds.ts';
import { isLevel } from '../../../src/bodies/levels.ts';
import { recogniseBody } from '../../../src/bodies/recognise.ts';

const rows = readFileSync(new URL('../../fixtures/bodies/names.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map((field) => (field === '' ? null : field)));

describe('recogniseBody', () => {
  it.each(rows)(
    'places %s (region given: %s) at level %s, kind %s',
    (name, region, level, kind, province, city, county, code) => {
      expect(recogniseBody(name!, region)).toEqual({ level, kind, province, city, county, divisionCode: code });
    },
  );

  it('leaves a county of several provinces unplaced until the region settles it', () => {
    expect(recogniseBody('鼓楼区财政局')).toMatchObject({
      level: 'county',
      province: null,
      county: null,
      divisionCode: null,
    });
    expect(recogniseBody('鼓楼区财政局', '河南省')).toMatchObject({ city: '开封市', divisionCode: '410204' });
    expect(recogniseBody('鼓楼区财政局', '浙江省').county).toBeNull();
  });

  it('reads the scope of a whole area as its government and an office in brackets as the office', () => {
    expect(recogniseBody('上海市松江区（全区）')).toMatchObject({ level: 'county', kind: 'government' });
    expect(recogniseBody('盐城市大丰区人民政府（办公室）')).toMatchObject({ level: 'county', kind: 'govOffice' });
  });

  it('never lets the region overrule a place that the name tells', () => {
    expect(recogniseBody('叶县财政局', '广东省广州市')).toMatchObject({ city: '平顶山市', county: '叶县' });
  });

  it('does not take 民政 out of 人民政府', () => {
    expect(recogniseBody('叶县人民政府').kind).toBe('government');
    expect(recogniseBody('叶县民政局').kind).toBe('civilAffairs');
  });

  it('knows a short county only in its own city, so that a branch in 朝阳 of Beijing is not in Changchun', () => {
    const beijing = divisionAt('北京市', 0, null)!.divisions[0]!;
    expect(countyCalled('朝阳', beijing)?.code).toBe('110105');
    expect(countyCalled('南关', beijing)).toBeNull();
  });

  it('gives empty and foreign names no place and the kind other', () => {
    for (const name of ['', '？', 'Ministry of Magic', '（全县）']) {
      expect(recogniseBody(name)).toMatchObject({ province: null, city: null, county: null, level: null });
    }
  });

  it('only ever answers with documented levels and kinds', () => {
    for (const [name, region] of rows) {
      const { level, kind } = recogniseBody(name!, region);
      expect(level === null || isLevel(level)).toBe(true);
      expect(isKind(kind)).toBe(true);
    }
  });
});

describe('kinds', () => {
  it('gives every stem to one kind only', () => {
    const stems = KINDS.flatMap((kind) => kind.stems);
    expect(new Set(stems).size).toBe(stems.length);
  });

  it('lets the longest stem decide, then the first', () => {
    expect(kindInText('农业农村和水利局')).toBe('agriculture');
    expect(kindInText('大数据和行政审批局')).toBe('data');
    expect(kindInText('园林局水利局')).toBe('landscaping');
    expect(kindInText('不知名局')).toBeNull();
  });
});
