import { type PeerStanding, peerStandingQuery } from '../compare/peer-standing.ts';
import { type Peer, peersQuery } from '../compare/peers.ts';
import { type ReportIndicator, reportIndicatorsQuery } from '../compare/report-indicators.ts';
import type { Subject } from '../compare/subject.ts';
import type { Database } from '../store/database.ts';
import { FEW_CASES } from './comparison.ts';

/** What a body is held beside its peers for. */
const KEY_INDICATORS: readonly Subject[] = [
  'disclosure_rate',
  'full_disclosure_rate',
  'refusal_rate',
  'unable_rate',
  'not_processed_rate',
  'other_rate',
  'carry_over_rate',
  'applicant_share_natural',
  'correction_rate',
  'dispute_rate',
].map((key) => ({ kind: 'indicator', key }));

/** An indicator of a report with those of its peers. */
export interface PeerIndicator extends PeerStanding {
  readonly own: ReportIndicator;
  /** Values of the peers that count, in no order. */
  readonly values: readonly number[];
}

/** A report among its peers; no indicators where it has none. */
export interface PeerComparison {
  readonly peers: readonly Peer[];
  readonly indicators: readonly PeerIndicator[];
}

/** Holds the key indicators of a report beside those of its peers, rates over few cases left out among these. */
export async function openPeerComparison(
  database: Database,
  report: number,
  signal: AbortSignal,
): Promise<PeerComparison> {
  const peers = await database.ask(peersQuery(report), signal);
  if (peers.length === 0) return { peers, indicators: [] };
  const ids = peers.map(({ reportId }) => reportId);
  const ask = { report, peers: ids, subjects: KEY_INDICATORS, fewest: FEW_CASES };
  const standings = await database.ask(peerStandingQuery(ask), signal);
  const known = await database.ask(reportIndicatorsQuery([report, ...ids], KEY_INDICATORS), signal);
  const indicators = standings.map((standing) => {
    const rows = known.filter(({ subject }) => subject === standing.subject);
    const counting = rows.filter(({ reportId, denominator }) => reportId !== report && (denominator ?? 0) >= FEW_CASES);
    return {
      ...standing,
      own: rows.find(({ reportId }) => reportId === report)!,
      values: counting.flatMap(({ value }) => (value === null ? [] : [value])),
    };
  });
  return { peers, indicators };
}
