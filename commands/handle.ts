import { setTimeout as pause } from 'node:timers/promises';
import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { fold, type Decider, type Rejection } from '../domain/kernel/decider.js';
import type { Actor, DomainEvent } from '../domain/kernel/event.js';
import type { EventLog, History } from './ports.js';

/** Namespace of event ids that are derived from an idempotency key. */
const idempotencyNamespace = '6f1d7a52-7c0e-4f0b-9c52-0b6f3c1f8a11';
const attempts = 3;

export type CommandContext = {
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId?: string;
  /** Seeds the event ids: the same key on the same stream means the same facts, however often it is sent. */
  readonly idempotencyKey?: string;
  /** Revision that the caller saw (If-Match); a newer one is a `RevisionConflict`, without another try. */
  readonly expectedRevision?: bigint;
};

export type Handled<S, E, R> =
  | {
      readonly ok: true;
      readonly state: S;
      readonly events: readonly E[];
      /** Revision of the stream now; `no_stream` when there is none and nothing happened. */
      readonly revision: bigint | 'no_stream';
      /** Position to wait for before reading; null when nothing happened. */
      readonly position: bigint | null;
    }
  | { readonly ok: false; readonly rejection: R };

/** Somebody else wrote first: 412 when the caller sent If-Match, 409 after all tries otherwise. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(readonly callerSentRevision: boolean) {
    super('the stream was changed by somebody else');
  }
}

/** The one way in which a command becomes events: load, fold, decide, append at the revision that was read. */
export async function handle<C, S, E extends DomainEvent, R extends Rejection>(
  log: EventLog,
  decider: Decider<C, S, E, R>,
  streamId: string,
  command: C | ((state: S) => C),
  context: CommandContext,
): Promise<Handled<S, E, R>> {
  for (let attempt = 1; ; attempt++) {
    const history = await log.load(streamId);
    if (context.idempotencyKey !== undefined && history.ids.includes(eventId(context, streamId, 0))) {
      return answeredBefore(decider, history);
    }
    if (context.expectedRevision !== undefined && history.revision !== context.expectedRevision) {
      throw new RevisionConflict(true);
    }
    // The log decodes only events of its catalogue; a stream holds only events of its aggregate.
    const state = fold(decider, history.events as readonly E[]);
    const decision = decider.decide(isBuilder(command) ? command(state) : command, state);
    if (!decision.ok) return decision;
    if (decision.events.length === 0) {
      return { ok: true, state, events: [], revision: history.revision, position: null };
    }
    const result = await log.append(
      streamId,
      decision.events.map((event, ordinal) => ({ id: eventId(context, streamId, ordinal), event })),
      history.revision,
      {
        actor: context.actor,
        correlationId: context.correlationId,
        ...(context.causationId === undefined ? {} : { causationId: context.causationId }),
      },
    );
    if (result.ok) {
      return {
        ok: true,
        state: fold({ ...decider, initialState: state }, decision.events),
        events: decision.events,
        revision: result.revision,
        position: result.position,
      };
    }
    if (result.reason !== 'wrong-revision') throw new Error(`append to ${streamId} refused: ${result.reason}`);
    if (context.expectedRevision !== undefined || attempt === attempts) {
      throw new RevisionConflict(context.expectedRevision !== undefined);
    }
    await pause(Math.random() * 20 * attempt);
  }
}

/** The same command came before and did its work: nothing happens twice, the answer is the present state. */
function answeredBefore<C, S, E extends DomainEvent, R>(
  decider: Decider<C, S, E, R>,
  history: History,
): Handled<S, E, R> {
  return {
    ok: true,
    state: fold(decider, history.events as readonly E[]),
    events: [],
    revision: history.revision,
    position: history.position,
  };
}

function isBuilder<C, S>(command: C | ((state: S) => C)): command is (state: S) => C {
  return typeof command === 'function';
}

function eventId(context: CommandContext, streamId: string, ordinal: number): string {
  if (context.idempotencyKey === undefined) return uuidV7();
  return uuidV5(`${streamId}/${context.idempotencyKey}/${ordinal}`, idempotencyNamespace);
}
