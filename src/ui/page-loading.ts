import type { Component } from 'svelte';
import type { Address } from '../state/address.svelte.ts';
import { type Page, PageNotLoaded } from '../state/pages.ts';
import type { OpenedDataset } from '../state/opened-dataset.ts';
import Overview from './Overview.svelte';

/** What every page is given. */
export interface PageProps {
  readonly address: Address;
  readonly dataset: OpenedDataset;
}

type PageComponent = Component<PageProps>;

const comparing = (): Promise<PageComponent> => import('./ComparePage.svelte').then((module) => module.default);

// The first page comes with the entry script; the others are fetched when they are turned to.
const LOADERS: Record<Page, () => Promise<PageComponent>> = {
  overview: () => Promise.resolve(Overview),
  requests: comparing,
  outcomes: comparing,
  enforcement: comparing,
  fees: comparing,
  disputes: comparing,
  body: () => import('./BodyPage.svelte').then((module) => module.default),
  data: () => import('./DataPage.svelte').then((module) => module.default),
  // It shows the form, whatever the dataset.
  method: () => import('./MethodPage.svelte').then((module) => module.default as unknown as PageComponent),
};

/** The component of a page; rejects with `PageNotLoaded`. */
export async function loadPage(page: Page): Promise<PageComponent> {
  try {
    return await LOADERS[page]();
  } catch (cause) {
    throw new PageNotLoaded(`the page ${page} could not be loaded: ${String(cause)}`, { cause });
  }
}
