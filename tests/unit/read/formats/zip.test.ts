import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../../src/read/failure.ts';
import { sourceOf } from '../../../../src/read/formats/byte-source.ts';
import { listZip } from '../../../../src/read/formats/zip-directory.ts';
import { unpackEntry } from '../../../../src/read/formats/zip-entry.ts';

const MOST = 1e8;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const troubleOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof ReadFailure ? error.trouble : error),
  );

/** An archive whose files' names are these bytes, without a word about their charset. */
function namedBy(name: Uint8Array, content: string): Uint8Array {
  const placeholder = '\u0001'.repeat(name.length);
  const bytes = zipSync({ [placeholder]: strToU8(content) });
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes.subarray(at, at + name.length).every((byte) => byte === 1)) bytes.set(name, at);
  }
  return bytes;
}

describe('an archive', () => {
  it('lists its files, and unpacks stored and deflated ones', async () => {
    const bytes = zipSync({
      'a/b.txt': [strToU8('一'.repeat(500)), { level: 9 }],
      'c.txt': [strToU8('二'), { level: 0 }],
      d: {},
    });
    const source = sourceOf(bytes);
    const entries = await listZip(source);
    expect(entries.map(({ name, bytes: size }) => [name, size])).toEqual([
      ['a/b.txt', 1500],
      ['c.txt', 3],
    ]);
    const contents = await Promise.all(entries.map((entry) => unpackEntry(source, entry, MOST)));
    expect(contents.map(text)).toEqual(['一'.repeat(500), '二']);
  });

  it('has its names in UTF-8 or GB18030, whether it says so or not', async () => {
    const gbk = Uint8Array.of(0xc4, 0xea, 0xb1, 0xa8, 0x2e, 0x74, 0x78, 0x74);
    expect((await listZip(sourceOf(namedBy(gbk, 'x')))).map(({ name }) => name)).toEqual(['年报.txt']);
    expect((await listZip(sourceOf(namedBy(strToU8('年报.txt'), 'x')))).map(({ name }) => name)).toEqual(['年报.txt']);
    expect((await listZip(sourceOf(zipSync({ '年报.txt': strToU8('x') })))).map(({ name }) => name)).toEqual([
      '年报.txt',
    ]);
  });

  it('is found behind bytes that stand before it, and with a comment behind it', async () => {
    const zip = zipSync({ 'a.txt': strToU8('一') }, { comment: '注' });
    const moved = new Uint8Array(zip.length + 7);
    moved.set(zip, 7);
    expect((await listZip(sourceOf(zip))).map(({ name }) => name)).toEqual(['a.txt']);
    expect((await listZip(sourceOf(moved))).map(({ name }) => name)).toEqual(['a.txt']);
  });

  it('that is empty has no files', async () => {
    expect(await listZip(sourceOf(zipSync({})))).toEqual([]);
  });
});

describe('an archive is refused', () => {
  const bytes = zipSync({ 'a.txt': strToU8('一二三'.repeat(100)) });

  it('where its end is missing', async () => {
    expect(await troubleOf(listZip(sourceOf(bytes.subarray(0, 60))))).toMatchObject({ what: 'damaged', format: 'zip' });
    expect(await troubleOf(listZip(sourceOf(new Uint8Array(0))))).toMatchObject({ what: 'damaged', format: 'zip' });
  });

  it('where it lists more files than anybody has, before they are listed', async () => {
    const counted = Uint8Array.from(bytes);
    const end = counted.length - 22;
    const locator = new Uint8Array(counted.length + 76);
    locator.set(counted.subarray(0, end));
    const view = new DataView(locator.buffer);
    view.setUint32(end, 0x06064b50, true);
    view.setBigUint64(end + 32, 5_000_000n, true);
    view.setBigUint64(end + 40, 60n, true);
    view.setBigUint64(end + 48, 0n, true);
    view.setUint32(end + 56, 0x07064b50, true);
    view.setBigUint64(end + 64, BigInt(end), true);
    locator.set(counted.subarray(end), end + 76);
    view.setUint16(end + 76 + 10, 0xffff, true);
    expect(await troubleOf(listZip(sourceOf(locator)))).toEqual({ what: 'too-many-files', limit: 100_000 });
  });

  it('where a file is closed by a password, or packed by an unknown method', async () => {
    const [entry] = await listZip(sourceOf(bytes));
    const unpack = (change: object) => unpackEntry(sourceOf(bytes), { ...entry!, ...change }, MOST);
    expect(await troubleOf(unpack({ isEncrypted: true }))).toEqual({ what: 'encrypted', format: 'zip' });
    expect(await troubleOf(unpack({ method: 99 }))).toMatchObject({ what: 'damaged' });
    expect(await troubleOf(unpack({ start: 5 }))).toMatchObject({ what: 'damaged' });
    expect(await troubleOf(unpack({ packedBytes: 1e9 }))).toMatchObject({ what: 'damaged' });
    expect(await troubleOf(unpack({ checksum: 1 }))).toMatchObject({ what: 'damaged' });
  });

  it('where a file grows beyond what is taken in, though its directory says otherwise', async () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(40_000_000) });
    const [entry] = await listZip(sourceOf(bomb));
    const lying = { ...entry!, bytes: 10 };
    expect(await troubleOf(unpackEntry(sourceOf(bomb), lying, MOST))).toMatchObject({ what: 'expands' });
    expect(await troubleOf(unpackEntry(sourceOf(bomb), entry!, 1_000))).toEqual({ what: 'expands', limit: 1_000 });
  });
});
