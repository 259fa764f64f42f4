import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import PeerStrip from '../../../src/charts/PeerStrip.svelte';
import { placePeers } from '../../../src/charts/peer-strip-layout.ts';
import { barriersIn } from './accessibility.ts';

const PEERS = { values: [0, 0.25, 0.5, 0.75, 1], lower: 0.25, median: 0.5, upper: 0.75 };

test('peers, their middle half and the one beside them lie on one scale from zero', () => {
  const { dots, band, median, own } = placePeers({ ...PEERS, own: 0.5 }, 112);
  expect(dots).toEqual([6, 31, 56, 81, 106]);
  expect([band, median, own]).toEqual([{ x: 31, width: 50 }, 56, 56]);
});

test('what is not known is not drawn, and zeros alone lie at the beginning', () => {
  expect(placePeers({ values: [0, 0], lower: null, median: null, upper: null, own: null }, 100)).toEqual({
    dots: [6, 6],
    band: null,
    median: null,
    own: null,
  });
});

test('the strip is a picture with a name, and marks each peer and the body itself', async () => {
  const { container } = await render(PeerStrip, { props: { ...PEERS, own: 0.6, label: '本单位 60 %，5 个同类' } });
  await expect.element(page.getByRole('img', { name: '本单位 60 %，5 个同类' })).toBeVisible();
  expect(container.querySelectorAll('circle').length).toBe(5);
  expect(container.querySelectorAll('.own').length).toBe(1);
  expect(await barriersIn(container)).toEqual([]);
});
