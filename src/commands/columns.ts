import path from 'node:path';
import { readBytes, systemReason } from '../host/files.ts';
import { ColumnMappingError, NO_MAPPING, parseColumnMapping, type ColumnMapping } from '../read/column-mapping.ts';
import { CommandFailure } from './failure.ts';

/** What `--columns` says, in the help. */
export const COLUMNS_HELP = 'what the columns of tables of many bodies stand for';

/** Opens the mapping that `--columns` names; nothing is mapped where it names none. */
export async function openMapping(name: string | undefined, cwd: string): Promise<ColumnMapping> {
  if (name === undefined) return NO_MAPPING;
  try {
    return parseColumnMapping(new TextDecoder().decode(await readBytes(path.resolve(cwd, name))));
  } catch (error) {
    const reason = error instanceof ColumnMappingError ? error.message : systemReason(error);
    throw new CommandFailure(
      `cannot read the mapping ${name}: ${reason}`,
      'give a JSON file such as { "columns": { "单位": "body", "新收": "new_total", "备注": null }, "year": 2024 }',
      { cause: error },
    );
  }
}
