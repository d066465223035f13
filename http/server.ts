import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readConfig, type Config } from '../adapters/config.js';
import { rememberPublicUrl } from '../adapters/public-url.js';
import { openSystem } from '../adapters/system.js';
import { undoAll } from '../adapters/undo.js';
import { buildApp, buildWorkerApp } from './app.js';
import { createLogger } from './log.js';
import { securityOf } from './plugins/security.js';
import { surfaceOf, workerSurfaceOf } from './surface.js';

const stopTimeoutMs = 10_000;

/** The heap may double between two full collections, where V8 would let it grow fourfold while messages pour in. */
const heapGrowth = '--heap-growing-percent=100';

/** The process: configuration, stores, HTTP, and a clean end on SIGINT or SIGTERM; a second signal ends it at once. */
async function main(): Promise<void> {
  setFlagsFromString(heapGrowth);
  const config = readConfig(process.env);
  const logger = createLogger({ level: config.logLevel, pretty: process.stdout.isTTY });
  const root = packageRoot();
  let stop = async (): Promise<void> => undefined;
  listenForSignals(logger, () => stop());

  const system = await openSystem(config, logger);
  stop = () => system.close();
  const app =
    config.role === 'worker'
      ? await buildWorkerApp({ ...workerSurfaceOf(system), logger })
      : await buildApp({
          ...surfaceOf(system, config, versionOf(root)),
          logger,
          webRoot: join(root, 'web', 'dist'),
          trustProxy: config.trustProxy,
          security: securityOf(config),
        });
  stop = () => undoAll([() => system.close(), () => app.close()]);
  await app.listen({ port: config.port, host: config.host });
  if (config.role !== 'worker') rememberPublicUrl(config);
  greet(app, config, system.databasePlace);
}

function listenForSignals(logger: FastifyBaseLogger, stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info(`${signal}: stopping; once more ends at once.`);
    setTimeout(() => {
      logger.error(`Not everything ended within ${stopTimeoutMs / 1000} s.`);
      process.exit(1);
    }, stopTimeoutMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function greet(app: FastifyInstance, config: Config, databasePlace: string): void {
  if (config.role === 'worker') {
    process.stdout.write(`\n  SiteLink works in the background (health on ${app.listeningOrigin})\n\n`);
    return;
  }
  const isLocal = /^(localhost$|127\.|::1$)/.test(config.host);
  const farDevices = isLocal ? ' (those of the network need HOST=0.0.0.0)' : '';
  const lines = [
    `SiteLink runs at ${config.publicUrl} (listening on ${app.listeningOrigin})`,
    config.smtpUrl === null ? `Mails go to ${config.publicUrl}/dev/mailbox` : 'Mails go out by SMTP',
    `Devices push to ${config.publicUrl}/InverterService/InverterService.asmx/CollectInverterData${farDevices}`,
    'Demonstration data: npm run demo',
  ];
  if (config.databaseUrl === null)
    lines.push(`DEVELOPMENT: data lie in ${databasePlace}; set DATABASE_URL for production`);
  if (config.smtpUrl === null) lines.push('DEVELOPMENT: mails are not sent; set SMTP_URL for production');
  const { isSimulated, viesUrl, bzstUrl } = config.vat;
  if (isSimulated)
    lines.push('DEVELOPMENT: VAT ids are checked by a simulator; set VIES_URL and BZST_URL for production');
  else if (viesUrl === null) lines.push('VAT ids of Germany stay pending: VIES_URL is not set');
  if (!isSimulated && bzstUrl === null) lines.push('VAT ids of other states stay pending: BZST_URL is not set');
  lines.push(...paymentLines(config));
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`);
}

function paymentLines({ payment }: Config): readonly string[] {
  switch (payment.provider) {
    case 'sandbox':
      return [
        'DEVELOPMENT: payments are played by a sandbox; set UNZER_PRIVATE_KEY and UNZER_PUBLIC_KEY for production',
      ];
    case 'none':
      return ['Nothing can be paid: UNZER_PRIVATE_KEY and UNZER_PUBLIC_KEY are not set'];
    case 'unzer':
      return payment.stage === 's' ? ['Payments go to the sandbox of Unzer: no money moves'] : [];
  }
}

/** The folder of `package.json`, above this file whether it is compiled or not. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function versionOf(root: string): string {
  const manifest = z.object({ version: z.string() });
  return manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version;
}

main().catch((error: unknown) => {
  // Everything that can go wrong at a start is said in one sentence; the stack is there for whoever asks for it.
  const {
    message: said,
    stack,
    code,
    port,
  } = (error instanceof Error ? error : new Error(String(error))) as Error & {
    readonly code?: string;
    readonly port?: number;
  };
  const message =
    code === 'EADDRINUSE' ? `Port ${port} is in use: stop what uses it, or set PORT to another one.` : said;
  process.stderr.write(`${process.env['LOG_LEVEL'] === 'debug' ? stack : message}\n`);
  process.exit(1);
});
