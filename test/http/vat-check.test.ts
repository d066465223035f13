import t from 'tap';
import type { VatIdValidator } from '../../commands/ports.js';
import { checkVatId } from '../../commands/account/check-vat-id.js';
import { vatIdValidator } from '../../adapters/vat/validator.js';
import { dueChecks, heldChecks } from '../../projections/identities.js';
import { Temporal } from '../../domain/kernel/time.js';
import { caller, registrationForm, testAccounts } from '../support/accounts.js';
import { eventually } from '../support/eventually.js';
import { testAuthorities } from '../support/authorities.js';
import { nextInBerlin } from '../support/travelling-clock.js';

type Accounts = Awaited<ReturnType<typeof testAccounts>>;

const company = { name: 'Musterhaus GmbH & Co KG', legalForm: 'GmbH & Co KG', vatId: 'ATU12345678' };
const address = { street: 'Musterstrasse 22', postcode: '1010', town: 'Musterort', country: 'AT' };

const germanData = {
  company: { name: 'AEI Power', legalForm: 'GmbH', vatId: 'DE147167387' },
  address: { street: 'Uracher Strasse 91', postcode: '72555', town: 'Metzingen', country: 'DE' },
};

/** Registers a business and follows the link of its mail; the rest are calls in its name. */
async function business(accounts: Accounts, changes: object = {}, language: 'de' | 'en' = 'de') {
  const form = { ...registrationForm(accounts.documents), kind: 'business', company, address, language, ...changes };
  const call = caller(accounts.app);
  const registered = await call('POST', '/api/v1/accounts', form);
  if (registered.statusCode !== 202) throw new Error(registered.body);
  const token = await accounts.linkToken(form.userName);
  const { accessToken } = (await call('POST', '/api/v1/accounts/validations', { token })).json();
  const headers = { authorization: `Bearer ${accessToken}`, 'accept-language': language };
  const known = await accounts.credentials.findByUserName(form.userName);
  const check = async () => (await call('GET', '/api/v1/me/vat-check', undefined, headers)).json();
  return {
    ...form,
    accountId: known!.accountId,
    call: (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown, more: Record<string, string> = {}) =>
      call(method, `/api/v1${path}`, body, { ...headers, ...more }),
    check,
    /** Waits until the check stands like this. */
    checkIs: (isRight: (answer: { state: string; cause: string | null }) => boolean) =>
      eventually(async () => {
        const answer = await check();
        return isRight(answer) ? answer : null;
      }),
    /** Waits for a mail with such a subject. */
    mailThat: (subject: RegExp) =>
      eventually(async () =>
        (await accounts.mailbox.list({ to: form.email })).find((mail) => subject.test(mail.subject)),
      ),
  };
}

const berlinTime = (instant: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Berlin').toPlainTime().toString();

t.test('a question at 23:30 is answered after five, with a mail; a wrong town is corrected', async (t) => {
  const authorities = await testAuthorities(t);
  const accounts = await testAccounts(t, { validator: authorities.rest, night: { from: '23:00', to: '05:00' } });
  accounts.clock.travelTo(nextInBerlin(accounts.clock, '23:30'));
  const wrong = await business(accounts, { address: { ...address, town: 'Wien' } });
  const waiting = await wrong.checkIs(({ cause }) => cause === 'night');
  t.match(waiting, {
    state: 'pending',
    authority: 'BZST',
    services: 'service.vat-id-pending',
    findings: { length: 0 },
  });
  t.match(berlinTime(waiting.nextAttemptAt), /^05:0\d:/);
  t.equal(authorities.questions.length, 0, 'nobody was asked at night');

  accounts.clock.travelTo(Temporal.Instant.from(waiting.nextAttemptAt));
  const differing = await wrong.checkIs(({ state }) => state === 'differences');
  t.match(differing, {
    cause: null,
    nextAttemptAt: null,
    findings: [{ pointer: '/address/town', code: 'vat-check.town-differs', message: /^Der Ort weicht/ }],
    services: null,
    purchases: 'purchase.data-differs',
  });
  t.equal(authorities.questions.length, 1);
  const mail = await wrong.mailThat(/weichen/);
  t.match(mail, { subject: /weichen von der Registrierung/, text: /wie angekündigt[^]*Ort: weicht ab/ });

  t.match((await wrong.call('PATCH', '/me', { address: { postcode: '10109' } })).json(), {
    errors: [{ pointer: '/address/postcode', code: 'postcode', message: /1010/ }],
  });
  const patched = await wrong.call('PATCH', '/me', { address: { town: 'Musterort' } });
  t.match([patched.statusCode, patched.json()], [200, { address: { town: 'Musterort', country: 'AT' } }]);
  const right = await wrong.checkIs(({ state }) => state === 'valid');
  t.match(right, { findings: { length: 0 }, services: null, purchases: null, simulated: false });
  t.notMatch((await wrong.mailThat(/ist bestätigt/)).text, /wie angekündigt/, 'this one did not wait');
  t.match((await wrong.call('GET', '/me')).json(), { address: { town: 'Musterort' } });
});

t.test('letters that the check does not take', async (t) => {
  const authorities = await testAuthorities(t, {
    businesses: [
      { vatId: 'ATU12345678', name: 'Muller & Sohne GmbH', street: 'Strasse 12-14', postcode: '1010', town: 'Wien' },
    ],
  });
  const accounts = await testAccounts(t, { validator: authorities.rest });
  const umlauts = await business(
    accounts,
    {
      company: { ...company, name: 'Müller & Söhne', legalForm: 'GmbH' },
      address: { ...address, street: 'Straße 12/14', town: 'Wien' },
    },
    'en',
  );
  const findings = [
    {
      pointer: '/company/name',
      code: 'vat-check.characters-not-allowed',
      message: /: ü ö\. Please/,
      suggestion: 'Mueller & Soehne GmbH',
    },
    { pointer: '/address/street', message: /: ß \//, suggestion: 'Strasse 12-14' },
  ];
  t.match(await umlauts.check(), { state: 'incomplete', findings, services: 'service.data-incomplete' });
  const asked = await umlauts.call('POST', '/me/vat-check');
  t.match(
    [asked.statusCode, asked.json()],
    [422, { code: 'vat-check.data-incomplete', errors: [{ pointer: '/company/name' }, {}] }],
  );
  const illegal = await umlauts.call('PATCH', '/me', { spelling: { name: 'Müller' } });
  t.match(
    [illegal.statusCode, illegal.json()],
    [422, { errors: [{ pointer: '/spelling/name', message: /Only Latin/ }] }],
  );

  await umlauts.call('PATCH', '/me', { spelling: { name: 'Mueller & Soehne GmbH', street: 'Strasse 12-14' } });
  const differing = await umlauts.checkIs(({ state }) => state === 'differences');
  t.match(differing, {
    findings: [{ pointer: '/company/name' }],
    spelling: { name: 'Mueller & Soehne GmbH', town: null },
  });
  await umlauts.call('PATCH', '/me', { spelling: { name: 'Muller & Sohne GmbH' } });
  await umlauts.checkIs(({ state }) => state === 'valid');
  t.match(
    (await umlauts.call('GET', '/me')).json(),
    { company: { name: 'Müller & Söhne' } },
    'the spelling of its owner stays',
  );

  const spellings = await umlauts.call('POST', '/public/latin-spellings', {
    name: 'Meßner',
    legalForm: 'KG',
    town: 'Linz',
  });
  t.match(spellings.json(), {
    name: { text: 'Meßner KG', characters: ['ß'], suggestion: 'Messner KG' },
    town: { characters: { length: 0 } },
  });
});

t.test('the spelling can be given with the registration', async (t) => {
  const authorities = await testAuthorities(t);
  const accounts = await testAccounts(t, { validator: authorities.rest });
  const spelt = await business(accounts, {
    address: { ...address, street: 'Musterstraße 22' },
    spelling: { street: 'Musterstrasse 22' },
  });
  t.match(await spelt.checkIs(({ state }) => state === 'valid'), { spelling: { street: 'Musterstrasse 22' } });
  const form = { ...registrationForm(accounts.documents), kind: 'business', company, address };
  const wrong = await caller(accounts.app)('POST', '/api/v1/accounts', { ...form, spelling: { town: 'Köln' } });
  t.match([wrong.statusCode, wrong.json()], [422, { errors: [{ pointer: '/spelling/town' }] }]);
  const malformed = await caller(accounts.app)('POST', '/api/v1/accounts', {
    ...form,
    company: { ...company, vatId: 'AT1' },
  });
  t.match(
    [malformed.statusCode, malformed.json()],
    [422, { errors: [{ pointer: '/company/vatId', code: 'details.vat-id-malformed' }] }],
  );
});

t.test('an authority that is away, busy, or refuses us', async (t) => {
  const authorities = await testAuthorities(t);
  const accounts = await testAccounts(t, { validator: authorities.rest });
  authorities.inject({ kind: 'maintenancePage', httpStatus: 503 });
  const german = await business(accounts, germanData);
  const away = await german.checkIs(({ cause }) => cause === 'unavailable');
  t.match(away, { state: 'pending', authority: 'VIES', nextAttemptAt: /T/ });
  authorities.inject({ kind: 'vies', code: 'IP_BLOCKED' });
  accounts.clock.travelTo(Temporal.Instant.from(away.nextAttemptAt));
  const refused = await german.checkIs(({ cause }) => cause === 'refused');
  t.match(refused, { state: 'pending', nextAttemptAt: null }, 'not before the operator mended it');
  t.strictSame(await heldChecks(accounts.db), [{ accountId: german.accountId, state: 'DE' }]);

  authorities.inject(null);
  accounts.travel({ minutes: 11 });
  t.equal((await german.call('POST', '/me/vat-check')).statusCode, 202);
  t.match(
    await german.checkIs(({ state }) => state === 'valid'),
    { findings: { length: 0 } },
    'Germany tells nothing else',
  );
  const again = await german.call('POST', '/me/vat-check');
  t.match([again.statusCode, again.json().state], [202, 'valid'], 'the last answer still counts');
});

t.test('several nodes, one effect; a start takes up what waited for it', async (t) => {
  const authorities = await testAuthorities(t);
  const accounts = await testAccounts(t, { validator: null });
  const waiting = await business(accounts);
  const { log, clock, db } = accounts;
  const deps = { log, clock, night: null, random: () => 0.5 };
  const nobody = { ...deps, validator: vatIdValidator({ VIES: null, BZST: null }) };
  const { accountId } = waiting;
  await eventually(async () =>
    (await dueChecks(db, clock.now(), { limit: 9, withoutStates: [] })).length === 1 ? true : null,
  );

  await checkVatId(nobody, accountId);
  await waiting.checkIs(({ cause }) => cause === 'notConfigured');
  const heads = async () => (await log.load(`account-${accountId}`)).events.map(({ type }) => type);
  const before = await heads();
  await checkVatId(nobody, accountId);
  await checkVatId(nobody, accountId, { isMended: true });
  t.strictSame(await heads(), before, 'a restart without a service adds nothing');
  t.strictSame(await dueChecks(db, clock.now(), { limit: 9, withoutStates: [] }), []);

  const mended = { ...deps, validator: authorities.rest };
  await Promise.all([1, 2, 3].map(() => checkVatId(mended, accountId, { isMended: true })));
  t.strictSame(await heads(), [...before, 'VatIdChecked'], 'three nodes, one verdict');
  await waiting.checkIs(({ state }) => state === 'valid');
  await checkVatId(mended, accountId, { isMended: true });
  t.strictSame(await heads(), [...before, 'VatIdChecked']);
});

t.test('a state that is slow to answer holds up nobody else', async (t) => {
  const authorities = await testAuthorities(t);
  let answer: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  const asked: string[] = [];
  const validator: VatIdValidator = {
    async check(question) {
      asked.push(question.vatId.slice(0, 2));
      if (question.vatId.startsWith('AT')) await slow;
      return authorities.rest.check(question);
    },
  };
  const accounts = await testAccounts(t, { validator });
  const austrian = await business(accounts);
  await eventually(async () => asked.includes('AT') || null);
  const german = await business(accounts, germanData);
  await german.checkIs(({ state }) => state === 'valid');
  t.match(await austrian.check(), { state: 'pending' }, 'it still waits');
  t.equal(asked.filter((state) => state === 'AT').length, 1, 'and is asked once');
  answer();
  await austrian.checkIs(({ state }) => state === 'valid');
});

t.test('a repeated correction is one', async (t) => {
  const accounts = await testAccounts(t, { validator: null });
  const it = await business(accounts);
  const key = { 'idempotency-key': 'one' };
  const once = await it.call('PATCH', '/me', { address: { town: 'Graz' } }, key);
  const twice = await it.call('PATCH', '/me', { address: { town: 'Graz' } }, key);
  t.strictSame([once.statusCode, twice.statusCode, twice.headers['etag']], [200, 200, once.headers['etag']]);
  const stale = await it.call('PATCH', '/me', { address: { town: 'Linz' } }, { 'if-match': '"1"' });
  t.equal(stale.statusCode, 412);
});
