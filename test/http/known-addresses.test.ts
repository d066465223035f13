import t from 'tap';
import { caller, registrationForm, testAccounts } from '../support/accounts.js';
import { eventually } from '../support/eventually.js';

t.test('somebody registers an address that is another one’s', async (t) => {
  const accounts = await testAccounts(t);
  const call = caller(accounts.app);
  const form = () => registrationForm(accounts.documents);
  const register = (body: unknown, headers?: Record<string, string>) => call('POST', '/api/v1/accounts', body, headers);
  const signIn = (userName: string, password = 'Sonne-2026') =>
    call('POST', '/api/v1/sessions', { userName, password });

  t.test('who registers a known address meets the same as with an unknown one', async (t) => {
    const [known, unvalidated] = [{ ...form(), password: 'Known-2026' }, form()];
    await register(known);
    const token = await accounts.linkToken(known.userName);
    t.equal((await call('POST', '/api/v1/accounts/validations', { token })).statusCode, 200);
    const meets = async (email: string) => {
      const probe = { ...form(), email };
      const key = { 'idempotency-key': 'probe' };
      const codes: number[] = [];
      const attempt = async (person: object, headers = {}) =>
        void codes.push((await register(person as typeof probe, headers)).statusCode);
      await attempt(probe, key);
      await attempt(probe, key);
      await attempt({ ...form(), userName: probe.userName });
      codes.push((await signIn(probe.userName)).statusCode, (await signIn(email)).statusCode);
      accounts.travel({ hours: 7 * 24 - 1 });
      await attempt({ ...form(), userName: probe.userName });
      accounts.travel({ hours: 2 });
      await attempt({ ...form(), userName: probe.userName });
      return codes;
    };
    const found = [await meets(known.email), await meets('unknown@example.org')];
    await register(unvalidated);
    found.push(await meets(unvalidated.email));
    t.strictSame(found[0], [202, 202, 409, 403, 401, 409, 202]);
    for (const one of found) t.strictSame(one, found[0]);
  });

  t.test('who registers an address of somebody else first gets nothing of the account of its owner', async (t) => {
    const mallory = { ...form(), password: 'Mallory-2026' };
    const anna = { ...form(), email: mallory.email.toUpperCase() };
    const key = { 'idempotency-key': 'mallory' };
    t.equal((await register(mallory, key)).statusCode, 202);
    const link = await accounts.linkToken(mallory.userName);
    t.equal((await register(anna)).statusCode, 202);
    // Once it has gone out: nobody is asked for what is done.
    const mail = await eventually(async () =>
      (await accounts.mailbox.list({ to: anna.email })).find(({ text }) => text.includes(anna.userName)),
    );
    t.match(mail, { subject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse' });
    const follow = (token: string, proof = {}) => call('POST', '/api/v1/accounts/validations', { token, ...proof });
    const voided = await follow(link);
    t.match([voided.statusCode, voided.json()], [410, { code: 'validation.registration-expired' }], 'the earlier link');
    t.equal((await register(mallory, key)).statusCode, 202, 'sent again it takes nothing back');
    const hers = await accounts.linkToken(anna.userName);
    t.equal((await follow(hers, { password: anna.password })).statusCode, 200);
    t.equal((await signIn(anna.userName)).statusCode, 200);
    t.equal((await signIn(anna.email)).statusCode, 200);
    t.match((await signIn(anna.email, mallory.password)).json(), { code: 'session.wrong-credentials' });
    t.match((await signIn(mallory.userName, mallory.password)).json(), { code: 'account.not-validated' });
    t.equal((await register({ ...form(), userName: mallory.userName })).statusCode, 409, 'as if nothing had happened');
    accounts.travel({ minutes: 2 });
    t.equal((await register({ ...form(), email: anna.email })).statusCode, 202);
    t.equal((await signIn(anna.userName)).statusCode, 200, 'a validated account is replaced by nobody');
  });

  t.test('who registers an address after its owner does not win with the link that its owner follows', async (t) => {
    const anna = form();
    const mallory = { ...form(), email: anna.email, password: 'Mallory-2026' };
    t.equal((await register(anna)).statusCode, 202);
    t.equal((await register(mallory)).statusCode, 202);
    const token = await accounts.linkToken(mallory.userName);
    const follow = (proof: object) =>
      call('POST', '/api/v1/accounts/validations', { token, ...proof }, { 'accept-language': 'en' });
    const bare = await follow({});
    t.match(
      [bare.statusCode, bare.json()],
      [422, { code: 'validation.password-required', errors: [{ pointer: '/password' }] }],
    );
    const wrong = await follow({ password: anna.password });
    t.match([wrong.statusCode, wrong.json()], [403, { code: 'password.wrong', errors: [{ pointer: '/password' }] }]);
    const weak = await follow({ newPassword: 'weak' });
    t.match([weak.statusCode, weak.json()], [422, { errors: [{ pointer: '/newPassword' }] }]);
    t.equal((await signIn(mallory.userName, mallory.password)).statusCode, 403, 'nothing is open yet');
    t.equal((await follow({ newPassword: anna.password })).statusCode, 200);
    t.match((await signIn(anna.email, mallory.password)).json(), { code: 'session.wrong-credentials' });
    t.match((await signIn(mallory.userName, mallory.password)).json(), { code: 'session.wrong-credentials' });
    t.equal((await signIn(anna.email)).statusCode, 200);
    const used = await follow({ newPassword: 'Mallory-2027' });
    t.match([used.statusCode, used.json()], [409, { code: 'validation.used' }], 'once');
    t.equal((await signIn(anna.email)).statusCode, 200);
  });

  t.test('a link is looked at without being used, and guesses at the password count', async (t) => {
    const person = form();
    await register(person);
    const token = await accounts.linkToken(person.userName);
    const look = (one: string) => call('GET', `/api/v1/accounts/validations/${encodeURIComponent(one)}`);
    const follow = (proof: object) => call('POST', '/api/v1/accounts/validations', { token, ...proof });
    t.equal((await look(token)).statusCode, 204);
    t.match((await look(`${token.slice(0, -3)}abc`)).json(), { code: 'validation.link-invalid' });
    for (let guess = 0; guess < 5; guess++) {
      t.equal((await follow({ password: `Guess-${guess}` })).statusCode, 403);
    }
    const locked = await follow({ password: person.password });
    t.match([locked.statusCode, locked.json()], [423, { code: 'account.locked' }]);
    accounts.travel({ minutes: 16 });
    t.equal(
      (await follow({ newPassword: person.password })).statusCode,
      200,
      'the one of the registration, typed there',
    );
    t.equal((await signIn(person.userName)).statusCode, 200);
    t.match((await look(token)).json(), { code: 'validation.used' });
    const known = await accounts.credentials.findByUserName(person.userName);
    const { events } = await accounts.log.load(`account-${known?.accountId}`);
    t.notOk(
      events.some(({ type }) => type === 'PasswordReset'),
      'it is no new one',
    );
    accounts.travel({ minutes: -16 });
  });

  t.test('a link that is followed in the moment of another registration: one of both holds', async (t) => {
    for (let round = 0; round < 4; round++) {
      const first = form();
      await register(first);
      const token = await accounts.linkToken(first.userName);
      const second = { ...form(), email: first.email };
      const [followed, registered] = await Promise.all([
        call('POST', '/api/v1/accounts/validations', { token }),
        register(second),
      ]);
      t.equal(registered.statusCode, 202);
      const isFirst = followed.statusCode === 200;
      t.ok(isFirst || followed.statusCode === 410, `${followed.statusCode}`);
      t.equal((await signIn(first.email)).statusCode, isFirst ? 200 : 401);
      const holder = await accounts.credentials.findByEmail(first.email);
      const named = await accounts.credentials.findByUserName((isFirst ? first : second).userName);
      t.equal(holder, named?.accountId);
    }
  });
});
