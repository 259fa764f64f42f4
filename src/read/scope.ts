const AREA =
  /(?:报告|年报|数据|统计(?:范围|口径))[^。;]{0,24}(?:汇总|涵盖|综合|包含|包括)了?[^。;]{0,20}(?:全[省市县区州旗]|各(?:级|部门|单位|乡|镇|街道|县|区|市|地)|所属|辖区|下属)|(?:全[省市县区州旗]|各(?:部门|单位|乡镇|镇|街道|县区|地区))[^。;]{0,40}(?:汇总|综合)(?:而成|编制|形成|整理|后)|汇总了?(?:全[省市县区州旗]|各)|全[省市县区州旗][各、和及镇乡街道部门单位级行政机关府系统]{0,16}(?:全年|年内)?(?:共|累计)?(?:收到|受理|接收|新收|办理|收办)[^。;]{0,12}申请/;
const OWN =
  /本机关|本单位|本部门|本局|本委|本办|本厅|本院|本街道|本镇|本乡|本中心|[市县区州]本级|我[局委办厅院镇乡]|我街道|我中心|我单位/;

/**
 * Whether a report's opening speaks for a whole area (数据汇总全县各部门) or for the body alone (本机关, 市本级); null
 * where it says neither, as a government's own report may.
 */
export function readScope(opening: string): 'own' | 'area' | null {
  if (AREA.test(opening)) return 'area';
  return OWN.test(opening) ? 'own' : null;
}
