import type { View } from '../state/view.ts';

export const viewed = (view: View) => view.unit;
