import { createContext } from 'svelte';

/** What is said of a mark while it is pointed at: a heading, and lines such as the value with its counts. */
export interface Tip {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A tip and the mark it belongs to, in pixels of the chart: the middle of the mark, its top and its bottom. */
interface PlacedTip extends Tip {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** From the upper edge of the window to the mark. */
  readonly room: number;
}

/** Which mark of a chart is pointed at or focused: one tab stop a chart, one tip at a time. */
export class Pointing {
  readonly #marks: () => readonly string[];
  #focused = $state<string | null>(null);
  #placed = $state.raw<PlacedTip | null>(null);
  /** The element that marks and tips lie in. */
  area: HTMLElement | null = null;

  /** `marks`: the keys of all marks in the order of the keyboard. */
  constructor(marks: () => readonly string[]) {
    this.#marks = marks;
  }

  /** The mark that Tab goes to: the one focused last, else the first. */
  readonly tabStop = $derived.by(() => {
    const marks = this.#marks();
    return this.#focused !== null && marks.includes(this.#focused) ? this.#focused : (marks[0] ?? null);
  });

  get placed(): PlacedTip | null {
    return this.#placed;
  }

  focus(mark: string): void {
    this.#focused = mark;
  }

  /** Shows a tip at an element of the chart. */
  show(element: Element, tip: Tip): void {
    if (!this.area) return;
    const area = this.area.getBoundingClientRect();
    const place = (element.querySelector('[data-anchor]') ?? element).getBoundingClientRect();
    const top = place.top - area.top;
    const x = place.left + place.width / 2 - area.left;
    this.#placed = { ...tip, x, top, bottom: top + place.height, room: place.top };
  }

  hide(): void {
    this.#placed = null;
  }
}

const [read, write] = createContext<Pointing>();

/** The pointing of the chart around a mark. */
export const getPointing: () => Pointing = read;

/** Gives the marks inside a component their pointing. */
export const setPointing = (pointing: Pointing): void => void write(pointing);
