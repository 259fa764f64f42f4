/** Version of the tables' layout, kept in `dataset.layout`; it grows with every change of the tables. */
export const LAYOUT = 3;
