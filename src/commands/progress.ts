import cliProgress from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** How far a command has come: a bar on a terminal, nothing elsewhere; notes are lines that stay. */
export interface Progress {
  /** One more of the total is done. */
  step(): void;
  /** A line for the person, which the bar never overwrites. */
  note(line: string): void;
  close(): void;
}

/** Opens the progress of `total` steps on standard error; `bar` false keeps it to its notes. */
export function openProgress({ stderr }: Pick<Terminal, 'stderr'>, title: string, total: number, bar = true): Progress {
  if (!bar || stderr.isTTY !== true || total === 0) {
    return { step: () => undefined, note: (line) => void stderr.write(`${line}\n`), close: () => undefined };
  }
  const bars = new cliProgress.MultiBar(
    {
      stream: stderr,
      format: `${title} {bar} {value}/{total} {eta_formatted}`,
      clearOnComplete: true,
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  const line = bars.create(total, 0);
  return {
    step: () => line.increment(),
    note: (text) => bars.log(`${text}\n`),
    close: () => {
      // Notes wait for the next drawing; stopping alone would drop them.
      bars.update();
      bars.stop();
    },
  };
}
