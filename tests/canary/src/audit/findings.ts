import { ROWS } from '../store/rows.ts';

export const findings = ROWS.length;
