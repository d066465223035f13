import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { serializerCompiler, type FastifyPluginAsyncZod, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { answerBrokenRequest } from './plugins/broken-request.js';
import { rememberMethods } from './plugins/allowed-methods.js';
import { registerAccess, type AccessDeps } from './plugins/access.js';
import { registerAuth, type AuthDeps } from './plugins/auth.js';
import { endStreamsOnClose } from './plugins/closing.js';
import { registerJsonBody } from './plugins/json-body.js';
import { registerDeprecation } from './plugins/deprecation.js';
import { createMetrics, registerMetrics, type Metrics } from './plugins/metrics.js';
import { registerOpenApi } from './plugins/openapi.js';
import { registerProblems, sendProblem } from './plugins/problems.js';
import { newRequestId, registerRequestContext } from './plugins/request-context.js';
import { registerRateLimit } from './plugins/rate-limit.js';
import { registerSecurityHeaders, type SecurityOptions } from './plugins/security.js';
import { registerWebApp } from './plugins/web-app.js';
import { childLogger, createLogger, registerRequestLog } from './log.js';
import { ProblemError } from './problem.js';
import { RequestInvalid } from './problems/fields.js';
import { processRoutes, type ReadinessCheck } from './routes/process.js';

/** What every process has, whatever it serves. */
export type ProcessOptions = {
  readonly readiness?: readonly ReadinessCheck[];
  readonly metrics?: Metrics;
  /** Silent when left out. */
  readonly logger?: FastifyBaseLogger;
  /** Addresses and networks of the proxies whose `X-Forwarded-*` is believed; none when left out. */
  readonly trustProxy?: readonly string[];
  /** Maps the address of a request before it is routed, for devices that post to any path. */
  readonly rewriteUrl?: (url: string) => string;
};

export type AppOptions = ProcessOptions & {
  /** Routes for people and programs: with sign-in, access rules, cookies, rate limit, security headers and OpenAPI. */
  readonly routes: readonly FastifyPluginAsyncZod[];
  /** Doors for devices: bare and fast, none of the above; they bring their own body parsers. */
  readonly doors?: readonly FastifyPluginAsync[];
  readonly auth: AuthDeps;
  readonly access: AccessDeps;
  readonly security?: SecurityOptions;
  /** Folder of the built web application, null for none. */
  readonly webRoot?: string | null;
  /** Requests per minute and address on `routes`; 1200 when left out. */
  readonly maxRequestsPerMinute?: number;
  readonly version?: string;
};

const jsonBodyLimitBytes = 256 * 1024;

/** What a process that serves nobody still answers: `/healthz`, `/readyz` and `/metrics`. Listens nowhere. */
export async function buildWorkerApp(options: ProcessOptions): Promise<FastifyInstance> {
  return (await openProcess(options)).app;
}

/** The whole HTTP surface over the given routes; opens nothing and listens nowhere. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { app, allowedMethods } = await openProcess(options);
  for (const door of options.doors ?? []) await app.register(door);
  await app.register(async (site) => {
    await registerSecurityHeaders(site, options.security ?? {});
    await site.register(cookie);
    await registerWebApp(site, { webRoot: options.webRoot ?? null, allowedMethods });
    await site.register(async (api) => {
      registerDeprecation(api);
      await registerRateLimit(api, options.maxRequestsPerMinute ?? 1200);
      await registerAuth(api, options.auth);
      await registerOpenApi(api, options.version ?? '0');
      await api.register(async (guarded) => {
        registerAccess(guarded, options.access);
        for (const routes of options.routes) await guarded.withTypeProvider<ZodTypeProvider>().register(routes);
      });
    });
  });
  return app;
}

async function openProcess(options: ProcessOptions) {
  const app = newFastify(options);
  app.setValidatorCompiler<z.ZodType>(({ schema, httpPart }) => validatorOf(schema, httpPart ?? 'body'));
  app.setSerializerCompiler(serializerCompiler);
  registerRequestContext(app);
  registerProblems(app);
  registerJsonBody(app);
  registerRequestLog(app);
  endStreamsOnClose(app);
  const allowedMethods = rememberMethods(app);
  registerMetrics(app, options.metrics ?? createMetrics());
  await app.register(processRoutes({ readiness: options.readiness ?? [] }));
  return { app, allowedMethods };
}

function newFastify(options: ProcessOptions): FastifyInstance {
  const { rewriteUrl } = options;
  const app = Fastify({
    loggerInstance: options.logger ?? createLogger({ level: 'silent' }),
    childLoggerFactory: childLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: newRequestId,
    trustProxy: options.trustProxy === undefined || options.trustProxy.length === 0 ? false : [...options.trustProxy],
    bodyLimit: jsonBodyLimitBytes,
    // The token of a mail's link stands in a path.
    routerOptions: { maxParamLength: 500 },
    // A sender has a minute for the whole request and 15 s for its head; a peer that neither sends nor takes is dropped.
    requestTimeout: 60_000,
    connectionTimeout: 120_000,
    keepAliveTimeout: 65_000,
    // Old devices and HTTP clients may send no Host; nothing here needs one.
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 2_000, requireHostHeader: false },
    forceCloseConnections: 'idle',
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (_error, request, reply) => {
      sendProblem(request, reply, new ProblemError('request.not-found'));
    },
    ...(rewriteUrl === undefined ? {} : { rewriteUrl: (request: IncomingMessage) => rewriteUrl(request.url ?? '/') }),
  });
  app.addHook('onRequest', async (request) => {
    // No name or text may hold a null character, and PostgreSQL refuses it.
    if (request.url.includes('%00')) throw new ProblemError('request.not-found');
  });
  return app;
}

function validatorOf(schema: z.ZodType, part: string) {
  return (input: unknown) => {
    // Fastify says null where there is no body; zod says undefined.
    const data = part === 'body' && input === null ? undefined : input;
    const result = schema.safeParse(data, { reportInput: true });
    return result.success ? { value: result.data } : { error: new RequestInvalid(part, result.error.issues) };
  };
}
