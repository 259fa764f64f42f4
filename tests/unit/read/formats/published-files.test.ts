import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORM_CELLS } from '../../../../src/form/cells.ts';
import type { Edition } from '../../../../src/form/edition.ts';
import { readDocument } from '../../../../src/read/reader.ts';
import { judgeReading, type Expectation } from '../../../fixtures/documents/expectation.ts';
import { consistentFigures, someBlank } from '../../../fixtures/publish/arbitrary-form.ts';
import { losslessStyles } from '../../../fixtures/publish/arbitrary-style.ts';
import { publishDocx, type DocxHabits } from '../../../fixtures/publish/docx.ts';
import type { Figures } from '../../../fixtures/publish/grid.ts';
import { publishMhtml, type MhtmlHabits } from '../../../fixtures/publish/mhtml.ts';
import { expectationOf } from '../../../fixtures/publish/published-expectation.ts';
import { publishSheet, type SheetHabits } from '../../../fixtures/publish/xlsx.ts';
import type { PublishingStyle } from '../../../fixtures/publish/publisher.ts';

const RUNS = { numRuns: 15, seed: 20_241 };

async function complaints(
  bytes: Uint8Array,
  name: string,
  figures: Figures,
  style: PublishingStyle,
): Promise<string[]> {
  return judgeReading(await readDocument(bytes, name, { pdf: null }), expectationOf(figures, style));
}

/** Cells of the rows, as printed, whose last cell is blank. */
function idsOfRowsThatEndBlank({ gaps, measures, form_2019 }: Expectation): string[] {
  const rows = new Map<string, string[]>();
  for (const { id, table, row } of FORM_CELLS['2021'].concat(FORM_CELLS['2019'])) {
    const place = table === 4 ? 'disputes' : `${table} ${row}`;
    if (gaps[id] !== 'column-absent') rows.set(place, [...(rows.get(place) ?? []), id]);
  }
  // A row of the other edition has figures and no gaps.
  const isBlank = (id: string) => measures[id] === undefined && form_2019[id] === undefined;
  return [...rows.values()].flatMap((ids) => (isBlank(ids.at(-1)!) ? ids : []));
}

const docxHabits: fc.Arbitrary<DocxHabits> = fc.record({
  margins: fc.boolean(),
  tracked: fc.boolean(),
  runs: fc.boolean(),
  notes: fc.boolean(),
});

const mhtmlHabits: fc.Arbitrary<MhtmlHabits> = fc.record({
  saver: fc.constantFrom('chrome', 'internet-explorer'),
  encoding: fc.constantFrom('quoted-printable', 'base64', '8bit'),
});

const sheetHabits: fc.Arbitrary<SheetHabits> = fc.record({
  file: fc.constantFrom('xlsx', 'biff8', 'xlsb', 'csv'),
  numbers: fc.boolean(),
  formulas: fc.boolean(),
  borders: fc.constant(true),
  sheets: fc.constantFrom('one', 'each'),
  spaced: fc.boolean(),
  offset: fc.integer({ min: 0, max: 3 }),
});

describe.each<Edition>(['2021', '2019'])('a form of %s reads back to the same figures and gaps', (edition) => {
  const forms = someBlank(consistentFigures(edition));

  it('from a Word document', async () => {
    await fc.assert(
      fc.asyncProperty(forms, losslessStyles(edition), docxHabits, async (figures, style, habits) => {
        const bytes = await publishDocx(figures, style, habits);
        expect(await complaints(bytes, 'report.docx', figures, style)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('from a page saved as one file', async () => {
    await fc.assert(
      fc.asyncProperty(forms, losslessStyles(edition), mhtmlHabits, async (figures, style, habits) => {
        // Quoted lines end where a byte is a line feed, which in UTF-16 may be half a character.
        const charset = style.charset === 'utf-16le-bom' ? 'utf-8' : style.charset;
        const bytes = publishMhtml(figures, { ...style, shape: 'html-word', charset }, habits);
        expect(await complaints(bytes, 'report.mht', figures, style)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('from a spreadsheet laid out as the form', async () => {
    await fc.assert(
      fc.asyncProperty(forms, losslessStyles(edition), sheetHabits, async (figures, style, habits) => {
        // A text has one sheet.
        const sheets = habits.file === 'csv' ? 'one' : habits.sheets;
        // A sheet for each table has no pages.
        const paged = sheets === 'each' ? { ...style, pageEnds: [] } : style;
        const bytes = publishSheet(figures, paged, { ...habits, sheets });
        const opened = await readDocument(bytes, `report.${habits.file}`, { pdf: null });
        const expected = expectationOf(figures, paged);
        // In a text an empty cell at a row's end may be padding for one that got lost.
        const unsure = habits.file === 'csv' ? idsOfRowsThatEndBlank(expected) : [];
        const { mayBeGap = [], gapReasonFree = [] } = expected;
        const lenient: Expectation = {
          ...expected,
          mayBeGap: [...mayBeGap, ...unsure],
          gapReasonFree: gapReasonFree === true ? true : [...gapReasonFree, ...unsure],
        };
        expect(judgeReading(opened, lenient)).toEqual([]);
      }),
      RUNS,
    );
  });
});
