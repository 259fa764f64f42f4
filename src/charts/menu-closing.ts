/** Closes an open menu by Escape, which gives the focus back to its button, and by a move of the focus elsewhere. */
export function menuClosing(menu: HTMLDetailsElement): () => void {
  const leave = new AbortController();
  menu.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      event.preventDefault();
      menu.open = false;
      menu.querySelector('summary')?.focus();
    },
    { signal: leave.signal },
  );
  menu.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
    },
    { signal: leave.signal },
  );
  return () => leave.abort();
}
