import t from 'tap';
import { caller, registrationForm, testAccounts } from '../support/accounts.js';

t.test('sessions', async (t) => {
  const accounts = await testAccounts(t, { publicUrl: 'https://portal.example' });
  const call = caller(accounts.app);
  const person = registrationForm(accounts.documents);
  await call('POST', '/api/v1/accounts', person);
  await call('POST', '/api/v1/accounts/validations', { token: await accounts.linkToken(person.userName) });
  const signIn = async () =>
    (await call('POST', '/api/v1/sessions', { userName: person.userName, password: person.password })).json();
  const meStatus = async (accessToken: string) =>
    (await call('GET', '/api/v1/me', undefined, { authorization: `Bearer ${accessToken}` })).statusCode;

  t.test('wrong name and wrong password look the same', async (t) => {
    const wrong = await call('POST', '/api/v1/sessions', { userName: person.userName, password: 'Sonne-2027' });
    const unknown = await call('POST', '/api/v1/sessions', { userName: 'nobody', password: 'Sonne-2027' });
    const { requestId: _one, ...wrongBody } = wrong.json();
    const { requestId: _two, ...unknownBody } = unknown.json();
    t.strictSame([wrong.statusCode, wrongBody], [401, unknownBody]);
    t.equal(wrongBody.code, 'session.wrong-credentials');
    t.strictSame(wrong.cookies, []);
    for (const body of [{}, { userName: {}, password: [] }, { userName: 'a', password: 'b', admin: true }]) {
      t.equal((await call('POST', '/api/v1/sessions', body)).statusCode, 400);
    }
  });

  t.test('the e-mail address serves as a name, too', async (t) => {
    const { email, password } = person;
    const byEmail = await call('POST', '/api/v1/sessions', { userName: email.toUpperCase(), password });
    t.equal(byEmail.statusCode, 200);
    const wrong = await call('POST', '/api/v1/sessions', { userName: email, password: 'Sonne-2027' });
    t.match([wrong.statusCode, wrong.json()], [401, { code: 'session.wrong-credentials' }]);
  });

  t.test('a refresh token works once, from the body or from the cookie', async (t) => {
    const first = await signIn();
    const second = await call('POST', '/api/v1/sessions/refresh', { refreshToken: first.refreshToken });
    t.equal(second.statusCode, 200);
    t.equal(second.json().sessionId, first.sessionId);
    t.ok(
      second.cookies.every((cookie) => cookie.secure === true),
      'secure over https',
    );
    t.equal(await meStatus(second.json().accessToken), 200);

    const reused = await call('POST', '/api/v1/sessions/refresh', { refreshToken: first.refreshToken });
    t.match([reused.statusCode, reused.json()], [401, { code: 'session.refresh-refused' }]);

    const cookie = `sitelink_refresh=${second.json().refreshToken}`;
    const third = await call('POST', '/api/v1/sessions/refresh', undefined, { cookie });
    t.equal(third.statusCode, 200);
    for (const payload of [undefined, {}, { refreshToken: 'nonsense' }, { refreshToken: third.json().accessToken }]) {
      t.equal((await call('POST', '/api/v1/sessions/refresh', payload)).statusCode, 401);
    }
    accounts.travel({ minutes: 5 });
    await call('POST', '/api/v1/sessions/refresh', undefined, { cookie });
    t.equal(await meStatus(third.json().accessToken), 401, 'a stolen token that comes back ends the session');
    accounts.travel({ minutes: -5 });
  });

  t.test('signing out ends the session at once', async (t) => {
    const session = await signIn();
    const authorization = `Bearer ${session.accessToken}`;
    const out = await call('DELETE', '/api/v1/sessions/current', undefined, { authorization });
    t.equal(out.statusCode, 204);
    t.strictSame(
      out.cookies.map(({ name, value }) => [name, value]),
      [
        ['sitelink_access', ''],
        ['sitelink_refresh', ''],
      ],
    );
    t.equal(await meStatus(session.accessToken), 401);
    const refreshed = await call('POST', '/api/v1/sessions/refresh', { refreshToken: session.refreshToken });
    t.equal(refreshed.statusCode, 401);
    t.equal((await call('DELETE', '/api/v1/sessions/current')).statusCode, 204, 'nobody is signed out already');
  });

  t.test(
    'signing in again ends the session that the browser had, and takes none that somebody put there',
    async (t) => {
      const { userName, password } = person;
      const [before, planted] = [await signIn(), await signIn()];
      const cookie = `sitelink_refresh=${before.refreshToken}`;
      const wrong = await call('POST', '/api/v1/sessions', { userName, password: 'Falsch-2026' }, { cookie });
      t.equal(wrong.statusCode, 401);
      t.equal(await meStatus(before.accessToken), 200, 'a wrong password ends nothing');
      const again = await call('POST', '/api/v1/sessions', { userName, password }, { cookie });
      t.equal(await meStatus(before.accessToken), 401);
      t.equal(await meStatus(again.json().accessToken), 200);

      const cookies = `sitelink_refresh=${planted.refreshToken}; sitelink_access=${planted.accessToken}`;
      const mine = await call('POST', '/api/v1/sessions', { userName, password }, { cookie: cookies });
      t.not(mine.json().sessionId, planted.sessionId);
      t.equal(await meStatus(planted.accessToken), 401);
    },
  );

  t.test('signing out works when only the refresh cookie is left', async (t) => {
    const session = await signIn();
    const cookie = `sitelink_refresh=${session.refreshToken}`;
    t.equal((await call('DELETE', '/api/v1/sessions/current', undefined, { cookie })).statusCode, 204);
    t.equal(await meStatus(session.accessToken), 401);
  });

  t.test('another session of one’s own can be ended, one of somebody else cannot', async (t) => {
    const [mine, other] = [await signIn(), await signIn()];
    const authorization = `Bearer ${mine.accessToken}`;
    t.equal((await call('DELETE', `/api/v1/sessions/${other.sessionId}`)).statusCode, 401);
    const ended = await call('DELETE', `/api/v1/sessions/${other.sessionId}`, undefined, { authorization });
    t.equal(ended.statusCode, 204);
    t.equal(await meStatus(other.accessToken), 401);
    t.equal(await meStatus(mine.accessToken), 200);

    const stranger = registrationForm(accounts.documents);
    await call('POST', '/api/v1/accounts', stranger);
    const token = await accounts.linkToken(stranger.userName);
    const theirs = (await call('POST', '/api/v1/accounts/validations', { token })).json();
    const foreign = await call('DELETE', `/api/v1/sessions/${theirs.sessionId}`, undefined, { authorization });
    t.match([foreign.statusCode, foreign.json()], [404, { code: 'session.not-found' }]);
    t.equal(await meStatus(theirs.accessToken), 200);
    t.equal((await call('DELETE', '/api/v1/sessions/nonsense', undefined, { authorization })).statusCode, 404);
  });

  t.test('documents and password rules are public', async (t) => {
    const german = await call('GET', '/api/v1/documents?language=de');
    const english = await call('GET', '/api/v1/documents', undefined, { 'accept-language': 'en-GB' });
    t.match(german.json(), { items: [{ kind: 'terms', title: 'Nutzungsbedingungen' }, { kind: 'privacy' }] });
    t.match(english.json(), { items: [{ title: 'Terms of use' }, { title: 'Privacy policy' }] });
    for (const body of [german.json(), english.json()]) {
      for (const document of body.items) t.ok(document.sections.length >= 4, document.kind);
      t.match(JSON.stringify(body), /Solarbetrieb Test/);
      t.notMatch(JSON.stringify(body), /\{operator\}/);
    }
    t.equal((await call('GET', '/api/v1/documents?language=fr')).statusCode, 400);

    const policy = await call('GET', '/api/v1/public/password-policy', undefined, { 'accept-language': 'de' });
    t.match(policy.json(), { minLength: 8, maxAgeDays: 365, historyLength: 8, lockMinutes: 15 });
    t.equal(policy.json().rules[0].text, 'Mindestens 8 Zeichen.');
  });
});
