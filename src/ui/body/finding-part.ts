import type { Finding } from '../../audit/finding.ts';
import { formatBodyKey } from '../../state/body-key.ts';
import type { View } from '../../state/view.ts';

/** The part of the view that shows a finding with its arithmetic on the page of the audit. */
export const findingPart = ({ rule, region, body, year }: Finding): Partial<View> => ({
  page: 'audit',
  rule,
  body: formatBodyKey({ region, name: body }),
  opened: year,
  worklist: null,
  search: '',
  leaf: 1,
});
