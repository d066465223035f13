import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import {
  addressPace,
  networkPace,
  paceWindow,
  waitsUntil,
  withRegistration,
  type Pace,
} from '../../domain/account/registration-pace.js';
import type { Db, Tx } from '../database/port.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { ServerSecrets } from '../crypto/secrets.js';
import { sharedAddress, sharedNetwork } from '../sign-in-attempts/address.js';
import type { RegistrationPace, RegistrationRefusal } from './port.js';

type Counter = { readonly subject: string; readonly pace: Pace };

/** What came from somewhere: as it is compared with what stands there when it is counted, and as it counts. */
type Known = { readonly text: string | null; readonly registeredAt: readonly Temporal.Instant[] };

/** Somebody else counted meanwhile. */
class Overtaken extends Error {}

/** So many at the same moment are no people. */
const maxTries = 10;

/**
 * Table `registration_paces`, one row an address and one a network; both only as keyed hashes. Counts by comparing and
 * setting: a flood from one place waits for no lock, and so takes no connections away from others.
 */
export function postgresRegistrationPace(db: Db, secrets: ServerSecrets): RegistrationPace {
  const key = secrets.keyFor('registration-pace');
  const hashOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    async begin(address, at) {
      // The network first: whoever it refuses leaves no row.
      const counters = [
        { subject: hashOf(`network/${sharedNetwork(address)}`), pace: networkPace },
        { subject: hashOf(`address/${sharedAddress(address)}`), pace: addressPace },
      ];
      for (let attempt = 0; attempt < maxTries; attempt++) {
        try {
          return await db.transaction().execute((tx) => count(tx, counters, at));
        } catch (error) {
          if (!(error instanceof Overtaken)) throw error;
        }
      }
      return slowed(at.add({ seconds: 1 }));
    },

    async removeOld(at) {
      const result = await db
        .deleteFrom('registration_paces')
        .where('changed_at', '<', at.subtract(paceWindow).toString())
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

const slowed = (until: Temporal.Instant): RegistrationRefusal => ({ code: 'account.registrations-slowed', until });

/** Null when all counters have counted it; none does when one refuses. */
async function count(tx: Tx, counters: readonly Counter[], at: Temporal.Instant): Promise<RegistrationRefusal | null> {
  const before = await knownOf(
    tx,
    counters.map(({ subject }) => subject),
  );
  const known = ({ subject }: Counter): Known => before.get(subject) ?? { text: null, registeredAt: [] };
  for (const counter of counters) {
    const until = waitsUntil(known(counter).registeredAt, counter.pace, at);
    if (until !== null) return slowed(until);
  }
  for (const counter of counters) {
    const { text, registeredAt } = known(counter);
    const after = JSON.stringify(withRegistration(registeredAt, at).map(String));
    const { numAffectedRows } = await sql`
      insert into registration_paces as known (subject, registered_at, changed_at)
      values (${counter.subject}, ${after}, ${at.toString()})
      on conflict (subject) do update set registered_at = excluded.registered_at, changed_at = excluded.changed_at
      where known.registered_at::text = ${text}`.execute(tx);
    if (numAffectedRows !== 1n) throw new Overtaken();
  }
  return null;
}

async function knownOf(tx: Tx, subjects: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await sql<{ subject: string; text: string; registered_at: readonly string[] }>`
    select subject, registered_at::text as text, registered_at
    from registration_paces where subject = any(${subjects})`.execute(tx);
  return new Map(
    rows.map(({ subject, text, registered_at }) => [
      subject,
      { text, registeredAt: registered_at.map((one) => Temporal.Instant.from(one)) },
    ]),
  );
}
