/** A kind of body: bodies of one kind and level are peers. */
export interface Kind {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  /** Stems of the names such bodies bear (before 局, 委员会, 厅 …), today's, short and former ones; the longest in a name decides. */
  readonly stems: readonly string[];
}

const kind = (key: string, zh: string, en: string, stems = ''): Kind => ({
  key,
  zh,
  en,
  stems: stems.split(' ').filter(Boolean),
});

/** Every kind of body, in the order of a county's list of departments; `government` and the last ones are told by form, not by stem. */
export const KINDS: readonly Kind[] = [
  kind('government', '人民政府', 'people’s government'),
  kind(
    'govOffice',
    '政府办公室',
    'government office',
    '政府办公室 政府办公厅 政府办 行政公署办公室 府办公室 府办 管理委员会办公室 管委会办公室 党政办公室',
  ),
  kind('ndrc', '发展改革', 'development and reform', '发展和改革 发展改革 发改'),
  kind('education', '教育', 'education', '教育 教体 教科'),
  kind('science', '科技', 'science and technology', '科学技术 科技'),
  kind(
    'industry',
    '工业信息化',
    'industry and IT',
    '工业和信息化 工业信息化 经济和信息化 经济信息化 工信 经信 经济贸易 经贸',
  ),
  kind('ethnicReligious', '民族宗教', 'ethnic and religious affairs', '民族宗教 民族和宗教 民族事务 宗教事务 民宗'),
  kind('police', '公安', 'public security', '公安 交通警察 交警'),
  kind('civilAffairs', '民政', 'civil affairs', '民政'),
  kind('justice', '司法', 'justice', '司法 法制办公室'),
  kind('finance', '财政', 'finance', '财政'),
  kind(
    'hrss',
    '人力资源社会保障',
    'human resources and social security',
    '人力资源和社会保障 人力资源社会保障 人力资源 社会保障 人社',
  ),
  kind(
    'naturalResources',
    '自然资源',
    'natural resources',
    '自然资源 规划和自然资源 自然资源和规划 国土资源 国土 城乡规划 规划局',
  ),
  kind('ecology', '生态环境', 'ecology and environment', '生态环境 环境保护 环保'),
  kind(
    'housing',
    '住房城乡建设',
    'housing and construction',
    '住房和城乡建设 住房城乡建设 住房和城市建设 住房和城市更新 住房和建设 住房和城建 住房保障 住房建设 住房 住建 城乡建设 城市更新 建设和管理 建设和交通 建设管理 房屋管理 房管 建设局 建设委',
  ),
  kind('urbanMgmt', '城市管理', 'urban management', '城市管理 城管 综合行政执法 城市综合执法 综合执法'),
  kind('landscaping', '园林绿化', 'parks and landscaping', '园林绿化 绿化和市容 绿化市容 园林 绿化'),
  kind('cityOperations', '城市运行', 'city operations', '城市运行'),
  kind('transport', '交通运输', 'transport', '交通运输 交通 公路'),
  kind('water', '水务水利', 'water', '水利 水务 水务和湖泊 河湖 水库'),
  kind(
    'agriculture',
    '农业农村',
    'agriculture and rural affairs',
    '农业农村 农业和农村 乡村振兴 扶贫开发 扶贫 农牧 农业 农委 畜牧',
  ),
  kind('forestry', '林业草原', 'forestry and grassland', '林业和草原 林业 林草'),
  kind('commerce', '商务', 'commerce', '商务 招商引资 招商 投资促进 投资服务'),
  kind(
    'cultureTourism',
    '文化旅游',
    'culture and tourism',
    '文化和旅游 文化旅游 文化广电 文化体育 文广旅 文旅 旅游 文化',
  ),
  kind('broadcasting', '广播电视', 'broadcasting', '广播电视 新闻出版'),
  kind('sports', '体育', 'sports', '体育'),
  kind('heritage', '文物', 'cultural heritage', '文物'),
  kind('health', '卫生健康', 'health', '卫生健康 卫生和计划生育 卫生计生 卫健 卫计 疾病预防控制 疾控 中医药'),
  kind('veterans', '退役军人', 'veterans affairs', '退役军人事务 退役军人'),
  kind('emergency', '应急管理', 'emergency management', '应急管理 应急 安全生产监督管理 安监'),
  kind('audit', '审计', 'audit', '审计'),
  kind(
    'market',
    '市场监管',
    'market supervision',
    '市场监督管理 市场监管 市场和质量监督管理 市监 监管局 工商行政管理 质量技术监督 食品药品监督管理 药品监督管理 知识产权',
  ),
  kind('statistics', '统计', 'statistics', '统计'),
  kind('medInsurance', '医疗保障', 'medical security', '医疗保障 医保'),
  kind('petitions', '信访', 'petitions', '信访'),
  kind(
    'data',
    '数据与政务服务',
    'data and government services',
    '政务服务和大数据 政务服务和数据 政务服务管理 政务服务数据 政务服务 政务数据 大数据和行政审批 大数据应用 大数据 数据资源 数据局 行政审批服务 行政审批 行政服务',
  ),
  kind('publicResources', '公共资源交易', 'public resource trading', '公共资源交易 公共资源'),
  kind(
    'localFinance',
    '地方金融',
    'local finance',
    '地方金融监督管理 地方金融管理 地方金融 金融监管 金融工作 金融发展 金融服务 金融',
  ),
  kind('sasac', '国有资产', 'state assets', '国有资产监督管理 国有资产 国资'),
  kind('grain', '粮食物资', 'grain and reserves', '粮食和物资储备 粮食和储备 粮食'),
  kind('civilAirDefence', '国防动员（人防）', 'civil air defence', '国防动员 人民防空 人防 民防'),
  kind('officesAdmin', '机关事务', 'offices administration', '机关事务 机关后勤'),
  kind('foreignAffairs', '外事', 'foreign affairs', '外事 侨务 港澳事务 台湾事务'),
  kind('localChronicles', '地方志', 'local chronicles', '地方志 史志 方志 档案'),
  kind('housingFund', '住房公积金', 'housing provident fund', '住房公积金 公积金'),
  kind(
    'vertical',
    '垂直管理',
    'vertically managed',
    '税务 气象 海关 海事 消防救援 烟草 邮政管理 通信管理 人民银行 国家统计局 调查队 出入境边防 金融监督管理总局',
  ),
  kind('zone', '开发区', 'development zone'),
  kind('township', '乡镇', 'township government'),
  kind('subdistrict', '街道', 'sub-district office'),
  kind('other', '其他', 'other'),
];

const byStem = new Map(KINDS.flatMap(({ key, stems }) => stems.map((stem) => [stem, key] as const)));
const longestStem = Math.max(...[...byStem.keys()].map((stem) => stem.length));

/** Key of the kind whose stem is the longest (of equal ones the first) in this text, or null where none is in it. */
export function kindInText(text: string): string | null {
  for (let length = Math.min(longestStem, text.length); length >= 2; length--) {
    for (let start = 0; start + length <= text.length; start++) {
      const key = byStem.get(text.slice(start, start + length));
      if (key) return key;
    }
  }
  return null;
}

/** Whether a text is the key of a kind. */
export const isKind = (text: string): boolean => KINDS.some(({ key }) => key === text);
