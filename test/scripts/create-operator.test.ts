import t from 'tap';
import { createOperatorCommand } from '../../scripts/operator/create-operator.js';
import { caller, registrationForm, testAccounts } from '../support/accounts.js';
import { eventually } from '../support/eventually.js';

t.test('create-operator', async (t) => {
  const accounts = await testAccounts(t, { publicUrl: 'https://portal.example' });
  const house = { ...accounts, close: async () => undefined };
  const call = caller(accounts.app);

  async function run(...args: readonly string[]) {
    const written = { out: '', err: '' };
    const output = {
      out: (text: string) => void (written.out += `${text}\n`),
      err: (text: string) => void (written.err += `${text}\n`),
    };
    const code = await createOperatorCommand(args, async () => house, output);
    await accounts.readModels.waitFor(await accounts.log.head());
    return { code, ...written };
  }
  const activate = (token: string | null, password: string, headers?: Record<string, string>) =>
    call('POST', '/api/v1/accounts/activations', { token, password }, headers);
  const lookAt = async (token: string | null) => {
    const { statusCode, body } = await call('GET', `/api/v1/accounts/activations/${encodeURIComponent(token ?? '')}`);
    return statusCode === 204 ? 204 : JSON.parse(body).code;
  };
  const tokenIn = (text: string) =>
    new URL(/https:\S+\/activate\?token=\S+/.exec(text)?.[0] ?? 'https://none.example').searchParams.get('token');
  const mailsTo = async (email: string, count: number) =>
    eventually(async () => {
      const mails = await accounts.mailbox.list({ to: email });
      return mails.length < count ? null : mails;
    });

  t.test('a new account gets a mail, and its owner chooses the password', async (t) => {
    const made = await run('--user', 'lea', '--email', 'lea@example.org', '--role', 'admin', '--role', 'auditor');
    t.match(made, { code: 0, out: '', err: /^lea: created, roles admin, auditor\n.*mail.*lea@example\.org/s });
    const [mail] = await mailsTo('lea@example.org', 1);
    t.match(mail, { subject: 'Ihr Zugang zum Büro von SiteLink', text: /Guten Tag lea,/ });
    const token = tokenIn(mail?.text ?? '');

    const early = await call('POST', '/api/v1/sessions', { userName: 'lea', password: 'Sonne-2026' });
    t.equal(early.statusCode, 401, 'nobody knows the first password');
    const weak = await activate(token, 'sonne', { 'accept-language': 'de' });
    t.match(
      [weak.statusCode, weak.json()],
      [422, { code: 'password.not-allowed', errors: [{ pointer: '/password', code: 'password.too-short' }, {}, {}] }],
    );
    const forged = await activate(`${token?.slice(0, -3)}abc`, 'Sonne-2026');
    t.match([forged.statusCode, forged.json()], [422, { code: 'activation.link-invalid' }]);
    t.strictSame(
      [await lookAt(token), await lookAt(`${token?.slice(0, -3)}abc`), await lookAt('x')],
      [204, 'activation.link-invalid', 'activation.link-invalid'],
      'a look spends nothing',
    );
    const [won, ...others] = (await Promise.all([1, 2, 3].map(() => activate(token, 'Sonne-2026')))).sort(
      (a, b) => a.statusCode - b.statusCode,
    );
    t.strictSame(
      [won?.statusCode, ...others.map(({ statusCode }) => statusCode)],
      [200, 409, 409],
      'the link works once',
    );
    t.equal(others[0]?.json().code, 'activation.link-used');
    t.equal(await lookAt(token), 'activation.link-used');

    const authorization = `Bearer ${won?.json().accessToken}`;
    const me = await call('GET', '/api/v1/me', undefined, { authorization });
    t.match(me.json(), { userName: 'lea', kind: 'operator', roles: ['admin', 'auditor'], actions: { length: 0 } });
    const office = await call('GET', '/api/v1/office/operators', undefined, { authorization });
    t.match([office.statusCode, office.json()], [403, { code: 'totp.set-up-required' }]);
    const back = await call('POST', '/api/v1/sessions', { userName: 'lea', password: 'Sonne-2026' });
    t.equal(back.statusCode, 200);
  });

  t.test('a link may be printed, is the only way in, and expires', async (t) => {
    const made = await run('--user', 'max', '--email', 'max@example.org', '--role', 'support', '--print-link');
    t.match(made, { code: 0, out: /^https:\/\/portal\.example\/activate\?token=\S+\n$/ });
    t.strictSame(await accounts.mailbox.list({ to: 'max@example.org' }), [], 'no mail');
    accounts.travel({ hours: 73 });
    t.equal(await lookAt(tokenIn(made.out)), 'activation.link-expired');
    const late = await activate(tokenIn(made.out), 'Sonne-2026');
    t.match([late.statusCode, late.json()], [410, { code: 'activation.link-expired' }]);
    const again = await run(
      '--user',
      'max',
      '--email',
      'max@example.org',
      '--role',
      'support',
      '--print-link',
      '--json',
    );
    const outcome = JSON.parse(again.out);
    t.match(outcome, { userName: 'max', created: false, active: false, roles: ['support'] });
    t.equal((await activate(tokenIn(outcome.link), 'Sonne-2026')).statusCode, 200);
    accounts.travel({ hours: -73 });
  });

  t.test('asking again sends another mail', async (t) => {
    await run('--user', 'ute', '--email', 'ute@example.org', '--role', 'support', '--language', 'en');
    await run('--user', 'ute', '--email', 'ute@example.org', '--role', 'support');
    t.match(await mailsTo('ute@example.org', 2), [{ subject: 'Your access to the SiteLink office' }, {}]);
  });

  t.test('an account that exists gets roles and loses them', async (t) => {
    const person = registrationForm(accounts.documents);
    await call('POST', '/api/v1/accounts', person);
    const args = ['--user', person.userName, '--email', person.email];
    t.match(await run(...args, '--role', 'auditor'), { code: 1, err: /has not confirmed/ });
    const validation = { token: await accounts.linkToken(person.userName) };
    const { accessToken } = (await call('POST', '/api/v1/accounts/validations', validation)).json();
    const roles = async () =>
      (await call('GET', '/api/v1/me', undefined, { authorization: `Bearer ${accessToken}` })).json().roles;
    t.match(await run(...args, '--role', 'auditor', '--role', 'support'), {
      code: 0,
      err: `${person.userName}: roles auditor, support\n`,
    });
    t.strictSame(await roles(), ['auditor', 'support']);
    t.match(await run(...args, '--remove-role', 'auditor', '--print-link'), {
      code: 0,
      out: '',
      err: /roles support\n/,
    });
    t.strictSame(await roles(), ['support']);
    t.match(await run(...args, '--remove-role', 'support'), { code: 0, err: /no roles\n/ });
    const same = await call('POST', '/api/v1/sessions', { userName: person.userName, password: person.password });
    t.equal(same.statusCode, 200, 'the password stays');

    const other = ['--user', person.userName, '--email', 'other@example.org'];
    t.match(await run(...other, '--role', 'admin'), { code: 1, err: /belongs to another account/ });
    t.match(await run('--user', 'other', '--email', person.email, '--role', 'admin'), { code: 1 });
    t.match(await run('--user', 'nobody', '--email', 'nobody@example.org', '--remove-role', 'admin'), {
      code: 1,
      err: /no such account/,
    });
  });

  t.test('wrong arguments', async (t) => {
    const who = ['--user', 'zoe', '--email', 'zoe@example.org'];
    for (const [args, said] of [
      [[], /--user must be/],
      [['--user', 'z', '--email', 'zoe@example.org', '--role', 'admin'], /--user must be/],
      [['--user', 'zoe', '--email', 'zoe', '--role', 'admin'], /--email must be/],
      [who, /at least one --role/],
      [[...who, '--role', 'root'], /There is no role root/],
      [[...who, '--role', 'admin', '--remove-role', 'admin'], /at the same time/],
      [[...who, '--role', 'admin', '--language', 'fr'], /--language must be/],
      [[...who, '--password', 'x'], /password/],
    ] as const) {
      t.match(await run(...args), { code: 2, err: said });
    }
    t.match(await run('--help'), { code: 0, out: /--print-link/ });
  });
});
