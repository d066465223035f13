import { timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import { secretsFrom } from '../crypto/secrets.js';
import { unwrapKey } from './personal-data.js';

/**
 * Whether this is the master key of the database; a database without one takes it. With another key nothing of a person
 * could be read, and new persons would be written with a key that the next start does not know.
 */
export async function isMasterKey(pool: pg.Pool, masterKey: Buffer): Promise<boolean> {
  const digest = secretsFrom(masterKey).keyFor('master-key-check');
  const known = await knownDigest(pool);
  if (known !== null) return timingSafeEqual(known, digest);
  if (!(await opensAnyKey(pool, masterKey))) return false;
  await pool.query('insert into master_key_check (digest) values ($1) on conflict do nothing', [digest]);
  const stored = await knownDigest(pool);
  return stored !== null && timingSafeEqual(stored, digest);
}

async function knownDigest(pool: pg.Pool): Promise<Buffer | null> {
  const { rows } = await pool.query<{ digest: Buffer }>('select digest from master_key_check');
  return rows[0]?.digest ?? null;
}

/** A database that is older than the check shows by its keys which one it was. */
async function opensAnyKey(pool: pg.Pool, masterKey: Buffer): Promise<boolean> {
  const { rows } = await pool.query<{ key_id: string; wrapped_key: Buffer }>(
    'select key_id, wrapped_key from person_keys limit 1',
  );
  const [row] = rows;
  if (row === undefined) return true;
  try {
    unwrapKey(masterKey, row.key_id, row.wrapped_key);
    return true;
  } catch {
    return false; // authenticated encryption: it opens with its own key only
  }
}
