import { rows } from '../host/engine.ts';

export const print = (path: string) => console.log(rows(path));
