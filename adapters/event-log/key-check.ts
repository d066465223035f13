import type pg from 'pg';
import type { EventDefinition } from '../../domain/kernel/event.js';
import type { RecordedEvent } from '../event-store/port.js';
import { secretsFrom } from '../crypto/secrets.js';
import { isSealed, unwrapKey } from './personal-data.js';

type KeyCheck = {
  /** Takes the events of the log, in any order. */
  add(event: RecordedEvent): void;
  /** After the last event: what is wrong, one sentence each. */
  finish(): Promise<{ readonly keys: number; readonly unopened: number; readonly faults: readonly string[] }>;
};

type Use = { readonly accountId: string | null; readonly place: string };

/**
 * Whether what the log holds of persons can be read: each key opens with the master key, and none is missing but those
 * that were destroyed. Holds one entry per person in memory.
 */
export function openKeyCheck(options: {
  readonly pool: pg.Pool;
  readonly masterKey: Buffer;
  readonly catalogue: readonly EventDefinition[];
}): KeyCheck {
  const { pool, masterKey, catalogue } = options;
  const subjectFields = new Map(catalogue.map(({ type, subjectField }) => [type, subjectField]));
  const uses = new Map<string, Use>();

  return {
    add({ type, streamId, revision, data }) {
      for (const value of Object.values(data)) {
        if (!isSealed(value) || uses.has(value.key)) continue;
        const accountId = data[subjectFields.get(type) ?? ''];
        const place = `${streamId}, revision ${revision}`;
        uses.set(value.key, { accountId: typeof accountId === 'string' ? accountId : null, place });
      }
    },

    async finish() {
      const { known, unopened, faults } = await openAll(pool, masterKey);
      const destroyed = await destroyedAccounts(pool);
      for (const accountId of known.values()) {
        if (destroyed.has(accountId)) faults.push(`the key of account ${accountId} is there, but it was destroyed`);
      }
      for (const [keyId, { accountId, place }] of uses) {
        if (known.has(keyId) || (accountId !== null && destroyed.has(accountId))) continue;
        faults.push(`key ${keyId} of account ${accountId ?? 'unknown'} is missing: first used in ${place}`);
      }
      return { keys: known.size, unopened, faults };
    },
  };
}

async function openAll(pool: pg.Pool, masterKey: Buffer) {
  const faults: string[] = [];
  const { rows: checks } = await pool.query<{ digest: Buffer }>('select digest from master_key_check');
  const digest = secretsFrom(masterKey).keyFor('master-key-check');
  if (checks.some((check) => !check.digest.equals(digest))) faults.push('MASTER_KEY is not the key of this database');
  const known = new Map<string, string>();
  let unopened = 0;
  const { rows } = await pool.query<{ key_id: string; account_id: string; wrapped_key: Buffer }>(
    'select key_id, account_id, wrapped_key from person_keys order by created_at, key_id',
  );
  for (const row of rows) {
    known.set(row.key_id, row.account_id);
    if (isOpenedBy(masterKey, row)) continue;
    unopened++;
    faults.push(`key ${row.key_id} of account ${row.account_id} does not open with MASTER_KEY`);
  }
  return { known, unopened, faults };
}

function isOpenedBy(masterKey: Buffer, row: { readonly key_id: string; readonly wrapped_key: Buffer }): boolean {
  try {
    unwrapKey(masterKey, row.key_id, row.wrapped_key);
    return true;
  } catch {
    return false; // authenticated encryption: it opens with its own key only
  }
}

async function destroyedAccounts(pool: pg.Pool): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ account_id: string }>('select account_id from destroyed_person_keys');
  return new Set(rows.map(({ account_id: accountId }) => accountId));
}
