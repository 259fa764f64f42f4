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
export const isHiddenPath = (path: string): boolean =>
  path.split('/').some((part) => part !== '..' && part !== '.' && isSystemName(part));

/** Why a text beside documents is not read (a readme, a licence); null where it is to be read. */
export const asideReason = (path: string): string | null =>
  ASIDE.test(lastOf(path)) ? 'about the folder, not read' : null;

/** Where the sidecar of a document would lie. A document needs an ending of its own. */
export const sidecarOf = (path: string): string => (/\.[^./]+$/.test(lastOf(path)) ? `${path}.json` : '');

/** Whether a folder holds what a browser saved beside one of these pages: pictures, styles, frames. */
export function isFolderOfPage(folder: string, names: ReadonlySet<string>): boolean {
  if (!ITS_FOLDER.test(folder)) return false;
  const stem = folder.replace(ITS_FOLDER, '');
  return [...names].some((name) => SAVED_PAGE.test(name) && name.replace(SAVED_PAGE, '') === stem);
}

/** The folders, each with its `/`, that browsers saved beside pages of these paths. */
export function savedPageFolders(paths: Iterable<string>): string[] {
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
