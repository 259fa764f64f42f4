import { Parser } from 'htmlparser2';
import { ReadFailure } from '../failure.ts';
import { MOST_DEPTH } from './limits.ts';

/** Attributes of an element by their names without prefix; null where there is none of that name. */
export type Attributes = (name: string) => string | null;

/** What hears an XML part as it is walked; names come without their prefix, whose choice is the writer's. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(data: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf(given: Readonly<Record<string, string>>): Attributes {
  return (wanted) => {
    for (const name in given) if (localName(name) === wanted) return given[name]!;
    return null;
  };
}

/**
 * Walks an XML part of a document. Entities beyond XML's own five are left as they stand: a document type declares
 * nothing here. Throws a ReadFailure where elements lie too deep in each other.
 */
export function walkXml(bytes: Uint8Array, listener: XmlListener): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > MOST_DEPTH) throw new ReadFailure({ what: 'too-deep', of: 'markup', limit: MOST_DEPTH });
        listener.open(localName(name), attributesOf(attributes));
      },
      ontext: (data) => listener.text?.(data),
      onclosetag: (name) => {
        depth -= 1;
        listener.close(localName(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(new TextDecoder(xmlCharset(bytes)).decode(bytes));
}

function xmlCharset(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
