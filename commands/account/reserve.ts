import type { CommandContext } from '../handle.js';
import type { Credentials, CredentialsReservation, ReservationHolder } from '../ports.js';
import { givesWay, type GiveWayDeps } from './give-way.js';

type ReserveDeps = GiveWayDeps & { readonly credentials: Pick<Credentials, 'reserve'> };

type Reserved = { readonly ok: true; readonly isReplacing: boolean } | ReservationHolder;

/**
 * Reserves user name and address, from whoever gives way. A taken name is found first: then nothing happens to whoever has
 * the address. Otherwise the account of the address hears of it: it is replaced, or its owner is told. `isReplacing`: whether it was.
 */
export async function reserve(
  deps: ReserveDeps,
  reservation: CredentialsReservation,
  context: CommandContext,
): Promise<Reserved> {
  const result = await deps.credentials.reserve(reservation);
  if (result.ok) return { ok: true, isReplacing: false };
  const { at } = reservation;
  const question =
    result.taken === 'email'
      ? { command: { type: 'NoteRepeatedRegistration', at } as const, context }
      : {
          command: { type: 'ExpireRegistration', at } as const,
          context: { actor: { kind: 'system', id: 'registration' }, correlationId: context.correlationId } as const,
        };
  if (!(await givesWay(deps, result, question))) return result;
  const reserved = await reserve(deps, reservation, context);
  return reserved.ok ? { ok: true, isReplacing: reserved.isReplacing || result.taken === 'email' } : reserved;
}
