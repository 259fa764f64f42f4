import type { Claim, Evidence, Passage, Span } from './report.ts';
import { sectionHeading } from './sections.ts';
export interface Prose { body: string | null; year: number | null; published: string | null; scope: 'own' | 'area' | null; passages: Passage[]; claims: Claim[]; evidence: Evidence[] }
export function readProse(text: string, lines: readonly Span[]): Prose {
  const passages: Passage[] = [];
  for (const span of lines) { const h = sectionHeading(text.slice(span.start, span.end)); if (h) passages.push({ section: h.number, heading: '', text: '', span }); }
  return { body: null, year: null, published: null, scope: null, passages, claims: [], evidence: [] };
}
