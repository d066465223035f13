import t from 'tap';
import { request } from 'undici';
import { bzst } from '../../../adapters/vat/bzst.js';
import { sampleBusinesses } from '../../../adapters/vat/simulator/register.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { parseVatId } from '../../../domain/account/vat-id.js';
import { own, sample, spanish, testAuthorities } from '../../support/authorities.js';

const skoda = {
  vatId: 'CZ00177041',
  name: 'SKODA AUTO a.s.',
  street: 'tr. Vaclava Klementa 869',
  postcode: '293 01',
  town: 'Mlada Boleslav',
};
const future = { ...sample, vatId: 'ATU11111111', validFrom: '2027-01-01' };
const past = { ...sample, vatId: 'ATU22222222', validFrom: '2019-04-01', validUntil: '2024-12-31' };

t.test('the German tax office on foreign ids', async (t) => {
  const authorities = await testAuthorities(t, {
    businesses: [...sampleBusinesses, spanish, future, past],
    requesters: [own.text],
    clock: { now: () => Temporal.Instant.from('2026-11-26T12:00:00Z') },
  });
  const { rest: validator } = authorities;

  await t.test('each field with its own answer', async (t) => {
    t.match(await validator.check(sample), {
      authority: 'BZST',
      outcome: 'valid',
      fields: { name: 'match', street: 'match', postcode: 'match', town: 'match' },
      evidenceId: /^[0-9a-f]{16}$/,
      authorityTime: /^2026-11-26T13:00:00\.\d{9}\+01:00$/,
      rawStatus: 'evatr-0000',
      raw: /"ergOrt":"A"/,
    });
    t.match(await validator.check(skoda), { outcome: 'valid', fields: { name: 'match', town: 'match' } });
    t.match(await validator.check({ ...sample, town: 'Wien', name: 'Musterhaus' }), {
      outcome: 'valid',
      fields: { name: 'mismatch', street: 'match', postcode: 'match', town: 'mismatch' },
    });
    t.match(await validator.check({ ...spanish, street: 'Otra 9' }), {
      fields: { name: 'match', street: 'notDisclosed', postcode: 'notDisclosed', town: 'match' },
    });
  });

  await t.test('not assigned, not yet, no more', async (t) => {
    t.match(await validator.check({ ...sample, vatId: 'ATU99999999' }), {
      outcome: 'invalid',
      rawStatus: 'evatr-2001',
    });
    const { vatId } = future;
    t.match(await validator.check({ ...sample, vatId }), { outcome: 'notYetValid', validFrom: '2027-01-01' });
    t.match(await validator.check({ ...sample, vatId: past.vatId }), {
      outcome: 'expired',
      validFrom: '2019-04-01',
      validUntil: '2024-12-31',
    });
  });

  await t.test('every status of the official list', async (t) => {
    const statuses = {
      valid: ['0003:400', '2008:200'],
      malformed: ['0005:400', '0012:400', '2003:400'],
      refused: ['0002:400', '0004:400', '0006:403', '0007:403', '2005:404'],
      busy: ['0008:403'],
      unavailable: [
        '0011:503',
        '0013:503',
        '1001:503',
        '1002:500',
        '1003:500',
        '1004:500',
        '2004:500',
        '2007:500',
        '2011:500',
        '3011:500',
        '9999:200',
      ],
    };
    for (const [outcome, list] of Object.entries(statuses)) {
      for (const [code = '', httpStatus] of list.map((text) => text.split(':'))) {
        authorities.inject({ kind: 'bzst', status: `evatr-${code}`, httpStatus: Number(httpStatus) });
        t.match(await validator.check(sample), { outcome, rawStatus: `evatr-${code}` }, code);
      }
    }
    authorities.inject({ kind: 'bzst', status: 'evatr-2008', httpStatus: 200 });
    t.match(await validator.check(sample), { fields: { name: 'notDisclosed', town: 'notDisclosed' } });
    authorities.inject(null);
  });

  await t.test('who asks wrongly is told, and we know that it is not the customer', async (t) => {
    const stranger = parseVatId('DE136695976')!;
    const asStranger = bzst(authorities.serviceAt(authorities.bzstUrl), stranger);
    t.match(await asStranger.ask(parseVatId(sample.vatId)!, sample), { outcome: 'refused', rawStatus: 'evatr-2005' });
    const us = bzst(authorities.serviceAt(authorities.bzstUrl), own);
    t.match(await us.ask(own, sample), { outcome: 'refused', rawStatus: 'evatr-0006' }, 'German ids are for VIES');
    const lost = bzst(authorities.serviceAt(`${authorities.bzstUrl}/elsewhere`), own);
    t.match(await lost.ask(parseVatId(sample.vatId)!, sample), { outcome: 'refused', rawStatus: /HTTP 404/ });
  });

  await t.test('many questions in a row are no session', async (t) => {
    for (let n = 0; n < 6; n++) t.match(await validator.check(sample), { outcome: 'valid' });
    t.ok(authorities.questions.every(({ headers }) => headers.cookie === undefined));
    const ask = () =>
      request(`${authorities.bzstUrl}/v1/abfrage`, {
        method: 'POST',
        headers: { cookie: 'JSESSIONID=one' },
        body: JSON.stringify({ anfragendeUstid: own.text, angefragteUstid: sample.vatId, firmenname: 'x', ort: 'y' }),
      });
    const answers: unknown[] = [];
    for (let n = 0; n < 4; n++) answers.push(await (await ask()).body.json());
    t.match(answers.at(-1), { status: 'evatr-0008' }, 'whoever sends cookies back is stopped');
  });

  await t.test('what is no answer', async (t) => {
    for (const fault of [
      { kind: 'maintenancePage', httpStatus: 503 },
      { kind: 'maintenancePage', httpStatus: 403 },
      { kind: 'emptyBody', httpStatus: 500 },
      { kind: 'brokenDocument' },
      { kind: 'dropped' },
      { kind: 'endless' },
    ] as const) {
      authorities.inject(fault);
      t.match(await validator.check(sample), { outcome: 'unavailable' }, JSON.stringify(fault));
    }
  });
});

t.test('its night', async (t) => {
  let now = Temporal.Instant.from('2026-11-26T22:30:00Z');
  const night = { from: '23:00', to: '05:00' };
  const { rest } = await testAuthorities(t, { night, clock: { now: () => now } });
  t.match(await rest.check(sample), { outcome: 'unavailable', rawStatus: 'evatr-0011' });
  now = Temporal.Instant.from('2026-11-27T04:00:00Z');
  t.match(await rest.check(sample), { outcome: 'valid' });
});
