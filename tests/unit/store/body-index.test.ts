import { describe, expect, it } from 'vitest';
import { loadPinyin } from '../../../src/bodies/pinyin.ts';
import { BodyIndex } from '../../../src/store/body-index.ts';
import { BodySpeller } from '../../../src/store/body-spelling.ts';
import { readRegistry, type Registry } from '../../../src/store/registry.ts';

const spell = await loadPinyin();
const REGION = '河南省平顶山市叶县';
const registry = (...fields: Record<string, string>[]): Registry =>
  readRegistry(fields.map((line, index) => ({ line: index + 2, fields: line })));

describe('the index of bodies', () => {
  it('knows a body again when its region is given once and recognised the other time', () => {
    const index = new BodyIndex(null);
    expect(index.find('叶县住房和城乡建设局', REGION, 2025)).toBe(index.find('叶县住房和城乡建设局', null, 2024));
    expect(index.rows(new BodySpeller(spell)).body.map((row) => row.slice(0, 9))).toEqual([
      [1, '叶县住房和城乡建设局', '河南省', '平顶山市', '叶县', '410422', 'county', 'housing', 'department'],
    ]);
  });

  it('keeps bodies of one name in two regions apart', () => {
    const index = new BodyIndex(null);
    expect(index.find('财政局', '青岚省/云溪市/石桥县', 2025)).not.toBe(
      index.find('财政局', '青岚省/云溪市/柳林县', 2025),
    );
  });

  it('takes a region written with its divisions apart at its word', () => {
    const index = new BodyIndex(null);
    index.find('云溪市财政局', '青岚省/云溪市', 2025);
    index.find('柳林区财政局', '青岚市//柳林区', 2025);
    index.find('青岚省财政厅', '青岚省/', 2025);
    const rows = index.rows(new BodySpeller(spell)).body.map((row) => row.slice(1, 7));
    expect(rows).toContainEqual(['云溪市财政局', '青岚省', '云溪市', null, null, 'city']);
    expect(rows).toContainEqual(['青岚省财政厅', '青岚省', null, null, null, 'province']);
    expect(rows).toContainEqual(['柳林区财政局', '青岚市', null, '柳林区', null, 'county']);
  });

  it('joins a former name in the years it was used, and only then', () => {
    const index = new BodyIndex(
      registry({ name: '叶县应急管理局', region: REGION, aliases: '叶县安全生产监督管理局@-2019' }),
    );
    const current = index.find('叶县应急管理局', null, 2021);
    expect(index.find('叶县安全生产监督管理局', null, 2021)).not.toBe(current);
    expect(index.find('叶县安全生产监督管理局', null, 2019)).toBe(current);
  });

  it('makes one body of a report of 2020 under the old name and one of 2023 under the new', () => {
    const renamed = { name: '叶县数据局', region: REGION, aliases: '叶县大数据服务中心@2018-2022' };
    const index = new BodyIndex(registry(renamed));
    const former = index.find('叶县大数据服务中心', null, 2020);
    expect(index.find('叶县数据局', null, 2023)).toBe(former);
    const outside = [2017, 2023].map((year) => index.find('叶县大数据服务中心', null, year));
    expect(outside).not.toContain(former);
    expect(index.rows(new BodySpeller(spell)).alias).toEqual([[expect.any(Number), '叶县大数据服务中心', 2018, 2022]]);
  });

  it('takes none of several bodies that an alias could mean', () => {
    const index = new BodyIndex(
      registry(
        { name: '甲财政局', region: '青岚省/云溪市/石桥县', aliases: '财政局' },
        { name: '乙财政局', region: '青岚省/云溪市/柳林县', aliases: '财政局' },
      ),
    );
    expect([0, 1]).not.toContain(index.find('财政局', null, 2021));
    expect(index.find('财政局', '青岚省/云溪市/柳林县', 2021)).toBe(1);
  });

  it('lets the registry overrule what the name tells, and lists who should report', () => {
    const index = new BodyIndex(
      registry({
        name: '叶县财政局',
        region: REGION,
        level: 'zone',
        kind: 'other',
        code: '410499',
        deadline: 'government',
        aliases: '财政@2020',
        from_year: '2020',
      }),
    );
    const rows = index.rows(new BodySpeller(spell));
    expect(rows.body[0]!.slice(5, 9)).toEqual(['410499', 'zone', 'other', 'government']);
    expect(rows.alias).toEqual([[1, '财政', 2020, 2020]]);
    expect(rows.filer).toEqual([[1, 2020, null]]);
  });

  it('expects nobody to report where the registry has no years, and everybody where it leaves them empty', () => {
    expect(new BodyIndex(registry({ name: '叶县财政局' })).rows(new BodySpeller(spell)).filer).toEqual([]);
    const open = { name: '叶县财政局', from_year: '', to_year: '' };
    expect(new BodyIndex(registry(open)).rows(new BodySpeller(spell)).filer).toEqual([[1, null, null]]);
  });

  it('spells region, name, short forms and other names once each', () => {
    const index = new BodyIndex(
      registry({ name: '叶县应急管理局', region: REGION, aliases: '叶县安监局@-2019;叶县应急局' }),
    );
    expect(index.rows(new BodySpeller(spell)).body[0]!.slice(9)).toEqual([
      '叶县应急局',
      'henanshengpingdingshanshiyexian yexianyingjiguanliju yexianyingjiju yexiananjianju',
      'hnspdssyx yxyjglj yxyjj yxajj',
    ]);
  });

  it('has no short form for a name that is never shortened', () => {
    const index = new BodyIndex(null);
    index.find('审计署', null, 2025);
    expect(index.rows(new BodySpeller(spell)).body[0]!.slice(9)).toEqual([null, 'shenjishu', 'sjs']);
  });

  it('numbers and hashes bodies the same whatever order they come in', () => {
    const names = ['叶县财政局', '叶县教育局', '上海市财政局'];
    const build = (order: readonly string[]) => {
      const index = new BodyIndex(null);
      for (const name of order) index.find(name, null, 2025);
      return index.rows(new BodySpeller(spell));
    };
    expect(build([...names].reverse()).body).toEqual(build(names).body);
    expect(build([...names].reverse()).digest).toBe(build(names).digest);
  });
});
