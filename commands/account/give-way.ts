import { accountDecider, validationPeriod } from '../../domain/account/account.js';
import type { AccountCommand } from '../../domain/account/commands.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { handle, type CommandContext } from '../handle.js';
import type { Credentials, EventLog, ReservationHolder } from '../ports.js';

export type GiveWayDeps = {
  readonly log: EventLog;
  readonly credentials: Pick<Credentials, 'release' | 'confirm' | 'forget' | 'giveUpEmail'>;
};

/** What the account of the holder is asked, and who asks. */
type Question = {
  readonly command: Extract<
    AccountCommand,
    { readonly type: 'NoteRepeatedRegistration' | 'ReplaceRegistration' | 'ExpireRegistration' }
  >;
  readonly context: CommandContext;
};

/** A reservation that did not become an account within this time was left behind by a crash. */
const abandonedAfter = Temporal.Duration.from({ minutes: 2 });

/**
 * Whether the holder of a user name or an address has given it up, so that it can be tried again: an account that was never
 * validated, as the answer to the question; a reservation that a crash left behind, the log says whether its account came
 * to be; and a decoy, which ends when such an account would.
 */
export async function givesWay(
  { log, credentials }: GiveWayDeps,
  { by, taken, unconfirmedSince, isDecoy }: ReservationHolder,
  { command, context }: Question,
): Promise<boolean> {
  const isLeft = (after: Temporal.Duration) =>
    unconfirmedSince !== null && Temporal.Instant.compare(command.at, unconfirmedSince.add(after)) >= 0;
  if (isDecoy) {
    if (isLeft(validationPeriod)) await credentials.release(by);
    return isLeft(validationPeriod);
  }
  // The account says so itself first: from then on its link is worthless, whatever happens to this process.
  const handled = await handle(log, accountDecider, streamOf.account(by), command, context);
  const status = handled.ok ? handled.state.status : null;
  if (status === 'expired') {
    // Who registered it sees no difference to a registration whose address is known: neither tells who has an account.
    await (taken === 'email' ? credentials.giveUpEmail(by) : credentials.forget(by));
    return true;
  }
  if (!isLeft(abandonedAfter)) return false;
  if (status !== 'unregistered') {
    await credentials.confirm(by, command.at);
    return false;
  }
  await credentials.release(by);
  return true;
}
