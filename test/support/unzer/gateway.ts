import type { Test } from 'tap';
import { readConfig } from '../../../adapters/config.js';
import type { UnzerConfig } from '../../../adapters/payment/config.js';
import { unzerGateway } from '../../../adapters/payment/unzer/gateway.js';
import { Temporal } from '../../../domain/kernel/time.js';
import type { Database } from '../../../adapters/database/database.js';
import { testKeys, unzerServer, type UnzerServer } from './server.js';

const secrets = { JWT_SECRET: 'x'.repeat(32), MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };

/** A server that speaks as Unzer does, and our gateway to it. */
export async function testUnzer(
  t: Test,
  database: Pick<Database, 'pool'>,
  given: { readonly config?: Partial<UnzerConfig>; readonly timeoutMs?: number } = {},
) {
  const server = await unzerServer(t);
  /** The clock of the portal may be put forward. */
  const time = { aheadMs: 0 };
  const clock = { now: () => Temporal.Now.instant().add({ milliseconds: time.aheadMs }) };
  const refused: string[] = [];
  const config = { ...configAt(server), ...given.config };
  const gateway = unzerGateway({
    ...{ config, pool: database.pool, clock, shopName: 'Solarbetrieb Test' },
    onRefused: (message) => void refused.push(message),
    ...(given.timeoutMs === undefined ? {} : { timeoutMs: given.timeoutMs }),
  });
  t.teardown(() => gateway.close());
  return { server, gateway, refused, config, clock, time };
}

function configAt({ apiUrl, tokenUrl, pageUrl }: UnzerServer): UnzerConfig {
  const environment = { UNZER_PRIVATE_KEY: testKeys.privateKey, UNZER_PUBLIC_KEY: testKeys.publicKey };
  const urls = { UNZER_API_URL: `${apiUrl}/`, UNZER_TOKEN_URL: tokenUrl, UNZER_PAGE_URL: pageUrl };
  const { payment } = readConfig({ ...secrets, ...environment, ...urls });
  if (payment.provider !== 'unzer') throw new Error('Unzer was configured');
  return payment;
}
