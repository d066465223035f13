import type { FastifyInstance } from 'fastify';
import { withoutRights } from '../../domain/account/access.js';
import { wholeMonitoring } from '../../domain/account/services.js';
import { buildApp, type AppOptions } from '../../http/app.js';

type Teardown = { teardown(handler: () => Promise<unknown>): unknown };

/** The real application over the given routes, closed when the test ends; every session counts as active. */
export async function testApp(t: Teardown, options: Partial<AppOptions> = {}): Promise<FastifyInstance> {
  const app = await buildApp({
    routes: [],
    auth: {
      jwtSecret: 'a secret that only tests use, 32+ characters',
      isSessionActive: async () => true,
      useToken: async () => null,
    },
    access: {
      documentsDueOf: async () => [],
      rightsOf: async () => withoutRights,
      monitoringOf: async () => wholeMonitoring,
      // The deciders judge.
      plantRoleOf: async () => 'owner',
    },
    ...options,
  });
  t.teardown(() => app.close());
  await app.ready();
  return app;
}
