/** What a person knows about a document beside the document itself; it goes before what the document says. */
export interface Sidecar {
  /** Address the report was published at. */
  readonly source: string | null;
  readonly body: string | null;
  /** Report year, not the year of publication. */
  readonly year: number | null;
  /** Region from province down, e.g. `河南省平顶山市叶县`. */
  readonly region: string | null;
}

/** A sidecar that gives nothing. */
export const NO_SIDECAR: Sidecar = { source: null, body: null, year: null, region: null };

/** A sidecar that cannot be used; the message says which field and what it holds. */
export class SidecarError extends Error {
  override readonly name = 'SidecarError';
}

// The OGI Regulations first asked for an annual report for 2008.
const FIRST_YEAR = 2008;
const LAST_YEAR = 2100;

function textField(fields: Record<string, unknown>, key: string): string | null {
  const value = fields[key] ?? null;
  if (value === null) return null;
  if (typeof value !== 'string' || value.trim() === '') {
    throw new SidecarError(`"${key}" must be a text that is not empty, found ${JSON.stringify(value)}`);
  }
  return value.trim();
}

function yearField(fields: Record<string, unknown>): number | null {
  const value = fields['year'] ?? null;
  if (value === null) return null;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < FIRST_YEAR || value > LAST_YEAR) {
    throw new SidecarError(
      `"year" must be a whole number from ${FIRST_YEAR} to ${LAST_YEAR}, found ${JSON.stringify(value)}`,
    );
  }
  return value;
}

/**
 * Reads a sidecar: a JSON object with any of `source` (http or https address), `body`, `year`, `region`; other
 * fields are its author's own. Throws `SidecarError` when a field cannot be what it says.
 */
export function parseSidecar(text: string): Sidecar {
  let fields: unknown;
  try {
    fields = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new SidecarError(`it is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    throw new SidecarError('it must hold one JSON object');
  }
  const record = fields as Record<string, unknown>;
  const source = textField(record, 'source');
  if (source !== null && !/^https?:\/\/[^\s/]/.test(source)) {
    throw new SidecarError(`"source" must be an http or https address, found ${JSON.stringify(source)}`);
  }
  return { source, body: textField(record, 'body'), year: yearField(record), region: textField(record, 'region') };
}
