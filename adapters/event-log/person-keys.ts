import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { inTransaction, lockUntilEnd } from '../database/transaction.js';
import { StoreUnavailable } from '../event-store/port.js';
import { unwrapKey, wrapKey, type PersonKey } from './personal-data.js';

const cacheSize = 10_000;
/** How long another node may still read a person's data after the key was destroyed. */
const defaultCacheMs = 60_000;

export type PersonKeys = {
  /** The key that seals what is written about a person, made on first use; null once it has been destroyed. */
  keyOf(accountId: string): Promise<PersonKey | null>;
  /** Those of the keys that still exist. */
  find(keyIds: Iterable<string>): Promise<ReadonlyMap<string, PersonKey>>;
  /** Erases a person from the log, for ever: no key will be made for this account again. */
  destroyKey(accountId: string): Promise<void>;
};

/**
 * Keys of persons, wrapped with the master key (32 bytes), in a table beside the log. Other nodes notice a destroyed
 * key within a minute.
 */
export function openPersonKeys(options: {
  readonly pool: pg.Pool;
  readonly masterKey: Buffer;
  readonly cacheMs?: number;
}): PersonKeys {
  const { pool, masterKey, cacheMs = defaultCacheMs } = options;
  if (masterKey.length !== 32) throw new TypeError('the master key has 32 bytes');
  const byId = boundedCache<PersonKey>(cacheMs);
  const byAccount = boundedCache<PersonKey>(cacheMs);

  return {
    async keyOf(accountId) {
      const cached = byAccount.get(accountId);
      if (cached !== undefined) return cached;
      const row = await findOrMake(pool, masterKey, accountId);
      if (row === null) return null;
      const key = unwrapKey(masterKey, row.key_id, row.wrapped_key);
      byAccount.set(accountId, key);
      return key;
    },

    async find(keyIds) {
      const found = new Map<string, PersonKey>();
      const missing: string[] = [];
      for (const id of new Set(keyIds)) {
        const cached = byId.get(id);
        if (cached === undefined) missing.push(id);
        else found.set(id, cached);
      }
      if (missing.length === 0) return found;
      const { rows } = await query(() =>
        pool.query<KeyRow>('select key_id, wrapped_key from person_keys where key_id = any($1::uuid[])', [missing]),
      );
      for (const row of rows) {
        const key = unwrapKey(masterKey, row.key_id, row.wrapped_key);
        found.set(key.id, key);
        byId.set(key.id, key);
      }
      return found;
    },

    async destroyKey(accountId) {
      const keyId = await withKeyLock(pool, accountId, async (client) => {
        await client.query('insert into destroyed_person_keys (account_id) values ($1) on conflict do nothing', [
          accountId,
        ]);
        const { rows } = await client.query<{ key_id: string }>(
          'delete from person_keys where account_id = $1 returning key_id',
          [accountId],
        );
        return rows[0]?.key_id;
      });
      byAccount.delete(accountId);
      if (keyId !== undefined) byId.delete(keyId);
    },
  };
}

type KeyRow = { readonly key_id: string; readonly wrapped_key: Buffer };

async function findOrMake(pool: pg.Pool, masterKey: Buffer, accountId: string): Promise<KeyRow | null> {
  const select = 'select key_id, wrapped_key from person_keys where account_id = $1';
  const { rows } = await query(() => pool.query<KeyRow>(select, [accountId]));
  if (rows[0] !== undefined) return rows[0];
  return withKeyLock(pool, accountId, async (client) => {
    const key: PersonKey = { id: randomUUID(), secret: randomBytes(32) };
    await client.query(
      `insert into person_keys (key_id, account_id, wrapped_key)
        select $1::uuid, $2::uuid, $3::bytea
        where not exists (select from destroyed_person_keys where account_id = $2::uuid)
        on conflict (account_id) do nothing`,
      [key.id, accountId, wrapKey(masterKey, key)],
    );
    return (await client.query<KeyRow>(select, [accountId])).rows[0] ?? null;
  });
}

/** Making and destroying a person's key exclude each other, so that no key appears after its end. */
async function withKeyLock<T>(
  pool: pg.Pool,
  accountId: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return query(() =>
    inTransaction(pool, async (client) => {
      await lockUntilEnd(client, `person-key/${accountId}`);
      return work(client);
    }),
  );
}

/** Without the keys the log is as unavailable as without its events. */
async function query<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StoreUnavailable('the keys of persons cannot be read', { cause: error });
  }
}

/** Drops what was stored first when full, and what is older than `cacheMs`. */
function boundedCache<V>(cacheMs: number) {
  const entries = new Map<string, { readonly value: V; readonly until: number }>();
  return {
    get(key: string): V | undefined {
      const entry = entries.get(key);
      if (entry === undefined || entry.until > performance.now()) return entry?.value;
      entries.delete(key);
      return undefined;
    },
    set(key: string, value: V): void {
      const [oldest] = entries.keys();
      if (entries.size >= cacheSize && oldest !== undefined) entries.delete(oldest);
      entries.set(key, { value, until: performance.now() + cacheMs });
    },
    delete: (key: string): void => void entries.delete(key),
  };
}
