import type { Component } from 'svelte';
import type { Address } from '../state/address.svelte.ts';
import type { Collection } from '../state/collection.svelte.ts';
import { type Page, PageNotLoaded } from '../state/pages.ts';
import type { OpenedDataset } from '../state/opened-dataset.ts';
import Overview from './Overview.svelte';

/** What every page is given. */
export interface PageProps {
  readonly address: Address;
  readonly dataset: OpenedDataset;
}

/** What the page of the reader's own reports is given; it needs no dataset. */
export interface ReadingPageProps {
  readonly address: Address;
  readonly collection: Collection;
  readonly onfiles: (files: readonly File[]) => void;
}

/** A page that shows a dataset. */
export type DatasetPage = Exclude<Page, 'reading'>;

type PageComponent = Component<PageProps>;

const comparing = (): Promise<PageComponent> => import('./ComparePage.svelte').then((module) => module.default);

// The first page comes with the entry script; the others are fetched when they are turned to.
const LOADERS: Record<DatasetPage, () => Promise<PageComponent>> = {
  overview: () => Promise.resolve(Overview),
  requests: comparing,
  outcomes: comparing,
  enforcement: comparing,
  fees: comparing,
  disputes: comparing,
  audit: () => import('./audit/AuditPage.svelte').then((module) => module.default),
  body: () => import('./body/BodyPage.svelte').then((module) => module.default),
  compare: () => import('./compare/SideBySidePage.svelte').then((module) => module.default),
  data: () => import('./DataPage.svelte').then((module) => module.default),
  // It shows the form, whatever the dataset.
  method: () => import('./MethodPage.svelte').then((module) => module.default as unknown as PageComponent),
};

async function loaded<Loaded>(part: string, loading: Promise<Loaded>): Promise<Loaded> {
  try {
    return await loading;
  } catch (cause) {
    throw new PageNotLoaded(`the ${part} could not be loaded: ${String(cause)}`, { cause });
  }
}

/** The component of a page that shows a dataset; rejects with `PageNotLoaded`. */
export const loadPage = (page: DatasetPage): Promise<PageComponent> => loaded(`page ${page}`, LOADERS[page]());

/** The component of the page of the reader's own reports; rejects with `PageNotLoaded`. */
export const loadReadingPage = (): Promise<Component<ReadingPageProps>> =>
  loaded(
    'page reading',
    import('./reading/ReadingPage.svelte').then((module) => module.default),
  );

/** The search over pages, subjects, bodies and datasets; rejects with `PageNotLoaded`. */
export const loadPalette = () =>
  loaded(
    'search',
    import('./palette/CommandPalette.svelte').then((module) => module.default),
  );
