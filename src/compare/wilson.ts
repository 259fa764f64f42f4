import { sql, type Sql } from '../store/sql.ts';

/** The 97.5 % point of the standard normal distribution: 95 % of it lies between this and its negative. */
const Z = 1.959963984540054;

/**
 * Ends of the Wilson 95 % interval of a share, between 0 and 1, as expressions over its counts; NULL where the counts
 * are no share (nothing to divide by, or more cases than there are).
 */
export function wilsonInterval(cases: Sql, trials: Sql): { readonly low: Sql; readonly high: Sql } {
  const z = sql`${Z}`;
  const centre = sql`${cases} + ${z} * ${z} / 2`;
  const margin = sql`${z} * sqrt(${cases} * (${trials} - ${cases}) / ${trials} + ${z} * ${z} / 4)`;
  const end = (value: Sql) => sql`CASE WHEN ${trials} > 0 AND ${cases} BETWEEN 0 AND ${trials}
    THEN greatest(0, least(1, (${value}) / (${trials} + ${z} * ${z}))) END`;
  return { low: end(sql`${centre} - ${margin}`), high: end(sql`${centre} + ${margin}`) };
}

/** The same ends for counts that are at hand; null where they are no share. */
export function wilsonEnds(cases: number, trials: number): { readonly low: number; readonly high: number } | null {
  if (trials <= 0 || cases < 0 || cases > trials) return null;
  const centre = cases + (Z * Z) / 2;
  const margin = Z * Math.sqrt((cases * (trials - cases)) / trials + (Z * Z) / 4);
  const end = (value: number) => Math.max(0, Math.min(1, value / (trials + Z * Z)));
  return { low: end(centre - margin), high: end(centre + margin) };
}
