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

  t.test('the time of an answer does not tell whether an account exists', async (t) => {
    let verified = 0;
    const { hasher } = accounts;
    const { verify } = hasher;
    (hasher as { verify: typeof verify }).verify = (hash, password) => {
      verified++;
      return verify(hash, password);
    };
    t.teardown(() => Object.assign(hasher, { verify }));
    const { userName } = await newPerson();
    for (const name of [userName, 'nobody-has-that-name']) {
      verified = 0;
      await signIn(name, 'Sonne-2027');
      t.equal(verified, 1, `one verification for ${name === userName ? 'a name that exists' : 'one that does not'}`);
    }
  });
});
