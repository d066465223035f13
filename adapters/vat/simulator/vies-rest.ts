import { z } from 'zod';
import { vatStates } from '../../../domain/account/vat-id.js';
import { jsonOf } from '../../json.js';
import { testNumbers } from './register.js';
import type { Answer, Registers, SeenQuestion } from './registers.js';
import { judgeVies, type ViesVerdict } from './vies.js';

const text = z.string().optional();

const Body = z.object({
  countryCode: text,
  vatNumber: text,
  requesterMemberStateCode: text,
  requesterNumber: text,
  traderName: text,
  traderStreet: text,
  traderPostalCode: text,
  traderCity: text,
});

/** The REST interface of VIES: most errors come with status 200. */
export function answerViesRest({ path, body }: SeenQuestion, registers: Registers, fault: string | null): Answer {
  if (path === '/check-status') return json(200, statusOfStates(fault));
  const parsed = Body.safeParse(jsonOf(body));
  if (!parsed.success) return failed('VOW-ERR-1', 500);
  const { countryCode, vatNumber, requesterMemberStateCode, requesterNumber, ...trader } = parsed.data;
  const hasHalfARequester = (requesterMemberStateCode === undefined) !== (requesterNumber === undefined);
  if (countryCode === undefined || vatNumber === undefined || hasHalfARequester) return failed('VOW-ERR-11', 400);
  if (path === '/check-vat-test-service') {
    const outcome = testNumbers[vatNumber] ?? 'SERVICE_UNAVAILABLE';
    if (outcome !== 'valid' && outcome !== 'invalid') return failed(outcome);
    return json(200, {
      ...{ countryCode, vatNumber, requestDate: registers.clock.now().toString(), valid: outcome === 'valid' },
      ...{ requestIdentifier: '', name: 'John Doe', address: '123 Main St, Anytown, UK' },
    });
  }
  if (path !== '/check-vat-number')
    return { status: 404, type: 'text/html; charset=utf-8', body: '<h1>Not Found</h1>' };
  const requester =
    requesterNumber === undefined ? null : { state: requesterMemberStateCode ?? '', number: requesterNumber };
  const asked = {
    name: trader.traderName,
    street: trader.traderStreet,
    postcode: trader.traderPostalCode,
    town: trader.traderCity,
  };
  const verdict = fault ?? judgeVies(registers, { state: countryCode, number: vatNumber, requester, asked });
  return typeof verdict === 'string'
    ? failed(verdict)
    : json(200, said({ countryCode, vatNumber }, verdict, registers));
}

function said(id: object, { isValid, disclosed, matches, identifier }: ViesVerdict, { clock }: Registers): object {
  const { name = '---', street = '---', postcode = '---', town = '---' } = disclosed ?? {};
  return {
    ...id,
    requestDate: clock.now().toString({ smallestUnit: 'millisecond' }),
    valid: isValid,
    requestIdentifier: identifier,
    name,
    address: disclosed === null ? '---' : `${street}\n${postcode} ${town}`,
    ...{
      traderName: name,
      traderStreet: street,
      traderPostalCode: postcode,
      traderCity: town,
      traderCompanyType: '---',
    },
    traderNameMatch: matches.name,
    traderStreetMatch: matches.street,
    traderPostalCodeMatch: matches.postcode,
    traderCityMatch: matches.town,
    traderCompanyTypeMatch: 'NOT_PROCESSED',
  };
}

function statusOfStates(fault: string | null): object {
  const availability = fault === 'MS_UNAVAILABLE' ? 'Unavailable' : 'Available';
  return {
    vow: { available: fault !== 'SERVICE_UNAVAILABLE' },
    countries: vatStates.map((countryCode) => ({ countryCode, availability })),
  };
}

function failed(error: string, status = 200): Answer {
  return json(status, { actionSucceed: false, errorWrappers: [{ error }] });
}

function json(status: number, body: object): Answer {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}
