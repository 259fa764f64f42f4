import { formCell } from '../../form/cells.ts';
import type { FileProblem } from '../../host/file-problem.ts';
import { type ReadTrouble, readTroubleText } from '../../read/failure.ts';
import { listTroubleText, type ListTrouble } from '../../read/list-trouble.ts';
import type { Language } from '../../state/view.ts';
import { type RegistryTrouble, registryTroubleText } from '../../store/registry.ts';
import { isOfReading, readTroubleInChinese } from './read-troubles.ts';

type Trouble = FileProblem['trouble'];

const isOfRegistry = (trouble: ListTrouble | RegistryTrouble | ReadTrouble): trouble is RegistryTrouble =>
  trouble.what.startsWith('registry-');

const cellName = (id: string): string => {
  const cell = formCell(id);
  return cell ? `${id}（${cell.zh} ${cell.columnZh}）` : id;
};

function inChinese(trouble: Trouble): string {
  switch (trouble.what) {
    case 'line-length':
      return `这一行有 ${trouble.fields} 栏，表头有 ${trouble.header} 栏；这一行未读入`;
    case 'unknown-cell':
      return `表式里没有“${trouble.name}”${trouble.nearest ? `；最接近的是 ${cellName(trouble.nearest)}` : ''}`;
    case 'unknown-column':
      return `一行一个数字的清单没有“${trouble.name}”这一栏；此栏未读入`;
    case 'unknown-field':
      return `没有“${trouble.name}”这个字段；未读入`;
    case 'no-body':
      return '没有单位名称；这一行未读入';
    case 'sum-line':
      return `“${trouble.found}”是各行之和；这一行未读入`;
    case 'no-year':
      return `“${trouble.found}”不是 ${trouble.first} 至 ${trouble.last} 年之间的报告年度；这一行未读入`;
    case 'edition':
      return `表式只能写 2019 或 2021，不能写“${trouble.found}”`;
    case 'scope':
      return `范围只能写 own 或 area，不能写“${trouble.found}”`;
    case 'date':
      return `日期应按年、月、日写（如 2025-01-31），不能写“${trouble.found}”`;
    case 'gap-reason':
      return `“${trouble.found}”不是缺口的原因`;
    case 'given-twice':
      return `${cellName(trouble.cell)} 给了两次：${trouble.one} 和 ${trouble.other}；两个都不采用`;
    case 'no-figure':
      return `${cellName(trouble.cell)} 的“${trouble.found}”不是此项可用的数字；记为缺口`;
    case 'claim-figure':
      return `“${trouble.name}”的“${trouble.found}”不是数字；未读入`;
    case 'claim-object':
      return `claims 里的 ${trouble.found} 不是对象；未读入`;
    case 'claim-number':
      return `claims 里的 ${trouble.found} 没有数字；未读入`;
    case 'no-json-object':
      return '这一行不是 JSON 对象；未读入';
    case 'no-object':
      return `${trouble.part} 不是对象；未读入`;
    case 'nothing-given':
      return '这一行没有数字、缺口或说法';
    case 'nothing-usable':
      return `${trouble.body} ${trouble.year} 年没有一个可用的数字`;
    case 'open-quote':
      return '引号没有收尾；从这一行起都未读入';
    case 'sheet-left':
      return `工作表“${trouble.name}”不是数字清单；未读入`;
    case 'registry-name':
      return '没有名称；请填写 name 栏';
    case 'registry-year':
      return `${trouble.column} 栏的“${trouble.found}”不是年份；请写四位数字，或留空`;
    case 'registry-key':
      return `${trouble.column} 栏不认识“${trouble.found}”；请用说明中的键，或留空`;
    case 'registry-alias':
      return `别名“${trouble.found}”看不懂；请写作 名称、名称@2019-2021、名称@2019- 或 名称@-2021`;
    case 'registry-code':
      return `“${trouble.found}”不是区划代码；请写 2、4、6 或 9 位数字，或留空`;
    case 'registry-years':
      return `from_year ${trouble.from} 晚于 to_year ${trouble.to}；请对调`;
    case 'registry-twice':
      return `${trouble.name} 已在第 ${trouble.before} 行；请只留一个`;
    case 'document':
      return '这是文档，不和数字清单一起打开。请在“读入年报”页选择它';
    case 'unsupported':
      return `${trouble.format ? ` ${trouble.format} ` : '这种'}文件不和数字清单一起打开。请在“读入年报”页选择它`;
    case 'no-list':
      return '第一行不是数字清单或单位名录的样子。单位和年度两栏（body、year）必须有；样式见数据说明';
    case 'empty':
      return '文件里没有内容';
    case 'unreadable':
      return `文件读不了（可能已被改动、移走，或是文件夹）。请重新选择它：${trouble.reason}`;
    case 'no-reports':
      return '这是单位名录，单独没有年报。请和数字清单一起选择';
    case 'dataset-alone':
      return '数据集（.duckdb）一次只打开一个，此文件未打开。请另外打开它';
    case 'repeat':
      return `与 ${trouble.of} 的内容相同，只留一份`;
    case 'sidecar':
      return `文件旁的说明用不上：${trouble.reason}`;
    case 'refused':
      return `未能入库：${trouble.reason}`;
    default:
      return readTroubleInChinese(trouble);
  }
}

function inEnglish(trouble: Trouble): string {
  switch (trouble.what) {
    case 'document':
      return 'a document, which does not open together with lists of figures; choose it on the page Reading';
    case 'unsupported':
      return `${trouble.format || 'such'} files do not open together with lists of figures; choose it on the page Reading`;
    case 'no-list':
      return 'the first line is not that of a list of figures or a registry; the columns body and year must be there (see the data documentation)';
    case 'empty':
      return 'nothing is in the file';
    case 'unreadable':
      return `the file cannot be read (changed, moved, or a folder); choose it again: ${trouble.reason}`;
    case 'no-reports':
      return 'a registry of bodies, which alone has no report; choose it together with lists of figures';
    case 'dataset-alone':
      return 'one dataset (.duckdb) opens at a time, and this file was left; open it by itself';
    case 'repeat':
      return `the same bytes as ${trouble.of}, and kept once`;
    case 'sidecar':
      return `what stands beside the document cannot be used: ${trouble.reason}`;
    case 'refused':
      return `not stored: ${trouble.reason}`;
    default:
      if (isOfReading(trouble)) return readTroubleText(trouble);
      return isOfRegistry(trouble) ? registryTroubleText(trouble) : listTroubleText(trouble);
  }
}

const IN: Record<Language, (trouble: Trouble) => string> = { zh: inChinese, en: inEnglish };

/** What is wrong with a file of the reader's own or a line of it, and what to do, in a language of the interface. */
export const troubleText = (trouble: Trouble, language: Language): string => IN[language](trouble);
