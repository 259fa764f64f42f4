declare module 'virtual:divisions' {
  /** Date of the list of divisions, YYYY-MM-DD. */
  export const DIVISIONS_AS_OF: string;
  /** Provinces (2 digits), cities (4) and counties (6 digits), one a line: the code and then the name (`410422叶县`). */
  export const DIVISION_LINES: string;
}
