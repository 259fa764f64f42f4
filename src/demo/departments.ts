/** A department as the governments of the fictional province have it: its names at each level and their years. */
export interface Department {
  readonly kind: string;
  /** Name after that of the province; null where the province has no such department. */
  readonly province: string | null;
  /** Name after that of the city; null where cities have none. */
  readonly city: string | null;
  /** Name after that of the county; null where counties have none. */
  readonly county: string | null;
  /** What became of it in a reorganisation, if anything. */
  readonly change?: Reorganisation;
}

/** A reorganisation: a new name from a year on, a department new in a year, or one that ends after a year. */
export interface Reorganisation {
  readonly year: number;
  readonly what: 'renamed' | 'founded' | 'ended';
  /** Names after that of the place before the change; only where it was renamed. */
  readonly before?: { readonly province: string; readonly city: string; readonly county: string };
  /** Share of the places where it took place; elsewhere a renamed department always had its name and others do not exist. */
  readonly share: number;
}

const department = (
  kind: string,
  province: string | null,
  city: string | null,
  county: string | null,
  change?: Reorganisation,
): Department => (change ? { kind, province, city, county, change } : { kind, province, city, county });

const renamed = (year: number, share: number, province: string, city: string, county: string): Reorganisation => ({
  year,
  what: 'renamed',
  before: { province, city, county },
  share,
});

/** The departments of a government, the ones that every government has first. */
export const DEPARTMENTS: readonly Department[] = [
  department('govOffice', '人民政府办公厅', '人民政府办公室', '人民政府办公室'),
  department('police', '公安厅', '公安局', '公安局'),
  department('naturalResources', '自然资源厅', '自然资源和规划局', '自然资源局'),
  department('market', '市场监督管理局', '市场监督管理局', '市场监督管理局'),
  department(
    'housing',
    '住房和城乡建设厅',
    '住房和城市更新局',
    '住房和城乡建设局',
    renamed(2024, 0.3, '建设厅', '住房和城乡建设局', '建设局'),
  ),
  department(
    'data',
    '数据局',
    '数据局',
    '数据局',
    renamed(2024, 0.6, '大数据管理局', '政务服务和大数据管理局', '政务服务和大数据管理局'),
  ),
  department('education', '教育厅', '教育局', '教育局'),
  department('hrss', '人力资源和社会保障厅', '人力资源和社会保障局', '人力资源和社会保障局'),
  department('transport', '交通运输厅', '交通运输局', '交通运输局'),
  department('urbanMgmt', null, '城市管理局', '综合行政执法局'),
  department('agriculture', '农业农村厅', '农业农村局', '农业农村局'),
  department('health', '卫生健康委员会', '卫生健康委员会', '卫生健康局'),
  department('finance', '财政厅', '财政局', '财政局'),
  department('civilAffairs', '民政厅', '民政局', '民政局'),
  department('ndrc', '发展和改革委员会', '发展和改革委员会', '发展和改革局'),
  department('justice', '司法厅', '司法局', '司法局'),
  department('emergency', '应急管理厅', '应急管理局', '应急管理局'),
  department('water', '水利厅', '水务局', '水利局'),
  department(
    'industry',
    '工业和信息化厅',
    '工业和信息化局',
    '科技和工业信息化局',
    renamed(2024, 0.4, '工业和信息化厅', '工业和信息化局', '工业和信息化局'),
  ),
  department('ecology', '生态环境厅', '生态环境局', null),
  department('audit', '审计厅', '审计局', '审计局'),
  department('cultureTourism', '文化和旅游厅', '文化广电和旅游局', '文化旅游体育局'),
  department('veterans', '退役军人事务厅', '退役军人事务局', '退役军人事务局'),
  department('medInsurance', '医疗保障局', '医疗保障局', '医疗保障局'),
  department('agriculture', '乡村振兴局', '乡村振兴局', '乡村振兴局', { year: 2023, what: 'ended', share: 0.5 }),
  department('statistics', '统计局', '统计局', '统计局'),
  department('commerce', '商务厅', '商务局', '商务局'),
  department('forestry', '林业局', '林业局', '林业局'),
  department('science', '科学技术厅', '科学技术局', '科学技术局', { year: 2023, what: 'ended', share: 0.4 }),
  department('petitions', '信访局', '信访局', '信访局'),
  department('publicResources', null, '公共资源交易管理局', '公共资源交易管理局', {
    year: 2023,
    what: 'founded',
    share: 0.5,
  }),
  department(
    'civilAirDefence',
    '国防动员办公室',
    '国防动员办公室',
    null,
    renamed(2023, 1, '人民防空办公室', '人民防空办公室', '人民防空办公室'),
  ),
  department(
    'localFinance',
    '地方金融管理局',
    '地方金融管理局',
    null,
    renamed(2024, 1, '地方金融监督管理局', '地方金融监督管理局', '地方金融监督管理局'),
  ),
  department('sasac', '国有资产监督管理委员会', '国有资产监督管理委员会', null),
  department('foreignAffairs', '外事办公室', '外事办公室', null),
  department('grain', '粮食和物资储备局', null, null),
  department('sports', '体育局', '体育局', null),
  department('officesAdmin', '机关事务管理局', '机关事务管理局', null),
];
