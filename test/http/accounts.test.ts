import t from 'tap';
import { caller, registrationForm, testAccounts } from '../support/accounts.js';
import { eventually } from '../support/eventually.js';

t.test('accounts', async (t) => {
  const accounts = await testAccounts(t);
  const call = caller(accounts.app);
  const form = () => registrationForm(accounts.documents);
  const register = (body: unknown, headers?: Record<string, string>) => call('POST', '/api/v1/accounts', body, headers);
  const signIn = (userName: string, password = 'Sonne-2026') =>
    call('POST', '/api/v1/sessions', { userName, password });

  t.test('from the form to the first page', async (t) => {
    const anna = {
      ...form(),
      kind: 'business',
      company: { name: 'Solarhof', legalForm: 'GmbH', vatId: 'DE147167387' },
    };
    const registered = await register(anna);
    t.equal(registered.statusCode, 202);
    t.strictSame(registered.json(), { userName: anna.userName, email: anna.email });

    const early = await signIn(anna.userName);
    t.match([early.statusCode, early.json()], [403, { code: 'account.not-validated' }]);
    t.match(early.headers['content-type'], 'application/problem+json');

    const mails = await eventually(async () => {
      const { items } = (await call('GET', `/dev/mails?to=${anna.email}`)).json();
      return items.length === 0 ? null : items;
    });
    t.equal(mails.length, 1);
    t.match(mails[0], { to: anna.email, subject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse', html: anna.userName });
    const token = new URL(/http\S+\/validate\?token=\S+/.exec(mails[0].text)?.[0] ?? '').searchParams.get('token');
    const validated = await call('POST', '/api/v1/accounts/validations', { token });
    t.equal(validated.statusCode, 200);
    const session = validated.json();
    const [access, refresh] = validated.cookies;
    t.match(access, { name: 'sitelink_access', httpOnly: true, sameSite: 'Strict', path: '/' });
    t.match(refresh, { name: 'sitelink_refresh', httpOnly: true, sameSite: 'Strict', path: '/api/v1/sessions' });
    t.notOk(access?.secure, 'not over plain http');
    const claims = JSON.parse(Buffer.from(session.accessToken.split('.')[1], 'base64url').toString());
    t.equal(claims.exp - claims.iat, 15 * 60);

    const me = await call('GET', '/api/v1/me', undefined, { cookie: `sitelink_access=${access?.value}` });
    t.equal(me.statusCode, 200);
    t.match(me.json(), {
      userName: anna.userName,
      email: anna.email,
      kind: 'business',
      company: { name: 'Solarhof', legalForm: 'GmbH', vatId: 'DE147167387' },
      address: { country: 'DE' },
      acceptedDocuments: [
        { kind: 'terms', version: anna.accepted.terms },
        { kind: 'privacy', version: anna.accepted.privacy },
      ],
      sessionId: session.sessionId,
    });
    t.match(me.headers['etag'], /^"[34]"$/, 'the check of the VAT id may have been quicker');

    const again = await call('POST', '/api/v1/accounts/validations', { token });
    t.match([again.statusCode, again.json()], [409, { code: 'validation.used' }]);
    t.equal((await signIn(anna.userName.toUpperCase())).statusCode, 200, 'case does not count');
  });

  t.test('links that are forged or too old', async (t) => {
    const person = form();
    await register(person);
    const token = await accounts.linkToken(person.userName);
    const forged = await call('POST', '/api/v1/accounts/validations', { token: `${token.slice(0, -3)}abc` });
    t.match([forged.statusCode, forged.json()], [422, { code: 'validation.link-invalid' }]);
    accounts.travel({ hours: 73 });
    const late = await call('POST', '/api/v1/accounts/validations', { token });
    t.match([late.statusCode, late.json()], [410, { code: 'validation.link-expired' }]);
    accounts.travel({ hours: -73 });
  });

  t.test('names and addresses that are taken', async (t) => {
    const first = { ...form(), userName: 'Paul.Ocean' };
    t.equal((await register(first)).statusCode, 202);
    // The last one is Cyrillic as a whole; what is so in part is refused for itself.
    t.equal((await register({ ...form(), userName: 'Coxo.Epc' })).statusCode, 202);
    for (const userName of ['paul.ocean', 'PAUL.OCEAN', 'ｐaul.ocean', 'сохо.ерс']) {
      const taken = await register({ ...form(), userName }, { 'accept-language': 'de' });
      t.equal(taken.statusCode, 409, userName);
      t.match(taken.json(), {
        code: 'account.user-name-taken',
        title: 'Dieser Benutzername ist vergeben',
        errors: [{ pointer: '/userName', code: 'account.user-name-taken' }],
      });
    }
    const token = await accounts.linkToken(first.userName);
    t.equal((await call('POST', '/api/v1/accounts/validations', { token })).statusCode, 200);
    accounts.travel({ minutes: 5 });
    const second = { ...form(), email: first.email.toUpperCase() };
    const answer = await register(second);
    t.equal(answer.statusCode, 202, 'nobody learns who has an account');
    t.strictSame(answer.json(), { userName: second.userName, email: second.email });
    t.match((await signIn(second.userName)).json(), { code: 'account.not-validated' }, 'nor by signing in');
    t.match((await signIn(second.userName, 'Other-2026')).json(), { code: 'session.wrong-credentials' });
    const holder = await accounts.credentials.findByEmail(first.email);
    const history = await accounts.log.load(`account-${holder}`);
    t.equal(history.events.at(-1)?.type, 'RegistrationRepeated', 'its owner is told');
    await eventually(async () =>
      (await accounts.mailbox.list({ to: first.email })).find((mail) => mail.subject.startsWith('Sie haben bereits')),
    );
  });

  t.test('a user name that looks like an address is one’s own', async (t) => {
    const victim = form();
    await register(victim);
    const own = { ...form(), userName: `own-${victim.email}`, email: `OWN-${victim.email}` };
    t.equal((await register(own)).statusCode, 202);
    for (const [language, message] of [
      ['de', /darf nur Ihre eigene Adresse sein/],
      ['en', /can only be your own address/],
    ] as const) {
      const refused = await register({ ...form(), userName: victim.email }, { 'accept-language': language });
      t.match(refused.json(), {
        ...{ status: 422, code: 'account.registration-invalid' },
        errors: [{ pointer: '/userName', code: 'account.user-name-is-address', message }],
      });
    }
  });

  t.test('a user name is written in letters of one script', async (t) => {
    const { userName } = form();
    for (const [language, message] of [
      ['de', /einer einzigen Schrift/],
      ['en', /one script only/],
    ] as const) {
      const refused = await register({ ...form(), userName: `${userName}а` }, { 'accept-language': language });
      t.match(refused.json(), { errors: [{ pointer: '/userName', code: 'account.user-name-deceptive', message }] });
    }
    t.equal((await register({ ...form(), userName: `Юрий.${Date.now()}` })).statusCode, 202);
  });

  t.test('who has an address as user name signs in, whoever registers with that address', async (t) => {
    const person = form();
    const name = { ...person, userName: person.email };
    await register(name);
    await call('POST', '/api/v1/accounts/validations', { token: await accounts.linkToken(name.userName) });
    const known = await accounts.credentials.findByUserName(name.userName);
    await accounts.credentials.changeEmail(known?.accountId as never, `new-${person.email}`, accounts.clock.now());
    t.equal((await register({ ...form(), email: person.email, password: 'Other-2026' })).statusCode, 202);
    t.equal((await signIn(person.email)).statusCode, 200);
    t.match((await signIn(person.email, 'Other-2026')).json(), { code: 'session.wrong-credentials' });
  });

  t.test('the same form sent again with its key is one account', async (t) => {
    const person = form();
    const key = { 'idempotency-key': 'one-click' };
    const [first, second] = [await register(person, key), await register(person, key)];
    t.strictSame([first.statusCode, second.statusCode], [202, 202]);
    t.equal((await register({ ...person, email: 'other@example.org' }, key)).statusCode, 409, 'another form is not');
  });

  t.test('a key of the caller neither validates an account nor opens a second session', async (t) => {
    const person = form();
    const key = { 'idempotency-key': 'one-key-for-all' };
    await register(person, key);
    const token = await accounts.linkToken(person.userName);
    const follow = () => call('POST', '/api/v1/accounts/validations', { token }, key);
    t.equal((await follow()).statusCode, 200);
    t.equal((await signIn(person.userName)).statusCode, 200, 'validated indeed');
    const again = await follow();
    t.match([again.statusCode, again.json()], [409, { code: 'validation.used' }]);
  });

  t.test('of many registrations of one name at once, one wins', async (t) => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => register({ ...form(), userName: 'Rush' })));
    t.strictSame(answers.map((answer) => answer.statusCode).sort(), [202, 409, 409, 409, 409, 409]);
  });

  t.test('a reservation that a crash left behind is taken over, a registered one is not', async (t) => {
    const person = form();
    const passwordHash = await accounts.hasher.hash('Other-2026');
    const at = accounts.clock.now();
    const accountId = '0d3f4a5e-1111-4222-8333-944445555666' as never;
    await accounts.credentials.reserve({ ...person, accountId, passwordHash, at });
    t.equal((await register(person)).statusCode, 409, 'not at once');
    t.equal((await signIn(person.userName, 'Other-2026')).statusCode, 401, 'and it opens nothing');
    accounts.travel({ minutes: 3 });
    t.equal((await register(person)).statusCode, 202);
    await accounts.db
      .updateTable('credentials')
      .set({ confirmed_at: null })
      .where('user_name_key', '=', person.userName)
      .execute();
    accounts.travel({ minutes: 3 });
    t.equal((await register({ ...form(), userName: person.userName })).statusCode, 409, 'the log knows the account');
  });

  t.test('an account that was never validated gives its name and its address up after 7 days', async (t) => {
    const first = form();
    t.equal((await register(first)).statusCode, 202);
    const oldHolder = await accounts.credentials.findByUserName(first.userName);
    accounts.travel({ hours: 7 * 24 - 1 });
    t.equal((await register({ ...form(), userName: first.userName })).statusCode, 409, 'not before');
    const token = await accounts.linkToken(first.userName);
    accounts.travel({ hours: 2 });
    const second = { ...form(), userName: first.userName.toUpperCase() };
    t.equal((await register(second)).statusCode, 202, 'the name');
    const third = { ...form(), email: first.email };
    t.equal((await register(third)).statusCode, 202);
    t.not(await accounts.credentials.findByEmail(first.email), oldHolder?.accountId, 'and the address');
    t.match((await signIn(third.userName)).json(), { code: 'account.not-validated' });
    t.equal((await signIn(first.userName)).json().code, 'account.not-validated', 'as the second one');

    const late = await call('POST', '/api/v1/accounts/validations', { token }, { 'accept-language': 'en' });
    t.match(
      [late.statusCode, late.json()],
      [410, { code: 'validation.registration-expired', detail: /register again/ }],
    );
    const link = await accounts.linkToken(second.userName);
    t.equal((await call('POST', '/api/v1/accounts/validations', { token: link })).statusCode, 200);
    accounts.travel({ hours: 30 * 24 });
    t.equal((await register({ ...form(), userName: first.userName })).statusCode, 409, 'a validated one never does');
    accounts.travel({ hours: -(37 * 24 + 1) });
  });

  t.test('masses of registrations from one connection are slowed, and told when to go on', async (t) => {
    const from = '2001:db8:9:9::1';
    const send = (person: object) =>
      accounts.app.inject({
        method: 'POST',
        url: '/api/v1/accounts',
        payload: person,
        headers: { 'accept-language': 'en' },
        remoteAddress: from,
      });
    t.equal((await send({ ...form(), password: 'weak' })).statusCode, 422, 'what is wrong does not count');
    const first = form();
    await send(first);
    t.equal((await send({ ...form(), email: first.email })).statusCode, 202, 'a known address counts like another');
    // The other nodes.
    for (let sent = 2; sent < 30; sent++) await accounts.registrations.begin(from, accounts.clock.now());
    const waiting = form();
    const refused = await send(waiting);
    t.match([refused.statusCode, refused.json()], [429, { code: 'account.registrations-slowed', detail: /in 1 min/ }]);
    const seconds = Number(refused.headers['retry-after']);
    t.ok(seconds > 0 && seconds <= 60, `${seconds} s`);
    t.equal(await accounts.credentials.findByUserName(waiting.userName), null, 'nothing was kept, and no mail sent');
    accounts.travel({ seconds: 60 });
    t.equal((await send(waiting)).statusCode, 202);
    t.equal((await send(form())).statusCode, 429);
    t.equal((await register(form())).statusCode, 202, 'others notice nothing');
    accounts.travel({ seconds: -60 });
  });

  t.test('the mail can be asked for again, whether or not there is an account', async (t) => {
    const person = form();
    await register(person);
    accounts.travel({ minutes: 2 });
    for (const email of [person.email, 'nobody@example.org']) {
      const guess = { 'if-match': '"99"' };
      const answer = await call('POST', '/api/v1/accounts/validations/resend', { email }, guess);
      t.strictSame([answer.statusCode, answer.body], [202, '']);
    }
    const holder = await accounts.credentials.findByEmail(person.email);
    await eventually(async () =>
      (await accounts.log.load(`account-${holder}`)).events.find(({ type }) => type === 'ValidationMailRequested'),
    );
  });

  t.test('no password, address or name is stored in the log or the outbox in clear', async (t) => {
    const person = { ...form(), person: { firstName: 'Unverwechselbar', lastName: 'Wirt' } };
    await register(person);
    const { rows } = await accounts.pool.query(
      'select to_jsonb(e) as event from log.events e union all select to_jsonb(o) from outbox o',
    );
    const log = JSON.stringify(rows);
    for (const secret of [person.password, person.email, person.userName, 'Unverwechselbar']) {
      t.notOk(log.includes(secret), secret);
    }
  });
});
