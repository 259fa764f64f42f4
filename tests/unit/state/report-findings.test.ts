import { expect, test } from 'vitest';
import type { Finding } from '../../../src/audit/finding.ts';
import { findingsByCell } from '../../../src/state/report-findings.ts';

const finding = (rule: string, ...cells: Finding['cells']): Finding => ({
  reportId: 1,
  bodyId: 1,
  body: '局',
  region: '',
  year: 2024,
  edition: '2021',
  entered: 'document',
  source: '局.html',
  rule,
  at: '',
  outcome: 'fails',
  expected: null,
  actual: null,
  due: null,
  said: null,
  cells,
  lacking: [],
  explanations: [],
  span: null,
});

test('a cell is marked by every finding that names it, once each, and only of its own year', () => {
  const sum = finding('T3-SUM', { id: 'new_total', year: 2024 }, { id: 'new_total', year: 2024 });
  const carry = finding('Y-CARRY', { id: 'new_total', year: 2024 }, { id: 'carried_out_total', year: 2023 });
  const marked = findingsByCell([sum, carry, finding('FORM')], 2024);
  expect([...marked]).toEqual([['new_total', [sum, carry]]]);
});
