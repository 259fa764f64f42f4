import {
  type KeptCorrection,
  type KeptIdentity,
  type KeptLine,
  keptReport,
  type KeptReport,
  NO_IDENTITY,
} from '../host/kept-report.ts';

/** In the order in which files were given; reports of one list in that of their rows. */
const byPlace = (one: KeptReport, other: KeptReport): number =>
  one.place - other.place ||
  (one.listed?.number ?? 0) - (other.listed?.number ?? 0) ||
  (one.id < other.id ? -1 : Number(one.id > other.id));

/** Published earlier, where both say when, otherwise given earlier. */
const byAge = (one: KeptReport, other: KeptReport): number =>
  (one.published ?? '').localeCompare(other.published ?? '') || byPlace(one, other);

const isSameReport = (one: KeptReport, other: KeptReport): boolean =>
  one.body !== null && one.year !== null && one.body === other.body && one.year === other.year;

/** This moment, ISO 8601, as corrections tell it. */
export const timeNow = (): string => new Date().toISOString();

/** The lines of the reader's own reports, each with what a person has said of it and corrected in it. */
export class ReportIndex {
  readonly #lines = new Map<string, KeptLine>();
  readonly #identities = new Map<string, KeptIdentity>();
  readonly #corrections = new Map<string, readonly KeptCorrection[]>();
  readonly #reports = new Map<string, KeptReport>();

  get(id: string): KeptReport | null {
    return this.#reports.get(id) ?? null;
  }

  identityOf(id: string): KeptIdentity {
    return this.#identities.get(id) ?? NO_IDENTITY;
  }

  correctionsOf(id: string): readonly KeptCorrection[] {
    return this.#corrections.get(id) ?? [];
  }

  /** The documents that other readers than these have read. */
  readBefore(version: string): KeptLine[] {
    return [...this.#lines.values()].filter(({ reader, listed }) => !listed && reader !== version);
  }

  /** The reports of a list, by its path, whose stamp is not this one. */
  rowsOf(file: string, except: string | null): string[] {
    const ids: string[] = [];
    for (const { id, listed, file: of } of this.#lines.values()) {
      if (listed && of === file && listed.stamp !== except) ids.push(id);
    }
    return ids;
  }

  /** All lines in the order in which their files were given. */
  inOrder(): KeptReport[] {
    return [...this.#reports.values()].sort(byPlace);
  }

  /** The place behind all that were given. */
  nextPlace(): number {
    let last = 0;
    for (const { place } of this.#lines.values()) last = Math.max(last, place);
    return Math.floor(last) + 1;
  }

  /** The other readings of the same body and year, the oldest first. */
  versionsOf(id: string): KeptReport[] {
    const report = this.get(id);
    return report
      ? this.inOrder()
          .filter((other) => other.id !== id && isSameReport(other, report))
          .sort(byAge)
      : [];
  }

  /** A file was read: the same bytes given before keep their name and place, and what was said of them. Gives the line as it stands. */
  take(line: KeptLine): KeptLine {
    const before = this.#lines.get(line.id);
    const taken = before ? { ...line, file: before.file, place: before.place } : line;
    this.#lines.set(line.id, taken);
    this.#renew(line.id);
    return taken;
  }

  /** What is known of a report, all of it, whoever said it. */
  put(line: KeptLine, identity: KeptIdentity | undefined, corrections: readonly KeptCorrection[] | undefined): void {
    this.#lines.set(line.id, line);
    if (identity) this.#identities.set(line.id, identity);
    else this.#identities.delete(line.id);
    if (corrections) this.#corrections.set(line.id, corrections);
    else this.#corrections.delete(line.id);
    this.#renew(line.id);
  }

  identify(id: string, identity: KeptIdentity): void {
    this.#identities.set(id, identity);
    this.#renew(id);
  }

  setCorrections(id: string, corrections: readonly KeptCorrection[]): void {
    this.#corrections.set(id, corrections);
    this.#renew(id);
  }

  remove(id: string): void {
    for (const known of [this.#lines, this.#identities, this.#corrections, this.#reports]) known.delete(id);
  }

  clear(): void {
    for (const known of [this.#lines, this.#identities, this.#corrections, this.#reports]) known.clear();
  }

  #renew(id: string): void {
    const line = this.#lines.get(id);
    if (line) this.#reports.set(id, keptReport(line, this.identityOf(id), this.correctionsOf(id)));
  }
}
