export const rows = () => import('../store/rows.ts');
