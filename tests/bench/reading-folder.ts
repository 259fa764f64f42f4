import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { MEASURES } from '../../src/form/cells.ts';
import { allStyles } from '../fixtures/publish/arbitrary-style.ts';
import { publish } from '../fixtures/publish/publisher.ts';
import { tokenize } from './reading.ts';
import type { BenchRow } from './table.ts';

const FILES = 2_000;
const FEW_FILES = 200;
const SEED = 2026;
const MEGABYTE = 1_024;

const PROSE = [
  '（一）主动公开情况。全年通过网站公开政府信息356条，比上年增长12.5%；制发规范性文件3件，废止1件，现行有效12件。',
  '（二）依申请公开情况。全年收到政府信息公开申请15件，上年结转1件，均在期限内答复，予以公开8件，部分公开2件，未收取信息处理费。',
  '（三）平台建设情况。对栏目逐一核对，更新目录与指南，公众可以在网站、服务大厅和档案馆查阅。',
  '（四）监督保障情况。明确专人负责，开展培训两次，未发生因信息公开被追究责任的情形。',
];

const WORD: readonly (readonly [RegExp, string])[] = [
  [
    /<td/g,
    '<td width="68" valign="center" style="width:51.25pt;border-top:none;border-left:none;border-bottom:solid windowtext 1.0pt;border-right:solid windowtext 1.0pt;mso-border-top-alt:solid windowtext .5pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt"',
  ],
  [/<p class="MsoNormal"/g, '<p class="MsoNormal" style="text-align:center;mso-pagination:widow-orphan"'],
  [/<span lang="EN-US">/g, '<span lang="EN-US" style="font-size:10.0pt;font-family:宋体;mso-font-kerning:0pt">'],
];

/** A page with the styles that Word writes on every cell, paragraph and run; the fixtures spare themselves the weight. */
const withWordStyles = (page: string): string =>
  WORD.reduce((written, [tag, styled]) => written.replace(tag, styled), page);

/** Writes reports of random figures and styles into a folder: every style there is, or those of pages alone. */
function layFolder(folder: string, count: number, onlyPages: boolean): void {
  mkdirSync(folder);
  const styles = fc.sample(
    allStyles('2021').filter(({ shape }) => !onlyPages || shape.startsWith('html-')),
    { numRuns: count, seed: SEED },
  );
  for (const [place, style] of styles.entries()) {
    const figures = Object.fromEntries(MEASURES.map(({ id }, index) => [id, (index * 7 + place) % 90]));
    const deface = style.shape === 'html-word' ? withWordStyles : (page: string) => page;
    const { name, bytes } = publish(figures, { ...style, prose: { 1: PROSE }, deface });
    writeFileSync(join(folder, `${String(place).padStart(5, '0')}-${name}`), bytes);
  }
}

function charsetOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** Files a second that the bare tokenizer walks: read from the folder and decoded by a charset known beforehand. */
function tokenizerSpeed(folder: string): number {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const charsets = files.map((file) => charsetOf(readFileSync(file)));
  const start = performance.now();
  for (const [place, file] of files.entries()) tokenize(new TextDecoder(charsets[place]).decode(readFileSync(file)));
  return (files.length * 1_000) / (performance.now() - start);
}

// Told at the end by the process itself, threads and all; each thread would tell it too.
const TELL_MEMORY =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(`\\n[${process.resourceUsage().maxRSS}]\\n`))';

/** Runs `nianbao read` over a folder to its end: files a second, its start included, and the most memory it held. */
function readFolder(commandLine: string, folder: string, workers: number): { speed: number; kilobytes: number } {
  const count = readdirSync(folder).length;
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', TELL_MEMORY, commandLine, 'read', folder, '--workers', String(workers)],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const elapsedMs = performance.now() - start;
  if (status !== 0) throw new Error(`nianbao read failed over the generated folder: ${stderr.slice(0, 500)}`);
  const told = [...stderr.matchAll(/^\[(\d+)\]$/gm)].map((match) => Number(match[1]));
  return { speed: (count * 1_000) / elapsedMs, kilobytes: Math.max(...told) };
}

const speed = (value: number, what: string): string => `${value.toFixed(0)} ${what}/s`;
const against = (tokenizer: number, reader: number): string =>
  `costs ${(tokenizer / reader).toFixed(2)} × the tokenizer`;

function folderRows(what: string, commandLine: string, folder: string): BenchRow[] {
  const tokenizer = tokenizerSpeed(folder);
  const kilobytes =
    readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / FILES / 1_000;
  const [one, two] = [readFolder(commandLine, folder, 1), readFolder(commandLine, folder, 2)];
  return [
    { what: `${what} of ${kilobytes.toFixed(0)} KB: htmlparser2 tokenizer`, value: speed(tokenizer, 'files') },
    { what: `  nianbao read, 1 worker, ${against(tokenizer, one.speed)}`, value: speed(one.speed, 'reports') },
    { what: `  nianbao read, 2 workers, ${against(tokenizer, two.speed)}`, value: speed(two.speed, 'reports') },
  ];
}

/**
 * How many reports a second the command line reads from a folder with one and with two workers, beside the bare
 * tokenizer of the same library over the same files; and how its memory grows from few files to many.
 */
export function benchFolder(commandLine: string, place: string): BenchRow[] {
  const [pages, mixed, few] = ['pages', 'mixed', 'few'].map((name) => join(place, name)) as [string, string, string];
  layFolder(pages, FILES, true);
  layFolder(mixed, FILES, false);
  layFolder(few, FEW_FILES, false);
  const memory = [few, mixed].map((folder) => readFolder(commandLine, folder, 1).kilobytes) as [number, number];
  const megabytes = (value: number) => `${(value / MEGABYTE).toFixed(0)} MB`;
  return [
    ...folderRows(`${FILES} pages`, commandLine, pages),
    ...folderRows(`${FILES} pages and texts of every style`, commandLine, mixed),
    { what: `most memory over ${FEW_FILES} files`, value: megabytes(memory[0]) },
    { what: `most memory over ${FILES} files`, value: megabytes(memory[1]), ratio: memory[1] / memory[0] },
  ];
}
