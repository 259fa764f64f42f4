import { version } from '../../package.json';
import { compareAudits } from '../audit/compared-audits.ts';
import { RULES } from '../audit/families.ts';
import type { ChangedFinding } from '../audit/finding-changes.ts';
import { RecordedBuild } from '../host/build-steps.ts';
import { filingOf } from '../host/collected-filings.ts';
import type { OpenedReport } from '../host/kept-report.ts';
import { DatasetBuild } from '../store/dataset-build.ts';
import { type OpenedDataset, openLive } from './opened-dataset.ts';
import { timeNow } from './report-index.ts';

/** A dataset of some reports alone, all placed in the same region: versions may differ in what is said of that. */
async function openReports(reports: readonly OpenedReport[], region: string | null): Promise<OpenedDataset> {
  const engine = new RecordedBuild();
  const build = await DatasetBuild.open(engine, null);
  const filings = reports.flatMap(({ kept, report, identity, corrections }) => {
    const filing = filingOf(kept, report, { ...identity, region }, corrections);
    return filing ? [filing] : [];
  });
  await build.take(filings, () => undefined);
  const name = reports[0]!.kept.file;
  await build.finish({ name, synthetic: false, madeAt: timeNow(), version });
  const origin = { steps: engine.steps, name };
  return openLive({ name, title: name, origin, problems: [] }, () => undefined);
}

/**
 * What has become of the findings of one version of a report in a later one, each audited beside the body's reports of other
 * years; rejects with an `EngineFailure` where no engine can be had, or with the signal's reason.
 */
export async function compareVersions(
  before: OpenedReport,
  after: OpenedReport,
  others: readonly OpenedReport[],
  signal: AbortSignal,
): Promise<readonly ChangedFinding[]> {
  const region = [after, before].reduce<string | null>((found, { identity, kept }) => {
    return found ?? identity.region ?? kept.listed?.region ?? null;
  }, null);
  const earlier = await openReports([before, ...others], region);
  try {
    const later = await openReports([after, ...others], region);
    try {
      const changed: ChangedFinding[] = [];
      const rules = RULES.map(({ id }) => id);
      for await (const piece of compareAudits(earlier.database, later.database, rules, signal))
        changed.push(...piece.changed);
      return changed;
    } finally {
      await later.database.close();
    }
  } finally {
    await earlier.database.close();
  }
}
