/** What a file of Office 97's container is by the streams in it. */
export type CompoundKind = 'doc' | 'xls' | 'presentation' | 'encrypted' | 'unknown';

const STREAMS: Readonly<Record<string, CompoundKind>> = {
  EncryptedPackage: 'encrypted',
  WordDocument: 'doc',
  Workbook: 'xls',
  Book: 'xls',
  'PowerPoint Document': 'presentation',
};

const ENTRY_BYTES = 128;
const LONGEST_CHAIN = 1_000;
const HEADER_FAT_SECTORS = 109;

/** The names of the streams and storages in the container's directory. */
function streamNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorBytes = 1 << view.getUint16(30, true);
  const placeOf = (sector: number) => (sector + 1) * sectorBytes;
  const perSector = sectorBytes / 4;
  const next = (sector: number): number => {
    const index = Math.floor(sector / perSector);
    if (index >= HEADER_FAT_SECTORS) return -1;
    return view.getInt32(placeOf(view.getInt32(76 + index * 4, true)) + (sector % perSector) * 4, true);
  };
  const names: string[] = [];
  let sector = view.getInt32(48, true);
  for (let step = 0; sector >= 0 && step < LONGEST_CHAIN; step += 1) {
    for (let at = placeOf(sector); at < placeOf(sector + 1); at += ENTRY_BYTES) {
      const length = Math.min(view.getUint16(at + 64, true), 64);
      names.push(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.max(0, length - 2))));
    }
    sector = next(sector);
  }
  return names;
}

/** Tells what a file of Office 97's container holds; a container that cannot be walked is unknown. */
export function compoundKind(bytes: Uint8Array): CompoundKind {
  try {
    const names = new Set(streamNames(bytes));
    const found = Object.entries(STREAMS).find(([name]) => names.has(name));
    return found ? found[1] : 'unknown';
  } catch (error) {
    if (error instanceof RangeError) return 'unknown';
    throw error;
  }
}
