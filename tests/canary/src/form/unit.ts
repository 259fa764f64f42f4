export type Unit = '件' | '项';
export const UNITS: readonly Unit[] = ['件', '项'];
