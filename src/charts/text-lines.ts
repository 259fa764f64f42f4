/** A line of text as the page shows it, in pixels of the window, with the element that gives it its style. */
export interface ShownLine {
  readonly text: string;
  readonly left: number;
  /** Middle of the line's height. */
  readonly middle: number;
  readonly element: Element;
}

/** The lines in which the page has broken a text node. */
function linesOf(node: Text, element: Element): ShownLine[] {
  const lines: { text: string; left: number; top: number; middle: number; element: Element }[] = [];
  const range = document.createRange();
  for (let at = 0; at < node.data.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getClientRects()[0];
    if (!box) continue;
    const open = lines.at(-1);
    if (open && Math.abs(open.top - box.top) < 2) open.text += node.data[at]!;
    else lines.push({ text: node.data[at]!, left: box.left, top: box.top, middle: box.top + box.height / 2, element });
  }
  return lines.filter(({ text }) => text.trim() !== '');
}

/** Every line of text inside an element that `isLeftOut` does not leave out, as the page shows it. */
export function shownLines(root: Element, isLeftOut: (element: Element) => boolean): ShownLine[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const lines: ShownLine[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.parentElement && !isLeftOut(node.parentElement)) lines.push(...linesOf(node, node.parentElement));
  }
  return lines;
}
