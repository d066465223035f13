import { resolve } from 'node:path';
import { readConfig } from '../../adapters/config.js';
import { isDatabaseAway } from '../../adapters/database/port.js';
import type { SystemLog } from '../../adapters/system/log.js';
import { openSystem, type System } from '../../adapters/system.js';
import { undoAll } from '../../adapters/undo.js';
import type { Clock } from '../../commands/ports.js';
import { buildApp } from '../../http/app.js';
import { createLogger } from '../../http/log.js';
import { securityOf } from '../../http/plugins/security.js';
import { surfaceOf } from '../../http/surface.js';
import { freePort } from './free-port.js';
import { testDatabase } from './database.js';

type Teardown = { teardown(handler: () => Promise<unknown>): unknown };

export type Portal = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly system: System;
  /** Before the test ends, so that another one may take its place. */
  close(): Promise<void>;
};

/** A busy machine may halt this process for so long that the server gives its connections up; all goes on by itself then. */
function isConnectionLost(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return isDatabaseAway(error) && (code === undefined || code === '25P03');
}

type PortalOptions = {
  readonly clock?: Clock;
  /** Takes what the process logs, at the most talkative level. */
  readonly onLogLine?: (line: string) => void;
};

/** The whole portal over a database of its own, listening on a free port, with the built web application. */
export async function testPortal(
  t: Teardown,
  environment: Readonly<Record<string, string>> = {},
  { onLogLine, ...options }: PortalOptions = {},
): Promise<Portal> {
  const databaseUrl = environment['DATABASE_URL'] ?? (await testDatabase(t)).url;
  const port = Number(environment['PORT'] ?? (await freePort()));
  const url = `http://127.0.0.1:${port}`;
  const config = readConfig({
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: databaseUrl,
    JWT_SECRET: 'a secret that only tests use, 32+ characters',
    MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...environment,
  });
  const troubles: string[] = [];
  const logger = onLogLine === undefined ? undefined : createLogger({ level: 'trace', to: { write: onLogLine } });
  const log: SystemLog = {
    info: (message) => logger?.info(message),
    warn: (message) => logger?.warn(message),
    error: (details, message) => {
      logger?.error(details, message);
      const error = 'err' in details ? details.err : null;
      if (!isConnectionLost(error)) troubles.push(error === null ? message : `${message} (${String(error)})`);
    },
  };
  const system = await openSystem(config, log, options);
  const open: (() => Promise<void>)[] = [() => system.close()];
  const close = () => undoAll(open.splice(0));
  t.teardown(close);
  const app = await buildApp({
    ...surfaceOf(system, config, '1.2.3'),
    webRoot: resolve('web/dist'),
    trustProxy: config.trustProxy,
    security: securityOf(config),
    ...(logger === undefined ? {} : { logger }),
  });
  open.push(async () => {
    await app.close();
    if (troubles.length > 0) throw new Error(`the portal complained: ${troubles.join('; ')}`);
  });
  await app.listen({ port, host: '127.0.0.1' });
  return { url, databaseUrl, system, close };
}
