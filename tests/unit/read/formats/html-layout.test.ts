import { describe, expect, it } from 'vitest';
import { readHtmlLayout } from '../../../../src/read/formats/html-layout.ts';
import type { Grid, Line } from '../../../../src/read/formats/layout.ts';

const layoutOf = (html: string) => {
  const { text, blocks } = readHtmlLayout(html);
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    lines: blocks.filter((block): block is Line => block.kind === 'line').map(({ span }) => words(span)),
    links: blocks
      .filter((block): block is Line => block.kind === 'line' && block.isLink)
      .map(({ span }) => words(span)),
    grids: blocks
      .filter((block): block is Grid => block.kind === 'grid')
      .map(({ rows }) => rows.map((row) => row.map((cell) => `${words(cell.span)}@${cell.column}`))),
  };
};

describe('the layout of a page', () => {
  it('has a line for a paragraph, whatever runs it is split into, and none for scripts', () => {
    const { lines } = layoutOf(
      '<p><span>三、</span><b>收到</b> <font>和处理</font></p><script>1</script>第一行<br>第二行',
    );
    expect(lines).toEqual(['三、收到 和处理', '第一行', '第二行']);
  });

  it('tells a line that is all link from a paragraph with a link in it and from a named place', () => {
    const { links } = layoutOf(
      '<ul><li><a href="a.html">甲局2021年年报</a></li></ul><p>见<a href="b.html">乙局</a></p><p><a name="t">一、总体情况</a></p><p><a href="#t">目录</a></p>',
    );
    expect(links).toEqual(['甲局2021年年报']);
  });

  it('puts cells under merged cells into their own columns', () => {
    const { grids } = layoutOf(
      '<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td><td>丙</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>',
    );
    expect(grids).toEqual([
      [
        ['甲@0', '乙@1', '丙@3'],
        ['1@1', '2@2', '3@3'],
      ],
    ]);
  });

  it('closes cells and rows whose end tags are missing', () => {
    expect(layoutOf('<table><tr><td>规章<td>0<tr><td>许可<td>7</table>').grids).toEqual([
      [
        ['规章@0', '0@1'],
        ['许可@0', '7@1'],
      ],
    ]);
  });

  it('takes a table around tables for layout: its words are lines, the inner table a grid', () => {
    const { lines, grids } = layoutOf(
      '<table><tr><td><p>标题</p><table><tr><td>1</td></tr></table><p>正文</p></td></tr></table>',
    );
    expect(lines).toEqual(['标题', '正文']);
    expect(grids).toEqual([[['1@0']]]);
  });

  it('keeps a raised footnote number apart from the figure before it', () => {
    expect(layoutOf('<table><tr><td>35<sup>1</sup></td></tr></table>').grids).toEqual([[['35 1@0']]]);
  });
});
