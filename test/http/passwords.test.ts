import t from 'tap';
import { nth, passwordPeople } from '../support/password-people.js';
import { codeAt } from '../support/totp.js';

t.test('changing passwords, and those that expire (A4)', async (t) => {
  const { accounts, call, newPerson, mailsTo } = await passwordPeople(t);

  t.test('changing it: what is needed, and what follows', async (t) => {
    const person = await newPerson();
    const early = await person.change(person.password, nth(1));
    t.match([early.statusCode, early.json()], [409, { code: 'password.too-young', detail: /48 h/ }]);
    accounts.travel({ hours: 48 });
    const { password } = (await person.own.call('GET', '/me')).json();
    t.equal(Date.parse(password.changeableFrom) - Date.parse(password.chosenAt), 48 * 3_600_000);
    t.equal(Date.parse(password.expiresAt) - Date.parse(password.chosenAt), 365 * 24 * 3_600_000);

    const wrong = await person.own.call('PUT', '/me/password', { password: nth(9), newPassword: nth(1) });
    t.match([wrong.statusCode, wrong.json()], [403, { code: 'password.wrong', errors: [{ pointer: '/password' }] }]);
    const weak = await person.own.call('PUT', '/me/password', { password: person.password, newPassword: 'sonne' });
    t.match(
      [weak.statusCode, weak.json()],
      [
        422,
        { code: 'password.not-allowed', errors: [{ pointer: '/newPassword', code: 'password.too-short' }, {}, {}] },
      ],
    );
    const same = await person.change(person.password, person.password);
    t.match(
      [same.statusCode, same.json()],
      [422, { code: 'password.used-before', errors: [{ pointer: '/newPassword' }] }],
    );
    t.strictSame(await person.types(), [], 'nothing has happened yet');

    const other = (await person.signIn(person.password)).json();
    const changed = await person.own.call('PUT', '/me/password', { password: person.password, newPassword: nth(1) });
    t.equal(changed.statusCode, 204);
    t.equal((await person.own.call('GET', '/me')).statusCode, 200, 'this session goes on');
    t.equal((await person.as(other.accessToken).call('GET', '/me')).statusCode, 401, 'the others have ended');
    t.equal((await call('POST', '/api/v1/sessions/refresh', { refreshToken: other.refreshToken })).statusCode, 401);
    t.equal((await person.signIn(person.password)).statusCode, 401);
    t.equal((await person.signIn(nth(1))).statusCode, 200);
    t.strictSame(await person.types(), ['PasswordChanged']);
    const [mail] = await mailsTo(person.email, 'Ihr Passwort wurde geändert');
    t.match(mail?.text, /forgot-password/);
    t.notMatch(mail?.text, nth(1));
    t.match((await person.change(nth(1), nth(2))).json(), { code: 'password.too-young' }, 'no second one so soon');
  });

  t.test('none of the last eight, the ninth again', async (t) => {
    const person = await newPerson();
    const used = [person.password, ...Array.from({ length: 8 }, (_, index) => nth(index + 1))];
    for (const [index, next] of used.slice(1).entries()) {
      accounts.travel({ hours: 48 });
      t.equal((await person.change(used[index] ?? '', next)).statusCode, 204, next);
    }
    accounts.travel({ hours: 48 });
    const present = used.at(-1) ?? '';
    for (const old of used.slice(1)) {
      t.match((await person.change(present, old)).json(), { code: 'password.used-before' }, old);
    }
    t.equal((await person.change(present, used[0] ?? '')).statusCode, 204);
  });

  t.test('with a second factor it takes a code', async (t) => {
    const person = await newPerson();
    accounts.travel({ hours: 48 });
    const { secret } = (await person.own.call('POST', '/me/totp', { password: person.password })).json();
    const confirmed = await person.own.call('POST', '/me/totp/confirmation', {
      code: codeAt(secret, accounts.clock.now()),
    });
    accounts.travel({ seconds: 60 });
    const change = (more: object) =>
      person.own.call('PUT', '/me/password', { password: person.password, newPassword: nth(1), ...more });
    const asked = await change({});
    const code = codeAt(secret, accounts.clock.now());
    t.match((await change({ code, newPassword: 'kurz' })).json(), { code: 'password.not-allowed' });
    t.match((await change({ code, newPassword: 'kurz' })).json(), { code: 'password.not-allowed' }, 'it costs no code');
    t.match([asked.statusCode, asked.json()], [422, { code: 'totp.code-required', errors: [{ pointer: '/code' }] }]);
    t.match((await change({ code: '000000' })).json(), { code: 'totp.code-wrong', errors: [{ pointer: '/code' }] });
    t.equal((await change({ code: confirmed.json().recoveryCodes[0] })).statusCode, 204);
    const { events } = await accounts.log.load(`account-${person.accountId}`);
    t.strictSame(
      events.slice(-2).map(({ type }) => type),
      ['RecoveryCodeUsed', 'PasswordChanged'],
    );
  });

  t.test('a wrong present password counts for the lock', async (t) => {
    const person = await newPerson();
    const wrong = () => person.own.call('PUT', '/me/password', { password: nth(9), newPassword: nth(1) });
    for (let index = 0; index < 5; index++) t.equal((await wrong()).statusCode, 403);
    t.equal((await wrong()).statusCode, 423);
  });

  t.test('an expired one opens nothing until it is replaced', async (t) => {
    const person = await newPerson();
    const early = await person.signIn(person.password, { newPassword: nth(1) });
    t.match([early.statusCode, early.json()], [409, { code: 'password.not-expired' }]);
    accounts.travel({ hours: 365 * 24 });
    t.match((await person.signIn(nth(9))).json(), { code: 'session.wrong-credentials' }, 'only who knows it hears so');
    const expired = await person.signIn(person.password);
    t.match([expired.statusCode, expired.json()], [403, { code: 'password.expired', totpRequired: false }]);
    t.strictSame(expired.cookies, []);
    const weak = await person.signIn(person.password, { newPassword: 'sonne' });
    t.match(
      [weak.statusCode, weak.json()],
      [422, { code: 'password.not-allowed', errors: [{ pointer: '/newPassword' }, {}, {}] }],
    );
    t.match((await person.signIn(person.password, { newPassword: person.password })).json(), {
      code: 'password.used-before',
    });
    const renewed = await person.signIn(person.password, { newPassword: nth(1) });
    t.equal(renewed.statusCode, 200);
    t.equal((await person.as(renewed.json().accessToken).call('GET', '/me')).statusCode, 200);
    t.equal((await person.signIn(nth(1))).statusCode, 200);
    t.strictSame(await person.types(), ['PasswordChanged']);
  });

  t.test('an expired one with a second factor takes the code, too', async (t) => {
    const person = await newPerson();
    const { secret } = (await person.own.call('POST', '/me/totp', { password: person.password })).json();
    await person.own.call('POST', '/me/totp/confirmation', { code: codeAt(secret, accounts.clock.now()) });
    accounts.travel({ hours: 365 * 24 });
    t.match((await person.signIn(person.password)).json(), { code: 'password.expired', totpRequired: true });
    t.match((await person.signIn(person.password, { newPassword: nth(1) })).json(), { code: 'session.totp-required' });
    const totp = codeAt(secret, accounts.clock.now());
    const weak = await person.signIn(person.password, { newPassword: 'kurz', totp });
    t.match(weak.json(), { code: 'password.not-allowed' });
    t.equal((await person.signIn(person.password, { newPassword: nth(1), totp })).statusCode, 200);
  });

  t.test('a crash after the password was replaced is made good at the next sign-in', async (t) => {
    const person = await newPerson();
    accounts.travel({ hours: 48 });
    const known = await accounts.credentials.findById(person.accountId);
    const to = await accounts.hasher.hash(nth(1));
    const at = accounts.clock.now();
    await accounts.credentials.changePassword(person.accountId, { from: known?.passwordHash ?? '', to, at });
    t.equal((await person.signIn(nth(1))).statusCode, 200);
    t.equal((await person.own.call('GET', '/me')).statusCode, 401, 'sessions of before have ended');
    t.equal((await person.signIn(nth(1))).statusCode, 200);
    t.strictSame(await person.types(), ['PasswordChanged'], 'noted once');
  });

  t.test('the public page tells the numbers that are applied', async (t) => {
    t.match((await call('GET', '/api/v1/public/password-policy')).json(), {
      maxAgeDays: 365,
      minAgeDays: 2,
      historyLength: 8,
    });
  });
});
