import { prepareApp, prepareData } from '../../src/launch.js';

/** Builds the site and its datasets where they are stale, before the first test opens them. */
export async function setup(): Promise<void> {
  await prepareApp();
  await prepareData();
}
