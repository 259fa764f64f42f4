import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { listYears, type Years } from '../demo/body-years.ts';
import { ERROR_LIST_HEADER, formatErrorLine } from '../demo/error-list.ts';
import { demonstrationReports } from '../demo/filings.ts';
import {
  demonstrationProvince,
  FEWEST_BODIES,
  MOST_BODIES,
  provinceRegistry,
  type Province,
} from '../demo/province.ts';
import { EDITIONS } from '../form/edition.ts';
import { writeDataset, type DatasetSummary } from '../host/dataset-file.ts';
import type { Filing } from '../store/filing.ts';
import { CommandFailure } from './failure.ts';
import { openProgress } from './progress.ts';
import { checkTarget } from './target.ts';
import { writeLine, type ExitCode, type Terminal } from './terminal.ts';

/** What a person asks of the fictional province. */
interface GenerateOptions {
  readonly bodies: number;
  readonly years: Years;
  /** The same seed makes the same dataset. */
  readonly seed: number;
  /** Dataset to write, relative to the terminal's folder. */
  readonly out: string;
  /** Whether reports speak of their figures in words too. */
  readonly prose?: boolean;
}

const DATASET_NAME = '云岭省（虚构示范数据）/ demonstration, fictional';
const DATASET_ENDING = /\.duckdb$/i;
const FIRST_YEAR = EDITIONS['2019'].from;
const LAST_YEAR = 2099;
const LARGEST_SEED = 0xffffffff;

function parseWhole(text: string, lowest: number, highest: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < lowest || number > highest) {
    throw new InvalidArgumentError(`take a whole number from ${lowest} to ${highest}.`);
  }
  return number;
}

const parseBodies = (text: string) => parseWhole(text, FEWEST_BODIES, MOST_BODIES);
const parseSeed = (text: string) => parseWhole(text, 0, LARGEST_SEED);

function parseYears(text: string): Years {
  const found = /^(\d{4})(?:-(\d{4}))?$/.exec(text);
  const from = Number(found?.[1]);
  const to = Number(found?.[2] ?? found?.[1]);
  if (!found || from > to || from < FIRST_YEAR || to > LAST_YEAR) {
    throw new InvalidArgumentError(
      `take report years such as 2019-2025, from ${FIRST_YEAR} (the first of the uniform form) to ${LAST_YEAR}.`,
    );
  }
  return { from, to };
}

async function writeText(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.writing`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

function* takeFilings(
  province: Province,
  { years, seed, prose = false }: GenerateOptions,
  errors: string[],
  onReport: () => void,
): Generator<Filing> {
  for (const report of demonstrationReports(province, years, seed, prose)) {
    errors.push(...report.errors.map(formatErrorLine));
    onReport();
    yield report.filing;
  }
}

async function writeProvince(
  target: string,
  options: GenerateOptions,
  errors: string[],
  terminal: Terminal,
): Promise<DatasetSummary> {
  const province = demonstrationProvince(options.bodies, options.seed);
  const progress = openProgress(terminal, 'generating', options.bodies * listYears(options.years).length);
  try {
    return await writeDataset(
      target,
      takeFilings(province, options, errors, () => progress.step()),
      {
        name: DATASET_NAME,
        synthetic: true,
        madeAt: terminal.now().toISOString(),
        version: terminal.version,
        registry: provinceRegistry(province),
      },
    );
  } finally {
    progress.close();
  }
}

/**
 * Writes a dataset of the fictional province, marked synthetic, and beside it the list of the errors planted in it
 * (`province.duckdb` → `province.errors.csv`); tells on standard output what was made.
 */
async function generateDataset(options: GenerateOptions, terminal: Terminal): Promise<ExitCode> {
  const { out } = options;
  const target = await checkTarget(out, terminal.cwd);
  const list = out.replace(DATASET_ENDING, '.errors.csv');

  const errors: string[] = [];
  let summary: DatasetSummary;
  try {
    summary = await writeProvince(target, options, errors, terminal);
  } catch (error) {
    throw new CommandFailure(
      `could not write ${out}, a file that was there is unchanged`,
      'see that the folder can be written and has room',
      { cause: error },
    );
  }
  try {
    await writeText(path.resolve(terminal.cwd, list), [ERROR_LIST_HEADER, ...errors, ''].join('\n'));
  } catch (error) {
    throw new CommandFailure(
      `wrote ${out}, but not the list of its errors ${list}`,
      'see that the folder can be written, and run it again with the same seed',
      { cause: error },
    );
  }

  const { reports, bodies, firstYear, lastYear, fingerprint, refused } = summary;
  await writeLine(terminal.stdout, `${out}: ${DATASET_NAME}`);
  await writeLine(
    terminal.stdout,
    `${reports.toLocaleString('en')} reports, ${bodies.toLocaleString('en')} bodies, ${firstYear ?? ''}–${lastYear ?? ''}; fingerprint ${fingerprint}`,
  );
  await writeLine(terminal.stdout, `${list}: ${errors.length.toLocaleString('en')} broken rules from planted errors`);
  for (const { reason } of refused) await writeLine(terminal.stderr, `failed: ${reason} (refused)`);
  return refused.length > 0 ? 1 : 0;
}

/** `nianbao generate`: a dataset of a fictional province; `leave` is told the exit code. */
export function generateCommand(terminal: Terminal, leave: (exit: ExitCode) => void): Command {
  return new Command('generate')
    .description('write a dataset of a fictional province, marked synthetic, and a list of the errors planted in it')
    .requiredOption('--out <file.duckdb>', 'dataset to write; it is replaced in one step, or stays as it was')
    .option('--bodies <number>', `bodies of the province, ${FEWEST_BODIES} to ${MOST_BODIES}`, parseBodies, 600)
    .addOption(
      new Option('--years <from-to>', 'report years')
        .argParser(parseYears)
        .default({ from: FIRST_YEAR, to: 2025 }, `${FIRST_YEAR}-2025`),
    )
    .option('--prose', 'let reports speak of their figures in words too, now and then wrongly')
    .option('--seed <number>', 'the same seed makes the same dataset', parseSeed, 1)
    .action(async (options: GenerateOptions) => leave(await generateDataset(options, terminal)));
}
