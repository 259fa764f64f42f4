import { APPLICANT_COLUMNS } from '../../../src/form/applicants.ts';
import { MEASURES } from '../../../src/form/cells.ts';
import { SUM_RULES } from '../../../src/form/sums.ts';
import type { DemonstrationReport } from '../../../src/demo/filings.ts';
import { nameIn, type Area, type DemonstrationBody, type Province } from '../../../src/demo/province.ts';

/** A made-up report as a reader of the dataset meets it: figures by id, what is not given left out. */
export interface Published {
  readonly body: DemonstrationBody;
  readonly year: number;
  readonly edition: '2019' | '2021';
  readonly date: string;
  readonly figures: ReadonlyMap<string, number>;
  /** Cells with words where a figure is due. */
  readonly inWords: readonly string[];
}

/** Reports by body and year. */
export class Shelf {
  readonly #reports = new Map<DemonstrationBody, Map<number, Published>>();
  readonly all: readonly Published[];

  constructor(province: Province, reports: readonly DemonstrationReport[]) {
    const bodies = new Map<string, DemonstrationBody[]>();
    for (const body of province.bodies) {
      for (const name of [body.name, ...body.aliases.map(({ alias }) => alias)]) {
        const key = `${body.region} ${name}`;
        bodies.set(key, [...(bodies.get(key) ?? []), body]);
      }
    }
    this.all = reports.map(({ filing: { region, body: name, year, report } }) => {
      const body = bodies.get(`${region ?? ''} ${name}`)!.find((found) => nameIn(found, year) === name)!;
      const figures = new Map(report.cells.map(({ id, value }) => [id, value]));
      const inWords = report.gaps
        .filter(({ reason, raw }) => reason === 'not-a-number' && raw !== '/')
        .map(({ id }) => id);
      return { body, year, edition: report.edition!, date: report.published!, figures, inWords };
    });
    for (const report of this.all) {
      const years = this.#reports.get(report.body) ?? new Map<number, Published>();
      this.#reports.set(report.body, years.set(report.year, report));
    }
  }

  of(body: DemonstrationBody, year: number): Published | undefined {
    return this.#reports.get(body)?.get(year);
  }
}

const get = (report: Published, id: string) => report.figures.get(id) ?? NaN;
const sum = (report: Published, ids: readonly string[]) => ids.reduce((total, id) => total + get(report, id), 0);
/** Unequal, and both known: what a gap hides is never broken. */
const differ = (a: number, b: number) => !Number.isNaN(a) && !Number.isNaN(b) && a !== b;

function* sumBreaks(report: Published): Generator<string> {
  for (const { rule, at, left, right } of SUM_RULES[report.edition]) {
    if (differ(sum(report, left), sum(report, right))) yield `${rule} ${at}`;
  }
}

/** Columns with an outcome although nothing was received; what a gap hides counts as nothing. */
function* emptyBreaks({ figures }: Published): Generator<string> {
  for (const { key } of APPLICANT_COLUMNS) {
    const isEmpty = ['new', 'carried_in'].every((row) => figures.get(`${row}_${key}`) === 0);
    const ofColumn = [...figures].filter(
      ([id, value]) =>
        value > 0 && /^(?:granted|partial|denied|unable|not_processed|other)_/.test(id) && id.endsWith(`_${key}`),
    );
    if (isEmpty && ofColumn.length > 0) yield `T3-EMPTY ${key}`;
  }
}

function* chainBreaks(report: Published, before: Published | undefined): Generator<string> {
  if (before) {
    for (const { key } of APPLICANT_COLUMNS) {
      if (differ(get(report, `carried_in_${key}`), get(before, `carried_out_${key}`))) yield `Y-CARRY ${key}`;
    }
  }
  for (const row of ['rules', 'normative_docs']) {
    const [issued, repealed, inForce] = ['issued', 'repealed', 'in_force'].map((cell) => get(report, `${row}_${cell}`));
    const last = before ? get(before, `${row}_in_force`) : NaN;
    if (inForce! < issued! - repealed!) yield `T2-STOCK ${row}`;
    if (repealed! > last + issued!) yield `T2-STOCK ${row}_repealed`;
    if (differ(inForce!, last + issued! - repealed!)) yield `Y-STOCK ${row}`;
  }
}

/** Suits after reconsideration beyond the reconsiderations of two years; unknown where one of them is. */
function* suitBreaks(report: Published, before: Published | undefined): Generator<string> {
  const reviews = ['upheld', 'corrected', 'other_result'].map((result) => `review_${result}`);
  if (before && get(report, 'suit_after_review_total') > sum(report, reviews) + sum(before, reviews)) yield 'X-SUIT ';
}

/** Sums of an area that its government gives smaller than the bodies under it do together. */
function* areaBreaks(government: Published, below: readonly Published[]): Generator<string> {
  for (const { id, table, column } of MEASURES) {
    if (table === 3 && column !== 'total') continue;
    const together = below.reduce((all, { figures }) => all + (figures.get(id) ?? 0), 0);
    if (get(government, id) < together - 1e-6) yield `R-SUM ${id}`;
  }
}

function* placeBreaks(report: Published, above: Published | undefined): Generator<string> {
  const { body, year, date } = report;
  if (above) {
    for (const { id } of MEASURES) if (get(report, id) > get(above, id)) yield `R-LE ${id}`;
  }
  const mayRule = body.kind === 'government' && (body.level === 'province' || body.level === 'city');
  if (!mayRule && ['rules_issued', 'rules_repealed', 'rules_in_force'].some((id) => get(report, id) > 0))
    yield 'T2-RULES ';
  const hasDeadline = body.level !== 'township' && body.level !== 'zone';
  const deadline = `${year + 1}-${body.kind === 'government' ? '03-31' : '01-31'}`;
  if ((hasDeadline && date > deadline) || date < `${year + 1}-01-01`) yield 'D-PUB ';
}

/** The government whose report covers each body of a province, those of governments being the next above. */
function governments(
  area: Area,
  above: DemonstrationBody | null = null,
): Map<DemonstrationBody, DemonstrationBody | null> {
  const found = new Map(area.members.map((body) => [body, area.government as DemonstrationBody | null]));
  found.set(area.government, above);
  for (const part of area.parts) for (const [body, head] of governments(part, area.government)) found.set(body, head);
  return found;
}

/** Every rule that the reports break, as `region name year rule at`; written apart from the code that plants the errors. */
export function brokenRules(province: Province, shelf: Shelf): string[] {
  const heads = governments(province.area);
  const areas = new Map<DemonstrationBody, DemonstrationBody[]>();
  for (const [body, head] of heads) if (head) areas.set(head, [...(areas.get(head) ?? []), body]);
  return shelf.all.flatMap((report) => {
    const { body, year } = report;
    const head = heads.get(body) ?? null;
    const broken = [
      ...sumBreaks(report),
      ...emptyBreaks(report),
      ...report.inWords.map((id) => `NUM ${id}`),
      ...chainBreaks(report, shelf.of(body, year - 1)),
      ...suitBreaks(report, shelf.of(body, year - 1)),
      ...areaBreaks(
        report,
        (areas.get(body) ?? []).flatMap((below) => shelf.of(below, year) ?? []),
      ),
      ...placeBreaks(report, head ? shelf.of(head, year) : undefined),
    ];
    return broken.map((rule) => `${body.region} ${body.name} ${year} ${rule}`);
  });
}
