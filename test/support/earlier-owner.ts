import { randomUUID } from 'node:crypto';
import { registerAccount } from '../../commands/account/register-account.js';
import { handle } from '../../commands/handle.js';
import { accountDecider } from '../../domain/account/account.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';
import { password } from './owner.js';
import type { Portal } from './portal.js';

/** Somebody who registered at that time, with the documents that were in force then. */
export async function earlierOwner(
  { system }: Portal,
  at: Temporal.Instant,
  language: 'de' | 'en' = 'de',
): Promise<{ readonly accountId: AccountId; readonly userName: string }> {
  const userName = `earlier-${randomUUID().slice(0, 8)}`;
  const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
  const form = {
    ...{ userName, email: `${userName}@example.org`, password, company: null, language },
    kind: 'consumer',
    person: { firstName: 'Anna', lastName: 'Wirt' },
    address: { street: 'Hauptstr. 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
    accepted: system.documents.versionsInForce(at),
  } as const;
  const registered = await registerAccount({ ...system, clock: { now: () => at } }, { ...form, origin: null }, context);
  if (!registered.ok) throw new Error(JSON.stringify(registered.rejection));
  const known = await system.credentials.findByUserName(userName);
  if (known === null) throw new Error('nobody was registered');
  const { accountId } = known;
  const validate = { type: 'ValidateEmail', proof: 'password', at } as const;
  const handled = await handle(system.log, accountDecider, streamOf.account(accountId), validate, context);
  if (!handled.ok || handled.position === null) throw new Error('the address was not validated');
  await system.readModels.waitFor(handled.position);
  return { accountId, userName };
}
