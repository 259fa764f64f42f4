/** What names a body for good: datasets are rebuilt and numbers change, region and name stay. */
export interface BodyName {
  readonly region: string;
  readonly name: string;
}

const SEPARATOR = '/';

/** A body as the address holds it: `region/name`, the region empty where it is unknown. */
export const formatBodyKey = ({ region, name }: BodyName): string => `${region}${SEPARATOR}${name}`;

/** Reads a body's key back; a key without a separator is a name alone. */
export function parseBodyKey(key: string): BodyName {
  const at = key.indexOf(SEPARATOR);
  return at < 0 ? { region: '', name: key } : { region: key.slice(0, at), name: key.slice(at + 1) };
}
