import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

/** One condition for taking traffic: `check` resolves to a short detail for people, or rejects with the reason. */
export type ReadinessCheck = {
  readonly name: string;
  readonly check: () => Promise<string>;
  /** Reported, but decides nothing: most of the traffic works without it. */
  readonly advisory?: boolean;
};

type ProcessDeps = { readonly readiness: readonly ReadinessCheck[] };

const checkTimeoutMs = 2_000;

const ReadinessAnswer = z.object({
  ready: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string(), durationMs: z.number() })),
});

/** `GET /healthz`: the process is alive. `GET /readyz`: its stores answer, so it may take traffic (200, else 503). */
export function processRoutes(deps: ProcessDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/healthz', { logLevel: 'warn' }, async (_request, reply) => {
      return reply.header('cache-control', 'no-store').send({ status: 'ok' });
    });
    app.get(
      '/readyz',
      { logLevel: 'warn', schema: { response: { 200: ReadinessAnswer, 503: ReadinessAnswer } } },
      async (_request, reply) => {
        const checks = await Promise.all(deps.readiness.map(outcomeOf));
        const ready = deps.readiness.every(({ advisory = false }, index) => advisory || checks[index]?.ok === true);
        return reply
          .code(ready ? 200 : 503)
          .header('cache-control', 'no-store')
          .send({ ready, checks });
      },
    );
  };
}

async function outcomeOf({ name, check }: ReadinessCheck) {
  const startedAt = performance.now();
  const outcome = await Promise.race([check(), timeout()]).then(
    (detail) => ({ ok: true, detail }),
    (error: unknown) => ({ ok: false, detail: error instanceof Error ? error.message : String(error) }),
  );
  return { name, ...outcome, durationMs: Math.round(performance.now() - startedAt) };
}

function timeout(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${checkTimeoutMs} ms`)), checkTimeoutMs).unref();
  });
}
