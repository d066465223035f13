import { Migrator, sql, type Migration } from 'kysely';
import type { Db } from './port.js';
import { migrations } from './migrations/index.js';

/**
 * Brings the schema up to date. Forward only, under a lock, so that several nodes may start at once. A release starts on
 * the tables of a later one, too: that one only expanded what this one needs (ADR 13).
 */
export async function migrate(db: Db): Promise<readonly string[]> {
  const getMigrations = async () => ({ ...migrations, ...(await laterOnes(db)) });
  const migrator = new Migrator({ db, provider: { getMigrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** Migrations of later releases that were done already; they are never done from here. */
async function laterOnes(db: Db): Promise<Record<string, Migration>> {
  const last = Object.keys(migrations).sort().at(-1) ?? '';
  const { rows } = await sql<{ name: string }>`select name from kysely_migration where name > ${last}`.execute(db);
  return Object.fromEntries(rows.map(({ name }) => [name, { up: async () => undefined }]));
}

/** Which migrations of this release a database lacks, and which it has that this release does not know. Only reads. */
export async function compareMigrations(
  db: Db,
): Promise<{ readonly missing: readonly string[]; readonly unknown: readonly string[] }> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const known = await migrator.getMigrations();
  const missing = known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
  if (missing.length === known.length) return { missing, unknown: [] };
  const made = await db.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  const unknown = made.map(({ name }) => String(name)).filter((name) => !known.some((one) => one.name === name));
  return { missing, unknown };
}
