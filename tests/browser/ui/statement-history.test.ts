import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { StatementHistory } from '../../../src/state/statement-history.svelte.ts';
import StatementList from '../../../src/ui/data/StatementList.svelte';
import '../../../src/ui/tokens.css';
import { barriersIn } from '../charts/accessibility.ts';
import { renderWorded } from './worded.ts';

beforeEach(() => sessionStorage.clear());

test('the latest statement stands first and once, and a later page of the tab still has it', () => {
  const history = new StatementHistory();
  for (const statement of ['SELECT 1', 'SELECT 2', 'SELECT 1']) history.add(statement);
  expect(history.statements).toEqual(['SELECT 1', 'SELECT 2']);
  expect(new StatementHistory().statements).toEqual(['SELECT 1', 'SELECT 2']);
});

test('thirty are kept, and none of enormous length', () => {
  const history = new StatementHistory();
  for (let number = 0; number < 40; number += 1) history.add(`SELECT ${number}`);
  history.add(`SELECT '${'x'.repeat(30_000)}'`);
  expect(history.statements).toHaveLength(30);
  expect(history.statements[0]).toBe('SELECT 39');
  expect(new StatementHistory().statements).toEqual(history.statements);
});

test.each(['no JSON', '{"a":1}', '[1,null]'])(
  'what stands in its place and is no list of statements is let be: %s',
  (text) => {
    sessionStorage.setItem('nianbao-statements', text);
    expect(new StatementHistory().statements).toEqual([]);
  },
);

test('a statement is taken back from the list or removed from it, text and never markup', async () => {
  const history = new StatementHistory();
  history.add('SELECT 1');
  history.add("SELECT '<b>bold</b>'");
  const onchoose = vi.fn();
  const { container } = await renderWorded(StatementList, { history, onchoose });
  await page.getByText('运行过的语句（2）').click();
  expect(await barriersIn(container)).toEqual([]);
  expect(container.querySelector('b')).toBeNull();
  await page.getByRole('button', { name: "SELECT '<b>bold</b>'", exact: true }).click();
  expect(onchoose).toHaveBeenCalledExactlyOnceWith("SELECT '<b>bold</b>'");
  await page.getByRole('button', { name: '移除 SELECT 1' }).click();
  expect(history.statements).toEqual(["SELECT '<b>bold</b>'"]);
  await page.getByRole('button', { name: '全部移除' }).click();
  await expect.element(page.getByText(/运行过的语句/)).not.toBeInTheDocument();
  expect(new StatementHistory().statements).toEqual([]);
});
