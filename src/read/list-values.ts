import { dateIn } from './figures-fields.ts';
import { isCreditCode } from './metadata.ts';

const NAME_OF_BODY =
  /^[\p{Script=Han}（）()·\d]{1,30}(?:人民政府|政府|局|委|委员会|厅|办公室|办|街道|镇|乡|办事处|管委会|管理处|中心|支队|大队|总队|分局|人民法院|检察院|公安处|署|部|行|社)(?:[（(].{1,20}[)）])?$/u;
const NUMBER = /^[-+]?[\d,，]+(?:\.\d+)?$/;
const YEAR = /^(?:19|20)\d\d年?度?$/;

const FEWEST_NAMES = 2;
const MOST_PART = 0.6;

const isMostly = (values: readonly string[], is: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter(is).length >= values.length * MOST_PART;

/** Whether a column's values are mostly names of several bodies. */
export const hasBodies = (values: readonly string[]): boolean =>
  new Set(values.filter((value) => NAME_OF_BODY.test(value))).size >= FEWEST_NAMES &&
  isMostly(values, (value) => NAME_OF_BODY.test(value));

/** Whether a column's values are mostly numbers. */
export const isMostlyNumbers = (values: readonly string[]): boolean =>
  isMostly(values, (value) => NUMBER.test(value.normalize('NFKC')));

/** Whether a column's values are mostly years. */
export const isMostlyYears = (values: readonly string[]): boolean =>
  isMostly(values, (value) => YEAR.test(value.normalize('NFKC')));

/** Whether a column's values are mostly dates. */
export const isMostlyDates = (values: readonly string[]): boolean =>
  isMostly(values, (value) => dateIn(value) !== null);

/** Whether a column's values are mostly unified social credit codes with a right check digit. */
export const isMostlyCreditCodes = (values: readonly string[]): boolean =>
  isMostly(values, (value) => isCreditCode(value.toUpperCase()));
