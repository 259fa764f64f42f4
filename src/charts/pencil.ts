/** Outline of a pencil, which stands at every value that rests on a figure corrected by hand; 10 by 10 pixels. */
export const PENCIL =
  'M0.6 9.6L1.4 6.6L6.3 1.7L8.5 3.9L3.6 8.8ZM7 1L7.7 0.3Q8.2 -0.1 8.7 0.3L9.9 1.5Q10.3 2 9.9 2.5L9.2 3.2Z';
