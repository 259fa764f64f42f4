/** A file that a figure can be saved as. */
export interface FigureFile {
  readonly key: string;
  /** Name of the kind of file. */
  readonly label: string;
  /** Whether it pictures the chart, so that a figure that shows its table cannot give it. */
  readonly isPicture: boolean;
  /** Given the element to picture, which holds title, caption, chart and source. */
  readonly save: (figure: HTMLElement) => void;
}
