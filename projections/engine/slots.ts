/**
 * Where tables of a projection live. `live` is what everybody reads; `next` is being built beside it; `previous` was
 * live before and is kept for going back; `check` is built only to be compared.
 */
export type Slot = 'live' | 'next' | 'previous' | 'check';

const besides = ['next', 'previous', 'check', 'leaving'];

export function schemaOf(name: string, slot: Slot): string {
  return slot === 'live' ? name : `${name}_${slot}`;
}

/** Name of the checkpoint that belongs to these tables. */
export function checkpointOf(name: string, slot: Slot): string {
  return slot === 'live' ? name : `${name}/${slot}`;
}

/** The schema in which tables stay for the moment of a swap. */
export function leavingSchema(name: string): string {
  return `${name}_leaving`;
}

/** Throws `TypeError` when the schemas of this projection would not be its own. */
export function requireSchemaName(name: string): void {
  const ours = /^[a-z][a-z0-9_]{0,53}$/.test(name) && !besides.some((slot) => name.endsWith(`_${slot}`));
  if (!ours || name === 'log' || name === 'public' || name.startsWith('pg_')) {
    throw new TypeError(`not a name for a projection: ${name}`);
  }
}
