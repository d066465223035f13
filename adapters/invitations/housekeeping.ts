import { v7 as uuidV7 } from 'uuid';
import type { Db } from '../database/port.js';
import { handle } from '../../commands/handle.js';
import { forgetAddress } from '../../commands/plant/forget-third-party.js';
import type { Clock, EventLog, InvitationAddresses } from '../../commands/ports.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { overdueInvitations } from '../../projections/grants.js';
import type { NightlyJob } from '../jobs/nightly.js';

/** So long the owner sees in the history where an invitation went that led nowhere, or no longer does. */
const addressKept = Temporal.Duration.from({ hours: 90 * 24 });
const perRound = 500;

type HousekeepingDeps = {
  readonly db: Db;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly invitationAddresses: InvitationAddresses;
  readonly personKeys: { destroyKey(subjectId: string): Promise<void> };
};

/** Notes which invitations have expired, and forgets the addresses of those that are long over. */
export function invitationHousekeepingJob(
  deps: HousekeepingDeps & { readonly onError: (error: unknown) => void },
): NightlyJob {
  const { onError } = deps;
  return { name: 'invitation-housekeeping', notBefore: '03:57', onError, run: () => keepInvitations(deps) };
}

/** One round; may be repeated. */
export async function keepInvitations(deps: HousekeepingDeps): Promise<void> {
  const { db, log, clock } = deps;
  const now = clock.now();
  const actor = { kind: 'policy', id: 'invitation-housekeeping' } as const;
  for (const { plantId, invitationId } of await overdueInvitations(db, now, perRound)) {
    const command = { type: 'ExpireInvitation', at: now.toString(), actor, invitationId } as const;
    await handle(log, plantDecider, streamOf.plant(plantId), command, { actor, correlationId: uuidV7() });
  }
  const over = await deps.invitationAddresses.listOver(now.subtract(addressKept));
  for (const { invitationId } of over) await forgetAddress(deps, invitationId);
}
