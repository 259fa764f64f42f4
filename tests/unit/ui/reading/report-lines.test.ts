import { expect, test } from 'vitest';
import { type KeptReport, keptReport, NO_IDENTITY } from '../../../../src/host/kept-report.ts';
import { findReports } from '../../../../src/ui/reading/report-lines.ts';

const kept = (file: string, body: string | null, year: number | null, gaps = 0): KeptReport =>
  keptReport(
    {
      id: file,
      place: 0,
      file,
      size: 1,
      format: 'html',
      trouble: null,
      body,
      year,
      published: null,
      cells: 3,
      gaps,
      reader: '0',
    },
    NO_IDENTITY,
    [],
  );
const REPORTS = [
  kept('water/2023.html', '青溪县水务局', 2023),
  kept('water/2024.html', '青溪县水务局', 2024, 2),
  kept('Forest.html', null, null),
];
const filesOf = (words: string, status: KeptReport['status'] | null = null) =>
  findReports(REPORTS, { words, status }).reports.map(({ file }) => file);

test('all words must occur, wherever: in the body, the year or the path', () => {
  expect(filesOf('水务 2024')).toEqual(['water/2024.html']);
  expect(filesOf('forest')).toEqual(['Forest.html']);
  expect(filesOf('  ')).toHaveLength(3);
  expect(filesOf('水务 2025')).toEqual([]);
});

test('a result narrows the list, while the counts are of all that the words find', () => {
  expect(filesOf('', 'gaps')).toEqual(['water/2024.html']);
  expect(findReports(REPORTS, { words: '水务', status: 'gaps' }).counts).toEqual({
    read: 1,
    gaps: 1,
    failed: 0,
    transcribe: 0,
  });
});
