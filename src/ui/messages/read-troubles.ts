import type { FileProblem } from '../../host/file-problem.ts';
import { PAGED, type ContainerFormat, type ReadTrouble, type RefusedFormat } from '../../read/failure.ts';

const AS_DOCX = '请用 Word 或 WPS 打开，另存为 .docx';
const UNPACK = '请先解压，再打开里面的文件或文件夹，或者改压成 ZIP';

const REFUSED: Record<RefusedFormat, string> = {
  doc: `不读 Word 97–2003 或 WPS 文档；${AS_DOCX}`,
  rtf: `不读 RTF；${AS_DOCX}`,
  'word-xml': `不读 Word 2003 XML；${AS_DOCX}`,
  odt: '不读 OpenDocument；请另存为 .docx 或 .xlsx',
  'excel-xml': '不读 Excel 2003 XML；请用 Excel 或 WPS 打开，另存为 .xlsx',
  pdf: '暂不读 PDF；请保存网页，或把文字存为 .txt',
  ofd: '不读 OFD；请打印成 PDF，或把文字存为 .txt',
  presentation: '不读演示文稿；请把文字存为 .txt',
  zip: 'ZIP 不是文档；请作为压缩包打开，或先解压再打开文件夹',
  rar: `不读 RAR；${UNPACK}`,
  '7z': `不读 7-Zip；${UNPACK}`,
  'other-archive': `不读这种压缩包；${UNPACK}`,
  unknown: '不是能读的格式；请把网页存为 HTML，或把文字存为 .txt',
};

const CONTAINER: Record<ContainerFormat, string> = {
  pdf: 'PDF',
  docx: 'Word 文档',
  xlsx: '电子表格',
  csv: 'CSV 文件',
  office: 'Office 文件',
  mhtml: '单文件网页',
  zip: 'ZIP',
};

const PARTS: Record<Extract<ReadTrouble, { what: 'too-much' }>['of'], string> = {
  characters: '个字符',
  cells: '个单元格',
  columns: '列',
  pages: '页',
};

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
const grouped = (count: number): string => count.toLocaleString('zh');

/** Why a document could not be read and what to do, in Chinese. */
export function readTroubleInChinese(trouble: ReadTrouble): string {
  switch (trouble.what) {
    case 'empty':
      return '文件里没有内容';
    case 'not-a-report':
      return '既没有年报的章节，也没有年报的表格';
    case 'several-reports':
      return '各工作表是几份年报；请每份另存为一个文件';
    case 'list':
      return trouble.missing.length === 0
        ? '这是多个单位的汇总表，要按数字清单读入'
        : `这是多个单位的汇总表，但认不出${trouble.missing.map((column) => ({ body: '单位', year: '年度' })[column]).join('、')}一栏；请说明各栏的含义`;
    case 'charset':
      return `文件保存前已经乱码（按 ${trouble.charset} 读出）；请从原网站重新保存`;
    case 'format-unsupported':
      return REFUSED[trouble.format];
    case 'needs-transcription':
      if (trouble.pages !== undefined) return `共 ${trouble.pages} 页，都是图片；其中的数字要由人录入`;
      return `${PAGED.has(trouble.format) ? '页面是图片' : '这是图片'}；其中的数字要由人录入`;
    case 'no-character-map':
      return '其中的字体不说明字形是什么字，文字取不出来；请改找网页，或录入数字';
    case 'damaged':
      return `${CONTAINER[trouble.format]} 已损坏：${trouble.reason}`;
    case 'encrypted':
      return `${CONTAINER[trouble.format]} 有密码；请打开后另存为没有密码的文件`;
    case 'too-large':
      return `文件有 ${megabytes(trouble.bytes)}，超过上限 ${megabytes(trouble.limit)}`;
    case 'expands':
      return `解压后超过 ${megabytes(trouble.limit)}，不会是年报`;
    case 'too-much':
      return `超过 ${grouped(trouble.limit)} ${PARTS[trouble.of]}，不会是年报`;
    case 'too-deep':
      return trouble.of === 'archives'
        ? `压缩包里套压缩包，超过 ${trouble.limit} 层；请先解压，再打开文件夹`
        : `标签嵌套超过 ${grouped(trouble.limit)} 层，不会是年报`;
    case 'too-many-files':
      return `里面超过 ${grouped(trouble.limit)} 个文件；请先解压，再打开文件夹`;
    case 'hung':
      return `读了 ${trouble.seconds} 秒还没有读完，已停止；请另存为网页或文本再试`;
    case 'exhausts':
      return `读它要占用超过 ${megabytes(trouble.limit)} 的内存，不会是年报`;
    case 'died':
      return `读到一半中断；请再试一次：${trouble.reason}`;
  }
}

// A key for every kind of trouble: the compiler asks for the missing one.
const OF_READING: Record<ReadTrouble['what'], true> = {
  empty: true,
  'not-a-report': true,
  'several-reports': true,
  list: true,
  charset: true,
  'format-unsupported': true,
  'needs-transcription': true,
  'no-character-map': true,
  damaged: true,
  encrypted: true,
  'too-large': true,
  expands: true,
  'too-much': true,
  'too-deep': true,
  'too-many-files': true,
  hung: true,
  exhausts: true,
  died: true,
};

/** Whether the trouble is with reading a document, not with a list, a registry or the file itself. */
export const isOfReading = (trouble: FileProblem['trouble']): trouble is ReadTrouble => trouble.what in OF_READING;
