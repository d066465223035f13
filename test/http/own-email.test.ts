import t from 'tap';
import { startEmailChanges } from '../../adapters/credentials/email-changes.js';
import { confirmEmail } from '../../commands/account/change-email.js';
import { registrationForm } from '../support/accounts.js';
import { eventually } from '../support/eventually.js';
import { nth, passwordPeople } from '../support/password-people.js';

t.test('another e-mail address (A5)', async (t) => {
  const { accounts, call, newPerson, askForLink, reset } = await passwordPeople(t);
  let count = 0;
  const fresh = () => `neu-${count++}-${Date.now()}@example.org`;
  const asBearer = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });
  type Person = Awaited<ReturnType<typeof newPerson>>;
  const ask = (person: Person, email: string, more: object = {}) =>
    person.own.call('PUT', '/me/email', { email, password: person.password, ...more });
  const cancel = (person: Person) =>
    call('DELETE', '/api/v1/me/email', undefined, asBearer(person.session.accessToken));
  const confirm = (token: string) => call('POST', '/api/v1/accounts/email-confirmations', { token });
  const mailTo = (email: string, subject: RegExp) =>
    eventually(async () => (await accounts.mailbox.list({ to: email })).find((mail) => subject.test(mail.subject)));
  const linkTo = async (email: string) => {
    const { text } = await mailTo(email, /neue E-Mail-Adresse/);
    return new URL(/http\S+\/confirm-email\?token=\S+/.exec(text)?.[0] ?? '').searchParams.get('token') ?? '';
  };

  t.test('from the wish to the last message at the old address', async (t) => {
    const person = await newPerson();
    const email = fresh();
    t.equal((await ask(person, email)).statusCode, 202);
    const waiting = (await person.own.call('GET', '/me')).json();
    t.match(waiting, { email: person.email, emailChange: { email } });
    const hours = Date.parse(waiting.emailChange.expiresAt) - accounts.clock.now().epochMilliseconds;
    t.ok(hours > 23.9 * 3_600_000 && hours <= 24 * 3_600_000);
    t.notMatch((await mailTo(email, /neue E-Mail-Adresse/)).text, /Anna|Wirt/, 'strangers learn no name');
    await mailTo(person.email, /soll geändert werden/);
    t.equal((await person.signIn(person.password, {}, email)).statusCode, 401, 'not yet');

    const token = await linkTo(email);
    const look = (given: string) => call('GET', `/api/v1/accounts/email-confirmations/${encodeURIComponent(given)}`);
    t.match((await look(`${token.slice(0, -3)}abc`)).json(), { code: 'email.link-invalid' });
    for (const _ of [1, 2]) t.equal((await look(token)).statusCode, 204, 'a look spends nothing');
    t.equal((await confirm(token)).statusCode, 204);
    t.match((await look(token)).json(), { code: 'email.link-used' });
    t.match((await person.own.call('GET', '/me')).json(), { email, emailChange: null });
    await mailTo(person.email, /wurde geändert/);
    t.equal((await person.signIn(person.password, {}, email)).statusCode, 200);
    t.equal((await person.signIn(person.password, {}, person.email)).statusCode, 401);
    t.equal((await person.signIn(person.password)).statusCode, 200, 'the user name stays');
    t.match([(await confirm(token)).statusCode, (await confirm(token)).json()], [409, { code: 'email.link-used' }]);
  });

  t.test('it takes the password, and another address', async (t) => {
    const person = await newPerson();
    const wrong = await ask(person, fresh(), { password: nth(9) });
    t.match([wrong.statusCode, wrong.json()], [403, { code: 'password.wrong', errors: [{ pointer: '/password' }] }]);
    const same = await ask(person, person.email.toUpperCase());
    t.match([same.statusCode, same.json()], [422, { code: 'email.unchanged', errors: [{ pointer: '/email' }] }]);
    for (const odd of ['no address', 'a@b\r\nBcc: c@example.org', `${'x'.repeat(300)}@example.org`, 17])
      t.match((await ask(person, odd as string)).json(), { status: 400, errors: [{ pointer: '/email' }] });
    t.equal((await ask(person, fresh())).statusCode, 202);
    const soon = await ask(person, fresh());
    t.match([soon.statusCode, soon.headers['retry-after']], [429, '60']);
    t.equal((await call('PUT', '/api/v1/me/email', { email: fresh(), password: 'x' })).statusCode, 401);
  });

  t.test('only the newest link counts, for a day, and none after it was taken back', async (t) => {
    const person = await newPerson();
    const [first, second] = [fresh(), fresh()];
    await ask(person, first);
    const old = await linkTo(first);
    accounts.travel({ minutes: 2 });
    await ask(person, second);
    const newest = await linkTo(second);
    t.match((await confirm(old)).json(), { code: 'email.link-used' });
    t.match((await confirm(`${newest.slice(0, -3)}abc`)).json(), { code: 'email.link-invalid' });
    t.match((await confirm(await accounts.linkToken(person.userName))).json(), { code: 'email.link-invalid' });
    t.equal((await cancel(person)).statusCode, 204);
    t.equal((await cancel(person)).statusCode, 204, 'nothing waits any more');
    t.match((await confirm(newest)).json(), { code: 'email.link-used' });
    accounts.travel({ minutes: 2 });
    await ask(person, second);
    const another = await eventually(async () => {
      const mails = (await accounts.mailbox.list({ to: second })).filter(({ subject }) => /neue E-Mail/.test(subject));
      return mails.length < 2 ? null : (/token=(\S+)/.exec(mails[0]?.text ?? '')?.[1] ?? null);
    });
    accounts.travel({ hours: 24, seconds: 1 });
    t.match((await confirm(decodeURIComponent(another))).json(), { code: 'email.link-expired' });
    t.match((await person.own.call('GET', '/me')).json(), { email: person.email });
  });

  t.test('an address that somebody has looks the same until its mail is read', async (t) => {
    const [person, other] = [await newPerson(), await newPerson()];
    const [free, taken] = [
      await ask(person, fresh()),
      await (accounts.travel({ minutes: 2 }), ask(person, other.email)),
    ];
    t.same([taken.statusCode, taken.body], [free.statusCode, free.body]);
    const refused = await confirm(await linkTo(other.email));
    t.match([refused.statusCode, refused.json()], [409, { code: 'email.taken' }]);
    t.equal((await other.signIn(other.password, {}, other.email)).statusCode, 200);
    t.match((await person.own.call('GET', '/me')).json(), { email: person.email });
  });

  t.test('a registration that nobody validated keeps the address from nobody', async (t) => {
    for (const hours of [0, 8 * 24]) {
      const [person, squatter] = [await newPerson(), registrationForm(accounts.documents)];
      t.equal((await call('POST', '/api/v1/accounts', squatter)).statusCode, 202);
      const link = await accounts.linkToken(squatter.userName);
      accounts.travel({ hours });
      await ask(person, squatter.email);
      t.equal((await confirm(await linkTo(squatter.email))).statusCode, 204, `after ${hours} h`);
      t.match((await person.own.call('GET', '/me')).json(), { email: squatter.email });
      t.match((await call('POST', '/api/v1/accounts/validations', { token: link })).json(), {
        code: hours === 0 ? 'validation.registration-expired' : 'validation.link-expired',
      });
      t.equal((await person.signIn(person.password, {}, squatter.email)).statusCode, 200);
    }
  });

  t.test('of two accounts that want one address, one gets it', async (t) => {
    const people = [await newPerson(), await newPerson()] as const;
    const email = fresh();
    for (const person of people) await ask(person, email);
    const tokens = await eventually(async () => {
      const found = (await accounts.mailbox.list({ to: email })).map(({ text }) => /token=(\S+)/.exec(text)?.[1] ?? '');
      return found.length < 2 ? null : found.map(decodeURIComponent);
    });
    const answers = await Promise.all(tokens.map((token) => confirm(token)));
    t.same(answers.map(({ statusCode }) => statusCode).sort(), [204, 409]);
  });

  t.test('a process that ends between the address and the fact leaves nothing apart', async (t) => {
    const dying: typeof accounts.log = {
      ...accounts.log,
      append: async () => {
        throw new Error('the process was killed');
      },
    };
    const [patient, hasty] = [await newPerson(), await newPerson()];
    const people = await Promise.all(
      [patient, hasty].map(async (person) => {
        const email = fresh();
        await ask(person, email);
        const token = await linkTo(email);
        await t.rejects(confirmEmail({ ...accounts, log: dying }, token, { correlationId: 'test' }), /killed/);
        return { person, email, token };
      }),
    );
    for (const { person, email } of people) {
      t.equal((await person.signIn(person.password, {}, email)).statusCode, 200, 'signing in knows it already');
      t.match((await person.own.call('GET', '/me')).json(), { email: person.email }, 'and the log does not');
    }
    // Somebody does not wait: the wish is taken back although it has come true.
    t.equal((await cancel(hasty)).statusCode, 204);

    t.same(await accounts.credentials.unnotedEmailChanges(accounts.clock.now().subtract({ seconds: 30 })), []);
    accounts.travel({ seconds: 31 });
    const repair = startEmailChanges({
      ...accounts,
      pollMs: 20,
      onTrouble: (error) => {
        throw error;
      },
    });
    for (const { person, email, token } of people) {
      await eventually(async () => ((await person.own.call('GET', '/me')).json().email === email ? true : null));
      await mailTo(person.email, /wurde geändert/);
      t.match((await confirm(token)).json(), { code: 'email.link-used' });
    }
    await eventually(async () =>
      (await accounts.credentials.unnotedEmailChanges(accounts.clock.now())).length === 0 ? true : null,
    );
    await repair.stop();
    const { events } = await accounts.log.load(`account-${hasty.accountId}`);
    t.equal(events.filter(({ type }) => type === 'EmailChanged').length, 1, 'once');
  });

  t.test('a link to set a new password that lies in the old mailbox opens nothing', async (t) => {
    const person = await newPerson();
    const link = await askForLink(person.email);
    const email = fresh();
    await ask(person, email);
    t.equal((await confirm(await linkTo(email))).statusCode, 204);
    t.match((await reset(link, nth(3))).json(), { code: 'reset.link-used' });
  });
});
