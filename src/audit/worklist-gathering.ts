import { RULES } from './families.ts';
import type { FindingFigures } from './finding-figures.ts';
import type { Finding } from './finding.ts';
import type { Language } from './place-text.ts';
import type { Review } from './review.ts';
import { neutralised, type SheetField } from '../store/sheet-field.ts';
import { arithmeticRows, sourceRow, worklistRow, type SheetRow, type WorklistOrigin } from './worklist-rows.ts';
import { worklistWords } from './worklist-words.ts';

/** Rows of the sheets of a worklist that grow with its findings. */
export interface WorklistRows {
  readonly findings: readonly SheetRow[];
  readonly arithmetic: readonly SheetRow[];
  readonly sources: readonly SheetRow[];
}

/** How much a worklist lists. */
export interface WorklistCounts {
  readonly findings: number;
  readonly reports: number;
  readonly bodies: number;
}

/** How a worklist was made. */
export interface WorklistMaking {
  /** Ids of the rules that it lists. */
  readonly rules: readonly string[];
  /** In milliseconds since 1970. */
  readonly exportedAt: number;
  /** Reports that were not even asked for, since there is no room for them; none unless said. */
  readonly leftReports?: number;
  /** Findings left out because a reviewer has dismissed them; none unless said. */
  readonly dismissed?: number;
}

/**
 * As many rows as a workbook takes, which is made in memory as a whole. The format itself ends at 1,048,576 rows a sheet, beyond
 * what an ordinary computer makes or opens.
 */
const MOST_ROWS = 100_000;

/** Turns findings into rows, piece by piece, and knows what they add up to. */
export class WorklistGathering {
  readonly #language: Language;
  readonly #mostRows: number;
  readonly #origins = new Map<string, WorklistOrigin>();
  readonly #listed = new Set<string>();
  readonly #bodies = new Set<string>();
  readonly #reports = new Set<string>();
  readonly #rules = new Map<string, { fails: number; open: number }>();
  #number = 0;
  #rows = 0;
  #left = 0;

  constructor(language: Language, mostRows = MOST_ROWS) {
    this.#language = language;
    this.#mostRows = mostRows;
  }

  get counts(): WorklistCounts {
    return { findings: this.#number, reports: this.#reports.size, bodies: this.#bodies.size };
  }

  /** Findings that there was no room for. */
  get left(): number {
    return this.#left;
  }

  /** Counts findings that are not worth asking more about, since there is no room for them. */
  leave(findings: number): void {
    this.#left += findings;
  }

  /**
   * Rows of further findings; none of a finding for whose rows there is no room, nor of any after it. `dismissed` are those
   * that a reviewer has dismissed and that are listed all the same.
   */
  take(
    findings: readonly Finding[],
    figures: FindingFigures,
    origin: WorklistOrigin,
    dismissed: ReadonlyMap<Finding, Review> = new Map(),
  ): WorklistRows {
    const rows = { findings: [] as SheetRow[], arithmetic: [] as SheetRow[], sources: [] as SheetRow[] };
    this.#origins.set(origin.fingerprint, origin);
    for (const [index, finding] of findings.entries()) {
      const arithmetic = arithmeticRows(this.#number + 1, finding, figures, origin, this.#language);
      if (this.#left > 0 || this.#rows + arithmetic.length >= this.#mostRows) {
        this.#left += findings.length - index;
        break;
      }
      this.#number += 1;
      this.#rows += arithmetic.length + 1;
      rows.findings.push(worklistRow(this.#number, finding, origin, this.#language, dismissed.get(finding) ?? null));
      rows.arithmetic.push(...arithmetic);
      this.#count(finding, origin);
      for (const year of new Set([finding.year, ...finding.cells.map((cell) => cell.year)])) {
        const report = figures.reportOf(finding, year);
        const key = `${origin.fingerprint} ${report?.reportId ?? ''}`;
        if (!report || this.#listed.has(key)) continue;
        this.#listed.add(key);
        rows.sources.push(sourceRow(report, origin, this.#language));
      }
    }
    return rows;
  }

  #count({ rule, outcome, bodyId, reportId }: Finding, { fingerprint }: WorklistOrigin): void {
    this.#bodies.add(`${fingerprint} ${bodyId}`);
    this.#reports.add(`${fingerprint} ${reportId}`);
    const counted = this.#rules.get(rule) ?? { fails: 0, open: 0 };
    counted[outcome === 'fails' ? 'fails' : 'open'] += 1;
    this.#rules.set(rule, counted);
  }

  /** What the worklist is, as rows: its data, its size, what it leaves out, and the rules it was made by. */
  about({ rules, exportedAt, leftReports = 0, dismissed = 0 }: WorklistMaking): readonly SheetRow[] {
    const language = this.#language;
    const words = worklistWords(language);
    const { columns } = words;
    const number = (value: number) => value.toLocaleString('en');
    const { findings, reports, bodies } = this.counts;
    const left = words.full(number(this.#left), leftReports === 0 ? null : number(leftReports));
    const rows: SheetField[][] = [
      [words.title],
      ...[...this.#origins.values()].flatMap((origin) => [
        [columns.dataset, origin.name],
        [columns.nature, origin.synthetic ? words.synthetic : words.real],
        [columns.fingerprint, origin.fingerprint],
        [columns.madeAt, origin.madeAt],
        [columns.madeBy, origin.madeBy],
      ]),
      [words.exported, new Date(exportedAt).toISOString()],
      [words.listed, words.counted(number(findings), number(reports), number(bodies))],
      ...(this.#left === 0 ? [] : [[words.notListed, left]]),
      ...(dismissed === 0 ? [] : [[words.notListed, words.dismissedLeft(number(dismissed))]]),
      [words.note],
      [],
      [columns.rule, columns.severity, columns.demand, columns.basis, columns.exceptions, columns.fails, columns.open],
      ...RULES.filter(({ id }) => rules.includes(id)).map((rule): SheetField[] => {
        const { fails = 0, open = 0 } = this.#rules.get(rule.id) ?? {};
        const [basis, exceptions] =
          language === 'zh' ? [rule.basisZh, rule.exceptionsZh] : [rule.basisEn, rule.exceptionsEn];
        return [rule.id, words.severities[rule.severity], rule[language], basis, exceptions, fails, open];
      }),
    ];
    return rows.map((row) => row.map(neutralised));
  }
}
