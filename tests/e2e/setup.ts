import { prepareApp, prepareData, prepareSite } from '../../src/launch.js';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built site. */
    appFolder: string;
    /** Folder of the built datasets. */
    dataFolder: string;
    /** Folder of both together, as a static server hands it out. */
    siteFolder: string;
  }
}

/** Builds what is stale of the site and its datasets, the way `npm start` does. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('appFolder', await prepareApp());
  project.provide('dataFolder', await prepareData());
  project.provide('siteFolder', await prepareSite());
}
