import { readFileSync } from 'node:fs';
import type { Row } from '../store/rows.ts';

export const rows = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Row[];
