import { withBodies } from './body-colours.ts';
import { DEFAULT_VIEW, formatView, type IgnoredPart, parseView, type View } from './view.ts';

/** The view as the address bar has it; Back and Forward move through the views a reader has chosen. */
export class Address {
  #parsed: { view: View; ignored: IgnoredPart[] } = $state.raw(parseView(location.search));

  constructor() {
    addEventListener('popstate', () => {
      this.#parsed = parseView(location.search);
    });
  }

  get view(): View {
    return this.#parsed.view;
  }

  /** Parts of the address that mean nothing here. */
  get ignored(): readonly IgnoredPart[] {
    return this.#parsed.ignored;
  }

  /** Moves on to a changed view; `replace` where it only goes on with the change before, as typing does. */
  change(part: Partial<View>, { replace = false } = {}): void {
    const view = this.#with(part);
    const url = this.href(part);
    if (replace) history.replaceState(null, '', url);
    else if (formatView(view) !== formatView(this.view)) history.pushState(null, '', url);
    this.#parsed = { view, ignored: [] };
  }

  /** Moves on to a view that keeps nothing but page, language and theme, as another dataset needs it. */
  begin(part: Partial<View>): void {
    const { page, lang, theme } = this.view;
    this.change({ ...DEFAULT_VIEW, page, lang, theme, ...part });
  }

  /** Address of the view with a part changed, for links. */
  href(part: Partial<View>): string {
    return `${location.pathname}${formatView(this.#with(part))}`;
  }

  /** The view with a part changed; other bodies to compare take nobody's colour away. */
  #with(part: Partial<View>): View {
    const colours = part.bodies && !part.colours ? withBodies(this.view, part.bodies) : {};
    return { ...this.view, ...part, ...colours };
  }
}
