import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isFigureName } from '../../../src/state/figures.ts';
import { DEFAULT_VIEW, parseView } from '../../../src/state/view.ts';
import { readmeQuestions } from '../../fixtures/readme-questions.ts';

test('the introduction says what every part of an address holds, and no other', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split('## The address is the view');
  const rows = section
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(named.sort()).toEqual(Object.keys(DEFAULT_VIEW).sort());
});

test('the introduction answers ten questions, each by an address in which everything means something', () => {
  const questions = readmeQuestions();
  expect(questions).toHaveLength(10);
  for (const { query, figure } of questions) {
    expect([query, parseView(query).ignored]).toEqual([query, []]);
    if (figure !== null) expect([figure, isFigureName(figure)]).toEqual([figure, true]);
  }
});
