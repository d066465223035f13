import { z } from 'zod';
import { PaymentUnavailable } from '../../../commands/order/payment-gateway.js';
import type { Clock } from '../../../commands/ports.js';
import { NoReply, openService, type Ask, type Reply } from '../../ask.js';
import { withCircuitBreaker } from '../../circuit-breaker.js';
import { jsonOf } from '../../json.js';
import { undoAll, type Undo } from '../../undo.js';
import type { UnzerConfig } from '../config.js';

/** What is asked, of either interface; paths are below its base address. */
type Call<T> = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly answer: z.ZodType<T>;
  readonly body?: object;
  readonly language?: string;
};

export type UnzerApi = {
  /** Payment API v1. */
  ask<T>(call: Call<T>): Promise<T>;
  /** Payment page v2. */
  askPage<T>(call: Call<T>): Promise<T>;
  close(): Promise<void>;
};

/** Unzer answered, and its answer is no. */
export class UnzerRefusal extends Error {
  override readonly name = 'UnzerRefusal';
  constructor(
    /** `API.310.100.003` */
    readonly code: string,
    readonly status: number,
    /** Meant for the merchant; null when there is none. */
    readonly said: string | null,
  ) {
    super(`Unzer refuses with ${code}${said === null ? '' : `: ${said}`}`);
  }
}

const Token = z.object({ accessToken: z.string().min(1) });
const Expiry = z.object({ exp: z.number() });
const Errors = z.object({
  errors: z.array(z.object({ code: z.string(), merchantMessage: z.string().nullish() })).min(1),
});

const limits = { timeoutMs: 10_000, maxReplyBytes: 256 * 1024 };
/** A token is renewed so long before its end. */
const earlyMs = 60_000;

/**
 * The three interfaces of Unzer at the configured addresses, and never at an address that an answer or a notification
 * names. Throws `PaymentUnavailable` for everything that is no answer, and `UnzerRefusal` for a no.
 */
export function openUnzerApi(config: UnzerConfig, clock: Clock, timeoutMs = limits.timeoutMs): UnzerApi {
  const basic = `Basic ${Buffer.from(`${config.privateKey}:`).toString('base64')}`;
  const opened: Undo = [];
  const askAt = (url: string) => {
    const service = openService(url, { ...limits, timeoutMs });
    opened.push(() => service.close());
    return withCircuitBreaker(service.ask);
  };
  const payments = askAt(config.apiUrl);
  const tokens = askAt(config.tokenUrl);
  const pages = askAt(config.pageUrl);
  let token: { readonly text: string; readonly untilMs: number } | null = null;

  async function bearer(): Promise<string> {
    if (token === null || clock.now().epochMilliseconds >= token.untilMs) {
      const call = { method: 'POST', path: '', answer: Token, body: {} } as const;
      const { accessToken } = await asked(tokens, call, basic);
      token = { text: accessToken, untilMs: endOf(accessToken) - earlyMs };
    }
    return `Bearer ${token.text}`;
  }

  return {
    ask: (call) => asked(payments, call, basic),
    async askPage(call) {
      try {
        return await asked(pages, call, await bearer());
      } catch (error) {
        if (!(error instanceof UnzerRefusal) || error.status !== 401) throw error;
        // Taken back before its time.
        token = null;
        return asked(pages, call, await bearer());
      }
    },
    close: () => undoAll(opened),
  };
}

async function asked<T>(
  ask: Ask,
  { method, path, answer, body, language }: Call<T>,
  authorization: string,
): Promise<T> {
  const headers = {
    authorization,
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(language === undefined ? {} : { 'accept-language': language }),
  };
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const reply = await ask({ method, path, headers, ...content }).catch((error: unknown) => {
    if (error instanceof NoReply) throw new PaymentUnavailable(`Unzer: ${error.message}`, { cause: error });
    throw error;
  });
  return read(reply, answer);
}

function read<T>(reply: Reply, answer: z.ZodType<T>): T {
  const said = jsonOf(reply.text);
  if (reply.status >= 400) {
    const [first] = Errors.safeParse(said).data?.errors ?? [];
    const isPassing = reply.status >= 500 || reply.status === 408 || reply.status === 429;
    if (!isPassing && (first !== undefined || reply.status === 401)) {
      throw new UnzerRefusal(first?.code ?? `HTTP ${reply.status}`, reply.status, first?.merchantMessage ?? null);
    }
    throw new PaymentUnavailable(`Unzer: HTTP ${reply.status} ${first?.code ?? ''}`.trim());
  }
  const parsed = answer.safeParse(said);
  if (!parsed.success) throw new PaymentUnavailable(`Unzer: HTTP ${reply.status} with an answer that cannot be read`);
  return parsed.data;
}

/** When a JSON web token ends; at once when it does not say. */
function endOf(accessToken: string): number {
  const claims = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8');
  return (Expiry.safeParse(jsonOf(claims)).data?.exp ?? 0) * 1_000;
}
