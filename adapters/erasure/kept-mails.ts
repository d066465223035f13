import type pg from 'pg';
import { accountDecider } from '../../domain/account/account.js';
import { displayName } from '../../domain/account/display-name.js';
import type { AccountEvent } from '../../domain/account/events.js';
import { isErased } from '../../domain/kernel/event.js';
import { streamOf, type AccountId, type PlantId } from '../../domain/kernel/ids.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import type { EventLog } from '../../commands/ports.js';

type KeptMailsDeps = {
  readonly pool: pg.Pool;
  readonly log: Pick<EventLog, 'load'>;
  readonly plantsEverOf: (accountId: AccountId) => Promise<readonly PlantId[]>;
};

/**
 * Forgets mails that stayed here because there is no SMTP server: those to an address that the account ever had or wished
 * for, and those to others that name the person, an address or a plant of theirs. Before the keys go.
 */
export async function forgetKeptMails(deps: KeptMailsDeps, accountId: AccountId): Promise<void> {
  const { events } = await deps.log.load(streamOf.account(accountId));
  const ofAccount = events as readonly AccountEvent[];
  const addresses = addressesIn(ofAccount);
  const plants = await Promise.all((await deps.plantsEverOf(accountId)).map((plantId) => plantNames(deps, plantId)));
  // As letters name a plant: its bare name may be a word that other mails have, too.
  const facts = [...new Set(plants.flat())].flatMap((name) => [`Anlage: ${name}`, `Plant: ${name}`]);
  await deps.pool.query(
    `delete from dev_mails where lower(recipient) = any($1::text[]) or exists (
       select from unnest($2::text[]) as said where position(lower(said) in lower(subject || E'\\n' || text_body)) > 0)`,
    [addresses, [...namesIn(ofAccount), ...addresses, ...facts]],
  );
}

/** In lower case. */
function addressesIn(events: readonly AccountEvent[]): readonly string[] {
  return events.flatMap(({ data }) =>
    'email' in data && typeof data.email === 'string' ? [data.email.toLowerCase()] : [],
  );
}

/** What others called the account at any time. */
function namesIn(events: readonly AccountEvent[]): readonly string[] {
  const names = new Set<string>();
  let account = accountDecider.initialState;
  for (const event of events) {
    account = accountDecider.evolve(account, event);
    if (account.status === 'unregistered') continue;
    const { userName, person, identity } = account;
    const company = identity?.company ?? null;
    for (const known of [
      { userName, person, company },
      { userName, person, company: null },
    ])
      names.add(displayName(known));
  }
  return [...names].filter((name) => name !== '');
}

async function plantNames({ log }: KeptMailsDeps, plantId: PlantId): Promise<readonly string[]> {
  const { events } = await log.load(streamOf.plant(plantId));
  return (events as readonly PlantEvent[]).flatMap((event) =>
    (event.type === 'PlantAdded' || event.type === 'PlantChanged') &&
    event.data.name !== undefined &&
    !isErased(event.data.name)
      ? [event.data.name]
      : [],
  );
}
