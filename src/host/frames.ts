/** Resolves when what is on the page now has been painted; in a hidden tab, when it is shown. */
export const nextPaint = (): Promise<void> =>
  new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted))));
