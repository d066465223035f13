import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
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
  /**
   * Seeds the event ids, together with actor, type of the command and stream: who sends the same command again with the
   * same key repeats it, and nothing happens twice. Another wish with a used key is an `IdempotencyKeyReused`.
   */
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

/** The key came before, with a command of the same type that wished for something else. */
export class IdempotencyKeyReused extends Error {
  override readonly name = 'IdempotencyKeyReused';
  constructor() {
    super('the idempotency key was used for another command');
  }
}

/**
 * The one way in which a command becomes events: load, fold, decide, append at the revision that was read. Whether the
 * caller may do it at all is decided before the revision that the caller saw is compared (RFC 9110, 13.2.1).
 */
export async function handle<C extends { readonly type: string }, S, E extends DomainEvent, R extends Rejection>(
  log: EventLog,
  decider: Decider<C, S, E, R>,
  streamId: string,
  command: C | ((state: S) => C),
  context: CommandContext,
): Promise<Handled<S, E, R>> {
  for (let attempt = 1; ; attempt++) {
    const history = await log.load(streamId);
    // The log decodes only events of its catalogue; a stream holds only events of its aggregate.
    const state = fold(decider, history.events as readonly E[]);
    const wish = isBuilder(command) ? command(state) : command;
    const idOf = eventIds(context, wish.type, streamId);
    const doneAt = context.idempotencyKey === undefined ? -1 : history.ids.indexOf(idOf(0));
    if (doneAt >= 0) return answeredBefore(decider, wish, history, doneAt);
    const decision = decider.decide(wish, state);
    if (!decision.ok) return decision;
    if (context.expectedRevision !== undefined && history.revision !== context.expectedRevision) {
      throw new RevisionConflict(true);
    }
    if (decision.events.length === 0) {
      return { ok: true, state, events: [], revision: history.revision, position: null };
    }
    const result = await log.append(
      streamId,
      decision.events.map((event, ordinal) => ({ id: idOf(ordinal), event })),
      history,
      {
        actor: context.actor,
        correlationId: context.correlationId,
        command: wish.type,
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

/**
 * The same actor sent a command of this type with this key before, and it did its work from event `doneAt` on. When this
 * one would have led to the same facts then, nothing happens twice and the answer is the present state.
 */
function answeredBefore<C, S, E extends DomainEvent, R>(
  decider: Decider<C, S, E, R>,
  wish: C,
  history: History,
  doneAt: number,
): Handled<S, E, R> {
  const events = history.events as readonly E[];
  const decision = decider.decide(wish, fold(decider, events.slice(0, doneAt)));
  const wished = decision.ok ? decision.events : [];
  const done = events.slice(doneAt, doneAt + wished.length);
  if (wished.length === 0 || !isDeepStrictEqual(wished.map(timeless), done.map(timeless))) {
    throw new IdempotencyKeyReused();
  }
  return {
    ok: true,
    state: fold(decider, events),
    events: [],
    revision: history.revision,
    position: history.position,
  };
}

/** Times that somebody tells, which are part of the wish; where nobody told one, it is the event's own. */
const toldTimes: ReadonlySet<string> = new Set(['exchangedAt']);

/** An event as the log keeps it, without the times at which it happened: `at` and `…At`. */
function timeless(event: DomainEvent): unknown {
  return JSON.parse(
    JSON.stringify(event, function (this: { readonly at?: unknown }, name, value: unknown) {
      const isTold = toldTimes.has(name) && value !== this.at;
      return isTold || !/^at$|At$/.test(name) ? value : undefined;
    }),
  );
}

function isBuilder<C, S>(command: C | ((state: S) => C)): command is (state: S) => C {
  return typeof command === 'function';
}

function eventIds({ actor, idempotencyKey }: CommandContext, commandType: string, streamId: string) {
  if (idempotencyKey === undefined) return () => uuidV7();
  const seed = `${actor.kind}:${actor.id}/${commandType}/${streamId}/${idempotencyKey}`;
  return (ordinal: number) => uuidV5(`${seed}/${ordinal}`, idempotencyNamespace);
}
