import { Parser } from 'htmlparser2';

type Handler = ConstructorParameters<typeof Parser>[0];
type Options = ConstructorParameters<typeof Parser>[1];
type Quote = Parameters<Parser['onattribend']>[0];

/** The library's parser, which reads the attributes of a few elements only: pages from Word carry a style on every run. */
export class LeanParser extends Parser {
  #reads = false;

  constructor(elements: ReadonlySet<string>, handler: Omit<NonNullable<Handler>, 'onopentagname'>, options: Options) {
    super({ ...handler, onopentagname: (name) => void (this.#reads = elements.has(name)) }, options);
  }

  override onattribname(start: number, end: number): void {
    if (this.#reads) super.onattribname(start, end);
  }

  override onattribdata(start: number, end: number): void {
    if (this.#reads) super.onattribdata(start, end);
  }

  override onattribentity(codePoint: number): void {
    if (this.#reads) super.onattribentity(codePoint);
  }

  override onattribend(quote: Quote, end: number): void {
    if (this.#reads) super.onattribend(quote, end);
  }
}
