import { expect, test } from 'vitest';
import { workersFor } from '../../../src/host/reading-pool.ts';

test.each([
  [1, 1],
  [2, 1],
  [4, 3],
  [64, 4],
])('a machine of %i cores reads with %i workers', (cores, workers) => {
  expect(workersFor(cores)).toBe(workers);
});
