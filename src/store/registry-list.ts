import { csvRecords } from '../read/csv.ts';
import { readRegistry, type RegisteredBody, type Registry, type RegistryLine } from './registry.ts';

/** Reads a registry's CSV as its pieces come; rejects with a `CsvError` where a quotation mark is never closed. */
export async function parseRegistry(chunks: AsyncIterable<string> | Iterable<string>): Promise<Registry> {
  let header: readonly string[] | null = null;
  const lines: RegistryLine[] = [];
  for await (const { line, fields } of csvRecords(chunks)) {
    if (header === null) header = fields.map((name) => name.trim());
    else lines.push({ line, fields: Object.fromEntries(header.map((name, index) => [name, fields[index]])) });
  }
  return readRegistry(lines);
}

/** Several registries as one, null where there is none; of a body that stands in two the first entry counts. */
export function joinRegistries(registries: readonly Registry[]): Registry | null {
  if (registries.length === 0) return null;
  const bodies = new Map<string, RegisteredBody>();
  for (const body of registries.flatMap((registry) => registry.bodies)) {
    const key = `${body.region ?? ''}\u001f${body.name}`;
    if (!bodies.has(key)) bodies.set(key, body);
  }
  return { bodies: [...bodies.values()], problems: registries.flatMap((registry) => registry.problems) };
}
