import { randomBytes, randomUUID } from 'node:crypto';
import t from 'tap';
import { secretsFrom } from '../../adapters/crypto/secrets.js';
import { postgresSecondFactors } from '../../adapters/second-factors/second-factors.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { testDatabase } from '../support/database.js';
import { codeAt } from '../support/totp.js';

t.test('second factors', async (t) => {
  const { db } = await testDatabase(t);
  const secrets = secretsFrom(randomBytes(32));
  const factors = postgresSecondFactors(db, secrets, 'SiteLink');
  // The middle of a step.
  const at = Temporal.Instant.from('2026-11-23T10:00:15Z');

  async function setUp() {
    const accountId = AccountId.parse(randomUUID());
    const begun = await factors.begin(accountId, 'anna', at);
    if (begun === null) throw new Error('it was set up before');
    const confirmed = await factors.confirm(accountId, codeAt(begun.secret, at), at);
    if (!confirmed.ok) throw new Error(confirmed.reason);
    return { accountId, secret: begun.secret, recoveryCodes: confirmed.recoveryCodes };
  }

  t.test('the set-up ends with a code of the secret that was begun last', async (t) => {
    const accountId = AccountId.parse(randomUUID());
    t.match(await factors.confirm(accountId, '123456', at), { ok: false, reason: 'not-begun' });
    const first = await factors.begin(accountId, 'anna', at);
    const second = await factors.begin(accountId, 'anna@example.org', at);
    t.match(second?.uri, /^otpauth:\/\/totp\/SiteLink:anna(@|%40)example\.org\?/);
    t.match(await factors.confirm(accountId, codeAt(first?.secret ?? '', at), at), { ok: false, reason: 'wrong' });
    t.strictSame(await factors.status(accountId), { enabled: false, recoveryCodesLeft: 0 });
    const code = codeAt(second?.secret ?? '', at);
    const late = at.add({ minutes: 31 });
    t.match(await factors.confirm(accountId, codeAt(second?.secret ?? '', late), late), { reason: 'not-begun' });
    t.equal(await factors.prove(accountId, code, at), null, 'not in force yet');
    t.match(await factors.confirm(accountId, ` ${code.slice(0, 3)} ${code.slice(3)}`, at), { ok: true });
    t.strictSame(await factors.status(accountId), { enabled: true, recoveryCodesLeft: 10 });
    t.equal(await factors.begin(accountId, 'anna', at), null, 'nobody replaces a secret that is in force');
    t.match(await factors.confirm(accountId, codeAt(second?.secret ?? '', at, 1), at), { reason: 'not-begun' });
  });

  t.test('one step before and after the present one, and each once', async (t) => {
    const { accountId, secret } = await setUp();
    const later = at.add({ minutes: 10 });
    for (const steps of [-2, 2, 3]) {
      t.equal(await factors.prove(accountId, codeAt(secret, later, steps), later), null, `${steps} steps away`);
    }
    t.equal(await factors.prove(accountId, codeAt(secret, later, -1), later), 'totp');
    t.equal(await factors.prove(accountId, codeAt(secret, later, -1), later), null, 'not again');
    t.equal(await factors.prove(accountId, codeAt(secret, later, 1), later), 'totp');
    t.equal(await factors.prove(accountId, codeAt(secret, later), later), null, 'none before it any more');
    t.equal(await factors.prove(accountId, codeAt(secret, later, 2), later.add({ seconds: 30 })), 'totp');
    const soon = later.add({ minutes: 5 });
    const race = await Promise.all(
      Array.from({ length: 8 }, () => factors.prove(accountId, codeAt(secret, soon), soon)),
    );
    t.strictSame(
      race.filter((proof) => proof !== null),
      ['totp'],
      'of many at the same moment one counts',
    );
  });

  t.test('the code that ended the set-up does not open a session', async (t) => {
    const { accountId, secret } = await setUp();
    t.equal(await factors.prove(accountId, codeAt(secret, at), at), null);
  });

  t.test('recovery codes work once, however they are typed', async (t) => {
    const { accountId, recoveryCodes } = await setUp();
    const stranger = await setUp();
    t.equal(new Set(recoveryCodes).size, 10);
    const [first = '', second = ''] = recoveryCodes;
    t.match(first, /^[a-z2-9]{4}(-[a-z2-9]{4}){5}$/);
    t.equal(await factors.prove(accountId, ` ${first.toUpperCase().replaceAll('-', ' ')} `, at), 'recovery-code');
    t.equal(await factors.prove(accountId, first, at), null);
    const race = await Promise.all([1, 2, 3, 4].map(() => factors.prove(accountId, second, at)));
    t.equal(race.filter((proof) => proof === 'recovery-code').length, 1);
    t.equal(await factors.prove(accountId, stranger.recoveryCodes[0] ?? '', at), null, 'those of others do not');
    t.match(await factors.status(accountId), { recoveryCodesLeft: 8 });
    for (const code of ['', '-', 'ab', '1234567', '١٢٣٤٥٦', "' or 1=1"]) {
      t.equal(await factors.prove(accountId, code, at), null, code);
    }
  });

  t.test('nothing that helps is stored in clear, and a row is worthless elsewhere', async (t) => {
    const { accountId, secret, recoveryCodes } = await setUp();
    const victim = await setUp();
    const stored = JSON.stringify([
      await db.selectFrom('second_factors').select(['account_id', 'sealed_secret']).execute(),
      await db.selectFrom('recovery_codes').selectAll().execute(),
    ]);
    t.notMatch(stored, secret);
    t.notMatch(stored, Buffer.from(secret).toJSON().data.slice(0, 12).join(','), 'nor as bytes');
    for (const code of recoveryCodes) t.notMatch(stored, code);
    const { sealed_secret } = await db
      .selectFrom('second_factors')
      .select('sealed_secret')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    await db.updateTable('second_factors').set({ sealed_secret }).where('account_id', '=', victim.accountId).execute();
    await t.rejects(factors.prove(victim.accountId, codeAt(secret, at, 1), at), 'bound to its account');
    const others = postgresSecondFactors(db, secretsFrom(randomBytes(32)), 'SiteLink');
    await t.rejects(others.prove(accountId, codeAt(secret, at, 1), at), 'another master key opens nothing');
  });

  t.test('removed, it can be set up anew', async (t) => {
    const { accountId, secret, recoveryCodes } = await setUp();
    await factors.remove(accountId);
    t.strictSame(await factors.status(accountId), { enabled: false, recoveryCodesLeft: 0 });
    t.equal(await factors.prove(accountId, codeAt(secret, at, 1), at), null);
    t.equal(await factors.prove(accountId, recoveryCodes[0] ?? '', at), null);
    t.ok(await factors.begin(accountId, 'anna', at));
  });
});
