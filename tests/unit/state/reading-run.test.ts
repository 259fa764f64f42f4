import { expect, test } from 'vitest';
import { RunGauge } from '../../../src/state/reading-run.ts';

test('a run says nothing of the time left before it has read some files for a while', () => {
  const gauge = new RunGauge(100, 0);
  gauge.begin('a/1.html');
  expect(gauge.at(0)).toEqual({ done: 0, total: 100, file: 'a/1.html', perSecond: 0, leftMs: null, again: false });
  for (let file = 0; file < 10; file++) gauge.finish();
  expect(gauge.at(1_000).leftMs).toBeNull();
  expect(gauge.at(2_000)).toMatchObject({ done: 10, perSecond: 5, leftMs: 18_000 });
});

test('the pace is that of the last seconds, so that slow files after fast ones are not promised away', () => {
  const gauge = new RunGauge(1_000, 0);
  for (let second = 1; second <= 10; second++) {
    for (let file = 0; file < 90; file++) gauge.finish();
    gauge.at(second * 1_000);
  }
  for (let second = 11; second <= 40; second++) {
    if (second % 2 === 0) gauge.finish();
    gauge.at(second * 1_000);
  }
  expect(gauge.at(40_001).perSecond).toBeLessThan(1);
  expect(gauge.at(40_001).leftMs).toBeGreaterThan(80_000);
});

test('files that come to light on the way count, and a finished run has nothing left', () => {
  const gauge = new RunGauge(1, 0);
  gauge.expect(9);
  for (let file = 0; file < 10; file++) gauge.finish();
  expect(gauge.at(5_000)).toMatchObject({ done: 10, total: 10, leftMs: 0 });
});
