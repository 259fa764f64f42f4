// Whole names only: a report may well be called notice-2024.html.
const ASIDE = /^(readme|sources|licen[cs]e)((\.[a-z-]+)?\.(md|txt|rst))?$/i;
/** What systems and programs lay beside documents: marks of folders, previews, locks of open Office files. */
const OF_A_SYSTEM = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$|node_modules$)/i;
const SAVED_PAGE = /\.(?:x?html?|mht(?:ml)?)$/i;
const ITS_FOLDER = /(?:_files|\.files|_文件)$/i;

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a name is not of the person's own making: hidden, of the system, or a lock of a program that has the file open. */
export const isSystemName = (name: string): boolean => OF_A_SYSTEM.test(name);

/** Whether a path leads through a name of the system. */
const isHiddenPath = (path: string): boolean =>
  path.split('/').some((part) => part !== '..' && part !== '.' && isSystemName(part));

/** Why a text beside documents is not read (a readme, a licence); null where it is to be read. */
export const asideReason = (path: string): string | null =>
  ASIDE.test(lastOf(path)) ? 'about the folder, not read' : null;

/** Where the sidecar of a document would lie. A document needs an ending of its own. */
const sidecarOf = (path: string): string => (/\.[^./]+$/.test(lastOf(path)) ? `${path}.json` : '');

/** Whether a folder holds what a browser saved beside one of these pages: pictures, styles, frames. */
export function isFolderOfPage(folder: string, names: ReadonlySet<string>): boolean {
  if (!ITS_FOLDER.test(folder)) return false;
  const stem = folder.replace(ITS_FOLDER, '');
  return [...names].some((name) => SAVED_PAGE.test(name) && name.replace(SAVED_PAGE, '') === stem);
}

/** The folders, each with its `/`, that browsers saved beside pages of these paths. */
function savedPageFolders(paths: Iterable<string>): string[] {
  const folders = new Set<string>();
  const pages = new Set<string>();
  for (const path of paths) {
    if (SAVED_PAGE.test(path)) pages.add(path.replace(SAVED_PAGE, ''));
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      if (ITS_FOLDER.test(path.slice(0, at))) folders.add(path.slice(0, at));
    }
  }
  return [...folders].filter((folder) => pages.has(folder.replace(ITS_FOLDER, ''))).map((folder) => `${folder}/`);
}

/** A file among others, and the one beside it that tells what it does not say. */
export interface PairedFile<Item> {
  readonly item: Item;
  readonly sidecar: Item | null;
}

/**
 * The files among these that a person means, in their order, each with its sidecar (`page.html.json` beside `page.html`):
 * without what is hidden and what a browser saved beside a page.
 */
export function pairFiles<Item>(items: readonly Item[], pathOf: (item: Item) => string): PairedFile<Item>[] {
  const byPath = new Map(items.map((item) => [pathOf(item), item]));
  const folders = savedPageFolders(byPath.keys());
  const isMeant = (path: string) => !isHiddenPath(path) && !folders.some((folder) => path.startsWith(folder));
  const paired = items
    .filter((item) => isMeant(pathOf(item)))
    .map((item) => ({ item, sidecar: byPath.get(sidecarOf(pathOf(item))) ?? null }));
  const sidecars = new Set<Item | null>(paired.map(({ sidecar }) => sidecar));
  return paired.filter(({ item }) => !sidecars.has(item));
}
