import type { Row } from '../store/rows.ts';

export const unitOf = (row: Row) => row.unit;
