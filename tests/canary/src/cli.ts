import { ROWS } from './store/rows.ts';

export const run = () => ROWS.length;
