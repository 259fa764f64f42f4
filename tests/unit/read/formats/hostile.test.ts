import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../../src/read/failure.ts';
import { readDocument } from '../../../../src/read/reader.ts';

/** What became of a text in a file of this name: the trouble it met, or that it was read. */
async function outcome(text: string, name = 'a.html'): Promise<unknown> {
  try {
    await readDocument(new TextEncoder().encode(text), name, { pdf: null });
    return 'read';
  } catch (error) {
    return error instanceof ReadFailure ? error.trouble : error;
  }
}

const page = (body: string) => `<html><body><h1>一、总体情况</h1>${body}</body></html>`;
const NO_REPORT = { what: 'not-a-report' };

describe('a hostile page is refused before it fills the memory', () => {
  it.each([
    ['fifty megabytes of spans', () => page('<span>1</span>'.repeat(3_700_000)), 'characters', 1e6],
    ['a million entities', () => page('&amp;&#x31;'.repeat(1_000_000)), 'characters', 1e6],
    ['a row of a hundred thousand cells', () => page(`<table><tr>${'<td>1'.repeat(100_000)}`), 'columns', 2000],
    ['a table of a million rows without cells', () => page(`<table>${'<tr>'.repeat(1_000_000)}`), 'cells', 200_000],
    ['a table of a million cells', () => page(`<table>${'<tr><td>1<td>2'.repeat(500_000)}`), 'cells', 200_000],
  ])('%s', async (_, make, of, limit) => {
    expect(await outcome(make())).toEqual({ what: 'too-much', of, limit });
  });

  it('a million elements inside each other', async () => {
    expect(await outcome(page('<div>'.repeat(1_000_000)))).toEqual({ what: 'too-deep', of: 'markup', limit: 2000 });
  });

  it('a text of ten million characters, and a page of more bytes than markup may have', async () => {
    expect(await outcome('一二三四五六七八九十\n'.repeat(1_000_000), 'a.txt')).toEqual({
      what: 'too-much',
      of: 'characters',
      limit: 1e6,
    });
    expect(await outcome(page(`<!--${'x'.repeat(64e6)}-->`))).toMatchObject({ what: 'too-large', limit: 64e6 });
  });
});

describe('a hostile page is walked in time that grows with its length alone', () => {
  it.each([
    ['blanks', ' '.repeat(900_000)],
    ['tabs between figures', `1${'\t'.repeat(900_000)}2`],
    ['spaces that do not break', `1${'\u00a0'.repeat(900_000)}2`],
    ['asterisks', `1${'*'.repeat(900_000)}2`],
    ['brackets that are never closed', '（'.repeat(300_000)],
    ['titles inside each other', '关于印发《'.repeat(100_000)],
    ['bars', '1 | '.repeat(100_000)],
    ['figures in one line', '12 '.repeat(150_000)],
  ])('%s', async (_, text) => {
    expect(await outcome(`附件\n${text}`, 'a.txt')).toEqual(NO_REPORT);
  });
});

it('what a page would run or load is no part of its text', async () => {
  const hostile =
    '<script>document.title = 9</script><img src=x onerror="alert(1)"><iframe srcdoc="<p>5</p>"></iframe>' +
    '<svg><script>1</script><text>7</text></svg><noscript>8</noscript><template><p>6</p></template><style>p{}</style>';
  const bytes = new TextEncoder().encode(page(`${hostile}<h1>二、主动公开政府信息情况</h1>`));
  const { text } = await readDocument(bytes, 'a.html', { pdf: null });
  expect(text).toBe('一、总体情况\n二、主动公开政府信息情况\n');
});
