import type { UnreadableReason } from './port.js';

/** Thrown while a file is read; turned into the reason at the edge of the worker. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(readonly reason: UnreadableReason) {
    super(reason);
  }
}
