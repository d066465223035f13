import { fc } from '../support/properties.js';
import t from 'tap';
import { caller, registrationForm, testAccounts } from '../support/accounts.js';

const accounts = await testAccounts(t);
const call = caller(accounts.app);
const form = () => registrationForm(accounts.documents);
const register = (body: unknown, headers?: Record<string, string>) => call('POST', '/api/v1/accounts', body, headers);

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
  for (const body of [
    {},
    { token: 7 },
    { token: 'x'.repeat(501) },
    { token: 'x', more: 1 },
    { token: 'x', password: 'Sonne-2026', newPassword: 'Sonne-2027' },
  ]) {
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

t.test('too many registrations from one address are slowed down', async (t) => {
  const answers = [];
  for (let i = 0; i < 31; i++) {
    answers.push(await accounts.app.inject({ method: 'POST', url: '/api/v1/accounts', payload: {} }));
  }
  t.equal(answers[29]?.statusCode, 400);
  t.equal(answers[30]?.statusCode, 429);
  t.ok(answers[30]?.headers['retry-after']);
});
