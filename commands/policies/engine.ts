import { v5 as uuidV5 } from 'uuid';
import type { LoggedEvent } from '../../domain/kernel/event.js';
import type { CommandContext } from '../handle.js';

/**
 * What the system does by itself when something happened: an event comes in, commands go out, and messages to the
 * outside are left in the outbox.
 */
export type Policy = {
  /** Lower-case kebab-case and never changed: it seeds the ids of everything that the policy does. */
  readonly name: string;
  /** Only events of streams whose name starts with one of these. */
  readonly prefixes: readonly string[];
  /**
   * Answers to an event. May be called again for the same event: commands must go out with `context`, which makes them
   * idempotent, and everything else must be among the returned messages. Throwing stops the policy at this event; it
   * is tried again later.
   */
  readonly react: (event: LoggedEvent, context: CommandContext) => Promise<readonly OutboxMessage[]>;
};

/** Something to be delivered to the outside, at least once. */
export type OutboxMessage = {
  readonly kind:
    | 'mail'
    | 'plant-mail'
    | 'alert-mail'
    | 'report-mail'
    | 'shop-mail'
    | 'repair-mail'
    | 'repair-news'
    | 'webhook'
    | 'push';
  /** Plain JSON; erased once delivered. */
  readonly payload: Readonly<Record<string, unknown>>;
};

const messageNamespace = '3c0f6d0e-5b8e-4f0c-8f4e-5f1d3b6a7c21';

/** The context of commands that answer to an event: the same commands for the same event, however often it comes. */
export function policyContext(policy: Policy, event: LoggedEvent): CommandContext {
  return {
    actor: { kind: 'policy', id: policy.name },
    correlationId: event.metadata.correlationId,
    causationId: event.id,
    idempotencyKey: `${event.id}/${policy.name}`,
  };
}

/** Id of the n-th message that a policy leaves for an event. */
export function messageId(policy: Policy, event: Pick<LoggedEvent, 'id'>, ordinal: number): string {
  return uuidV5(`${event.id}/${policy.name}/${ordinal}`, messageNamespace);
}
