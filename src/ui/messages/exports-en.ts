import type { exportsZh } from './exports-zh.ts';

/** Words of files that figures are saved as. */
export const exportsEn: typeof exportsZh = {
  menu: 'Export',
  definition: 'Definition',
  about: 'About',
  aboutColumns: ['Sheet', 'Question', 'Finding', 'Definition', 'Dataset', 'Fingerprint', 'Nature', 'Note'],
  rowsLeft: (count) => `${count} more rows do not fit into a spreadsheet`,
  formats: {
    csv: 'CSV table',
    xlsx: 'Excel (XLSX)',
    json: 'JSON',
    parquet: 'Parquet',
    png: 'PNG picture',
    svg: 'SVG drawing',
  },
  failed: 'The file could not be made',
};
