import type { Component } from 'svelte';
import { render } from 'vitest-browser-svelte';
import type { Language } from '../../../src/state/view.ts';
import WithWording from './WithWording.svelte';

/** Mounts a component of the pages in a place of a height, with the words of a language. */
export const renderWorded = <Given extends object>(
  component: Component<Given>,
  given: Given,
  { language = 'zh', height = 600 }: { readonly language?: Language; readonly height?: number } = {},
) => render(WithWording, { props: { component: component as Component<never>, given, language, height } });
