import type { CorrectedFigure, Corrections } from '../compare/corrections.ts';
import type { Subject } from '../compare/subject.ts';
import { yearRanges } from './body-text.ts';
import type { FigureColumn } from './figure-rows.ts';
import { subjectName, subjectValue } from './subject-text.ts';
import type { Wording } from './wording.ts';

/** The corrected figures of one figure of the page, and those of each of its values by a key. */
export interface CorrectedIndex extends Corrections {
  of(key: string | number): readonly CorrectedFigure[];
}

/** The corrections that `keep` holds, by the key of the value that each is part of. */
export function indexCorrections(
  { figures, more }: Corrections,
  keep: (figure: CorrectedFigure) => boolean,
  keyOf: (figure: CorrectedFigure) => string | number,
): CorrectedIndex {
  const kept = figures.filter(keep);
  const byKey = new Map<string | number, CorrectedFigure[]>();
  for (const figure of kept) {
    const key = keyOf(figure);
    const known = byKey.get(key);
    if (known) known.push(figure);
    else byKey.set(key, [figure]);
  }
  return { figures: kept, more, of: (key) => byKey.get(key) ?? [] };
}

/** One correction: the cell, what was read and what counts. */
function told({ cell, read, counted, isOutdated }: CorrectedFigure, wording: Wording): string {
  const { corrected } = wording.messages;
  const subject: Subject = { kind: 'measure', id: cell };
  const name = subjectName(subject, wording);
  const written = (value: number) => subjectValue(value, subject, wording);
  const said =
    read === null
      ? corrected.filled(name, written(counted!))
      : counted === null
        ? corrected.struck(name, written(read))
        : corrected.changed(name, written(read), written(counted));
  return isOutdated ? `${said}${corrected.outdated}` : said;
}

/** What was read where a figure is corrected, in a few words. */
export function readText({ cell, read }: CorrectedFigure, wording: Wording): string {
  const { corrected } = wording.messages;
  return read === null ? corrected.readGap : corrected.read(subjectValue(read, { kind: 'measure', id: cell }, wording));
}

const placed = (figure: CorrectedFigure, wording: Wording) =>
  `${wording.messages.corrected.place(figure.name, figure.year)}${told(figure, wording)}`;

const LINES = 4;

function cut(lines: readonly string[], most: number, { messages, exact }: Wording): string[] {
  if (lines.length <= most) return [...lines];
  return [...lines.slice(0, most), messages.corrected.more(exact(lines.length - most))];
}

/** What a mark says of corrected figures in the value of one body and year; undefined where there are none. */
export const amendedValue = (figures: readonly CorrectedFigure[], wording: Wording): string[] | undefined =>
  figures.length === 0
    ? undefined
    : cut(
        figures.map((figure) => told(figure, wording)),
        LINES,
        wording,
      );

/** What a mark says of corrected figures in a sum over bodies: how many, and the first of them. */
export const amendedSum = (figures: readonly CorrectedFigure[], wording: Wording): string[] | undefined =>
  figures.length === 0
    ? undefined
    : [
        wording.messages.corrected.inside(wording.exact(figures.length)),
        ...figures.slice(0, LINES - 1).map((figure) => placed(figure, wording)),
      ];

/** Corrections told in a field of a spreadsheet, and of a sum in a cell of the page. */
const FIELD = 20;
const SHOWN = 2;

/** What is corrected, for a field of a spreadsheet; null where nothing is. */
export const correctedField = (figures: readonly CorrectedFigure[], wording: Wording): string | null =>
  figures.length === 0 ? null : figures.map((figure) => told(figure, wording)).join(wording.messages.semicolon);

/** The column of a figure's rows that says what is corrected in each; none where nothing is. */
export function correctedColumn<Row>(
  { figures }: Corrections,
  of: (row: Row) => readonly CorrectedFigure[],
  isSum: boolean | ((row: Row) => boolean),
  wording: Wording,
): FigureColumn<Row>[] {
  if (figures.length === 0) return [];
  const { exact } = wording;
  const { corrected, semicolon } = wording.messages;
  return [
    {
      label: corrected.column,
      numeric: false,
      value: (row) => {
        const say = (typeof isSum === 'boolean' ? isSum : isSum(row)) ? placed : told;
        const own = of(row);
        if (own.length === 0) return { text: '', csv: null };
        const said = own.slice(0, FIELD).map((figure) => say(figure, wording));
        const shown = say === told ? said : said.slice(0, SHOWN);
        const rest = (listed: readonly string[]) =>
          listed.length === own.length ? [] : [corrected.more(exact(own.length - listed.length))];
        const text = (listed: readonly string[]) => [...listed, ...rest(listed)].join(semicolon);
        return { text: text(shown), csv: text(said), amended: true };
      },
    },
  ];
}

const BODIES = 4;

/** How many corrected figures are in a figure of the page, of which bodies and years; undefined where there are none. */
export function correctedNote({ figures, more }: Corrections, wording: Wording): string | undefined {
  const { messages, exact } = wording;
  if (figures.length === 0 && more === 0) return undefined;
  const years = new Map<number, { name: string; years: Set<number> }>();
  for (const { bodyId, name, year } of figures) {
    const known = years.get(bodyId);
    if (known) known.years.add(year);
    else years.set(bodyId, { name, years: new Set([year]) });
  }
  const bodies = [...years.values()];
  const named = bodies.slice(0, BODIES).map((body) =>
    messages.corrected.who(
      body.name,
      yearRanges(
        [...body.years].sort((a, b) => a - b),
        messages.comma,
      ),
    ),
  );
  const rest = bodies.length - named.length;
  const who = `${named.join(messages.semicolon)}${rest === 0 ? '' : messages.corrected.moreBodies(exact(rest))}`;
  const note = figures.length === 0 ? '' : messages.corrected.note(exact(figures.length), who);
  return [note, more === 0 ? '' : messages.corrected.beyond(exact(more))].filter(Boolean).join(messages.findings.space);
}
