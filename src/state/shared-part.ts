import { RULE_SET } from '../audit/rule-set.ts';
import type { Page } from './pages.ts';
import type { View } from './view.ts';

/** What a link that is handed on says beside the view: on which data it was made, and by which rules where it shows an audit. */
export const sharedPart = (page: Page, fingerprint: string | null): Partial<View> => ({
  fp: fingerprint,
  rules: page === 'audit' ? RULE_SET : null,
});
