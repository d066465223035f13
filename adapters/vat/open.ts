import type { VatIdValidator } from '../../commands/ports.js';
import { parseVatId } from '../../domain/account/vat-id.js';
import type { VatConfig } from './config.js';
import { undoAll, type Undo } from '../undo.js';
import { openService, type Service } from '../ask.js';
import type { Authority } from './authority.js';
import { bzst } from './bzst.js';
import { withCircuitBreaker } from '../circuit-breaker.js';
import { startAuthorities } from './simulator/server.js';
import { vatIdValidator } from './validator.js';
import { viesRest } from './vies-rest.js';
import { viesSoap } from './vies-soap.js';

/**
 * The authorities as they are configured. In a development installation that names none, a simulator on this machine plays
 * them, and its evidence says so; it finds every id with the right structure valid, but for its test numbers.
 */
export async function openVatIdValidator(config: VatConfig): Promise<VatIdValidator & { close(): Promise<void> }> {
  const opened: Undo = [];
  const close = () => undoAll(opened);
  const requester = parseVatId(config.ownVatId);
  if (requester === null) throw new TypeError(`${config.ownVatId} is no VAT id`);

  function serviceAt(url: string): Service {
    const service = openService(url);
    opened.push(() => service.close());
    const host = config.isSimulated ? 'simulator' : service.host;
    return { ...service, host, ask: withCircuitBreaker(service.ask) };
  }

  const vies = (url: string): Authority =>
    (config.viesProtocol === 'soap' ? viesSoap : viesRest)(serviceAt(url), requester);

  if (config.isSimulated) {
    const simulator = await startAuthorities({ unknownIds: 'valid', night: config.night });
    opened.push(() => simulator.close());
    const viesUrl = config.viesProtocol === 'soap' ? simulator.viesSoapUrl : simulator.viesRestUrl;
    return { ...vatIdValidator({ VIES: vies(viesUrl), BZST: bzst(serviceAt(simulator.bzstUrl), requester) }), close };
  }
  const { viesUrl, bzstUrl } = config;
  return {
    ...vatIdValidator({
      VIES: viesUrl === null ? null : vies(viesUrl),
      BZST: bzstUrl === null ? null : bzst(serviceAt(bzstUrl), requester),
    }),
    close,
  };
}
