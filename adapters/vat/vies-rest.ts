import { z } from 'zod';
import type { FieldMatch } from '../../domain/account/vat-check.js';
import type { Service } from '../ask.js';
import { jsonOf } from '../json.js';
import { unreadable, type Authority, type Requester } from './authority.js';
import { viesError } from './vies-codes.js';

const text = z.string().nullish().catch(null);

const Answer = z.object({
  // Missing or of another kind: no verdict.
  valid: z.boolean(),
  requestDate: text,
  requestIdentifier: text,
  traderNameMatch: text,
  traderStreetMatch: text,
  traderPostalCodeMatch: text,
  traderCityMatch: text,
});

/** Errors come with status 200, too. */
const Errors = z.object({ errorWrappers: z.array(z.object({ error: z.string() })).min(1) });

const matches: Readonly<Record<string, FieldMatch>> = { VALID: 'match', INVALID: 'mismatch' };

/** VIES by REST. `service` stands at `…/taxation_customs/vies/rest-api`. */
export function viesRest(service: Service, requester: Requester): Authority {
  return {
    async ask({ state, number }, { name, street, postcode, town }) {
      const reply = await service.ask({
        method: 'POST',
        path: '/check-vat-number',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({
          ...{ countryCode: state, vatNumber: number },
          ...{ requesterMemberStateCode: requester.state, requesterNumber: requester.number },
          ...{ traderName: name, traderStreet: street, traderPostalCode: postcode, traderCity: town },
        }),
      });
      const body = jsonOf(reply.text);
      const errors = Errors.safeParse(body);
      if (errors.success) return viesError(errors.data.errorWrappers[0]?.error ?? '', service.host, reply.text);
      const answer = Answer.safeParse(body);
      if (!answer.success || reply.status !== 200) return unreadable(reply);
      const { valid, requestIdentifier, requestDate, ...trader } = answer.data;
      return {
        authority: 'VIES',
        service: service.host,
        outcome: valid ? 'valid' : 'invalid',
        fields: {
          name: matchOf(trader.traderNameMatch),
          street: matchOf(trader.traderStreetMatch),
          postcode: matchOf(trader.traderPostalCodeMatch),
          town: matchOf(trader.traderCityMatch),
        },
        validFrom: null,
        validUntil: null,
        evidenceId: requestIdentifier || null,
        authorityTime: requestDate ?? null,
        rawStatus: valid ? 'valid' : 'invalid',
        raw: reply.text,
      };
    },
  };
}

/** Germany compares nothing and answers `NOT_PROCESSED`, as do most states. */
function matchOf(match: string | null | undefined): FieldMatch {
  return matches[match ?? ''] ?? 'notDisclosed';
}
