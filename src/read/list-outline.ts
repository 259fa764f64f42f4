import {
  columnMeaning,
  proposeColumn,
  distinctHeaders,
  type ColumnMapping,
  type ColumnProposal,
} from './column-mapping.ts';
import type { CsvRecord } from './csv.ts';
import { isClaimName } from './figures-claim.ts';
import type { Sheet } from './formats/workbook.ts';
import type { ListPlace } from './list-place.ts';
import { hasBodies, isMostlyCreditCodes, isMostlyDates, isMostlyYears } from './list-values.ts';
import { findSheetList, type SheetList } from './sheet-list.ts';

/** A column of a table of many bodies: its header, some of what stands in it, and how many lines leave it empty. */
export interface OutlinedColumn {
  readonly header: string;
  /** Different values from its first lines. */
  readonly samples: readonly string[];
  readonly blanks: number;
}

/** What a person must see of a table of many bodies to say what its columns stand for. */
export interface OutlinedTable {
  readonly place: ListPlace;
  readonly format: SheetList['format'];
  readonly missing: SheetList['missing'];
  readonly lines: number;
  readonly columns: readonly OutlinedColumn[];
  /** The first lines, the header before them. */
  readonly records: readonly CsvRecord[];
}

const MOST_SAMPLES = 12;
const LONGEST_SAMPLE = 80;
const FIRST_LINES = 6;

const shortened = (text: string): string => text.trim().slice(0, LONGEST_SAMPLE);

/** The outline of a table as its lines come in, the header first. */
export class TableOutline {
  readonly #place: ListPlace;
  readonly #records: CsvRecord[] = [];
  #columns: { header: string; samples: Set<string>; blanks: number }[] = [];
  #lines = 0;

  constructor(place: ListPlace) {
    this.#place = place;
  }

  take({ line, fields }: CsvRecord): void {
    if (this.#records.length <= FIRST_LINES) this.#records.push({ line, fields: fields.map(shortened) });
    if (this.#columns.length === 0) {
      const headers = distinctHeaders(
        fields.map((header) => header.trim()),
        this.#place,
      );
      this.#columns = headers.map((header) => ({ header, samples: new Set(), blanks: 0 }));
      return;
    }
    this.#lines += 1;
    for (const [index, column] of this.#columns.entries()) {
      const text = shortened(fields[index] ?? '');
      if (text === '') column.blanks += 1;
      else if (column.samples.size < MOST_SAMPLES) column.samples.add(text);
    }
  }

  finished({ format, missing }: Pick<SheetList, 'format' | 'missing'>): OutlinedTable {
    return {
      place: this.#place,
      format,
      missing,
      lines: this.#lines,
      columns: this.#columns.map(({ header, samples, blanks }) => ({ header, samples: [...samples], blanks })),
      records: this.#records,
    };
  }
}

/** The tables of many bodies in a spreadsheet. */
export function outlineSheets(sheets: readonly Sheet[], mapping: ColumnMapping): OutlinedTable[] {
  return sheets.flatMap((sheet) => {
    const list = findSheetList(sheet, mapping);
    if (!list) return [];
    const outline = new TableOutline(list.place);
    for (const record of list.records) outline.take(record);
    return [outline.finished(list)];
  });
}

/** By which files are known whose columns are the same: their headers. */
export const headersKey = (tables: readonly OutlinedTable[]): string =>
  tables.map(({ columns }) => columns.map(({ header }) => header).join('\u001f')).join('\u001e');

/** What a column most probably stands for, by its header or else by what stands in it; only headers are ever certain. */
export function guessColumn({ header, samples }: OutlinedColumn): ColumnProposal {
  const proposal = proposeColumn(header);
  if (proposal.means !== null) return proposal;
  const likely = (means: string): ColumnProposal => ({ header, means, certainty: 'likely' });
  if (isMostlyCreditCodes(samples)) return likely('credit_code');
  if (/年/.test(header) && isMostlyYears(samples)) return likely('year');
  if (isMostlyDates(samples)) return likely('published');
  if (hasBodies(samples)) return likely('body');
  return /地区|区县|县区|市县|属地/.test(header) ? likely('region') : proposal;
}

/** Headers of columns that no list needs: numbers of lines, remarks, who filled it in. */
const BESIDE_THE_MATTER = /^(?:序号|编号|备注|说明|填表人|填报人|联系人|联系电话|电话|审核人|负责人|no\.?)$/i;

/** What a table of many bodies still lacks: a body or a year for its lines, or a person's word on columns. */
export interface ListNeeds {
  readonly missing: readonly ('body' | 'year')[];
  /** Headers of columns that nobody has named and whose header is not certain. */
  readonly doubtful: readonly string[];
}

function isDoubtful({ header, samples }: OutlinedColumn, mapping: ColumnMapping): boolean {
  if (mapping.columns.has(header) || columnMeaning(header, mapping) !== null) return false;
  if (samples.length === 0 || BESIDE_THE_MATTER.test(header)) return false;
  return proposeColumn(header).means !== null || !isClaimName(header) || /\p{Script=Han}/u.test(header);
}

/** What is still to be said of tables, given what a person has said of their columns. */
export function listNeeds(tables: readonly OutlinedTable[], mapping: ColumnMapping): ListNeeds {
  const doubtful = tables
    .filter(({ format }) => format === 'csv-wide')
    .flatMap(({ columns }) => columns.filter((column) => isDoubtful(column, mapping)).map(({ header }) => header));
  return {
    missing: [...new Set(tables.flatMap(({ missing }) => missing))],
    doubtful: [...new Set(doubtful)],
  };
}
