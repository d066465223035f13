import { openService } from '../../adapters/ask.js';
import { bzst } from '../../adapters/vat/bzst.js';
import type { AuthoritiesOptions } from '../../adapters/vat/simulator/registers.js';
import { startAuthorities } from '../../adapters/vat/simulator/server.js';
import { vatIdValidator } from '../../adapters/vat/validator.js';
import { viesRest } from '../../adapters/vat/vies-rest.js';
import { viesSoap } from '../../adapters/vat/vies-soap.js';
import type { VatCheckQuestion } from '../../domain/account/vat-check.js';
import { parseVatId } from '../../domain/account/vat-id.js';

type Teardown = { teardown(handler: () => Promise<unknown>): unknown };

export const own = parseVatId('DE147167387')!;

/** The operator of the original portal, as VIES knows it. */
export const operator: VatCheckQuestion = {
  vatId: 'DE147167387',
  name: 'AEI Power GmbH',
  street: 'Uracher Strasse 91',
  postcode: '72555',
  town: 'Metzingen',
};
/** The sample of the German tax office. */
export const sample: VatCheckQuestion = {
  vatId: 'ATU12345678',
  name: 'Musterhaus GmbH & Co KG',
  street: 'Musterstrasse 22',
  postcode: '1010',
  town: 'Musterort',
};
export const spanish = {
  vatId: 'ESB58378431',
  name: 'Sol S.L.',
  street: 'Calle Mayor 1',
  postcode: '28001',
  town: 'Madrid',
};

/** Both authorities and validators that ask them, with VIES by each of its interfaces. */
export async function testAuthorities(t: Teardown, options: AuthoritiesOptions = {}, timeoutMs = 10_000) {
  const authorities = await startAuthorities(options);
  t.teardown(() => authorities.close());
  const serviceAt = (url: string) => {
    const service = openService(url, { timeoutMs, maxReplyBytes: 64 * 1024 });
    t.teardown(() => service.close());
    return service;
  };
  const taxOffice = bzst(serviceAt(authorities.bzstUrl), own);
  const byRest = viesRest(serviceAt(authorities.viesRestUrl), own);
  const bySoap = viesSoap(serviceAt(authorities.viesSoapUrl), own);
  return {
    ...authorities,
    serviceAt,
    byRest,
    bySoap,
    rest: vatIdValidator({ VIES: byRest, BZST: taxOffice }),
    soap: vatIdValidator({ VIES: bySoap, BZST: taxOffice }),
  };
}
