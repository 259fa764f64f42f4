const SVG = 'http://www.w3.org/2000/svg';

/** Presentation that an element takes from the one around it unless it says otherwise. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'shape-rendering',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
];
const ON_THE_PAGE_ONLY = /^(?:class|style|role|tabindex|xmlns|aria-.*|data-.*|on.*)$/;

// Not every viewer knows colours with a transparency of their own.
const valueOf = (style: CSSStyleDeclaration, name: string): string =>
  style.getPropertyValue(name).replace(/^(?:rgba\(.*, 0\)|transparent)$/, 'none');

/** A new element of a picture with its attributes. */
export function svgElement(name: string, attributes: Readonly<Record<string, string | number>> = {}): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** A text element of a picture with its words. */
export function svgText(
  name: 'text' | 'title' | 'desc',
  words: string,
  attributes?: Readonly<Record<string, string | number>>,
): SVGElement {
  const element = svgElement(name, attributes);
  element.textContent = words;
  return element;
}

/** A copy of an element, and what it holds, that looks the same without style sheets; null where it shows nothing. */
function standalone(original: Element, around: CSSStyleDeclaration | null): Element | null {
  const style = getComputedStyle(original);
  if (style.display === 'none') return null;
  const isShape = original instanceof SVGGeometryElement;
  if (isShape && valueOf(style, 'fill') === 'none' && valueOf(style, 'stroke') === 'none') return null;

  const copy = original instanceof SVGSVGElement ? svgElement('g') : (original.cloneNode(false) as Element);
  for (const { name } of [...copy.attributes]) if (ON_THE_PAGE_ONLY.test(name)) copy.removeAttribute(name);
  for (const name of INHERITED) {
    const value = valueOf(style, name);
    if (around === null || value !== valueOf(around, name)) copy.setAttribute(name, value);
    else copy.removeAttribute(name);
  }
  if (style.opacity !== '1') copy.setAttribute('opacity', style.opacity);
  const name = original.getAttribute('aria-label');
  if (name !== null && around !== null) copy.append(svgText('title', name));
  for (const child of original.childNodes) {
    if (child instanceof Text) copy.append(child.data);
    if (!(child instanceof Element)) continue;
    const twin = standalone(child, style);
    if (twin) copy.append(...haloed(twin, getComputedStyle(child)));
  }
  return copy;
}

/** A text that is written over its own outline as two texts, for viewers that would draw the outline on top. */
function haloed(element: Element, style: CSSStyleDeclaration): Element[] {
  if (!style.paintOrder.startsWith('stroke') || valueOf(style, 'stroke') === 'none') return [element];
  const halo = element.cloneNode(true) as Element;
  element.setAttribute('stroke', 'none');
  return [halo, element];
}

/** A drawing of the page as part of a picture, its upper left corner at a place in pixels. */
export function drawingAt(drawing: SVGSVGElement, x: number, y: number): Element | null {
  const copy = standalone(drawing, null);
  if (!copy) return null;
  const drawn = drawing.viewBox.baseVal.width;
  const scale = drawn > 0 ? drawing.getBoundingClientRect().width / drawn : 1;
  const moved = `translate(${x} ${y})`;
  for (const name of ['width', 'height', 'viewBox']) copy.removeAttribute(name);
  copy.setAttribute('transform', Math.abs(scale - 1) < 0.001 ? moved : `${moved} scale(${scale})`);
  return copy;
}
