import type { IncomingMessage } from 'node:http';

export type BodyLimits = {
  readonly maxBytes: number;
  /** Time from the head of the request to the last byte of its body. */
  readonly timeoutMs: number;
};

export type BodyOutcome =
  | { readonly kind: 'body'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'aborted' };

/** What is read and thrown away of a body that is too large, so that its sender gets to read the refusal. */
const drainFactor = 64;

/** Reads a body as it comes, whatever its content type. Calls `done` exactly once; keeps at most `maxBytes`. */
export function readBody(request: IncomingMessage, limits: BodyLimits, done: (outcome: BodyOutcome) => void): void {
  let first: Buffer | null = null;
  let more: Buffer[] | null = null;
  let size = 0;
  let finished = false;
  const finish = (outcome: BodyOutcome) => {
    if (finished) return;
    finished = true;
    clearTimeout(deadline);
    done(outcome);
  };
  const tooLarge = () => size > limits.maxBytes;
  const deadline = setTimeout(() => finish({ kind: tooLarge() ? 'too-large' : 'too-slow' }), limits.timeoutMs);
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (tooLarge()) {
      first = null;
      more = null;
      if (size > limits.maxBytes * drainFactor) finish({ kind: 'too-large' });
    } else if (first === null) first = chunk;
    else (more ??= [first]).push(chunk);
  });
  request.on('end', () => {
    if (tooLarge()) finish({ kind: 'too-large' });
    else finish({ kind: 'body', bytes: more === null ? (first ?? Buffer.alloc(0)) : Buffer.concat(more) });
  });
  request.on('close', () => finish({ kind: 'aborted' }));
}
