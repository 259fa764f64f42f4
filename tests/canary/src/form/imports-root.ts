import { run } from '../cli.ts';

export const start = run;
