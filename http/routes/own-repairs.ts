import type { FastifyReply, FastifyRequest } from 'fastify';
import type { handle } from '../../commands/handle.js';
import { commandRepair, loadRepair, type RepairWish } from '../../commands/repair/repair-orders.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import type { AccountId, RepairOrderId } from '../../domain/kernel/ids.js';
import type { RepairEvent } from '../../domain/repair/events.js';
import type {
  RepairCommand,
  RepairOrder as Repair,
  RepairRejection,
  RepairState,
} from '../../domain/repair/repair-order.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { tag } from './plants.js';
import { repairAnswer } from './repair-answers.js';

type OwnRepairsDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

/** What became of a wish, or why it was refused before anybody tried. */
type Wished =
  | Awaited<ReturnType<typeof handle<RepairCommand, RepairState, RepairEvent, RepairRejection>>>
  | { readonly ok: false; readonly rejection: { readonly code: string } };

/** What all doors to a customer's own repairs do alike. */
export function ownRepairs(deps: OwnRepairsDeps) {
  const now = () => deps.clock.now().toString();

  async function ownRepair(id: RepairOrderId, accountId: AccountId): Promise<Repair> {
    const repair = await loadRepair(deps.log, id);
    if (!isOf(repair, accountId)) throw new ProblemError('repair.not-found');
    return repair;
  }

  /** The answer to a wish of the customer: the repair order as it is now. */
  async function answered(handled: Wished, reply: FastifyReply) {
    if (!handled.ok) throw repairProblem(handled.rejection);
    if (handled.position !== null) await deps.waitFor(handled.position);
    if (handled.state.status === 'none') throw new ProblemError('repair.not-found');
    tag(reply, handled.revision.toString());
    return repairAnswer(handled.state, now());
  }

  function wished(request: FastifyRequest, id: RepairOrderId, wish: RepairWish) {
    const by = { kind: 'customer', accountId: requireCaller(request).accountId } as const;
    return commandRepair(deps, id, by, wish, commandContext(request));
  }

  return { now, ownRepair, answered, wished };
}

/** Whether it is there for this customer. */
export function isOf(repair: RepairState, accountId: AccountId): repair is Repair {
  return repair.status !== 'none' && repair.status !== 'discarded' && repair.accountId === accountId;
}

/** The problem of a rejection, with the fields of the form that are still open, or the line of the offer that is wrong. */
export function repairProblem(rejection: { readonly code: string }): ProblemError {
  if ('pointers' in rejection) {
    const pointers = rejection.pointers as readonly string[];
    return new ProblemError(rejection.code, {
      errors: pointers.map((pointer) => ({ pointer, code: 'repair.field-missing' })),
    });
  }
  if ('index' in rejection) {
    const pointer = `/positions/${String(rejection.index)}`;
    return new ProblemError(rejection.code, { errors: [{ pointer, code: rejection.code }] });
  }
  return rejectionProblem(rejection);
}
