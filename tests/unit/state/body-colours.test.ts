import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyColours, withBodies } from '../../../src/state/body-colours.ts';
import { DEFAULT_VIEW, formatView, MOST_BODIES, parseView, type View } from '../../../src/state/view.ts';

const view = (part: Partial<View>): View => ({ ...DEFAULT_VIEW, ...part });

test('compared bodies have the colours in the order of the address, the body in the panel the first free one', () => {
  expect([...bodyColours(view({ bodies: ['a', 'b'], body: 'c' }))]).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  expect(bodyColours(view({ bodies: ['a', 'b'], body: 'a' })).get('a')).toBe(1);
});

test('the bodies after one that leaves keep their colours, and the next to come takes the one it had', () => {
  const left = view({ ...withBodies(view({ bodies: ['a', 'b', 'c'] }), ['a', 'c']) });
  expect([...bodyColours(left)]).toEqual([
    ['a', 1],
    ['c', 3],
  ]);
  expect(withBodies(left, ['a', 'c', 'd'])).toEqual({ bodies: ['a', 'c', 'd'], colours: [1, 3, 2] });
  expect(withBodies(left, ['a'])).toEqual({ bodies: ['a'], colours: [] });
});

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
type Step = { readonly kind: 'toggle' | 'open'; readonly key: string };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ kind: fc.constantFrom('toggle', 'open'), key: fc.constantFrom(...keys) }),
  { maxLength: 30 },
);

function take(now: View, { kind, key }: Step): View {
  if (kind === 'open') return { ...now, body: key === now.body ? null : key };
  const isCompared = now.bodies.includes(key);
  if (!isCompared && now.bodies.length === MOST_BODIES) return now;
  const bodies = isCompared ? now.bodies.filter((one) => one !== key) : [...now.bodies, key];
  return { ...now, ...withBodies(now, bodies) };
}

test('as bodies come and go no two compared ones share a colour, and none of them changes it', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      let now = DEFAULT_VIEW;
      for (const step of taken) {
        const next = take(now, step);
        const [before, after] = [bodyColours(now), bodyColours(next)];
        expect(new Set(next.bodies.map((key) => after.get(key))).size).toBe(next.bodies.length);
        for (const key of next.bodies) if (now.bodies.includes(key)) expect(after.get(key)).toBe(before.get(key));
        expect(parseView(formatView(next))).toEqual({ view: next, ignored: [] });
        now = next;
      }
    }),
  );
});

test('the body in the panel keeps its colour while others come, and takes it along into the comparison', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      let now = view({ body: 'j' });
      for (const step of taken.filter(({ kind, key }) => kind === 'toggle' && key !== 'j').slice(0, 7)) {
        const before = bodyColours(now).get('j');
        now = take(now, step);
        expect(bodyColours(now).get('j')).toBe(before);
      }
      const before = bodyColours(now).get('j');
      if (now.bodies.length < MOST_BODIES)
        expect(bodyColours(take(now, { kind: 'toggle', key: 'j' })).get('j')).toBe(before);
    }),
  );
});
