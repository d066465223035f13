import type { Migration } from 'kysely';

/** In order of their names; never edited after a release, only added to. */
export const migrations: Record<string, Migration> = {};
