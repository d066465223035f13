import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { testNumbers } from './register.js';
import type { Answer, Registers, SeenQuestion } from './registers.js';
import { judgeVies, type ViesMatch, type ViesVerdict } from './vies.js';

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreDeclaration: true });
const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

const text = z.string().optional();
const Request = z.object({
  countryCode: z.string(),
  vatNumber: z.string(),
  traderName: text,
  traderStreet: text,
  traderPostcode: text,
  traderCity: text,
  requesterCountryCode: text,
  requesterVatNumber: text,
});
const Document = z.object({
  Envelope: z.object({ Body: z.object({ checkVat: Request.optional(), checkVatApprox: Request.optional() }) }),
});

const matchCodes: Readonly<Record<ViesMatch, string>> = { VALID: '1', INVALID: '2', NOT_PROCESSED: '3' };

/** The SOAP interface of VIES, with both operations; `checkVatTestService` knows the test numbers only. */
export function answerViesSoap({ path, body }: SeenQuestion, registers: Registers, fault: string | null): Answer {
  const parsed = Document.safeParse(parser.parse(body));
  const { checkVat, checkVatApprox } = parsed.success ? parsed.data.Envelope.Body : {};
  const request = checkVat ?? checkVatApprox;
  if (request === undefined) return faultOf('INVALID_INPUT', registers);
  const { countryCode, vatNumber, requesterCountryCode, requesterVatNumber } = request;
  const requester =
    requesterVatNumber === undefined ? null : { state: requesterCountryCode ?? '', number: requesterVatNumber };
  const asked = {
    name: request.traderName,
    street: request.traderStreet,
    postcode: request.traderPostcode,
    town: request.traderCity,
  };
  const verdict = path.includes('checkVatTestService')
    ? testVerdict(vatNumber)
    : (fault ?? judgeVies(registers, { state: countryCode, number: vatNumber, requester, asked }));
  if (typeof verdict === 'string') return faultOf(verdict, registers);
  const head = { countryCode, vatNumber, requestDate: dateOf(registers), valid: String(verdict.isValid) };
  return checkVat === undefined
    ? envelope(registers, { checkVatApproxResponse: { ...head, ...approximate(verdict) } })
    : envelope(registers, { checkVatResponse: { ...head, name: '---', address: '---' } });
}

function testVerdict(vatNumber: string): ViesVerdict | string {
  const outcome = testNumbers[vatNumber] ?? 'SERVICE_UNAVAILABLE';
  if (outcome !== 'valid' && outcome !== 'invalid') return outcome;
  const matches = {
    name: 'NOT_PROCESSED',
    street: 'NOT_PROCESSED',
    postcode: 'NOT_PROCESSED',
    town: 'NOT_PROCESSED',
  } as const;
  return { isValid: outcome === 'valid', identifier: '', disclosed: null, matches };
}

function approximate({ disclosed, matches, identifier }: ViesVerdict): Readonly<Record<string, string>> {
  return {
    traderName: disclosed?.name ?? '---',
    traderCompanyType: '---',
    traderAddress: disclosed === null ? '---' : `${disclosed.street}\n${disclosed.postcode} ${disclosed.town}`,
    traderNameMatch: matchCodes[matches.name],
    traderStreetMatch: matchCodes[matches.street],
    traderPostcodeMatch: matchCodes[matches.postcode],
    traderCityMatch: matchCodes[matches.town],
    requestIdentifier: identifier,
  };
}

/** The date with its zone, `2024-02-09+01:00`. */
function dateOf({ clock }: Registers): string {
  const local = clock.now().toZonedDateTimeISO('Europe/Brussels');
  return `${local.toPlainDate().toString()}${local.offset}`;
}

function faultOf(faultstring: string, registers: Registers): Answer {
  const { prefix, faultStatus } = registers.soapStyle;
  const fault = { [`${prefix}:Fault`]: { faultcode: `${prefix}:Server`, faultstring } };
  return { ...envelope(registers, null, fault), status: faultStatus };
}

function envelope({ soapStyle: { prefix } }: Registers, response: object | null, fault: object = {}): Answer {
  const types = 'urn:ec.europa.eu:taxud:vies:services:checkVat:types';
  const named = Object.entries(response ?? {}).map(([name, members]) => [
    `ns2:${name}`,
    {
      '@_xmlns:ns2': types,
      ...Object.fromEntries(Object.entries(members as object).map(([member, value]) => [`ns2:${member}`, value])),
    },
  ]);
  const root = {
    [`@_xmlns:${prefix}`]: 'http://schemas.xmlsoap.org/soap/envelope/',
    [`${prefix}:Header`]: '',
    [`${prefix}:Body`]: { ...Object.fromEntries(named), ...fault },
  };
  const xml = builder.build({ [`${prefix}:Envelope`]: root });
  return { status: 200, type: 'text/xml; charset=utf-8', body: `<?xml version="1.0" encoding="UTF-8"?>${xml}` };
}
