import { createContext } from 'svelte';
import type { Address } from '../state/address.svelte.ts';

/** The address of the page, for components far below it. */
export const [getAddress, setAddress] = createContext<Address>();
