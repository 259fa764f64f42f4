import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => void (desk = await openDesk()));
afterAll(() => desk.clear());

describe('the command line', () => {
  test('prints its version and nothing else', async () => {
    expect(await desk.run(['--version'])).toEqual({ exit: 0, out: ['9.9.9'], err: [] });
  });

  test.each([
    [['--help'], 'Usage: nianbao [options] [command]'],
    [['read', '--help'], 'Usage: nianbao read [options] <input...>'],
    [['build', '--help'], 'Usage: nianbao build [options] <input...>'],
    [['generate', '--help'], 'Usage: nianbao generate [options]'],
    [['serve', '--help'], 'Usage: nianbao serve [options]'],
    [['help', 'build'], 'Usage: nianbao build [options] <input...>'],
  ])('helps with %j on standard output', async (words, usage) => {
    const { exit, out, err } = await desk.run(words);
    expect({ exit, err }).toEqual({ exit: 0, err: [] });
    expect(out[0]).toBe(usage);
  });

  test.each([
    [[], 'Usage: nianbao [options] [command]'],
    [['raed'], 'Usage: nianbao [options] [command]'],
    [['--loud'], 'Usage: nianbao [options] [command]'],
    [['read'], 'Usage: nianbao read [options] <input...>'],
    [['read', '--fast', 'a.txt'], 'Usage: nianbao read [options] <input...>'],
    [['build', 'a.txt'], 'Usage: nianbao build [options] <input...>'],
    [['build', '--out', 'a.duckdb'], 'Usage: nianbao build [options] <input...>'],
    [['build', 'a.html', '--out', 'a.html'], 'Usage: nianbao build [options] <input...>'],
    [['generate', '--bodies', 'many', '--out', 'a.duckdb'], 'Usage: nianbao generate [options]'],
    [['serve', '--port', '99999'], 'Usage: nianbao serve [options]'],
  ])('answers wrong usage %j with exit code 2 and the usage line', async (words, usage) => {
    const { exit, out, err } = await desk.run(words);
    expect({ exit, out }).toEqual({ exit: 2, out: [] });
    expect(err).toContain(usage);
  });

  test('offers the command that was meant', async () => {
    const { err } = await desk.run(['raed']);
    expect(err.join('\n')).toContain('Did you mean read?');
  });
});
