import type { Peer } from '../../compare/peers.ts';
import { type Subject, subjectCells } from '../../compare/subject.ts';
import type { FiledYears } from '../../state/filed-years.ts';
import type { ListedBody } from '../../store/body-list.ts';
import type { BodyYear } from '../../store/body-years.ts';
import { kindName, levelName } from '../body-text.ts';
import type { Wording } from '../wording.ts';
import { formWords } from './form-words.ts';

/** The rule that made a group of peers, with how many there are; at least one. */
export function peerRule(body: ListedBody, peers: readonly Peer[], wording: Wording): string {
  const words = formWords(wording);
  const { place, of } = peers[0]!;
  const kind = kindName(body.kind ?? 'other', wording);
  const group = words.group(kind, levelName(body.level, wording), words.places[place], wording.exact(of));
  return peers.length < of ? group + words.nearest(wording.exact(peers.length)) : group + words.whole;
}

/** Why an indicator of a report has no value: the reason of its first gap, or that there is nothing to divide by. */
export function indicatorGap(filed: FiledYears, year: BodyYear, subject: Subject, { messages }: Wording): string {
  const missing = subjectCells(subject).find((id) => filed.figureOf(year, id) === null);
  return messages.absences[missing === undefined ? 'not-applicable' : filed.gapOf(year, missing).reason];
}
