/** The lines of a text as its pieces come in, each without its line end (\n or \r\n); a leading byte order mark is dropped. */
export async function* textLines(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let rest = '';
  let isStart = true;
  for await (const chunk of chunks) {
    const text = rest + (isStart ? chunk.replace(/^\uFEFF/, '') : chunk);
    if (chunk.length > 0) isStart = false;
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield text.slice(from, end).replace(/\r$/, '');
      from = end + 1;
    }
    rest = text.slice(from);
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}
