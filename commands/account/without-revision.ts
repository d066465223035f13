import type { CommandContext } from '../handle.js';

/** The context without If-Match: otherwise strangers could learn by guessing revisions which addresses have accounts. */
export function withoutRevision({ actor, correlationId, causationId, idempotencyKey }: CommandContext): CommandContext {
  return {
    actor,
    correlationId,
    ...(causationId === undefined ? {} : { causationId }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  };
}
