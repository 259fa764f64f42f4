import type { Row } from '../store/rows.ts';

export interface View {
  readonly unit: Row['unit'];
}
