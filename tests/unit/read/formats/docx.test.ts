import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../../src/read/failure.ts';
import type { Grid, Layout } from '../../../../src/read/formats/layout.ts';
import { openDocument } from '../../../../src/read/formats/open-document.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const wordDocument = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${W}><w:body>${body}</w:body></w:document>`;

const packed = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const docx = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': wordDocument(body), ...more });

const open = async (bytes: Uint8Array): Promise<Layout> =>
  (await openDocument(bytes, 'report.docx', { pdf: null })).layout;
const troubleOf = (bytes: Uint8Array): Promise<unknown> =>
  open(bytes).catch((error: unknown) => (error instanceof ReadFailure ? error.trouble : error));

const p = (inner: string) => `<w:p>${inner}</w:p>`;
const r = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const tc = (inner: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const tbl = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

const cellsOf = ({ text, blocks }: Layout) =>
  blocks
    .filter((block): block is Grid => block.kind === 'grid')
    .map(({ rows }) =>
      rows.map((row) =>
        row.map(({ span, column, columns, rows: height }) => [
          text.slice(span.start, span.end),
          column,
          columns,
          height,
        ]),
      ),
    );

describe('a Word document', () => {
  it('gives merged cells once, over columns and over rows', async () => {
    const layout = await open(
      docx(
        tbl(
          tc(p(r('三')), '<w:vMerge w:val="restart"/>') + tc(p(r('甲')), '<w:gridSpan w:val="2"/>'),
          tc(p(r('藏')), '<w:vMerge/>') + tc(p(r('1'))) + tc(p(r('2'))),
          tc(p(''), '<w:vMerge w:val="continue"/>') + tc(p(r('3'))) + tc(p('')),
        ),
      ),
    );
    expect(cellsOf(layout)).toEqual([
      [
        [
          ['三', 0, 1, 3],
          ['甲', 1, 2, 1],
        ],
        [
          ['1', 1, 1, 1],
          ['2', 2, 1, 1],
        ],
        [
          ['3', 1, 1, 1],
          ['', 2, 1, 1],
        ],
      ],
    ]);
  });

  it('shows what stands after all changes: nothing deleted, moved away or hidden, no deleted row', async () => {
    const body =
      p(
        r('收到') +
          `<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="2">${r('12')}</w:ins>` +
          r('件'),
      ) +
      p(`<w:moveFrom w:id="3">${r('旧')}</w:moveFrom>` + r('藏', '<w:vanish/>') + r('显', '<w:vanish w:val="0"/>')) +
      `<w:tbl><w:tr><w:trPr><w:del w:id="4"/></w:trPr>${tc(p(r('5')))}</w:tr><w:tr>${tc(p(r('6')))}</w:tr></w:tbl>`;
    const layout = await open(docx(body));
    expect(layout.text.split(/\s+/).filter(Boolean)).toEqual(['收到12件', '显', '6']);
  });

  it('keeps raised marks and signs of notes apart from a figure', async () => {
    const styles = `<w:styles ${W}><w:style w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`;
    const body = [
      r('3') + r('1', '<w:vertAlign w:val="superscript"/>'),
      r('4') + r('1', '<w:rStyle w:val="Mark"/>'),
      r('5') + r('1', '<w:position w:val="6"/>'),
      r('6') + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r('1'),
      r('7') + '<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>',
    ];
    const layout = await open(docx(body.map(p).join(''), { 'word/styles.xml': styles }));
    expect(layout.text).toBe('3 1\n4 1\n5 1\n6 1\n7□\n');
  });

  it('reads text boxes once, after their paragraph, and leaves out instructions of fields', async () => {
    const box = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`;
    const body = p(
      r('前') +
        `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box(p(r('框')))}</w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict>${box(p(r('框')))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
        `<w:r><w:instrText> =SUM(LEFT) </w:instrText></w:r>` +
        r('后'),
    );
    expect((await open(docx(body))).text).toBe('前后\n框\n');
  });

  it('gives the table inside a cell, and the lines around it', async () => {
    const layout = await open(docx(tbl(tc(p(r('外')) + tbl(tc(p(r('1'))) + tc(p(r('2')))) + p(r('尾'))))));
    expect(
      cellsOf(layout)
        .flat(2)
        .map(([text]) => text),
    ).toEqual(['1', '2']);
    expect(layout.text.split(/\s+/).filter(Boolean)).toEqual(['外', '1', '2', '尾']);
  });

  it('finds its main part by its relations, and leaves out a table of contents', async () => {
    const relations =
      '<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const styles = `<w:styles ${W}><w:style w:styleId="11"><w:name w:val="toc 1"/></w:style></w:styles>`;
    const bytes = packed({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relations,
      'word/styles.xml': styles,
      'word/document2.xml': wordDocument(
        p(`<w:pPr><w:pStyle w:val="11"/></w:pPr>${r('一、总体情况 1')}`) + p(r('正文')),
      ),
    });
    expect((await open(bytes)).text).toBe('正文\n');
  });

  it('never expands what a document type declares', async () => {
    const entities = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);
    const type = `<!DOCTYPE w:document [<!ENTITY l0 "lol">${entities.join('')}]>`;
    const laughs = wordDocument(p(r('&l9;一'))).replace('<w:document', `${type}<w:document`);
    const bytes = packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': laughs });
    expect((await open(bytes)).text).toBe('&l9;一\n');
  });

  it('that holds nothing but pictures has to be transcribed, and one that holds nothing is empty', async () => {
    const picture = p('<w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r>');
    expect(await troubleOf(docx(picture))).toEqual({ what: 'needs-transcription', format: 'docx' });
    expect(await troubleOf(docx(p('')))).toEqual({ what: 'empty' });
  });
});

describe('a Word document is refused', () => {
  it('where elements lie in each other without end', async () => {
    const deep = '<w:sdt>'.repeat(100_000);
    expect(await troubleOf(docx(deep))).toEqual({ what: 'too-deep', of: 'markup', limit: 2000 });
  });

  it('where a table has more cells than any report', async () => {
    expect(await troubleOf(docx(tbl(tc('').repeat(200_001))))).toEqual({
      what: 'too-much',
      of: 'cells',
      limit: 200_000,
    });
  });

  it('where its main part is missing', async () => {
    const bytes = packed({ '[Content_Types].xml': '<Types/>', 'word/styles.xml': '<x/>' });
    expect(await troubleOf(bytes)).toEqual({
      what: 'damaged',
      format: 'docx',
      reason: 'word/document.xml is missing',
    });
  });

  it('where its bytes were changed or cut off', async () => {
    const whole = docx(p(r('三、收到和处理政府信息公开申请情况'.repeat(50))));
    expect(await troubleOf(whole.subarray(0, whole.length - 40))).toMatchObject({ what: 'damaged', format: 'zip' });
    const changed = Uint8Array.from(whole);
    changed[changed.indexOf(0xb4, 120)] = 0x55;
    expect(await troubleOf(changed)).toMatchObject({ what: 'damaged' });
  });

  it('where it unpacks out of all proportion, while it unpacks', async () => {
    const bomb = packed({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': wordDocument(p(r(' '.repeat(60_000_000)))),
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await troubleOf(bomb)).toMatchObject({ what: 'expands' });
  });
});
