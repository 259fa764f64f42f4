export * from '../form/unit.ts';
