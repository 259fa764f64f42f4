import type { Layout, Line } from './layout.ts';

/** A text or Markdown file as it stands: one block a line that is not empty. */
export function readTextLayout(text: string): Layout {
  const blocks: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (end > start) blocks.push({ kind: 'line', span: { start, end }, isLink: false });
    start = end + 1;
  }
  return { text, blocks };
}
