import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long a copy may be shown without asking whether it still is right. */
export const caching = {
  /** For nobody else, and asked for each time. */
  asking: 'private, no-cache',
  /** What nobody changes any more; for a day, because a day of the plant may be counted anew. */
  closed: 'private, max-age=86400, immutable',
  /** In caches that many share, and asked for each time. */
  shared: 'public, no-cache',
} as const;

/**
 * Sends a body with a tag of its content, or 304 to whom it is known. `tagged` is what the tag speaks of, where that is
 * not the whole body.
 */
export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  body: object | string,
  { cache, tagged = body }: { readonly cache: keyof typeof caching; readonly tagged?: object | string },
): FastifyReply {
  const etag = `"${createHash('sha1').update(JSON.stringify(tagged)).digest('base64url')}"`;
  reply.header('etag', etag).header('cache-control', caching[cache]);
  return isKnown(request, etag) ? reply.code(304).send() : reply.send(body);
}

/** Whether the caller has what the tag names (RFC 9110, 13.1.2: a list, compared weakly). */
export function isKnown(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match'];
  if (known === undefined) return false;
  const opaque = etag.replace(/^W\//, '');
  return known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === opaque);
}
