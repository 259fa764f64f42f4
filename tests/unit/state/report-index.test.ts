import { expect, test } from 'vitest';
import type { KeptLine } from '../../../src/host/kept-report.ts';
import { ReportIndex } from '../../../src/state/report-index.ts';

const line = (place: number, part: Partial<KeptLine> = {}): KeptLine => ({
  id: String(place).padStart(16, '0'),
  place,
  file: `${place}.html`,
  size: 1,
  format: null,
  trouble: null,
  body: '青溪县水务局',
  year: 2024,
  published: null,
  cells: 190,
  gaps: 10,
  reader: '0',
  ...part,
});
const idOf = (place: number) => line(place).id;
const madeAt = '2026-01-01T00:00:00.000Z';

test('other readings of a body and year are its versions: by date of publication, then as they were given', () => {
  const index = new ReportIndex();
  index.take(line(3));
  index.take(line(1, { published: '2025-02-01' }));
  index.take(line(2, { published: '2025-01-01' }));
  index.take(line(4, { year: 2023 }));
  index.take(line(5, { body: null }));
  expect(index.versionsOf(idOf(3)).map(({ place }) => place)).toEqual([2, 1]);
  expect(index.versionsOf(idOf(5))).toEqual([]);
  index.identify(idOf(5), { body: '青溪县水务局', year: null, region: null });
  expect(index.versionsOf(idOf(5)).map(({ place }) => place)).toEqual([3, 2, 1]);
});

test('what is said of a report goes before what it says itself, and only where something is said', () => {
  const index = new ReportIndex();
  index.identify(idOf(1), { body: null, year: 2025, region: null });
  expect(index.get(idOf(1))).toBeNull();
  index.take(line(1));
  expect(index.get(idOf(1))).toMatchObject({ body: '青溪县水务局', year: 2025 });
});

test('corrections fill gaps and empty figures, and make a report whole', () => {
  const index = new ReportIndex();
  index.take(line(1, { cells: 199, gaps: 1 }));
  expect(index.get(idOf(1))).toMatchObject({ status: 'gaps', corrections: 0 });
  const filled = { cell: 'new_total', before: null, read: null, after: 3, madeAt };
  index.setCorrections(idOf(1), [filled]);
  expect(index.get(idOf(1))).toMatchObject({ status: 'read', cells: 200, gaps: 0, corrections: 1 });
  const emptied = { cell: 'new_person', before: 5, read: 5, after: null, madeAt };
  index.setCorrections(idOf(1), [filled, emptied]);
  expect(index.get(idOf(1))).toMatchObject({ status: 'gaps', cells: 199, gaps: 1, corrections: 2 });
});

test('a report without any figure is not read whole', () => {
  const index = new ReportIndex();
  index.take(line(1, { cells: 0, gaps: 0 }));
  index.take(line(2, { trouble: { what: 'hung', seconds: 60 }, cells: 0, gaps: 0 }));
  index.take(line(3, { trouble: { what: 'needs-transcription', format: 'png' }, cells: 0, gaps: 0 }));
  expect(index.inOrder().map(({ status }) => status)).toEqual(['gaps', 'failed', 'transcribe']);
  expect(index.nextPlace()).toBe(4);
});
