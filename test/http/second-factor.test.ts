import t from 'tap';
import { createOperator } from '../../commands/account/create-operator.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { caller, registrationForm, testAccounts } from '../support/accounts.js';
import { eventually } from '../support/eventually.js';
import { codeAt } from '../support/totp.js';

t.test('two-factor sign-in', async (t) => {
  const accounts = await testAccounts(t);
  const call = caller(accounts.app);

  async function newPerson() {
    const person = registrationForm(accounts.documents);
    await call('POST', '/api/v1/accounts', person);
    const token = await accounts.linkToken(person.userName);
    const session = (await call('POST', '/api/v1/accounts/validations', { token })).json();
    const as = (accessToken: string) => (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) =>
      call(method, `/api/v1${path}`, body, { authorization: `Bearer ${accessToken}` });
    const signIn = (totp?: string, password = person.password) =>
      call('POST', '/api/v1/sessions', {
        userName: person.userName,
        password,
        ...(totp === undefined ? {} : { totp }),
      });
    return { ...person, as, own: as(session.accessToken), signIn, sessionId: session.sessionId };
  }
  async function withTotp() {
    const person = await newPerson();
    const { secret } = (await person.own('POST', '/me/totp', { password: person.password })).json();
    const code = codeAt(secret, accounts.clock.now());
    const confirmed = await person.own('POST', '/me/totp/confirmation', { code });
    accounts.travel({ seconds: 60 });
    const next = (steps = 0) => codeAt(secret, accounts.clock.now(), steps);
    return { ...person, recoveryCodes: confirmed.json().recoveryCodes as readonly string[], next };
  }
  const typesOf = async (userName: string) => {
    const known = await accounts.credentials.findByUserName(userName);
    const { events } = await accounts.log.load(`account-${AccountId.parse(known?.accountId)}`);
    return events.map(({ type }) => type).filter((type) => /Totp|Recovery/.test(type));
  };

  t.test('from the password to the recovery codes', async (t) => {
    const person = await newPerson();
    t.strictSame((await person.own('GET', '/me/totp')).json(), { enabled: false, recoveryCodesLeft: 0 });
    const other = (await person.signIn()).json();

    const refused = await person.own('POST', '/me/totp', { password: 'Sonne-2027' });
    t.match(
      [refused.statusCode, refused.json()],
      [403, { code: 'password.wrong', errors: [{ pointer: '/password' }] }],
    );
    t.match((await person.own('POST', '/me/totp/confirmation', { code: '123456' })).json(), { code: 'totp.not-begun' });
    const begun = await person.own('POST', '/me/totp', { password: person.password });
    t.equal(begun.statusCode, 201);
    t.equal(begun.headers['cache-control'], 'no-store');
    const { secret, uri, qrCode } = begun.json();
    t.match(secret, /^[A-Z2-7]{32}$/);
    const parsed = new URL(uri);
    t.match([parsed.protocol, parsed.searchParams.get('secret')], ['otpauth:', secret]);
    t.match(Buffer.from(qrCode.replace('data:image/svg+xml;base64,', ''), 'base64').toString(), /^<svg/);

    const wrong = await person.own('POST', '/me/totp/confirmation', { code: '000000' });
    t.match([wrong.statusCode, wrong.json()], [422, { code: 'totp.code-wrong', errors: [{ pointer: '/code' }] }]);
    t.equal((await person.signIn()).statusCode, 200, 'not in force yet');
    const confirmed = await person.own('POST', '/me/totp/confirmation', { code: codeAt(secret, accounts.clock.now()) });
    t.equal(confirmed.json().recoveryCodes.length, 10);
    t.match((await person.own('GET', '/me')).json(), { totpEnabled: true });
    t.match((await person.own('GET', '/me/totp')).json(), { enabled: true, recoveryCodesLeft: 10 });
    t.equal((await person.as(other.accessToken)('GET', '/me')).statusCode, 401, 'sessions without a code have ended');
    t.match((await person.own('POST', '/me/totp', { password: person.password })).json(), {
      code: 'totp.already-enabled',
    });
    t.strictSame(await typesOf(person.userName), ['TotpEnabled']);
  });

  t.test('signing in takes password and code, and each code works once', async (t) => {
    const person = await withTotp();
    const asked = await person.signIn();
    t.match([asked.statusCode, asked.json()], [401, { code: 'session.totp-required', errors: [{ pointer: '/totp' }] }]);
    t.strictSame(asked.cookies, []);
    const wrong = await person.signIn('000000');
    t.match([wrong.statusCode, wrong.json()], [401, { code: 'session.totp-wrong', errors: [{ pointer: '/totp' }] }]);
    const code = person.next();
    const opened = await person.signIn(code);
    t.equal(opened.statusCode, 200);
    t.match((await person.signIn(code)).json(), { code: 'session.totp-wrong' }, 'no replay');
    const { items } = (await person.as(opened.json().accessToken)('GET', '/me/sessions')).json();
    t.match(items[0], { id: opened.json().sessionId, current: true, secondFactor: true });
  });

  t.test('who does not know the password learns nothing of the code', async (t) => {
    const person = await withTotp();
    const answers = [
      await person.signIn(undefined, 'Sonne-2027'),
      await person.signIn(person.next(), 'Sonne-2027'),
      await call('POST', '/api/v1/sessions', { userName: 'nobody-at-all', password: 'Sonne-2027', totp: '123456' }),
    ];
    for (const answer of answers) {
      t.match([answer.statusCode, answer.json()], [401, { code: 'session.wrong-credentials' }]);
    }
    t.equal((await person.signIn(person.next())).statusCode, 200, 'nor was the code spent');
  });

  t.test('a recovery code opens a session once, and is a fact', async (t) => {
    const person = await withTotp();
    const [first = ''] = person.recoveryCodes;
    const opened = await person.signIn(first.toUpperCase());
    t.equal(opened.statusCode, 200);
    t.match((await person.signIn(first)).json(), { code: 'session.totp-wrong' });
    const own = person.as(opened.json().accessToken);
    t.match((await own('GET', '/me/totp')).json(), { recoveryCodesLeft: 9 });
    t.strictSame(await typesOf(person.userName), ['TotpEnabled', 'RecoveryCodeUsed']);
  });

  t.test('disabling takes the password and a code', async (t) => {
    const person = await withTotp();
    const disable = (password: string, code: string) => person.own('DELETE', '/me/totp', { password, code });
    t.match((await disable('Sonne-2027', person.next())).json(), { code: 'password.wrong' });
    t.match((await disable(person.password, '000000')).json(), { code: 'totp.code-wrong' });
    t.equal((await disable(person.password, person.next())).statusCode, 204);
    t.match((await disable(person.password, person.next())).json(), { code: 'totp.not-enabled' });
    t.equal((await person.signIn()).statusCode, 200);
    t.strictSame((await person.own('GET', '/me/totp')).json(), { enabled: false, recoveryCodesLeft: 0 });
    t.strictSame(await typesOf(person.userName), ['TotpEnabled', 'TotpDisabled']);

    const again = await withTotp();
    const byRecovery = await again.own('DELETE', '/me/totp', {
      password: again.password,
      code: again.recoveryCodes[3],
    });
    t.equal(byRecovery.statusCode, 204, 'a recovery code does, too');
    t.strictSame(await typesOf(again.userName), ['TotpEnabled', 'RecoveryCodeUsed', 'TotpDisabled']);
    const subjects = ['Zwei-Faktor-Anmeldung abgeschaltet', 'Ein Wiederherstellungscode wurde benutzt'];
    await eventually(async () => {
      const told = (await accounts.mailbox.list({ to: again.email })).map(({ subject }) => subject);
      return subjects.every((subject) => told.includes(subject)) ? true : null;
    });
  });

  t.test('new recovery codes without switching it off', async (t) => {
    const person = await withTotp();
    const renew = (password: string, code?: string) =>
      person.own('POST', '/me/totp/recovery-codes', { password, code });
    t.match((await renew('Sonne-2027', person.next())).json(), { code: 'password.wrong' });
    t.match((await renew(person.password, '000000')).json(), { code: 'totp.code-wrong' });
    t.equal((await renew(person.password)).statusCode, 400);
    const renewed = await renew(person.password, person.recoveryCodes[0]);
    t.equal(renewed.statusCode, 200);
    const { recoveryCodes } = renewed.json();
    t.equal(recoveryCodes.length, 10);
    t.match((await person.own('GET', '/me/totp')).json(), { enabled: true, recoveryCodesLeft: 10 });
    t.match(
      (await person.signIn(person.recoveryCodes[1])).json(),
      { code: 'session.totp-wrong' },
      'old ones are worthless',
    );
    t.equal((await person.signIn(recoveryCodes[1])).statusCode, 200);
    t.strictSame(await typesOf(person.userName), [
      'TotpEnabled',
      'RecoveryCodeUsed',
      'RecoveryCodesRenewed',
      'RecoveryCodeUsed',
    ]);
    const without = await newPerson();
    const refused = await without.own('POST', '/me/totp/recovery-codes', {
      password: without.password,
      code: '123456',
    });
    t.match([refused.statusCode, refused.json()], [409, { code: 'totp.not-enabled' }]);
  });

  t.test('its owner is told by mail', async (t) => {
    const person = await withTotp();
    const told = (subject: string) =>
      eventually(async () =>
        (await accounts.mailbox.list({ to: person.email })).find((mail) => mail.subject === subject),
      );
    t.match((await told('Zwei-Faktor-Anmeldung eingerichtet')).text, '/forgot-password');
    await person.signIn(person.recoveryCodes[0]);
    await told('Ein Wiederherstellungscode wurde benutzt');
    const renewed = await person.own('POST', '/me/totp/recovery-codes', {
      password: person.password,
      code: person.next(),
    });
    const mail = await told('Neue Wiederherstellungscodes');
    const [code] = renewed.json().recoveryCodes;
    t.notMatch(`${mail.text}${mail.html}`, code);
    accounts.travel({ seconds: 60 });
    await person.own('DELETE', '/me/totp', { password: person.password, code: person.next() });
    await told('Zwei-Faktor-Anmeldung abgeschaltet');
  });

  t.test('wrong codes count for the lock, missing ones do not', async (t) => {
    const person = await withTotp();
    for (let index = 0; index < 7; index++) t.match((await person.signIn()).json(), { code: 'session.totp-required' });
    for (let index = 0; index < 5; index++)
      t.match((await person.signIn('000000')).json(), { code: 'session.totp-wrong' });
    const locked = await person.signIn(person.next());
    t.match([locked.statusCode, locked.json()], [423, { code: 'account.locked' }]);
    t.match((await person.own('DELETE', '/me/totp', { password: person.password, code: person.next() })).json(), {
      code: 'account.locked',
    });
    accounts.travel({ minutes: 15 });
    t.equal((await person.signIn(person.next())).statusCode, 200);
  });

  t.test('a crash between secret and fact is made good at the next sign-in', async (t) => {
    const person = await newPerson();
    const known = await accounts.credentials.findByUserName(person.userName);
    const accountId = AccountId.parse(known?.accountId);
    const begun = await accounts.secondFactors.begin(accountId, 'x', accounts.clock.now());
    await accounts.secondFactors.confirm(
      accountId,
      codeAt(begun?.secret ?? '', accounts.clock.now()),
      accounts.clock.now(),
    );
    t.strictSame(await typesOf(person.userName), []);
    accounts.travel({ seconds: 60 });
    t.equal((await person.signIn(codeAt(begun?.secret ?? '', accounts.clock.now()))).statusCode, 200);
    t.strictSame(await typesOf(person.userName), ['TotpEnabled']);
  });

  t.test('roles work in sessions with a second factor only', async (t) => {
    const person = await newPerson();
    const known = await accounts.credentials.findByUserName(person.userName);
    const accountId = AccountId.parse(known?.accountId);
    const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
    const { userName, email } = person;
    await createOperator(accounts, { userName, email, language: 'de', grant: ['admin'], revoke: [] }, context);
    const code = async () => (await person.own('GET', '/office/operators')).json().code;
    t.equal(await code(), 'totp.set-up-required');
    const { secret } = (await person.own('POST', '/me/totp', { password: person.password })).json();
    t.equal(await code(), 'totp.set-up-required', 'begun is not set up');
    await person.own('POST', '/me/totp/confirmation', { code: codeAt(secret, accounts.clock.now()) });
    t.equal(await code(), undefined, 'the session that showed a code may go on');
    t.match((await person.own('GET', '/office/operators')).json().items, [{ accountId, secondFactor: true }]);

    const older = await accounts.sessions.open(
      accountId,
      { userAgent: null, secondFactor: false },
      accounts.clock.now(),
    );
    const refreshed = await call('POST', '/api/v1/sessions/refresh', { refreshToken: older.refreshToken });
    const asked = await person.as(refreshed.json().accessToken)('GET', '/office/operators');
    t.match([asked.statusCode, asked.json()], [403, { code: 'totp.sign-in-required' }]);

    accounts.travel({ hours: 12 });
    t.equal(await code(), 'totp.sign-in-required', 'a code counts for a working day');
    const disabled = { password: person.password, code: codeAt(secret, accounts.clock.now()) };
    t.equal((await person.own('DELETE', '/me/totp', disabled)).statusCode, 204);
    t.equal(await code(), 'totp.set-up-required', 'at once');
  });
});
