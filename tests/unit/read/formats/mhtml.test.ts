import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../../src/read/failure.ts';
import { openDocument } from '../../../../src/read/formats/open-document.ts';

const bytesOf = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));
const open = (lines: readonly string[]) => openDocument(bytesOf(lines), 'page.mht', { pdf: null });
const troubleOf = (lines: readonly string[]): Promise<unknown> =>
  open(lines).catch((error: unknown) => (error instanceof ReadFailure ? error.trouble : error));

const HEAD = ['MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="x"; start="<main@frame>"', ''];
const part = (id: string, html: string) => ['--x', 'Content-Type: text/html', `Content-ID: <${id}>`, '', html];

describe('a page saved as one file', () => {
  it('is the part named as the start, whatever stands before it', async () => {
    const { format, layout } = await open([
      ...HEAD,
      ...part('ad', '<p>广告</p>'),
      ...part('main@frame', '<p>正文</p>'),
      '--x--',
    ]);
    expect({ format, text: layout.text }).toEqual({ format: 'mhtml', text: '正文\n' });
  });

  it('may stand inside parts of parts, or alone with its encoding', async () => {
    const inner = [
      'Content-Type: multipart/alternative; boundary=y',
      '',
      '--y',
      'Content-Type: text/plain',
      '',
      '文本',
    ];
    const nested = [...HEAD, '--x', ...inner, '--y', 'Content-Type: text/html', '', '<p>网页</p>', '--y--', '--x--'];
    expect((await open(nested)).layout.text).toBe('网页\n');
    const alone = [
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: base64',
      '',
    ];
    const page = Buffer.from('<p>一、总体情况</p>').toString('base64');
    expect((await open([...alone, page.slice(0, 9), page.slice(9)])).layout.text).toBe('一、总体情况\n');
  });

  it('is refused where there is no page in it, no boundary, or parts without end', async () => {
    expect(await troubleOf([...HEAD, '--x', 'Content-Type: image/png', '', 'x', '--x--'])).toMatchObject({
      what: 'damaged',
      format: 'mhtml',
    });
    expect(await troubleOf(['MIME-Version: 1.0', 'Content-Type: multipart/related', '', 'x'])).toMatchObject({
      what: 'damaged',
      format: 'mhtml',
    });
    const deep = Array.from({ length: 20 }, (_, at) => [
      `Content-Type: multipart/mixed; boundary=b${at}`,
      '',
      `--b${at}`,
    ]);
    expect(await troubleOf(['MIME-Version: 1.0', ...deep.flat()])).toMatchObject({ what: 'too-deep' });
  });
});
