import t from 'tap';
import { registrationForm } from '../support/accounts.js';
import { eventually } from '../support/eventually.js';
import { nth, passwordPeople } from '../support/password-people.js';
import { codeAt } from '../support/totp.js';

t.test('resetting a forgotten password (A5)', async (t) => {
  const { accounts, call, newPerson, mailsTo, requestsSettled, reset, askForLink } = await passwordPeople(t);

  t.test('a forgotten one: from the request to the new password', async (t) => {
    const person = await newPerson();
    for (let index = 0; index < 5; index++) await person.signIn(nth(9));
    t.equal((await person.signIn(person.password)).statusCode, 423, 'locked');
    const token = await askForLink(person.email.toUpperCase());
    const weak = await reset(token, 'sonne');
    t.match(
      [weak.statusCode, weak.json()],
      [422, { code: 'password.not-allowed', errors: [{ pointer: '/password' }, {}, {}] }],
    );
    t.match((await reset(token, person.password)).json(), {
      code: 'password.used-before',
      errors: [{ pointer: '/password' }],
    });
    const look = () => call('GET', `/api/v1/password-resets/${token}`);
    t.equal((await look()).statusCode, 204, 'looking at a link does not use it up');
    t.equal((await reset(token, nth(1))).statusCode, 204, 'whatever the age of the old one');
    t.match([(await look()).statusCode, (await look()).json()], [409, { code: 'reset.link-used' }]);
    t.match((await call('GET', '/api/v1/password-resets/bad')).json(), { code: 'reset.link-invalid' });
    t.equal((await person.own.call('GET', '/me')).statusCode, 401, 'all sessions have ended');
    t.equal((await person.signIn(nth(1))).statusCode, 200, 'the lock is lifted');
    t.match(
      [(await reset(token, nth(2))).statusCode, (await reset(token, nth(2))).json()],
      [409, { code: 'reset.link-used' }],
    );
    t.strictSame(await person.types(), ['PasswordResetRequested', 'PasswordReset']);
    await mailsTo(person.email, 'Ihr Passwort wurde geändert');
  });

  t.test('of several links the newest counts, once, and for a day', async (t) => {
    const person = await newPerson();
    const first = await askForLink(person.email);
    await call('POST', '/api/v1/password-resets', { email: person.email });
    await requestsSettled();
    t.equal((await person.types()).length, 1, 'not more than one a minute');
    accounts.travel({ minutes: 2 });
    const second = await askForLink(person.email, 2);
    t.match((await reset(first, nth(1))).json(), { code: 'reset.link-used' });
    const forged = await reset(`${second.slice(0, -3)}abc`, nth(1));
    t.match([forged.statusCode, forged.json()], [422, { code: 'reset.link-invalid' }]);
    t.match((await reset(await accounts.linkToken(person.userName), nth(1))).json(), { code: 'reset.link-invalid' });
    accounts.travel({ hours: 25 });
    const late = await reset(second, nth(1));
    t.match([late.statusCode, late.json()], [410, { code: 'reset.link-expired' }]);
    const third = await askForLink(person.email, 3);
    const answers = await Promise.all(Array.from({ length: 4 }, (_, index) => reset(third, nth(index + 10))));
    t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [204, 409, 409, 409], 'of many at once one');
  });

  t.test('changing the password makes a link worthless', async (t) => {
    const person = await newPerson();
    accounts.travel({ hours: 48 });
    const token = await askForLink(person.email);
    t.equal((await person.change(person.password, nth(1))).statusCode, 204);
    t.match((await reset(token, nth(2))).json(), { code: 'reset.link-used' });
  });

  t.test('a reset leaves the second factor alone', async (t) => {
    const person = await newPerson();
    const { secret } = (await person.own.call('POST', '/me/totp', { password: person.password })).json();
    await person.own.call('POST', '/me/totp/confirmation', { code: codeAt(secret, accounts.clock.now()) });
    accounts.travel({ seconds: 60 });
    t.equal((await reset(await askForLink(person.email), nth(1))).statusCode, 204);
    t.match((await person.signIn(nth(1))).json(), { code: 'session.totp-required' });
    t.equal((await person.signIn(nth(1), { totp: codeAt(secret, accounts.clock.now()) })).statusCode, 200);
  });

  t.test('a request tells nothing, neither by its answer nor by what it does', async (t) => {
    const known = await newPerson();
    const rows = async () => (await accounts.pool.query('select id, kind from outbox')).rows.length;
    const seen = async (email: string) => {
      const before = await rows();
      const { statusCode, body, headers } = await call('POST', '/api/v1/password-resets', { email });
      const { 'x-request-id': _id, date: _date, ...same } = headers;
      return { statusCode, body, same: Object.keys(same).sort(), isOneRow: (await rows()) >= before + 1 };
    };
    const answers = [await seen(known.email), await seen('nobody@example.org')];
    t.match(answers[0], { statusCode: 202, body: '', isOneRow: true });
    t.strictSame(answers[0], answers[1]);
    const payloads = await accounts.pool.query('select payload::text from outbox');
    t.notMatch(JSON.stringify(payloads.rows), /example\.org/, 'no address waits in the outbox');
    await eventually(async () => ((await known.types()).length === 1 ? true : null));
    t.strictSame(await accounts.mailbox.list({ to: 'nobody@example.org' }), []);
  });

  t.test('who never confirmed the address sets a password with the link, and confirms it by that', async (t) => {
    // Who registered may not be who reads the mail.
    const stranger = registrationForm(accounts.documents);
    await call('POST', '/api/v1/accounts', stranger);
    const signIn = (password: string) => call('POST', '/api/v1/sessions', { userName: stranger.email, password });
    const token = await askForLink(stranger.email);
    t.equal((await call('GET', `/api/v1/password-resets/${token}`)).statusCode, 204);
    t.equal((await reset(token, 'sonne')).statusCode, 422);
    t.equal((await signIn(stranger.password)).statusCode, 401, 'a look and a weak password confirm nothing');
    t.equal((await reset(token, nth(1))).statusCode, 204);
    t.equal((await signIn(nth(1))).statusCode, 200);
    t.match((await signIn(stranger.password)).json(), { code: 'session.wrong-credentials' });
    t.match((await reset(token, nth(2))).json(), { code: 'reset.link-used' });
  });

  t.test('a sign-in that was overtaken by a new password opens nothing', async (t) => {
    const person = await newPerson();
    const token = await askForLink(person.email);
    const { sessions } = accounts;
    const { open } = sessions;
    t.teardown(() => Object.assign(sessions, { open }));
    (sessions as { open: typeof open }).open = async (...entry) => {
      Object.assign(sessions, { open });
      t.equal((await reset(token, nth(1))).statusCode, 204);
      return open(...entry);
    };
    const answer = await person.signIn(person.password);
    t.match([answer.statusCode, answer.json()], [401, { code: 'session.wrong-credentials' }]);
    t.strictSame(await sessions.list(person.accountId, accounts.clock.now()), []);
  });
});
