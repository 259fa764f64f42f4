/** A term of the field in Chinese and English, with the law or text it rests on where there is one. */
export interface Term {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly source?: string;
}

/** Terms that stand beside the form's own labels in the interface and the dataset's documentation. */
export const GLOSSARY: readonly Term[] = [
  { key: 'ogi', zh: '政府信息公开', en: 'open government information (OGI)' },
  {
    key: 'ogi_regulations',
    zh: '政府信息公开条例',
    en: 'OGI Regulations',
    source: 'State Council Order 711, in force 15 May 2019',
  },
  {
    key: 'annual_report',
    zh: '政府信息公开工作年度报告',
    en: 'OGI annual report',
    source: 'OGI Regulations arts. 49 and 50',
  },
  { key: 'competent_authority', zh: '主管部门', en: 'competent authority', source: 'OGI Regulations art. 3' },
  { key: 'organ', zh: '行政机关', en: 'administrative organ' },
  { key: 'proactive', zh: '主动公开', en: 'proactive disclosure', source: 'OGI Regulations arts. 19 to 26' },
  { key: 'on_request', zh: '依申请公开', en: 'disclosure upon request', source: 'OGI Regulations arts. 27 to 45' },
  { key: 'severance', zh: '区分处理', en: 'severance', source: 'OGI Regulations art. 37' },
  { key: 'correction', zh: '补正', en: 'correction of a request', source: 'OGI Regulations art. 30' },
  {
    key: 'processing_fee',
    zh: '信息处理费',
    en: 'information-processing fee',
    source: 'OGI Regulations art. 42; 国办函〔2020〕109号',
  },
  { key: 'review', zh: '行政复议', en: 'administrative reconsideration' },
  { key: 'suit', zh: '行政诉讼', en: 'administrative litigation' },
  { key: 'tie_out', zh: '勾稽关系', en: 'tie-out identity' },
  { key: 'wan_yuan', zh: '万元', en: '10,000 yuan' },
  { key: 'division_code', zh: '行政区划代码', en: 'administrative division code', source: 'GB/T 2260' },
  { key: 'uscc', zh: '统一社会信用代码', en: 'unified social credit code', source: 'GB 32100-2015' },
  { key: 'index_number', zh: '索引号', en: 'index number' },
];
