import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Media types of files that pages offer. */
export const fileTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

type SentFile = {
  /** UTF-8 for text that says nothing else. */
  readonly type: string;
  /** Of letters, digits, `.`, `-` and `_`. */
  readonly name: string;
  /** Whole, or made while it is sent. */
  readonly content: Buffer | AsyncIterable<string | Buffer> | Iterable<string>;
  /** Left out: it is kept nowhere on the way. */
  readonly cacheControl?: string;
};

/** A file to be kept. What breaks off under way is logged: the receiver sees that it is not whole. */
export function sendFile(
  reply: FastifyReply,
  { type, name, content, cacheControl = 'private, no-store' }: SentFile,
): FastifyReply {
  const isPlainText = type.startsWith('text/') && !type.includes(';');
  reply
    .type(isPlainText ? `${type}; charset=utf-8` : type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', cacheControl);
  if (Buffer.isBuffer(content)) return reply.send(content);
  const stream = Readable.from(content, { objectMode: false });
  stream.on('error', (error) => reply.log.error(error, 'A file broke off'));
  return reply.send(stream);
}
