import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { dayIn, legalTimeZone } from '../../../domain/kernel/time.js';
import { parseVatId, vatStates } from '../../../domain/account/vat-id.js';
import { jsonOf } from '../../json.js';
import { lettersFor, testNumberIn, type RegisteredBusiness } from './register.js';
import type { Answer, Registers, SeenQuestion } from './registers.js';

const text = z.string().optional();

const Body = z.object({
  anfragendeUstid: z.string().min(1),
  angefragteUstid: z.string().min(1),
  firmenname: text,
  strasse: text,
  plz: text,
  ort: text,
});
type Body = z.infer<typeof Body>;

type Status = { readonly status: string; readonly httpStatus: number };
const said = (status: string, httpStatus: number): Status => ({ status, httpStatus });

/** Test numbers, as far as the tax office has a status for them. */
const testStatuses: Readonly<Record<string, Status>> = {
  '200': said('evatr-2001', 404),
  '201': said('evatr-0012', 400),
  '202': said('evatr-2005', 404),
  '300': said('evatr-1001', 503),
  '301': said('evatr-2011', 500),
  '302': said('evatr-1002', 500),
  '400': said('evatr-0007', 403),
  '500': said('evatr-0013', 503),
};

/** Qualified questions that a session may ask before it has to begin anew. */
const perSession = 3;

/** The REST interface of the German tax office for foreign VAT ids. Its 404 are answers. */
export function answerBzst({ path, body, headers }: SeenQuestion, registers: Registers, fault: Status | null): Answer {
  if (path === '/info/eu_mitgliedstaaten') {
    const states = vatStates.filter((state) => state !== 'DE');
    return json(
      200,
      states.map((alpha2) => ({ alpha2, name: alpha2, verfuegbar: true })),
    );
  }
  if (path !== '/abfrage') return { status: 404, type: 'text/html; charset=utf-8', body: '<h1>Not Found</h1>' };
  if (fault !== null) return answer(registers, fault);
  if (registers.isClosed()) return answer(registers, said('evatr-0011', 503));
  const parsed = Body.safeParse(jsonOf(body));
  if (!parsed.success) return answer(registers, said('evatr-0002', 400));
  const refusal = refusalOf(parsed.data, registers) ?? countSession(headers.cookie, registers);
  return refusal === null ? judge(parsed.data, registers) : answer(registers, refusal);
}

function refusalOf({ anfragendeUstid, angefragteUstid }: Body, { requesters }: Registers): Status | null {
  if (!/^DE\d{9}$/.test(anfragendeUstid)) return said('evatr-0004', 400);
  if (requesters !== null && !requesters.includes(anfragendeUstid)) return said('evatr-2005', 404);
  if (angefragteUstid.startsWith('DE')) return said('evatr-0006', 403);
  if (!vatStates.some((state) => angefragteUstid.startsWith(state))) return said('evatr-2003', 400);
  return parseVatId(angefragteUstid) === null ? said('evatr-0005', 400) : null;
}

function judge(question: Body, registers: Registers): Answer {
  const { angefragteUstid, firmenname, strasse, plz, ort } = question;
  const state = angefragteUstid.slice(0, 2);
  const testNumber = testNumberIn(angefragteUstid.slice(2));
  const testStatus = testNumber === undefined ? undefined : testStatuses[testNumber];
  if (testStatus !== undefined) return answer(registers, testStatus);
  const business = registers.businessOf(angefragteUstid);
  if (business === undefined && testNumber !== '100' && registers.unknownIds === 'invalid') {
    return answer(registers, said('evatr-2001', 404));
  }
  const period = outsideOf(business, registers);
  if (period !== null) return answer(registers, said(period.status, 200), period.days);
  const isQualified = firmenname !== undefined || ort !== undefined || plz !== undefined || strasse !== undefined;
  if (!isQualified) return answer(registers, said('evatr-0000', 200));
  if (firmenname === undefined || ort === undefined) return answer(registers, said('evatr-0003', 400));
  const asked = { name: firmenname, street: strasse, postcode: plz, town: ort };
  const letters = lettersFor(state, business, asked, registers.isSame);
  return answer(registers, said('evatr-0000', 200), {
    ergFirmenname: letters.name,
    ergStrasse: letters.street,
    ergPlz: letters.postcode,
    ergOrt: letters.town,
  });
}

function outsideOf(business: RegisteredBusiness | undefined, { clock }: Registers) {
  if (business === undefined) return null;
  const { validFrom, validUntil } = business;
  const today = dayIn(legalTimeZone, clock.now()).toString();
  if (validFrom !== undefined && today < validFrom) return { status: 'evatr-2002', days: { gueltigAb: validFrom } };
  if (validUntil === undefined || today <= validUntil) return null;
  return { status: 'evatr-2006', days: { gueltigAb: validFrom ?? '2020-01-01', gueltigBis: validUntil } };
}

/** Who sends the cookie back is held to be one session, which may ask a few qualified questions only. */
function countSession(cookie: string | undefined, { sessions }: Registers): Status | null {
  const session = /JSESSIONID=([\w-]+)/.exec(cookie ?? '')?.[1];
  if (session === undefined) return null;
  const asked = (sessions.get(session) ?? 0) + 1;
  sessions.set(session, asked);
  return asked > perSession ? said('evatr-0008', 403) : null;
}

function answer({ clock }: Registers, { status, httpStatus }: Status, members: object = {}): Answer {
  const now = clock.now().toZonedDateTimeISO(legalTimeZone);
  const head = {
    id: randomBytes(8).toString('hex'),
    anfrageZeitpunkt: now.toString({ fractionalSecondDigits: 9, timeZoneName: 'never' }),
    status,
  };
  return { ...json(httpStatus, { ...head, ...members }), headers: { 'set-cookie': `JSESSIONID=${randomUUID()}` } };
}

function json(status: number, body: object): Answer {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}
