import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../../src/read/csv.ts';

async function recordsOf(chunks: readonly string[]) {
  const records = [];
  for await (const record of csvRecords(chunks)) records.push(record);
  return records;
}

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

describe('csvRecords', () => {
  it('reads back any fields that were quoted, in any pieces and with any line end', async () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 7 }),
        async (fields, end, size) => {
          const text = fields.map((row) => row.map(quoted).join(',')).join(end) + end;
          const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
            text.slice(at * size, (at + 1) * size),
          );
          expect((await recordsOf(chunks)).map((record) => record.fields)).toEqual(fields);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('numbers records by the line they begin on, past empty lines and lines inside quotes', async () => {
    const records = await recordsOf(['\uFEFFa,b\r\n\r\n"x\ny",1\r\nc,2']);
    expect(records).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 3, fields: ['x\ny', '1'] },
      { line: 5, fields: ['c', '2'] },
    ]);
  });

  it('keeps a quotation mark inside a plain field as it is', async () => {
    expect((await recordsOf(['1"人"2,b']))[0]!.fields).toEqual(['1"人"2', 'b']);
  });
});
