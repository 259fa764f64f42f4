import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../../src/store/registry.ts';

const read = (fields: Record<string, string>) => readRegistry([{ line: 2, fields }]);
const problem = (fields: Record<string, string>) => read(fields).problems[0]?.message;

describe('a registry', () => {
  it('leaves what is not given to be recognised', () => {
    expect(read({ name: '石桥县财政局' })).toEqual({
      problems: [],
      bodies: [
        {
          name: '石桥县财政局',
          region: null,
          level: null,
          kind: null,
          divisionCode: null,
          aliases: [],
          deadline: null,
          isDue: false,
          from: null,
          to: null,
        },
      ],
    });
  });

  it('reads every column', () => {
    const { bodies } = read({
      name: ' 石桥县财政局 ',
      region: '青岚省/云溪市/石桥县',
      level: 'county',
      kind: 'finance',
      code: '990101',
      aliases: '石桥县财政和国资局@2019-2021；石桥财政; 旧名@-2018;今名@2022-;一年@2020',
      from_year: '2019',
      to_year: '2025',
      deadline: 'none',
    });
    expect(bodies[0]).toMatchObject({
      name: '石桥县财政局',
      level: 'county',
      kind: 'finance',
      divisionCode: '990101',
      deadline: 'none',
      from: 2019,
      to: 2025,
    });
    expect(bodies[0]!.aliases).toEqual([
      { alias: '石桥县财政和国资局', from: 2019, to: 2021 },
      { alias: '石桥财政', from: null, to: null },
      { alias: '旧名', from: null, to: 2018 },
      { alias: '今名', from: 2022, to: null },
      { alias: '一年', from: 2020, to: 2020 },
    ]);
  });

  it.each([
    [{ name: '' }, 'there is no name; fill the column name'],
    [
      { name: 'x', level: 'county-level' },
      'level "county-level" is not known; take one of the documented keys or leave it empty',
    ],
    [{ name: 'x', kind: '住建' }, 'kind "住建" is not known; take one of the documented keys or leave it empty'],
    [{ name: 'x', deadline: 'May' }, 'deadline "May" is not known; take one of the documented keys or leave it empty'],
    [{ name: 'x', code: '41042' }, 'code "41042" is no division code; write 2, 4, 6 or 9 digits or leave it empty'],
    [{ name: 'x', from_year: '19' }, 'from_year "19" is no year; write four digits or leave it empty'],
    [{ name: 'x', from_year: '2022', to_year: '2020' }, 'from_year 2022 is after to_year 2020; exchange them'],
    [
      { name: 'x', aliases: 'y@20' },
      'alias "y@20" is not understood; write name, name@2019-2021, name@2019- or name@-2021',
    ],
    [
      { name: 'x', aliases: 'y@' },
      'alias "y@" is not understood; write name, name@2019-2021, name@2019- or name@-2021',
    ],
  ])('says what is wrong with a line and what to write (%#)', (fields, message) => {
    expect(problem(fields)).toBe(message);
  });

  it('goes on after a bad line and keeps the first of two equal bodies', () => {
    const lines = ['a', '', 'b', 'a'].map((name, index) => ({ line: index + 2, fields: { name } }));
    const registry = readRegistry(lines);
    expect(registry.bodies.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(registry.problems).toEqual([
      { line: 3, trouble: { what: 'registry-name' }, message: 'there is no name; fill the column name' },
      {
        line: 5,
        trouble: { what: 'registry-twice', name: 'a', before: 2 },
        message: 'a already stands on line 2; keep one of the two',
      },
    ]);
  });
});
