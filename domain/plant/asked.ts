import type { Actor } from '../kernel/event.js';

/** A command of a plant: what is asked, when (RFC 3339) and by whom. */
export type Asked<T extends string, Body> = { readonly type: T; readonly at: string; readonly actor: Actor } & Body;
