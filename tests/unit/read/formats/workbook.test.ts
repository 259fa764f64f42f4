import { utils, write, type BookType, type CellObject, type WorkSheet } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../../src/read/failure.ts';
import { openDocument } from '../../../../src/read/formats/open-document.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A .xlsx of one sheet with this markup of cells, as another program may write it. */
function written(sheetData: string, more = '', shared: readonly string[] = []): Uint8Array {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const formats = ['0.00%', '#,##0.00', 'yyyy-mm-dd', '0&quot;件&quot;', '#,##0.0,'];
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${override('workbook.xml', 'sheet.main')}${override('worksheets/sheet1.xml', 'worksheet')}${override('styles.xml', 'styles')}${override('sharedStrings.xml', 'sharedStrings')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'styles', 'styles.xml')}${relation(3, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${170 + at}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${shared.map((item) => `<si>${item}</si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${more}<sheetData>${sheetData}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const textOf = async (bytes: Uint8Array, name = 'a.xlsx'): Promise<string[]> =>
  (await openDocument(bytes, name, { pdf: null })).layout.text.trim().split(/ *[\t\n]+ */);
const troubleOf = (bytes: Uint8Array, name = 'a.xlsx'): Promise<unknown> =>
  textOf(bytes, name).catch((error: unknown) => (error instanceof ReadFailure ? error.trouble : error));

const row = (...cells: string[]) => `<row r="1">${cells.join('')}</row>`;
const number = (place: string, value: string, style = 0) => `<c r="${place}" s="${style}"><v>${value}</v></c>`;

function book(sheets: Readonly<Record<string, WorkSheet>>, bookType: BookType = 'xlsx'): Uint8Array {
  const whole = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(whole, sheet, name);
  return new Uint8Array(write(whole, { type: 'array', bookType }) as ArrayBuffer);
}

/** The .xls or .xlsb of one sheet, with a shared text turned in place into 31 whose 1 has a format of its own. */
function withMixedFigure(bookType: 'biff8' | 'xlsb'): Uint8Array {
  const placeholder = bookType === 'biff8' ? 'wwwwwww' : 'wwwwwwww';
  const whole = utils.book_new();
  utils.book_append_sheet(whole, utils.aoa_to_sheet([['规章', placeholder, '32']]), 'A');
  const bytes = Buffer.from(write(whole, { type: 'array', bookType, bookSST: true }) as ArrayBuffer);
  const runs = [0, 0, 0, 0, 1, 0, 1, 0];
  const words = (text: string) => [...Buffer.from(text, 'utf16le')];
  const turn = (part: Buffer, before: number, put: readonly number[]): Buffer => {
    const at = part.indexOf(Buffer.from(placeholder, 'utf16le'));
    expect(at).toBeGreaterThan(before);
    Buffer.from(put).copy(part, at - before);
    return part;
  };
  if (bookType === 'biff8') return new Uint8Array(turn(bytes, 3, [2, 0, 0x09, 2, 0, ...words('31'), ...runs]));
  const parts = unzipSync(bytes);
  const name = Object.keys(parts).find((part) => part.includes('sharedStrings'))!;
  const item = [0x01, 2, 0, 0, 0, ...words('31'), 2, 0, 0, 0, ...runs];
  return zipSync({ ...parts, [name]: new Uint8Array(turn(Buffer.from(parts[name]!), 5, item)) });
}

describe('a number in a spreadsheet', () => {
  it.each(['biff8', 'xlsb'] as const)(
    'is unsure in a .%s where its digits differ in format, as note marks do',
    async (type) => {
      expect(await textOf(withMixedFigure(type))).toEqual(['规章', '31 □', '32']);
    },
  );

  it('is what is stored, with all decimals but those of binary calculation, whatever is shown of them', async () => {
    const cells = [
      number('A1', '27.948692', 2),
      number('B1', '18.870999999999999'),
      number('C1', '0.30000000000000004'),
      number('D1', '1234567.5', 2),
      number('E1', '-8'),
      number('F1', '12', 4),
    ];
    expect(await textOf(written(row(...cells)))).toEqual(['27.948692', '18.871', '0.3', '1234567.5', '-8', '12']);
  });

  it('is no number where another one is shown than is stored', async () => {
    const cells = [number('A1', '0.5', 1), number('B1', '35920000', 5), number('C1', '45000', 3)];
    expect(await textOf(written(row(...cells)))).toEqual(['50.00% ≠ 0.5', '35,920.0 ≠ 35920000', '2023-03-15']);
  });

  it('of a formula is its saved result, and a formula without one is no number', async () => {
    const saved = '<c r="A1"><f>SUM(B9:C9)</f><v>7</v></c>';
    const unsaved = '<c r="B1"><f>1+1</f></c>';
    const error = '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>';
    expect(await textOf(written(row(saved, unsaved, error)))).toEqual(['7', '=1+1', '#DIV/0!']);
  });

  it('stays apart from the mark of a note that is raised behind it', async () => {
    const raised = '<r><t>3</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>';
    const cells = [`<c r="A1" t="inlineStr"><is>${raised}</is></c>`, '<c r="B1" t="s"><v>0</v></c>'];
    expect(await textOf(written(row(...cells), '', [raised]))).toEqual(['3 1', '3 1']);
  });
});

describe('a sheet', () => {
  it('that says it is a million rows long takes the room of its few cells', async () => {
    const far = '<row r="1000000"><c r="NTP1000000"><v>5</v></c></row>';
    const bytes = written(row(number('A1', '3')) + far, '<dimension ref="A1:NTP1000000"/>');
    expect(await textOf(bytes)).toEqual(['3', '5']);
  });

  it('gives what is shown: no hidden sheet, row or column', async () => {
    const sheet = utils.aoa_to_sheet([
      ['规章', 1, 2],
      ['旧', 8, 9],
      ['规范性文件', 3, 4],
    ]);
    sheet['!rows'] = [{}, { hidden: true }];
    sheet['!cols'] = [{}, {}, { hidden: true }];
    const whole = utils.book_new();
    utils.book_append_sheet(whole, sheet, '今');
    utils.book_append_sheet(whole, utils.aoa_to_sheet([['去年', 7]]), '藏');
    whole.Workbook = { Sheets: [{}, { Hidden: 1 }] };
    const bytes = new Uint8Array(write(whole, { type: 'array', bookType: 'xlsx', cellStyles: true }) as ArrayBuffer);
    expect(await textOf(bytes)).toEqual(['规章', '1', '规范性文件', '3']);
  });

  it('never runs what its cells hold', async () => {
    const link: CellObject = { t: 's', v: '<script>alert(1)</script>', l: { Target: 'javascript:alert(1)' } };
    expect(await textOf(book({ A: { '!ref': 'A1:B1', A1: link, B1: { t: 'n', v: 1 } } }))).toEqual([
      '<script>alert(1)</script>',
      '1',
    ]);
  });

  it('whose sheets hold the same table of the form is refused: nobody could tell whose figures they are', async () => {
    const form = (value: number) =>
      utils.aoa_to_sheet([
        ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
        ['规章', value, 0, 0],
      ]);
    expect(await troubleOf(book({ 甲局: form(1), 乙局: form(2) }))).toEqual({ what: 'several-reports' });
    expect(await textOf(book({ 甲局: form(1), 说明: utils.aoa_to_sheet([['无']]) }))).toContain('1');
  });
});

describe('a container of Office 97', () => {
  const xls = book({ A: utils.aoa_to_sheet([['规章', 3]]) }, 'biff8');

  /** The container with its stream under another name, as another program would have named it. */
  function renamed(name: string): Uint8Array {
    const bytes = Uint8Array.from(xls);
    const view = new DataView(bytes.buffer);
    const old = Buffer.from('Workbook', 'utf16le');
    for (let at = Buffer.from(bytes).indexOf(old); at >= 0; at = -1) {
      bytes.fill(0, at, at + 64);
      bytes.set(Buffer.from(name, 'utf16le'), at);
      view.setUint16(at + 64, (name.length + 1) * 2, true);
    }
    return bytes;
  }

  it('is read where it holds a spreadsheet, whatever its name', async () => {
    expect(await textOf(xls, 'a.doc')).toEqual(['规章', '3']);
  });

  it.each([
    ['WordDocument', { what: 'format-unsupported', format: 'doc' }],
    ['PowerPoint Document', { what: 'format-unsupported', format: 'presentation' }],
    ['EncryptedPackage', { what: 'encrypted', format: 'office' }],
    ['Something', { what: 'format-unsupported', format: 'unknown' }],
  ])('that holds %s is refused for what it is', async (name, trouble) => {
    expect(await troubleOf(renamed(name), 'a.xls')).toEqual(trouble);
  });

  it('that is cut off is refused', async () => {
    expect(await troubleOf(xls.subarray(0, 600))).toMatchObject({ what: 'format-unsupported', format: 'unknown' });
  });
});

it('a spreadsheet or a document of Office 2003 in one XML file is refused with what to do', async () => {
  const excel = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>';
  const word = '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument></w:wordDocument>';
  expect(await troubleOf(strToU8(excel))).toEqual({ what: 'format-unsupported', format: 'excel-xml' });
  expect(await troubleOf(strToU8(word))).toEqual({ what: 'format-unsupported', format: 'word-xml' });
});

it('a CSV file with a quotation mark that is never closed is damaged', async () => {
  expect(await troubleOf(strToU8('规章,"3\n规范性文件,4\n'), 'a.csv')).toMatchObject({
    what: 'damaged',
    format: 'csv',
  });
});
