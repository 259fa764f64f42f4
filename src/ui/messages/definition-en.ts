import type { definitionZh } from './definition-zh.ts';

/** What is said in English of the ways to count a figure. */
export const definitionEn: typeof definitionZh = {
  title: 'Definition',
  denominator: 'Divided by',
  applicants: 'Applicants',
  denominators: { handled: 'all handled', merits: 'decisions on the merits' },
  scopes: {
    total: 'all applicants',
    natural: 'natural persons',
    organisations: 'legal persons and organisations',
    business: 'commercial enterprises',
    research: 'research institutions',
    public_interest: 'public-interest organisations',
    legal_service: 'legal-service bodies',
    other_org: 'other organisations',
  },
  onMerits: 'of decisions on the merits',
  named: (name, definition) => `${name} (${definition})`,
  divided: (numerator, denominator) => `${numerator} ÷ ${denominator}`,
  grouped: (sum) => `(${sum})`,
  only: (scope) => `requests from ${scope} only`,
  merits: 'decisions on the merits = granted, granted in part, refused and unable to provide',
  plus: ' + ',
  minus: ' − ',
  separator: '; ',
  toStandard: 'Usual definition',
};
