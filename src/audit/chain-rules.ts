import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { sql } from '../store/sql.ts';
import { cellsOf, cellsOfPast, type Check } from './check.ts';
import { figure, HAS_FORM, HAS_PAST, HAS_PAST_OF_2021 } from './report-rows.ts';
import type { Rule } from './rule.ts';

/** What must follow from the same body's report of the year before. */
export const CHAIN_RULES: readonly Rule[] = [
  {
    id: 'Y-CARRY',
    severity: 'expect',
    zh: '每一列：上年结转等于上年报告的结转下年度',
    en: 'in each column the requests carried in are those that last year’s report carried out',
    basisZh: '同一批申请，上年末转出、本年初转入',
    basisEn: 'the same requests leave one year and enter the next',
    exceptionsZh: '机构改革或合并；上年报告更正；申请人类别更正',
    exceptionsEn: 'reorganisation or merger; last year’s report was corrected; the kind of an applicant was corrected',
  },
  {
    id: 'Y-STOCK',
    severity: 'expect',
    zh: '现行有效件数等于上年现行有效件数加本年制发减本年废止',
    en: 'documents in force are last year’s, and those issued, without those repealed',
    basisZh: '表二第二十条第（一）项；2020 年度至 2021 年度口径不同，不作比较',
    basisEn: 'table 2, art. 20(1); never from 2020 to 2021, where the form changed what it asks for',
    exceptionsZh: '文件到期自行失效而未计入废止；集中清理；机构改革移交；口径调整',
    exceptionsEn:
      'documents that expired without repeal; a clean-up; documents that came or went with a reorganisation',
  },
];

const DOCUMENTS = ['rules', 'normative_docs'] as const;

/** Every place where two consecutive reports are held against each other. */
export const CHAIN_CHECKS: readonly Check[] = [
  ...APPLICANT_COLUMNS.map(({ key }): Check => {
    const [carriedIn, carriedOut] = [`carried_in_${key}`, `carried_out_${key}`];
    return {
      rule: 'Y-CARRY',
      at: key,
      cells: [...cellsOf([carriedIn]), ...cellsOfPast([carriedOut])],
      applies: sql`(${HAS_FORM} AND r.year > 2019 AND ${HAS_PAST})`,
      expected: figure(carriedOut, 1),
      actual: figure(carriedIn),
    };
  }),
  ...DOCUMENTS.map((row): Check => {
    const [issued, repealed, inForce] = [`${row}_issued`, `${row}_repealed`, `${row}_in_force`];
    return {
      rule: 'Y-STOCK',
      at: row,
      cells: [...cellsOf([inForce, issued, repealed]), ...cellsOfPast([inForce])],
      applies: HAS_PAST_OF_2021,
      expected: sql`(${figure(inForce, 1)} + ${figure(issued)} - ${figure(repealed)})`,
      actual: figure(inForce),
    };
  }),
];
