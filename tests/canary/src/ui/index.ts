export { UNITS } from '../form/unit.ts';
