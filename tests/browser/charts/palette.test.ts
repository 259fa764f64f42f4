import { afterEach, describe, expect, test } from 'vitest';
import '../../../src/charts/palette.css';
import { GROUP_COLOURS, type Hue, partFill, partInk, SELECTION_COLOURS } from '../../../src/charts/palette.ts';
import '../../../src/ui/tokens.css';

const HUES: readonly Hue[] = [0, 1, 2, 3, 4, 5];
const SHADES = [0, 1, 2, 3, 4, 5, 6, 7];

const probe = document.createElement('i');
function luminance(colour: string): number {
  document.body.append(probe);
  probe.style.color = colour;
  const [r, g, b] = getComputedStyle(probe)
    .color.match(/\d+/g)!
    .slice(0, 3)
    .map((channel) => {
      const share = Number(channel) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
  probe.remove();
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

afterEach(() => document.documentElement.removeAttribute('data-theme'));

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  test('names in the colour of a selection are legible on the paper', () => {
    document.documentElement.dataset['theme'] = theme;
    for (const colour of SELECTION_COLOURS) {
      expect([colour, contrast(colour, 'var(--paper)') >= 4.5]).toEqual([colour, true]);
    }
  });

  test('names in the colour of a group are legible on the paper', () => {
    document.documentElement.dataset['theme'] = theme;
    for (const { colour } of GROUP_COLOURS) {
      expect([colour, contrast(colour, 'var(--paper)') >= 4.5]).toEqual([colour, true]);
    }
  });

  test('figures on every shade of every hue are legible', () => {
    document.documentElement.dataset['theme'] = theme;
    for (const hue of HUES) {
      for (const shade of SHADES) {
        const ratio = contrast(partFill(hue, shade), partInk(hue, shade));
        expect([hue, shade, ratio >= 4.5]).toEqual([hue, shade, true]);
      }
    }
  });

  test('neighbouring hues differ in lightness, so that they are told apart without colour', () => {
    document.documentElement.dataset['theme'] = theme;
    for (const hue of HUES.slice(1)) {
      const before = HUES[hue - 1]!;
      expect([hue, contrast(partFill(hue, 0), partFill(before, 0)) > 1.5]).toEqual([hue, true]);
    }
  });
});

test('lines of groups differ in their dashes as well as in their colours', () => {
  expect(GROUP_COLOURS).toHaveLength(6);
  expect(new Set(GROUP_COLOURS.map(({ dash }) => dash)).size).toBe(6);
  expect(new Set(GROUP_COLOURS.map(({ colour }) => luminance(colour))).size).toBe(6);
});
