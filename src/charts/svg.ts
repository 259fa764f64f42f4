import { drawingAt, svgElement, svgText } from './svg-drawing.ts';
import { shownLines } from './text-lines.ts';

const MARGIN = 16;
const XLINK = 'http://www.w3.org/1999/xlink';

// Names come from reports, and a control character or half a character would spoil the file.
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

const isOnScreenOnly = (element: Element): boolean => element.closest('.screen-only') !== null;

const rounded = (pixels: number): number => Math.round(pixels * 100) / 100;

/** From the upper edge of a line of text to its baseline where the line's middle is at zero, in pixels. */
function baselines(): (font: string) => number {
  const pen = document.createElement('canvas').getContext('2d');
  return (font) => {
    if (!pen) return 0;
    pen.font = font;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText('');
    return (fontBoundingBoxAscent - fontBoundingBoxDescent) / 2;
  };
}

/** The strip of controls, which the picture closes up. */
function controlsStrip(figure: HTMLElement): { top: number; height: number } {
  const box = figure.querySelector(':scope > .screen-only')?.getBoundingClientRect();
  return box ? { top: box.top, height: Math.max(0, box.height - MARGIN / 2) } : { top: Infinity, height: 0 };
}

function background(element: Element, x: number, y: number): SVGElement | null {
  const { backgroundColor, borderTopLeftRadius } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  if (width === 0 || backgroundColor === 'rgba(0, 0, 0, 0)') return null;
  return svgElement('rect', { x, y, width, height, rx: parseFloat(borderTopLeftRadius), fill: backgroundColor });
}

function layer(canvas: HTMLCanvasElement, x: number, y: number): SVGElement {
  const { width, height } = canvas.getBoundingClientRect();
  const image = svgElement('image', { x, y, width, height });
  // The older attribute is the one that every viewer knows.
  image.setAttributeNS(XLINK, 'xlink:href', canvas.toDataURL('image/png'));
  return image;
}

/**
 * The figure as one SVG document that needs nothing else: title, caption, notice, drawings and source in the colours
 * of the current theme, texts as text, without buttons. Dots that a canvas draws are a picture inside it.
 */
export function toSvg(figure: HTMLElement): string {
  const box = figure.getBoundingClientRect();
  const strip = controlsStrip(figure);
  const width = Math.ceil(box.width + 2 * MARGIN);
  const height = Math.ceil(box.height - strip.height + 2 * MARGIN);
  const x = (left: number) => rounded(left - box.left + MARGIN);
  const y = (top: number) => rounded(top - box.top + MARGIN - (top > strip.top ? strip.height : 0));

  const picture = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' });
  const said = (selector: string) => figure.querySelector(selector)?.textContent.trim() ?? '';
  picture.append(svgText('title', said('h3')), svgText('desc', said('.caption')));
  picture.append(
    svgElement('rect', { width, height, fill: getComputedStyle(figure).getPropertyValue('--paper').trim() }),
  );
  for (const element of figure.querySelectorAll('*')) {
    if (isOnScreenOnly(element) || element.parentElement?.closest('svg')) continue;
    const place = element.getBoundingClientRect();
    const [left, top] = [x(place.left), y(place.top)];
    const part =
      element instanceof SVGSVGElement
        ? drawingAt(element, left, top)
        : element instanceof HTMLCanvasElement
          ? layer(element, left, top)
          : background(element, left, top);
    if (part) picture.append(part);
  }
  const baselineOf = baselines();
  const isLeftOut = (element: Element) => isOnScreenOnly(element) || element.closest('svg') !== null;
  for (const { text, left, middle, element } of shownLines(figure, isLeftOut)) {
    const { fontWeight, fontSize, fontFamily, color } = getComputedStyle(element);
    picture.append(
      svgText('text', text.trim(), {
        x: x(left),
        y: rounded(y(middle) + baselineOf(`${fontWeight} ${fontSize} ${fontFamily}`)),
        'font-family': fontFamily,
        'font-size': fontSize,
        'font-weight': fontWeight,
        fill: color,
      }),
    );
  }
  return new XMLSerializer().serializeToString(picture).replace(UNWRITABLE, '');
}
