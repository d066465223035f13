import type { LookupFunction } from 'node:net';
import { Agent, request } from 'undici';

type Question = {
  readonly method: 'GET' | 'POST';
  /** Below the base address, `/v1/abfrage`; empty for the address itself. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type Reply = { readonly status: number; readonly contentType: string; readonly text: string };

/** Asks a service; throws `NoReply` when nothing came back that could be an answer. */
export type Ask = (question: Question) => Promise<Reply>;

/** Refused, cut off, too slow or too large. The message says which, and holds nothing of the question. */
export class NoReply extends Error {
  override readonly name = 'NoReply';
}

export type Service = {
  readonly ask: Ask;
  /** Name of the host, for the evidence. */
  readonly host: string;
  close(): Promise<void>;
};

type ServiceLimits = {
  /** For the connection, and again for the whole answer. */
  readonly timeoutMs: number;
  readonly maxReplyBytes: number;
  /** Resolves the name of the host, where that is not for the machine to decide. */
  readonly lookup?: LookupFunction;
};

export const defaultLimits: ServiceLimits = { timeoutMs: 30_000, maxReplyBytes: 64 * 1024 };

/** An outside service over HTTP: no redirects, no cookies (the tax office counts requests by them), bounded time and size. */
export function openService(
  baseUrl: string,
  { timeoutMs, maxReplyBytes, lookup }: ServiceLimits = defaultLimits,
): Service {
  const agent = new Agent({
    connect: { timeout: timeoutMs, ...(lookup === undefined ? {} : { lookup }) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: maxReplyBytes,
    keepAliveTimeout: 4_000,
  });
  return {
    host: new URL(baseUrl).hostname,
    async ask({ method, path, headers, body }) {
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const content = body === undefined ? {} : { body };
        const reply = await request(`${baseUrl}${path}`, { method, headers, ...content, dispatcher: agent, signal });
        const contentType = String(reply.headers['content-type'] ?? '');
        return { status: reply.statusCode, contentType, text: await reply.body.text() };
      } catch (error) {
        throw new NoReply(reasonOf(error), { cause: error });
      }
    },
    close: () => agent.close(),
  };
}

function reasonOf(error: unknown): string {
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  return name === 'TimeoutError' ? 'TIMEOUT' : (code ?? name ?? 'no reason given');
}
