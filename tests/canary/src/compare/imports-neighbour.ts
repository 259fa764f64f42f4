import { findings } from '../audit/findings.ts';

export const trend = findings;
