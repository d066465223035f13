import fc from 'fast-check';
import t from 'tap';
import { devMailboxRoutes } from '../../http/routes/dev-mailbox.js';
import { portalRoutes } from '../../http/routes/portal.js';
import { testApp } from '../support/app.js';
import { caller, eventually, registrationForm, testAccounts } from '../support/accounts.js';

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
    for (const userName of ['paul.ocean', 'PAUL.OCEAN', 'раul.осеаn', 'ｐaul.ocean']) {
      const taken = await register({ ...form(), userName }, { 'accept-language': 'de' });
      t.equal(taken.statusCode, 409, userName);
      t.match(taken.json(), {
        code: 'account.user-name-taken',
        title: 'Dieser Benutzername ist vergeben',
        errors: [{ pointer: '/userName', code: 'account.user-name-taken' }],
      });
    }
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

  t.test('who registers a known address meets the same as with an unknown one', async (t) => {
    const known = form();
    await register(known);
    const meets = async (email: string) => {
      const probe = { ...form(), email };
      const key = { 'idempotency-key': 'probe' };
      const codes: number[] = [];
      const attempt = async (person: object, headers = {}) =>
        void codes.push((await register(person as typeof probe, headers)).statusCode);
      await attempt(probe, key);
      await attempt(probe, key);
      await attempt({ ...form(), userName: probe.userName });
      codes.push((await signIn(probe.userName)).statusCode);
      accounts.travel({ hours: 7 * 24 - 1 });
      await attempt({ ...form(), userName: probe.userName });
      accounts.travel({ hours: 2 });
      await attempt({ ...form(), userName: probe.userName });
      return codes;
    };
    const found = [await meets(known.email), await meets('unknown@example.org')];
    t.strictSame(found[0], [202, 202, 409, 403, 409, 202]);
    t.strictSame(found[1], found[0]);
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

  t.test('every wrong field is named', async (t) => {
    const answer = await register(
      { ...form(), kind: 'business', password: 'abc', accepted: { terms: '1999-01-01', privacy: '1999-01-01' } },
      { 'accept-language': 'de' },
    );
    t.equal(answer.statusCode, 422);
    t.strictSame(
      answer.json().errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code]),
      [
        ['/company', 'account.company-required'],
        ['/password', 'password.too-short'],
        ['/password', 'password.digit-missing'],
        ['/password', 'password.special-character-missing'],
        ['/accepted/terms', 'documents.version-unknown'],
        ['/accepted/privacy', 'documents.version-unknown'],
      ],
    );
    t.equal(answer.json().errors[1].message, 'Mindestens 8 Zeichen.');
    const company = { name: 'Solarhof', legalForm: 'GmbH' };
    t.match((await register({ ...form(), company })).json().errors, [{ pointer: '/company' }]);
  });

  t.test('what does not fit the form is refused with a pointer, and nothing breaks', async (t) => {
    const good = form();
    const bad: readonly (readonly [string, unknown])[] = [
      ['/userName', { ...good, userName: 17 }],
      ['/userName', { ...good, userName: 'x' }],
      ['/userName', { ...good, userName: 'a'.repeat(100_000) }],
      ['/userName', { ...good, userName: 'evil\u202ename' }],
      ['/userName', { ...good, userName: '<b>name</b>' }],
      ['/email', { ...good, email: 'nobody' }],
      ['/email', { ...good, email: 'a@example.org\r\nBcc: all@example.org' }],
      ['/email', { ...good, email: ['a@example.org', 'b@example.org'] }],
      ['/password', { ...good, password: null }],
      ['/password', { ...good, password: 'aA1-'.repeat(1_000) }],
      ['/kind', { ...good, kind: 'admin' }],
      ['/address/country', { ...good, address: { ...good.address, country: 'Germany' } }],
      ['/address/postcode', { ...good, address: { ...good.address, postcode: '7255' } }],
      ['/person/lastName', { ...good, person: { firstName: 'Anna' } }],
      ['/person/role', { ...good, person: { ...good.person, role: 'admin' } }],
      ['/isAdmin', { ...good, isAdmin: true }],
      ['/accepted', { ...good, accepted: true }],
      ['', []],
      ['', 'text'],
    ];
    for (const [pointer, body] of bad) {
      const answer = await call('POST', '/api/v1/accounts', JSON.stringify(body), {
        'content-type': 'application/json',
      });
      t.equal(answer.statusCode, 400, `${pointer} ${JSON.stringify(body).slice(0, 60)}`);
      t.ok(
        answer.json().errors.some((error: { pointer: string }) => error.pointer === pointer),
        pointer,
      );
    }
    const repeated = await accounts.credentials.findByUserName(good.userName);
    t.equal(repeated, null, 'nothing was reserved');
    for (const body of [{}, { token: 7 }, { token: 'x'.repeat(501) }, { token: 'x', more: 1 }]) {
      t.equal((await call('POST', '/api/v1/accounts/validations', body)).statusCode, 400);
    }
  });

  t.test('any JSON gets an answer that is no failure of ours', async () => {
    const good = form();
    const field = fc.constantFrom(...Object.keys(good), 'company', 'more');
    await fc.assert(
      fc.asyncProperty(field, fc.jsonValue({ maxDepth: 3 }), async (name, value) => {
        const answer = await register({ ...good, [name]: value });
        return [202, 400, 409, 422].includes(answer.statusCode);
      }),
      { numRuns: 60 },
    );
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
    const history = await accounts.log.load(`account-${holder}`);
    t.equal(history.events.at(-1)?.type, 'ValidationMailRequested');
  });

  t.test('the mailbox of development shows mails and runs nothing', async (t) => {
    const person = { ...form(), person: { firstName: '<img src=x>', lastName: 'Wirt' } };
    await register(person);
    const mail = await eventually(async () => (await accounts.mailbox.list({ to: person.email }))[0]);
    const page = await call('GET', '/dev/mailbox');
    t.match(page.headers['content-security-policy'], /default-src 'none'/);
    t.match(page.body, `/dev/mails/${mail.id}`);
    const shown = await call('GET', `/dev/mails/${mail.id}`);
    t.match(shown.headers['content-security-policy'], /default-src 'none'/);
    t.match(shown.body, '<base target="_blank">');
    t.notMatch(shown.body, '<img');
    for (const id of ['0', 'x', '9'.repeat(30)]) t.equal((await call('GET', `/dev/mails/${id}`)).statusCode, 404);
  });

  t.test('the mailbox of development is for this machine only, unless it is opened', async (t) => {
    const portal = {
      development: true,
      operatorName: 'Test',
      publicUrl: 'http://127.0.0.1:3000',
      smtpUrl: null,
      mapTiles: null,
    };
    const { mailbox } = accounts;
    const seenFrom = async (isMailboxOpen: boolean, remoteAddress: string, headers = {}) => {
      const routes = [
        devMailboxRoutes({ mailbox, isMailboxOpen }),
        portalRoutes({ ...portal, isMailboxOpen }, '1.2.3'),
      ];
      const app = await testApp(t, { routes });
      const statusOf = async (url: string) => (await app.inject({ url, remoteAddress, headers })).statusCode;
      const told = (await app.inject({ url: '/api/v1/public/portal', remoteAddress, headers })).json();
      t.equal(told.version, '1.2.3');
      const statuses = [await statusOf('/dev/mails'), await statusOf('/dev/mails/1'), await statusOf('/dev/mailbox')];
      t.equal(told.mailbox, statuses[0] === 200 ? 'http://127.0.0.1:3000/dev/mailbox' : null);
      return statuses;
    };
    const [shown, hidden] = [
      [200, 200, 200],
      [404, 404, 404],
    ];
    for (const own of ['127.0.0.1', '127.3.2.1', '::1', '::ffff:127.0.0.1'])
      t.strictSame(await seenFrom(false, own), shown, own);
    for (const other of ['10.1.2.3', '192.168.1.2', '::ffff:10.1.2.3', 'fe80::1', '2001:db8::1'])
      t.strictSame(await seenFrom(false, other), hidden, other);
    t.strictSame(await seenFrom(false, '127.0.0.1', { 'x-forwarded-for': '10.1.2.3' }), hidden, 'behind a proxy');
    t.strictSame(await seenFrom(true, '10.1.2.3'), shown, 'opened');
  });

  t.test('too many registrations from one address are slowed down', async (t) => {
    const answers = [];
    for (let i = 0; i < 31; i++) {
      answers.push(await accounts.app.inject({ method: 'POST', url: '/api/v1/accounts', payload: {} }));
    }
    t.equal(answers[29]?.statusCode, 400);
    t.equal(answers[30]?.statusCode, 429);
    t.ok(answers[30]?.headers['retry-after']);
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
