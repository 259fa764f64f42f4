/** One cell of a chart's table: the text shown, and whether it says that there is no figure. */
export interface TableCell {
  readonly text: string;
  readonly gap?: boolean;
  /** Whether it says what a person corrected. */
  readonly amended?: boolean;
}

/** The rows of a chart as a table; the first column names the rows. */
export interface ChartTable {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly TableCell[])[];
}
