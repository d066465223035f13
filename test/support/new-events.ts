import { randomUUID } from 'node:crypto';
import type { AppendResult, JsonObject, NewEvent } from '../../adapters/event-store/port.js';

export function newEvent(data: JsonObject = {}, type = 'SomethingHappened'): NewEvent {
  return {
    id: randomUUID(),
    type,
    schemaVersion: 1,
    data,
    metadata: { actor: { kind: 'system', id: 'contract' }, correlationId: randomUUID() },
  };
}

export function newEvents(count: number): readonly NewEvent[] {
  return Array.from({ length: count }, (_, n) => newEvent({ n }));
}

export function newStream(category = 'contract'): string {
  return `${category}-${randomUUID()}`;
}

/** A category that nobody else writes to. */
export function newCategory(): string {
  return `contract${randomUUID().replaceAll('-', '')}`;
}

export function appended(result: AppendResult): Extract<AppendResult, { ok: true }> {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result;
}

export const ids = (events: readonly { readonly id: string }[] | null) => events?.map(({ id }) => id) ?? null;
