/** An edition of the statutory form, named by the first report year it was made for. */
export type Edition = '2019' | '2021';

/** The notice that issued each edition, and the report years it was made for (both ends included). */
export const EDITIONS: Record<Edition, { notice: string; from: number; to: number | null }> = {
  '2019': { notice: '国办公开办函〔2019〕60号', from: 2019, to: 2020 },
  '2021': { notice: '国办公开办函〔2021〕30号', from: 2021, to: null },
};

/** The edition that a report of this year should use, or null before there was a uniform form (2018 and earlier). */
export function editionDue(year: number): Edition | null {
  if (year >= EDITIONS['2021'].from) return '2021';
  return year >= EDITIONS['2019'].from ? '2019' : null;
}
