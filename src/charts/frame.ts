import { createContext } from 'svelte';

/** Where a value lies on a chart, in pixels of the drawing. */
export type Scale = (value: number) => number;

/** The drawing that marks stand in: its size, the inner rectangle that data fills, and the scales, all in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
  /** Fill of everything that the reports do not say, as an address of the hatching of this drawing. */
  readonly hatch: string;
}

const [read, write] = createContext<() => Frame>();

/** The frame of the drawing around a mark; a function, so that marks follow each resize. */
export const getFrame: () => () => Frame = read;

/** Gives the marks inside a component their frame. */
export const setFrame = (frame: () => Frame): void => void write(frame);
