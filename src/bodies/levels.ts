/** The levels of administration a body belongs to, from the State Council down; a development zone stands beside them. */
export const LEVELS = [
  { key: 'national', zh: '国家', en: 'national' },
  { key: 'province', zh: '省级', en: 'province' },
  { key: 'city', zh: '市级', en: 'prefecture city' },
  { key: 'county', zh: '县级', en: 'county' },
  { key: 'township', zh: '乡镇街道', en: 'township' },
  { key: 'zone', zh: '开发区', en: 'development zone' },
] as const;

/** Key of a level; districts of municipalities and departments of any county-level unit are `county`. */
export type Level = (typeof LEVELS)[number]['key'];

/** Whether a text is the key of a level. */
export const isLevel = (text: string): text is Level => LEVELS.some((level) => level.key === text);
