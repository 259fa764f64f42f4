import { walkXml } from './xml.ts';

/** What the styles of a Word document say that changes how its characters are to be taken, by id of the style. */
export interface DocxStyles {
  /** Characters that stand raised or lowered: marks of notes. */
  readonly raised: ReadonlySet<string>;
  /** Characters that nobody sees. */
  readonly hidden: ReadonlySet<string>;
  /** Lines of a table of contents, which repeat the headings. */
  readonly contents: ReadonlySet<string>;
}

/** A document without a part for styles. */
export const NO_STYLES: DocxStyles = { raised: new Set(), hidden: new Set(), contents: new Set() };

/** Whether a property that is on by being there is not switched off. */
export const isOn = (value: string | null): boolean => value === null || !/^(?:0|false|off|none)$/i.test(value);

/** Reads `word/styles.xml`. */
export function readDocxStyles(bytes: Uint8Array): DocxStyles {
  const raised = new Set<string>();
  const hidden = new Set<string>();
  const contents = new Set<string>();
  let style: string | null = null;
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'style') style = attributes('styleId');
      if (style === null) return;
      const value = attributes('val');
      if (name === 'name' && /^(?:toc|目录)\s*\d/i.test(value ?? '')) contents.add(style);
      if (name === 'vertAlign' && value !== 'baseline') raised.add(style);
      if (name === 'position' && value !== '0') raised.add(style);
      if (name === 'vanish' && isOn(value)) hidden.add(style);
    },
    close(name) {
      if (name === 'style') style = null;
    },
  });
  return { raised, hidden, contents };
}
