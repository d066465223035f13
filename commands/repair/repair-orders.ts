import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { fold } from '../../domain/kernel/decider.js';
import { RepairOrderId, streamOf, type AccountId, type SerialNumber } from '../../domain/kernel/ids.js';
import { roleIn } from '../../domain/plant/roles.js';
import { repairDecider, type RepairCommand, type RepairState } from '../../domain/repair/repair-order.js';
import type { RepairEvent } from '../../domain/repair/events.js';
import type { DeviceEvidence, RepairRequest } from '../../domain/repair/request.js';
import { handle, type CommandContext } from '../handle.js';
import { loadPlant } from '../plant/manage.js';
import type { Clock, EventLog } from '../ports.js';
import { proposeCategory } from './category.js';
import type { RepairDeps } from './ports.js';

/** Namespace of ids that follow from an idempotency key. */
export const repairNamespace = '9b5d6a0e-3f57-4f0c-9d1c-7c2a5b8e4f13';

/** What a person wishes of a repair order, beyond when and by whom. */
export type RepairWish<T extends RepairCommand['type'] = RepairCommand['type']> = T extends unknown
  ? Omit<Extract<RepairCommand, { readonly type: T }>, 'at' | 'by'>
  : never;

/** Lets somebody, customer or office, do something with a repair order. */
export function commandRepair(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  repairOrderId: RepairOrderId,
  by: { readonly kind: 'customer' | 'office'; readonly accountId: AccountId },
  wish: RepairWish,
  context: CommandContext,
) {
  // The doors know which of the two may wish for what.
  const command = { ...wish, by, at: clock.now().toString() } as RepairCommand;
  return handle(log, repairDecider, streamOf.repairOrder(repairOrderId), command, context);
}

/**
 * Begins a draft, or changes one. A plant that it names must be one that the customer sees, and the inverter one of its places;
 * `plant.not-found` otherwise.
 */
export async function saveRepairDraft(
  deps: Pick<RepairDeps, 'log' | 'clock'>,
  wish: { readonly repairOrderId: RepairOrderId; readonly accountId: AccountId; readonly request: RepairRequest },
  context: CommandContext,
) {
  const { repairOrderId, accountId, request } = wish;
  const isKnown = await isPlaceOf(deps.log, accountId, request.device);
  if (!isKnown) return { ok: false, rejection: { code: 'plant.not-found' } } as const;
  const by = { kind: 'customer', accountId } as const;
  return commandRepair(deps, repairOrderId, by, { type: 'SaveRepairDraft', repairOrderId, request }, context);
}

/** The id of a draft to come: the same wish, sent again, begins the same draft. */
export function newRepairOrderId(accountId: AccountId, { idempotencyKey }: CommandContext): RepairOrderId {
  const id = idempotencyKey === undefined ? uuidV7() : uuidV5(`${accountId}/${idempotencyKey}`, repairNamespace);
  return RepairOrderId.parse(id);
}

/** The id of a message to come, likewise. */
export function newMessageId(repairOrderId: RepairOrderId, context: CommandContext): string {
  const { actor, idempotencyKey } = context;
  return idempotencyKey === undefined
    ? uuidV7()
    : uuidV5(`${repairOrderId}/${actor.id}/${idempotencyKey}`, repairNamespace);
}

/** "Anfrage senden": what the portal knows of the device goes along by itself. */
export async function sendRepairRequest(
  deps: RepairDeps,
  repairOrderId: RepairOrderId,
  accountId: AccountId,
  context: CommandContext,
) {
  const repair = await loadRepair(deps.log, repairOrderId);
  const known = await knownOf(deps, repair, accountId);
  const by = { kind: 'customer', accountId } as const;
  return commandRepair(deps, repairOrderId, by, { type: 'SendRepairRequest', ...known }, context);
}

async function knownOf(deps: RepairDeps, repair: RepairState, accountId: AccountId) {
  const nothing = { proposedCategory: null, evidence: null };
  if (repair.status !== 'draft' || repair.accountId !== accountId) return nothing;
  const { serialNumber, type, deliveredOn } = repair.device;
  if (serialNumber === null) return nothing;
  return {
    proposedCategory: (await proposeCategory(deps, { serialNumber, type, deliveredOn })).category,
    evidence: await deviceEvidenceFor(deps, serialNumber, accountId),
  };
}

/**
 * What goes along with a request: of the time in which the device stood in a plant that the customer sees, lately; null otherwise, so that nobody learns of
 * devices of others. What came from the same place before or after an exchange is of another device.
 */
export async function deviceEvidenceFor(
  { log, deviceEvidences }: RepairDeps,
  serialNumber: SerialNumber,
  accountId: AccountId,
): Promise<DeviceEvidence | null> {
  for (const stay of await deviceEvidences.staysOf(serialNumber)) {
    const isSeen = await isPlaceOf(log, accountId, { plantId: stay.plantId, inverterId: null });
    if (isSeen) return deviceEvidences.of(stay);
  }
  return null;
}

async function isPlaceOf(
  log: Pick<EventLog, 'load'>,
  accountId: AccountId,
  { plantId, inverterId }: { readonly plantId: string | null; readonly inverterId: string | null },
): Promise<boolean> {
  if (plantId === null) return inverterId === null;
  const plant = await loadPlant(log, plantId as Parameters<typeof loadPlant>[1]);
  if (plant.status !== 'active' || roleIn(plant, accountId) === null) return false;
  return inverterId === null || [...plant.inverters.keys()].some((id) => id === inverterId);
}

/** A repair order by its own history. */
export async function loadRepair(log: Pick<EventLog, 'load'>, repairOrderId: RepairOrderId): Promise<RepairState> {
  const history = await log.load(streamOf.repairOrder(repairOrderId));
  return fold(repairDecider, history.events as readonly RepairEvent[]);
}
