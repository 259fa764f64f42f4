const ORGAN =
  /(?:人民政府|人民政府办公[室厅]|办公[室厅]|[局厅署]|委员会|管委会|办事处|街道办|街道|分局|支队|大队|总队|中心|事务处|管理处|服务站|工作部|研究室|研究院|(?:[农林牧渔]|垦殖)场|[发科工国经]改?委|卫健委|人民银行|外事办|信访办|金融办|府办|政府办|海关|苏木)(?:\([^()]{1,20}\))?$/;
const CENTRAL_MINISTRY = /^(?:中华人民共和国)?[\u4e00-\u9fff]{2,9}部$/;
const STATEMENT =
  /[。，；：！？,;:!?、《》“”"]|年度|报告|情况|通知|方案|办法|解读|指南|目录|制度|^(?:关于|本(?:局|委|机关|单位|部门|行政|级|年|市|县|区)|我[局委市县区部单]|该|各|全(?=[省市县区年面国局体])|第.{1,3}[条项次届部]|共(?!和)|由|向(?!阳)|与|对|其|通过|根据)/;
const WHOLE_AREA = /^[\u4e00-\u9fff]{2,12}(?:自治[区州县旗]|[省市县区])(?:\((?:全[省市县区州]|本级)\))?$/;

/**
 * Whether a text ends as the name of an administrative organ does (局, 委员会, 人民政府, 街道办事处, 管委会 …) and
 * holds nothing that a name does not (punctuation, 报告, 关于). It tells a name from a sentence, not a real body from a made-up one.
 */
export function looksLikeBodyName(text: string): boolean {
  const name = text.normalize('NFKC').replace(/\s+/g, '');
  if (name.length < 3 || name.length > 40 || STATEMENT.test(name)) return false;
  return ORGAN.test(name) || CENTRAL_MINISTRY.test(name) || WHOLE_AREA.test(name) || /[镇乡]$/.test(name);
}
