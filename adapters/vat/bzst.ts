import { z } from 'zod';
import {
  allFields,
  type FieldMatch,
  type FieldMatches,
  type VatCheckFailure,
  type VerdictOutcome,
} from '../../domain/account/vat-check.js';
import type { Service } from '../ask.js';
import { jsonOf } from '../json.js';
import { unreadable, type Authority, type Requester } from './authority.js';

const text = z.string().optional().catch(undefined);

const Answer = z.object({
  status: z.string().regex(/^evatr-\d{4}$/),
  id: text,
  anfrageZeitpunkt: text,
  ergFirmenname: text,
  ergStrasse: text,
  ergPlz: text,
  ergOrt: text,
  gueltigAb: text,
  gueltigBis: text,
});
type Answer = z.infer<typeof Answer>;

/**
 * What a status means; everything else (0011, 0013, 1001 to 1004, 2004, 2007, 2011, 3011) says that there is no answer for
 * now. 0003 and 2008: valid, without a comparison of the data. Official list of 08/2026.
 */
const meanings: Readonly<Record<string, VerdictOutcome | Exclude<VatCheckFailure['outcome'], 'notConfigured'>>> = {
  'evatr-0000': 'valid',
  'evatr-0002': 'refused',
  'evatr-0003': 'valid',
  'evatr-0004': 'refused',
  'evatr-0005': 'malformed',
  'evatr-0006': 'refused',
  'evatr-0007': 'refused',
  'evatr-0008': 'busy',
  'evatr-0012': 'malformed',
  'evatr-2001': 'invalid',
  'evatr-2002': 'notYetValid',
  'evatr-2003': 'malformed',
  'evatr-2005': 'refused',
  'evatr-2006': 'expired',
  'evatr-2008': 'valid',
};

const letters: Readonly<Record<string, FieldMatch>> = { A: 'match', B: 'mismatch', C: 'notAsked', D: 'notDisclosed' };

/**
 * The confirmation of foreign VAT ids by the German tax office (eVatR). `service` stands at
 * `https://api.evatr.vies.bzst.de/app`. The status decides, not the HTTP code: 404 is what an id that is not assigned gets.
 */
export function bzst(service: Service, requester: Requester): Authority {
  return {
    async ask(vatId, { name, street, postcode, town }) {
      const reply = await service.ask({
        method: 'POST',
        path: '/v1/abfrage',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({
          ...{ anfragendeUstid: requester.text, angefragteUstid: vatId.text },
          ...{ firmenname: name, ort: town, plz: postcode, strasse: street },
        }),
      });
      const parsed = Answer.safeParse(jsonOf(reply.text));
      if (!parsed.success) return unreadable(reply);
      const answer = parsed.data;
      const outcome = meanings[answer.status] ?? 'unavailable';
      if (outcome === 'unavailable' || outcome === 'busy' || outcome === 'refused') {
        return { outcome, rawStatus: answer.status };
      }
      return {
        authority: 'BZST',
        service: service.host,
        outcome,
        fields: fieldsOf(answer),
        validFrom: dayOf(answer.gueltigAb),
        validUntil: dayOf(answer.gueltigBis),
        evidenceId: answer.id ?? null,
        authorityTime: answer.anfrageZeitpunkt ?? null,
        rawStatus: answer.status,
        raw: reply.text,
      };
    },
  };
}

function fieldsOf({ status, ergFirmenname, ergStrasse, ergPlz, ergOrt }: Answer): FieldMatches {
  if (status === 'evatr-0003') return allFields('notAsked');
  return {
    name: matchOf(ergFirmenname),
    street: matchOf(ergStrasse),
    postcode: matchOf(ergPlz),
    town: matchOf(ergOrt),
  };
}

function matchOf(letter: string | undefined): FieldMatch {
  return letters[letter ?? ''] ?? 'notDisclosed';
}

/** `2024-01-31…` or `31.01.2024`; clients have seen both. */
function dayOf(text: string | undefined): string | null {
  const german = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text ?? '');
  if (german !== null) return `${german[3]}-${german[2]}-${german[1]}`;
  return /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null;
}
