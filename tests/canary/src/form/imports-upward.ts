import { ROWS } from '../store/rows.ts';

export const count = ROWS.length;
