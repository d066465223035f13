import { AsyncLocalStorage } from 'node:async_hooks';
import t from 'tap';
import { caller, registrationForm, testAccounts } from '../support/accounts.js';

t.test('failed attempts at the door (A4)', async (t) => {
  const accounts = await testAccounts(t);
  const call = caller(accounts.app);
  async function newPerson() {
    const person = registrationForm(accounts.documents);
    await call('POST', '/api/v1/accounts', person);
    await call('POST', '/api/v1/accounts/validations', { token: await accounts.linkToken(person.userName) });
    return person;
  }
  const signIn = (userName: string, password: string, headers?: Record<string, string>) =>
    call('POST', '/api/v1/sessions', { userName, password }, headers);
  /** What a stranger can see of an answer. */
  const seen = ({ statusCode, headers, json }: Awaited<ReturnType<typeof signIn>>) => {
    const { requestId: _one, ...body } = json();
    return { statusCode, body, retryAfter: headers['retry-after'], cookies: headers['set-cookie'] };
  };

  t.test('an account and a name that nobody has: the same answers, to the second', async (t) => {
    const { userName, password } = await newPerson();
    const stories = await Promise.all(
      [userName, 'nobody-has-this-name'].map(async (name) => {
        const answers = [];
        for (let index = 0; index < 6; index++) answers.push(seen(await signIn(name, 'Sonne-2027')));
        return answers;
      }),
    );
    t.strictSame(
      stories[0]?.map(({ statusCode }) => statusCode),
      [401, 401, 401, 401, 401, 423],
    );
    t.strictSame(
      stories[0]?.map((answer) => ({ ...answer, retryAfter: undefined })),
      stories[1]?.map((answer) => ({ ...answer, retryAfter: undefined })),
    );
    const [german, right] = [
      await signIn(userName, 'x', { 'accept-language': 'de' }),
      await signIn(userName, password),
    ];
    t.match(german.json(), {
      code: 'account.locked',
      detail: 'Bitte in 15 min noch einmal versuchen. Die Sperre endet von selbst.',
    });
    const seconds = Number(right.headers['retry-after']);
    t.equal(right.statusCode, 423, 'the right password does not open it, either');
    t.ok(seconds > 14 * 60 && seconds <= 15 * 60, `${seconds} s left`);
    accounts.travel({ seconds: seconds + 1 });
    t.equal((await signIn(userName, password)).statusCode, 200);
  });

  t.test('what proves nothing does not wash failed attempts off', async (t) => {
    const { userName, password } = await newPerson();
    const { accessToken } = (await signIn(userName, password)).json();
    const own = { authorization: `Bearer ${accessToken}` };
    for (let index = 0; index < 5; index++) {
      const wrong = { password: 'Sonne-2027', newPassword: 'Mond#2028' };
      t.equal((await call('PUT', '/api/v1/me/password', wrong, own)).statusCode, 403);
      const code = { code: '123456' };
      t.equal(
        (await call('POST', '/api/v1/me/totp/confirmation', code, own)).json().code,
        index < 4 ? 'totp.not-begun' : 'account.locked',
      );
    }
    t.equal((await signIn(userName, password)).statusCode, 423);
  });

  t.test('attempts by name and by address count for one account', async (t) => {
    const { userName, email, password } = await newPerson();
    for (const name of [userName, email, userName.toUpperCase(), email.toUpperCase(), userName]) {
      t.equal((await signIn(name, 'Sonne-2027')).statusCode, 401);
    }
    t.equal((await signIn(email, password)).statusCode, 423);
  });

  t.test('signing in begins the count anew', async (t) => {
    const { userName, password } = await newPerson();
    for (let round = 0; round < 3; round++) {
      for (let index = 0; index < 4; index++) t.equal((await signIn(userName, 'Sonne-2027')).statusCode, 401);
      t.equal((await signIn(userName, password)).statusCode, 200);
    }
  });

  t.test('many accounts from one address', async (t) => {
    const { userName, password } = await newPerson();
    const from = (name: string, secret: string) =>
      accounts.app.inject({
        method: 'POST',
        url: '/api/v1/sessions',
        remoteAddress: '192.0.2.99',
        payload: { userName: name, password: secret },
      });
    for (let index = 0; index < 30; index++) t.equal((await from(`name-${index}`, 'x')).statusCode, 401);
    const refused = await from(userName, password);
    t.match([refused.statusCode, refused.json()], [429, { code: 'request.rate-limited' }]);
    t.ok(Number(refused.headers['retry-after']) > 200);
    t.equal((await signIn(userName, password)).statusCode, 200, 'from elsewhere nothing happened');
  });

  t.test('the work for an answer does not tell whether an account exists', async (t) => {
    const { hasher, log, mailRequests } = accounts;
    const counted = [
      counting(hasher, ['hash', 'verify']),
      counting(log, ['load', 'append']),
      counting(mailRequests, ['leave']),
    ];
    t.teardown(() => counted.forEach((restore) => restore()));
    const [active, waiting] = [await newPerson(), registrationForm(accounts.documents)];
    await call('POST', '/api/v1/accounts', waiting);
    const replaced = registrationForm(accounts.documents);
    await call('POST', '/api/v1/accounts', { ...replaced, email: active.email });
    accounts.travel({ minutes: 2 });
    const unknown = () => registrationForm(accounts.documents);
    const asked = (url: string, emails: readonly string[]) => emails.map((email) => [url, { email }] as const);
    const entered = (names: readonly string[], password = 'Sonne-2027') =>
      names.map((userName) => ['/api/v1/sessions', { userName, password }] as const);
    const addresses = [active.email, waiting.email, unknown().email];
    const stories = {
      'a link for a new password': asked('/api/v1/password-resets', addresses),
      'the validation mail again': asked('/api/v1/accounts/validations/resend', addresses),
      'sign-in by name': entered([active.userName, waiting.userName, replaced.userName, unknown().userName]),
      'sign-in by address': entered(addresses),
      'sign-in of who cannot yet': entered([waiting.userName, replaced.userName], waiting.password),
      registration: [active.email, unknown().email].map(
        (email) => ['/api/v1/accounts', { ...unknown(), email }] as const,
      ),
    };
    const expected = {
      'a link for a new password': { leave: 1 },
      'the validation mail again': { leave: 1 },
      'sign-in by name': { verify: 1 },
      'sign-in by address': { load: 1, verify: 1 },
      'sign-in of who cannot yet': { load: 1, verify: 1 },
      registration: { hash: 1, load: 1, append: 1 },
    };
    for (const [name, requests] of Object.entries(stories)) {
      for (const [url, body] of requests) {
        const work: Work = {};
        await ofRequest.run(work, () => call('POST', url, body));
        t.strictSame(work, expected[name as keyof typeof expected], `${name}: ${JSON.stringify(body)}`);
      }
    }
  });
});

type Work = Record<string, number>;

/** What is done while a request is answered; what happens in the background does not count. */
const ofRequest = new AsyncLocalStorage<Work>();

function counting<T extends object>(target: T, names: readonly (keyof T & string)[]): () => void {
  const before = { ...target };
  for (const name of names) {
    const original = target[name] as (...given: unknown[]) => unknown;
    const counted = (...given: unknown[]) => {
      const work = ofRequest.getStore();
      if (work !== undefined) work[name] = (work[name] ?? 0) + 1;
      return original.apply(target, given);
    };
    Object.assign(target, { [name]: counted });
  }
  return () => void Object.assign(target, before);
}
