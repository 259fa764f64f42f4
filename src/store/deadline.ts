import type { Level } from '../bodies/levels.ts';

/** Date by which art. 49 of the OGI Regulations wants a body's report, in the year after the report year. */
export const DEADLINES = [
  { key: 'department', monthDay: '01-31', zh: '1 月 31 日（部门）', en: '31 January (departments)' },
  { key: 'government', monthDay: '03-31', zh: '3 月 31 日（人民政府）', en: '31 March (governments)' },
  { key: 'none', monthDay: null, zh: '条例未定', en: 'no date of its own' },
] as const;

/** Key of a deadline. */
export type Deadline = (typeof DEADLINES)[number]['key'];

/** Whether a text is the key of a deadline. */
export const isDeadline = (text: string): text is Deadline => DEADLINES.some((deadline) => deadline.key === text);

/**
 * The deadline that art. 49 sets for a level and kind of body: it names departments and governments from the county
 * up, and neither townships nor the committees of development zones.
 */
export function deadlineDue(level: Level | null, kind: string | null): Deadline {
  if (level === null || level === 'township' || level === 'zone') return 'none';
  return kind === 'government' ? 'government' : 'department';
}
