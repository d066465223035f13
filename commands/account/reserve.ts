import type { CommandContext } from '../handle.js';
import type { Credentials, CredentialsReservation } from '../ports.js';
import { givesWay, type GiveWayDeps } from './give-way.js';

type ReserveDeps = GiveWayDeps & { readonly credentials: Pick<Credentials, 'reserve'> };

/**
 * Reserves user name and address, from whoever gives way. A taken name is found first: then nothing happens to whoever has
 * the address. Otherwise the account of the address hears of it: it is replaced, or its owner is told.
 */
export async function reserve(
  deps: ReserveDeps,
  reservation: CredentialsReservation,
  context: CommandContext,
): ReturnType<Credentials['reserve']> {
  const result = await deps.credentials.reserve(reservation);
  if (result.ok) return result;
  const { at } = reservation;
  const question =
    result.taken === 'email'
      ? { command: { type: 'NoteRepeatedRegistration', at } as const, context }
      : {
          command: { type: 'ExpireRegistration', at } as const,
          context: { actor: { kind: 'system', id: 'registration' }, correlationId: context.correlationId } as const,
        };
  return (await givesWay(deps, result, question)) ? reserve(deps, reservation, context) : result;
}
