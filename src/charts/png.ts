import { shownLines } from './text-lines.ts';

// As attributes, for a style attribute inside the picture would break the page's content security policy.
const PRESENTATION = [
  'display',
  'dominant-baseline',
  'fill',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'paint-order',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
];
const SCALE = 2;
const MARGIN = 16;

/** A copy of a drawing that looks the same without the page's style sheets. */
function standalone(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, index) => {
    const style = getComputedStyle(original);
    const twin = copies[index]!;
    for (const name of PRESENTATION) twin.setAttribute(name, style.getPropertyValue(name));
    twin.removeAttribute('style');
    twin.removeAttribute('class');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return copy;
}

async function imageOf(drawing: SVGSVGElement): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(standalone(drawing)))}`;
  await image.decode();
  return image;
}

const isOnScreenOnly = (element: Element): boolean => element.closest('.screen-only') !== null;

/** Where the figure's content lies without its controls: pictures and texts, and the strip of controls to close up. */
function controlsStrip(figure: HTMLElement): { top: number; height: number } {
  const strip = figure.querySelector(':scope > .screen-only');
  const box = strip?.getBoundingClientRect();
  return box ? { top: box.top, height: Math.max(0, box.height - MARGIN / 2) } : { top: Infinity, height: 0 };
}

/**
 * The figure as a picture of twice its size on the page: title, caption, notice, drawings and source in the colours
 * of the current theme, without buttons. Rejects where the browser cannot draw.
 */
export async function toPng(figure: HTMLElement): Promise<Blob> {
  const box = figure.getBoundingClientRect();
  const strip = controlsStrip(figure);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((box.width + 2 * MARGIN) * SCALE);
  canvas.height = Math.ceil((box.height - strip.height + 2 * MARGIN) * SCALE);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no drawing surface for the picture of a chart');
  pen.scale(SCALE, SCALE);
  pen.fillStyle = getComputedStyle(figure).getPropertyValue('--paper');
  pen.fillRect(0, 0, canvas.width, canvas.height);

  const x = (left: number) => left - box.left + MARGIN;
  const y = (top: number) => top - box.top + MARGIN - (top > strip.top ? strip.height : 0);
  for (const paragraph of figure.querySelectorAll('p')) {
    const { left, top, width, height } = paragraph.getBoundingClientRect();
    pen.fillStyle = getComputedStyle(paragraph).backgroundColor;
    pen.fillRect(x(left), y(top), width, height);
  }
  for (const picture of figure.querySelectorAll<SVGSVGElement | HTMLCanvasElement>('svg, canvas')) {
    if (isOnScreenOnly(picture)) continue;
    const { left, top, width, height } = picture.getBoundingClientRect();
    if (width === 0) continue;
    const source = picture instanceof HTMLCanvasElement ? picture : await imageOf(picture);
    pen.drawImage(source, x(left), y(top), width, height);
  }
  pen.textBaseline = 'middle';
  const isLeftOut = (element: Element) => isOnScreenOnly(element) || element.closest('svg') !== null;
  for (const { text, left, middle, element } of shownLines(figure, isLeftOut)) {
    const style = getComputedStyle(element);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    pen.fillStyle = style.color;
    pen.fillText(text.trim(), x(left), y(middle));
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture of a chart is empty'))), 'image/png'),
  );
}
