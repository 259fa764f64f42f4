import { Tokenizer } from 'htmlparser2';
import { ReadFailure } from '../failure.ts';
import { Elements, type Element } from './html-elements.ts';
import { MOST_DEPTH } from './limits.ts';

type Callbacks = ConstructorParameters<typeof Tokenizer>[1];

/** What is told of a page while it is walked, in its order. */
export interface PageListener {
  /** An element begins; of its attributes only those that a layout asks for are told, the first of each name. */
  open(element: Element, attributes: ReadonlyMap<string, string>): void;
  close(element: Element): void;
  /** Characters of the page's own text, from `start` to `end` of `source`. */
  text(source: string, start: number, end: number): void;
}

/** Pages from Word carry a style on every run and cell: only what a layout asks for is read. */
const ASKED = new Set(['href', 'colspan', 'rowspan']);
const LENGTHS_ASKED = new Set([...ASKED].map(({ length }) => length));
const hasAttributes = ({ role }: Element): boolean => role === 'link' || role === 'cell';
const isForeign = ({ name }: Element): boolean => name === 'svg' || name === 'math';
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Makes elements of the tokens of a page: which are open, and which another's beginning or end closes. */
class ElementWalk implements Callbacks {
  private readonly elements = new Elements();
  private readonly stack: Element[] = [];
  /** How many drawings and formulas are open, in which titles and styles are elements like any other. */
  private foreign = 0;
  private element: Element | null = null;
  private isAsked = false;
  private attributes: Map<string, string> | null = null;
  /** The attribute in hand where it is asked for. */
  private attribute: string | null = null;
  private value = '';

  constructor(
    private readonly page: string,
    private readonly listener: PageListener,
  ) {}

  isInForeignContext(): boolean {
    return this.foreign > 0;
  }

  private pop(): void {
    const element = this.stack.pop();
    if (!element) return;
    if (isForeign(element)) this.foreign -= 1;
    this.listener.close(element);
  }

  onopentagname(start: number, end: number): void {
    const element = this.elements.at(this.page, start, end);
    const { stack } = this;
    // A form in a form is none.
    if (element.name === 'form' && stack.includes(element)) return;
    const { ends } = element;
    if (ends) while (stack.length > 0 && ends.has(stack.at(-1)!.name)) this.pop();
    if (!element.isVoid) stack.push(element);
    if (isForeign(element)) this.foreign += 1;
    if (stack.length > MOST_DEPTH) throw new ReadFailure({ what: 'too-deep', of: 'markup', limit: MOST_DEPTH });
    this.element = element;
    this.isAsked = hasAttributes(element);
  }

  onopentagend(): void {
    const { element } = this;
    if (!element) return;
    this.listener.open(element, this.attributes ?? NO_ATTRIBUTES);
    if (element.isVoid) this.listener.close(element);
    this.element = null;
    this.attributes = null;
  }

  onselfclosingtag(): void {
    const { element } = this;
    this.onopentagend();
    if (element && !element.isVoid) this.pop();
  }

  onclosetag(start: number, end: number): void {
    const element = this.elements.at(this.page, start, end);
    const { stack } = this;
    const place = element.isVoid ? -1 : stack.lastIndexOf(element);
    if (place !== -1) while (stack.length > place) this.pop();
    else if (element.name === 'p' || element.name === 'br') {
      // The end of a paragraph that never began, or of a line break, breaks the line all the same.
      this.listener.open(element, NO_ATTRIBUTES);
      this.listener.close(element);
    }
  }

  onattribname(start: number, end: number): void {
    if (!this.isAsked || !LENGTHS_ASKED.has(end - start)) return;
    const name = this.page.slice(start, end).toLowerCase();
    if (ASKED.has(name)) this.attribute = name;
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute) this.value += this.page.slice(start, end);
  }

  onattribentity(code: number): void {
    if (this.attribute) this.value += String.fromCodePoint(code);
  }

  onattribend(): void {
    const { attribute } = this;
    if (!attribute) return;
    this.attributes ??= new Map();
    if (!this.attributes.has(attribute)) this.attributes.set(attribute, this.value);
    this.attribute = null;
    this.value = '';
  }

  ontext(start: number, end: number): void {
    // A page that breaks off behind the name of an end tag leaves a rest without a beginning.
    if (start >= 0) this.listener.text(this.page, start, end);
  }

  ontextentity(code: number): void {
    const characters = String.fromCodePoint(code);
    this.listener.text(characters, 0, characters.length);
  }

  onend(): void {
    while (this.stack.length > 0) this.pop();
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
}

/** Walks a page and tells its elements and texts. Throws a ReadFailure where it is deeper than any report. */
export function walkPage(page: string, listener: PageListener): void {
  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: true },
    new ElementWalk(page, listener),
  );
  tokenizer.write(page);
  tokenizer.end();
}
