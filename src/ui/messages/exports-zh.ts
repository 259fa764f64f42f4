/** Words of files that figures are saved as. */
export const exportsZh = {
  menu: '导出',
  definition: '定义',
  about: '说明',
  aboutColumns: ['工作表', '问题', '结论', '定义', '数据集', '指纹', '数据性质', '备注'] as readonly string[],
  rowsLeft: (count: string) => `另有 ${count} 行超出表格容量，未列入`,
  formats: {
    csv: 'CSV 表格',
    xlsx: 'Excel（XLSX）',
    json: 'JSON',
    parquet: 'Parquet',
    png: 'PNG 图片',
    svg: 'SVG 矢量图',
  },
  failed: '没能生成文件',
};
