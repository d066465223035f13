import { accountDecider, validationPeriod } from '../../domain/account/account.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { handle, type CommandContext } from '../handle.js';
import type { Credentials, CredentialsReservation, EventLog } from '../ports.js';
import { loadAccount } from './load-account.js';

type ReserveDeps = { readonly log: EventLog; readonly credentials: Credentials };

/** A reservation that did not become an account within this time was left behind by a crash. */
const abandonedAfter = Temporal.Duration.from({ minutes: 2 });

/**
 * Takes the place of a reservation that a crash left behind, the log says whether its account came to be; of an account
 * that was never validated in time; and of a decoy, which ends when such an account would.
 */
export async function reserve(
  deps: ReserveDeps,
  reservation: CredentialsReservation,
  context: CommandContext,
): ReturnType<Credentials['reserve']> {
  const result = await deps.credentials.reserve(reservation);
  if (result.ok) return result;
  if (await hasExpired(deps, result.by, reservation.at, context)) {
    await deps.credentials.forget(result.by);
    return reserve(deps, reservation, context);
  }
  if (result.unconfirmedSince === null) return result;
  const endsAt = result.unconfirmedSince.add(result.isDecoy ? validationPeriod : abandonedAfter);
  if (Temporal.Instant.compare(reservation.at, endsAt) < 0) return result;
  const holder = await deps.log.load(streamOf.account(result.by));
  if (holder.revision !== 'no_stream') {
    await deps.credentials.confirm(result.by, reservation.at);
    return result;
  }
  await deps.credentials.release(result.by);
  return reserve(deps, reservation, context);
}

/** The account says so itself first: from then on its link is worthless, whatever happens to this process. */
async function hasExpired(
  deps: ReserveDeps,
  accountId: AccountId,
  at: Temporal.Instant,
  { correlationId }: CommandContext,
): Promise<boolean> {
  const command = { type: 'ExpireRegistration', at } as const;
  const context = { actor: { kind: 'system', id: 'registration' }, correlationId } as const;
  await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
  return (await loadAccount(deps.log, accountId)).status === 'expired';
}
