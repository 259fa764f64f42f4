import type { Claim } from './report.ts';

/** Names that lists use for figures which are no cell of the form: the topic of the claim and its section. */
const CLAIM_NAMES: Readonly<Record<string, { topic: string; section: number }>> = {
  'new or new+carried_in': { topic: 'new_or_received', section: 3 },
  'new+carried_in': { topic: 'new_and_carried_in', section: 3 },
  '(granted+partial)': { topic: 'granted_and_partial', section: 3 },
  'granted+partial': { topic: 'granted_and_partial', section: 3 },
  'denied (group)': { topic: 'denied_group', section: 3 },
  'unable (group)': { topic: 'unable_group', section: 3 },
  'not_processed (group)': { topic: 'not_processed_group', section: 3 },
  'other (group)': { topic: 'other_group', section: 3 },
  'suits (both blocks)': { topic: 'suits_total', section: 4 },
  processing_fee_yuan: { topic: 'processing_fee_yuan', section: 6 },
};

/** Topic of a claim that has no topic of its own; its wording stands in the sentence. */
export const OTHER_TOPIC = 'other';

/** Whether a name in a list of figures stands for a statement, not for a cell: it is known as one, or is a sum, a choice or a remark. */
export const isClaimName = (name: string): boolean => name in CLAIM_NAMES || /[()（）+]| or /.test(name);

/** A claim from a list of figures, with its name, value, unit and place as its sentence. */
export function listedClaim(name: string, value: number, unit: string, where: string): Claim {
  const known = CLAIM_NAMES[name];
  const amount = unit === '' ? `${value}` : `${value} ${unit}`;
  return {
    topic: known?.topic ?? OTHER_TOPIC,
    value,
    section: known?.section ?? null,
    sentence: where === '' ? `${name}: ${amount}` : `${name}: ${amount}, ${where}`,
    span: null,
  };
}
