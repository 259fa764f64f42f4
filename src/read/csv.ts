/** A record of a CSV file with the line it begins on (the first line is 1). */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A CSV text whose quoting is broken; nothing after `line` can be told apart. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

// A field of figures is short: past this a quotation mark was opened and never closed.
const LONGEST_FIELD = 100_000;

/**
 * The records of a CSV text (RFC 4180, any line ending, a leading byte order mark dropped, empty lines left out) as its
 * pieces come in, so that a long list is never held whole. Throws `CsvError` where a quotation mark is never closed.
 */
export async function* csvRecords(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<CsvRecord> {
  let line = 1;
  let begun = 1;
  let fields: string[] = [];
  let field = '';
  let state: 'plain' | 'quoted' | 'quote' = 'plain';
  let isStart = true;
  let hadReturn = false;

  const ended = (): CsvRecord | null => {
    const record = fields.length === 0 && field.trim() === '' ? null : { line: begun, fields: [...fields, field] };
    fields = [];
    field = '';
    return record;
  };

  for await (const chunk of chunks) {
    for (let at = isStart && chunk.startsWith('\uFEFF') ? 1 : 0; at < chunk.length; at++) {
      const char = chunk[at]!;
      const isLineEnd = char === '\r' || (char === '\n' && !hadReturn);
      if (isLineEnd) line += 1;
      const followsReturn = char === '\n' && hadReturn;
      hadReturn = char === '\r';
      if (state === 'quoted') {
        if (char === '"') state = 'quote';
        else field += char;
        if (field.length > LONGEST_FIELD) throw new CsvError(begun, 'a quotation mark is opened and not closed');
      } else if (state === 'quote' && char === '"') {
        field += char;
        state = 'quoted';
      } else if (char === ',') {
        fields.push(field);
        field = '';
        state = 'plain';
      } else if (char === '\n' || char === '\r') {
        state = 'plain';
        if (followsReturn) continue;
        const record = ended();
        begun = line;
        if (record) yield record;
      } else if (char === '"' && field === '' && state === 'plain') state = 'quoted';
      else field += char;
    }
    if (chunk.length > 0) isStart = false;
  }
  if (state === 'quoted') throw new CsvError(begun, 'a quotation mark is opened and not closed');
  const record = ended();
  if (record) yield record;
}
