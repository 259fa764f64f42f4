/** What to tell a reader about each failure, and what to do next, in Chinese. */
export const failures = {
  'no-webassembly':
    '这个浏览器没有 WebAssembly，查询引擎无法运行。请换用 Chrome、Edge、Firefox 或 Safari 的较新版本；若是管理员关闭了它，请联系管理员。',
  barred: '这个页面不被允许运行 WebAssembly。请网站管理员在内容安全策略的 script-src 中加入 wasm-unsafe-eval。',
  'engine-absent': '查询引擎的文件没能取到。请检查网络后重试；仍不行时，请网站管理员检查 assets 文件夹是否完整。',
  'start-timeout': '查询引擎没有响应。请检查网络后重试；仍不行时，可能是网站的安全策略拦住了它。',
  start: '查询引擎没能启动。请重新载入页面；仍不行时请换用较新的浏览器。',
  network: '数据没能读到。请检查网络或服务器后重试。',
  'file-gone': '这个文件读不了了：它可能已被改动、移走或删除。请重新选择它。',
  lists: '读取清单的程序没能运行。请重新载入页面后再试。',
  reading: '读取文档的部分没有运行。请刷新页面重试。',
  saving: '数据文件没能写成，可能是浏览器里的空间不够。请存为 ZIP，再运行 nianbao build set.zip --out set.duckdb。',
  'not-a-database': '这个文件不是 DuckDB 数据库。请换一个文件，或重新生成它。',
  'too-new': '这个文件由更新的 DuckDB 写成，本页读不了。请用 nianbao build 重新生成。',
  damaged: '这个文件有损坏的部分，没能读出。请重新取得或重新生成它。',
  attach: '这个文件没能打开，可能已经损坏。请重新生成它。',
  query: '数据集没能回答问题。请重试，或换一个数据集。',
  foreign: '这个文件能打开，但里面没有年报的表。请选用由 nianbao build 生成的文件。',
  newerLayout:
    '这个数据集由更新的 Nianbao 生成，本页不认识它的表。请更新本页，或用与本页同版的 nianbao build 重新生成。',
  olderLayout: '这个数据集由较早的 Nianbao 生成，表的样式已经改变。请用现在的 nianbao build 重新生成。',
  missingFile: (name: string) =>
    `这个网址是在读者自己的文件 ${name} 上生成的，这个标签页里没有它。请选择这个文件，或在上方另选数据集。`,
  nothingRead: '这些文件里没有一份年报，原因见下。文档（PDF、Word、网页）请在“读入年报”页选择。',
  unknown: '这里没有这个名称的数据集。请在上方另选一个。',
  none: '这里还没有数据集。请运行 nianbao build，再用 nianbao serve --data 指向它。',
  page: '页面的这一部分没能载入。请检查网络后重试；若网站刚刚更新，请重新载入页面。',
  other: '出了意外的错误。请重试。',
};
