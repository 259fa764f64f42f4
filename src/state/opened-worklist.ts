import { dismissedAmong } from '../audit/dismissed-findings.ts';
import { type FindingFigures, openFindingFigures } from '../audit/finding-figures.ts';
import type { Finding } from '../audit/finding.ts';
import type { ReviewLedger } from '../audit/review-ledger.ts';
import type { Review } from '../audit/review.ts';
import { askWorklist } from '../audit/worklist.ts';
import type { SelectedReport } from '../compare/selected-reports.ts';
import { openAuditedReports } from './audited-reports.ts';
import type { OpenedDataset } from './opened-dataset.ts';
import type { Verdicts } from './verdicts.ts';
import { concernedReports, concernedRules, type WorklistQuestion } from './worklist-question.ts';

/** What one body has to check: a letter. */
export interface WorklistLetter {
  readonly bodyId: number;
  readonly body: string;
  readonly region: string;
  /** In the order of years, of the catalogue of rules, and of the form. */
  readonly findings: readonly Finding[];
}

/** A worklist as far as a page shows it. */
export interface OpenedWorklist {
  /** How many reports were looked at; 0 where there is no such body or report. */
  readonly selected: number;
  /** Numbers of the reports that there is something to check in. */
  readonly concerned: readonly number[];
  /** Bodies of those reports. */
  readonly bodies: number;
  /** In the order of bodies, whole ones alone. */
  readonly letters: readonly WorklistLetter[];
  /** What stands in the cells that the letters name. */
  readonly figures: FindingFigures;
  /** Bodies that the page has no room for. */
  readonly leftBodies: number;
  /** Findings of these letters that a reviewer has dismissed: left out of them unless they were asked for. */
  readonly dismissed: ReadonlyMap<Finding, Review>;
}

/** As many as a person prints and a page lays out at once. */
const MOST_REPORTS = 100;
const MOST_FINDINGS = 400;

const bodiesOf = (reports: readonly SelectedReport[]) => new Set(reports.map(({ bodyId }) => bodyId)).size;

/** The reports of the first bodies, whole ones, as many as a page takes; at least one body. */
function firstReports(reports: readonly SelectedReport[]): readonly SelectedReport[] {
  if (reports.length <= MOST_REPORTS) return reports;
  const cutBody = reports[MOST_REPORTS]!.bodyId;
  const first = reports.slice(0, MOST_REPORTS);
  const whole = first.filter(({ bodyId }) => bodyId !== cutBody);
  return whole.length > 0 ? whole : reports.filter(({ bodyId }) => bodyId === cutBody);
}

function lettersOf(findings: readonly Finding[]): readonly WorklistLetter[] {
  const byBody = new Map<number, Finding[]>();
  for (const finding of findings) {
    const own = byBody.get(finding.bodyId);
    if (own) own.push(finding);
    else byBody.set(finding.bodyId, [finding]);
  }
  return [...byBody.values()].map((own) => {
    const { bodyId, body, region } = own[0]!;
    return { bodyId, body, region, findings: own };
  });
}

/** The first letters, as many as a page takes; at least one. */
function roomFor(letters: readonly WorklistLetter[]): readonly WorklistLetter[] {
  let room = MOST_FINDINGS;
  const cut = letters.findIndex(({ findings }, index) => (room -= findings.length) < 0 && index > 0);
  return cut < 0 ? letters : letters.slice(0, cut);
}

/** What is known and wanted beside the question of a worklist. */
export interface WorklistBeside {
  /** How the rules stand with every report, which spares asking those in which there is nothing to check; null where that is not known. */
  readonly verdicts: Pick<Verdicts, 'outcomeOf'> | null;
  /** What reviewers have said. */
  readonly ledger: Pick<ReviewLedger, 'at'>;
  /** Hears the share of reports that are asked. */
  readonly onProgress?: (share: number) => void;
}

/** Opens a worklist for a page: the letters of the first bodies, and how many there are in all. */
export async function openWorklist(
  { database }: Pick<OpenedDataset, 'database'>,
  question: WorklistQuestion,
  { verdicts, ledger, onProgress }: WorklistBeside,
  signal: AbortSignal,
): Promise<OpenedWorklist> {
  const selected = await openAuditedReports(database, question.reports, signal);
  const asked = verdicts ? concernedReports(selected, question.check, verdicts) : selected;
  const first = firstReports(asked);
  const rules = verdicts ? concernedRules(first, question.check, verdicts) : question.check.rules;
  const found: Finding[] = [];
  const ids = first.map(({ reportId }) => reportId);
  for await (const piece of askWorklist(database, ids, { ...question.check, rules }, signal)) {
    found.push(...piece.findings);
    onProgress?.(piece.done / ids.length);
  }
  const dismissed = await dismissedAmong(database, found, ledger, signal);
  const findings = question.withDismissed ? found : found.filter((finding) => !dismissed.has(finding));
  const order = new Map([...new Set(first.map(({ bodyId }) => bodyId))].map((bodyId, index) => [bodyId, index]));
  findings.sort((one, other) => order.get(one.bodyId)! - order.get(other.bodyId)! || one.year - other.year);
  const listed = new Set(findings.map(({ reportId }) => reportId));
  const concerned = asked.filter(({ reportId }, index) => index >= first.length || listed.has(reportId));
  const bodies = bodiesOf(concerned);
  const letters = roomFor(lettersOf(findings));
  const shown = letters.flatMap((letter) => letter.findings);
  return {
    selected: selected.length,
    concerned: concerned.map(({ reportId }) => reportId),
    bodies,
    letters,
    figures: await openFindingFigures(database, shown, signal),
    leftBodies: bodies - letters.length,
    dismissed,
  };
}
