import t from 'tap';
import { argon2PasswordHasher } from '../../adapters/crypto/password-hasher.js';
import { registrationForm } from '../support/accounts.js';
import { nth, passwordPeople } from '../support/password-people.js';

t.test('passwords that are easy to guess, and hashes that are renewed', async (t) => {
  const { accounts, call, newPerson, askForLink, reset } = await passwordPeople(t);

  t.test('a common password is refused beside its field, in the words of the reader', async (t) => {
    const form = { ...registrationForm(accounts.documents), password: 'Passw0rd!' };
    for (const [language, message] of [
      ['de', /leicht zu erraten/],
      ['en', /easy to guess/],
    ] as const) {
      const refused = await call('POST', '/api/v1/accounts', form, { 'accept-language': language });
      t.match(
        [refused.statusCode, refused.json()],
        [422, { errors: [{ pointer: '/password', code: 'password.too-common', message }] }],
      );
    }
    const named = { ...form, userName: 'Xaverl.Huber', password: 'Xaverl.Huber1!' };
    t.match((await call('POST', '/api/v1/accounts', named)).json(), { errors: [{ code: 'password.too-common' }] });
    const policy = (await call('GET', '/api/v1/public/password-policy')).json();
    t.equal(policy.refusesCommonPasswords, true);
  });

  t.test('also where one is changed or reset; what was not taken changes nothing', async (t) => {
    const person = await newPerson();
    accounts.travel({ hours: 48 });
    const changed = await person.change(person.password, 'Qwerty123!');
    t.match([changed.statusCode, changed.json()], [422, { errors: [{ pointer: '/newPassword' }] }]);
    const own = await person.change(person.password, `${person.userName}-1!`);
    t.match(own.json(), { errors: [{ pointer: '/newPassword', code: 'password.too-common' }] });
    const token = await askForLink(person.email);
    t.match((await reset(token, 'Qwerty123!')).json(), { errors: [{ pointer: '/password' }] });
    t.equal((await reset(token, nth(1))).statusCode, 204, 'the link is not used up by a refusal');
    t.equal((await person.signIn(nth(1))).statusCode, 200);
  });

  t.test('a hash made with other parameters is renewed by the next sign-in, and by nothing else', async (t) => {
    const person = await newPerson();
    const stored = async () => (await accounts.credentials.findById(person.accountId))?.passwordHash ?? '';
    const before = await accounts.credentials.findById(person.accountId);
    const weaker = argon2PasswordHasher({ memoryCostKiB: 512, timeCost: 1, parallelism: 1 });
    const old = await weaker.hash(person.password);
    t.ok(await accounts.credentials.renewHash(person.accountId, { from: await stored(), to: old }));
    t.ok(accounts.hasher.isOutdated(old));

    t.equal((await person.signIn(nth(7))).statusCode, 401);
    t.equal(await stored(), old, 'a wrong password renews nothing');
    const both = await Promise.all([person.signIn(person.password), person.signIn(person.password)]);
    t.ok(
      both.every(({ statusCode }) => statusCode === 200),
      "two at once do not stand in each other's way",
    );
    t.notOk(accounts.hasher.isOutdated(await stored()));
    const renewed = await stored();
    t.equal((await person.signIn(person.password)).statusCode, 200);
    t.equal(await stored(), renewed, 'once');
    const after = await accounts.credentials.findById(person.accountId);
    t.equal(
      String(after?.passwordChosenAt),
      String(before?.passwordChosenAt),
      'it is the same password, and as old as it was',
    );
    t.same(await accounts.credentials.passwordsUsed(person.accountId), [renewed], 'and counts as one');
    t.strictSame(await person.types(), [], 'nothing that the log knows has happened');
    t.notOk(await accounts.credentials.renewHash(person.accountId, { from: old, to: old }), 'an old look loses');
  });
});
