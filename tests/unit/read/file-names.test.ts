import { expect, test } from 'vitest';
import { pairFiles } from '../../../src/read/file-names.ts';

const pair = (...paths: string[]) => pairFiles(paths, (path) => path).map(({ item, sidecar }) => [item, sidecar]);

test('a file stands with its sidecar, and what only looks like one stays a file', () => {
  expect(pair('a/1.html', 'a/1.html.json', 'b/1.html', 'list.json', 'list', 'c.html.json')).toEqual([
    ['a/1.html', 'a/1.html.json'],
    ['b/1.html', null],
    ['list.json', null],
    ['list', null],
    ['c.html.json', null],
  ]);
});

test('what is hidden or left by an archiver is left out', () => {
  expect(pair('.DS_Store', 'a/.git/x.html', '__MACOSX/a/1.html', 'node_modules/x.txt', 'a/1.html')).toEqual([
    ['a/1.html', null],
  ]);
});

test('what a browser saved beside a page is left out, a folder of such a name without its page is not', () => {
  expect(pair('a/1.html', 'a/1_files/frame.html', 'b_files/1.html')).toEqual([
    ['a/1.html', null],
    ['b_files/1.html', null],
  ]);
});

test('two files of one name both stay', () => {
  expect(pair('1.html', '1.html')).toEqual([
    ['1.html', null],
    ['1.html', null],
  ]);
});
