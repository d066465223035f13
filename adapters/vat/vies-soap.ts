import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import type { FieldMatch } from '../../domain/account/vat-check.js';
import type { Service } from '../ask.js';
import { unreadable, type Authority, type Requester } from './authority.js';
import { viesError } from './vies-codes.js';

const types = 'urn:ec.europa.eu:taxud:vies:services:checkVat:types';
const envelope = 'http://schemas.xmlsoap.org/soap/envelope/';

/** Text stays text: postcodes and numbers begin with zeros. An empty element, also a nil one, is an empty text. */
const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, trimValues: true, ignoreDeclaration: true });
const builder = new XMLBuilder({ ignoreAttributes: false });

const text = z.string().optional().catch(undefined);

const Answer = z.object({
  Envelope: z.object({
    Body: z.object({
      checkVatApproxResponse: z.object({
        valid: z.enum(['true', 'false', '1', '0']),
        requestDate: text,
        traderNameMatch: text,
        traderStreetMatch: text,
        traderPostcodeMatch: text,
        traderCityMatch: text,
        requestIdentifier: text,
      }),
    }),
  }),
});

const Fault = z.object({ Envelope: z.object({ Body: z.object({ Fault: z.object({ faultstring: z.string() }) }) }) });

/** VIES by SOAP 1.1, document/literal. `service` stands at `…/vies/services/checkVatService`. */
export function viesSoap(service: Service, requester: Requester): Authority {
  return {
    async ask({ state, number }, { name, street, postcode, town }) {
      const reply = await service.ask({
        method: 'POST',
        path: '',
        headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
        // The schema is a sequence: their order counts.
        body: envelopeOf({
          countryCode: state,
          vatNumber: number,
          traderName: name,
          traderStreet: street,
          traderPostcode: postcode,
          traderCity: town,
          requesterCountryCode: requester.state,
          requesterVatNumber: requester.number,
        }),
      });
      const document = documentOf(reply.text);
      // Faults come with status 500, as SOAP 1.1 says, and from some servers with 200.
      const fault = Fault.safeParse(document);
      if (fault.success) return viesError(fault.data.Envelope.Body.Fault.faultstring, service.host, reply.text);
      const answer = Answer.safeParse(document);
      if (!answer.success || reply.status !== 200) return unreadable(reply);
      const said = answer.data.Envelope.Body.checkVatApproxResponse;
      const isValid = said.valid === 'true' || said.valid === '1';
      return {
        authority: 'VIES',
        service: service.host,
        outcome: isValid ? 'valid' : 'invalid',
        fields: {
          name: matchOf(said.traderNameMatch),
          street: matchOf(said.traderStreetMatch),
          postcode: matchOf(said.traderPostcodeMatch),
          town: matchOf(said.traderCityMatch),
        },
        validFrom: null,
        validUntil: null,
        evidenceId: said.requestIdentifier || null,
        authorityTime: said.requestDate || null,
        rawStatus: isValid ? 'valid' : 'invalid',
        raw: reply.text,
      };
    },
  };
}

function envelopeOf(checkVatApprox: Readonly<Record<string, string>>): string {
  const members = Object.entries(checkVatApprox).map(([name, value]) => [`urn:${name}`, value]);
  const body = { 'urn:checkVatApprox': Object.fromEntries(members) };
  const root = { '@_xmlns:soapenv': envelope, '@_xmlns:urn': types, 'soapenv:Body': body };
  return `<?xml version="1.0" encoding="UTF-8"?>${builder.build({ 'soapenv:Envelope': root })}`;
}

/** Undefined when the text is no XML, or has a document type: entities of others are never expanded. */
function documentOf(xml: string): unknown {
  if (/<!(?!--|\[CDATA\[)/.test(xml)) return undefined;
  try {
    return XMLValidator.validate(xml) === true ? parser.parse(xml) : undefined;
  } catch {
    // The parser reports by throwing that it cannot read a document (too deep, broken comment); there is no more in it.
    return undefined;
  }
}

/** 1 = VALID, 2 = INVALID, 3 = NOT_PROCESSED; older servers leave the last one empty. */
function matchOf(code: string | undefined): FieldMatch {
  if (code === '1') return 'match';
  return code === '2' ? 'mismatch' : 'notDisclosed';
}
