import { randomBytes, randomUUID } from 'node:crypto';
import t from 'tap';
import { postgresCredentials } from '../../adapters/credentials/credentials.js';
import { emailKeyWith, secretsFrom } from '../../adapters/crypto/secrets.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { testDatabase } from '../support/database.js';

const at = Temporal.Instant.from('2026-11-23T10:00:00Z');

t.test('credentials', async (t) => {
  const { db } = await testDatabase(t);
  const secrets = secretsFrom(randomBytes(32));
  const credentials = postgresCredentials(db, emailKeyWith(secrets));
  const reservation = (userName: string, email: string) => ({
    accountId: AccountId.parse(randomUUID()),
    userName,
    email,
    passwordHash: 'hash',
    at,
  });
  const paul = reservation('Paul.Ocean', 'paul@example.org');

  t.test('a user name belongs to one account, in every way of writing it', async (t) => {
    t.strictSame(await credentials.reserve(paul), { ok: true });
    t.strictSame(await credentials.reserve({ ...paul, passwordHash: 'another' }), { ok: true }, 'may be repeated');
    for (const variant of ['PAUL.OCEAN', 'раul.осеаn', 'ｐaul.ocean']) {
      const refused = await credentials.reserve(reservation(variant, `${randomUUID()}@example.org`));
      t.notOk(refused.ok);
      if (refused.ok) continue;
      t.equal(refused.taken, 'userName');
      t.equal(refused.by, paul.accountId);
      t.equal(String(refused.unconfirmedSince), String(at));
    }
    const known = await credentials.findByUserName('pAUL.oCEAN');
    t.match(known, { accountId: paul.accountId, passwordHash: 'hash', isDecoy: false });
    t.equal(String(known?.passwordChosenAt), String(at));
    t.equal(await credentials.findByUserName('nobody'), null);
  });

  t.test('an address belongs to one account', async (t) => {
    t.match(await credentials.reserve(reservation('other', 'PAUL@Example.org')), { ok: false, taken: 'email' });
    t.equal(await credentials.findByEmail(' Paul@example.ORG'), paul.accountId);
    t.equal(await credentials.findByEmail('nobody@example.org'), null);
    const stored = JSON.stringify(await db.selectFrom('credentials').selectAll().execute());
    t.notMatch(stored, /example\.org/, 'the table tells no addresses');
  });

  t.test('a reservation can be given up, a confirmed one cannot', async (t) => {
    const given = reservation('short', 'short@example.org');
    await credentials.reserve(given);
    await credentials.release(given.accountId);
    const next = reservation('short', 'short@example.org');
    t.strictSame(await credentials.reserve(next), { ok: true });
    await credentials.confirm(next.accountId, at);
    await credentials.release(next.accountId);
    t.match(await credentials.reserve(given), { ok: false, taken: 'userName', unconfirmedSince: null });
  });

  t.test('a decoy keeps a name and no address, until the address is free', async (t) => {
    const owner = reservation('owner', 'owner@example.org');
    await credentials.reserve(owner);
    const late = reservation('late', 'owner@example.org');
    t.notOk(await credentials.keepDecoy({ ...late, userName: 'OWNER' }), 'not where the name is taken');
    for (const time of ['first', 'second']) {
      t.match(
        await credentials.reserve(late),
        { ok: false, taken: 'email', by: owner.accountId, isDecoy: false },
        time,
      );
      t.ok(await credentials.keepDecoy(late), time);
    }
    t.equal(await credentials.findByEmail('owner@example.org'), owner.accountId);
    const third = reservation('LATE', 'third@example.org');
    t.match(await credentials.reserve(third), { ok: false, taken: 'userName', by: late.accountId, isDecoy: true });
    await credentials.release(owner.accountId);
    t.strictSame(await credentials.reserve(late), { ok: true });
    t.equal(await credentials.findByEmail('owner@example.org'), late.accountId);
  });

  t.test('who gives the address up keeps the name as a decoy, until its time is over', async (t) => {
    const replaced = reservation('replaced', 'wanted@example.org');
    await credentials.reserve(replaced);
    await credentials.confirm(replaced.accountId, at);
    const wish = reservation('newer', 'wanted@example.org');
    t.match(await credentials.reserve(wish), { ok: false, taken: 'email', unconfirmedSince: null });
    await credentials.giveUpEmail(replaced.accountId);
    t.strictSame(await credentials.reserve(wish), { ok: true });
    t.match(await credentials.findByUserName('REPLACED'), { accountId: replaced.accountId, isDecoy: true });
    await credentials.confirm(replaced.accountId, at);
    const kept = await credentials.reserve(reservation('replaced', 'x@example.org'));
    t.match(kept, { ok: false, taken: 'userName', isDecoy: true });
    t.equal(kept.ok ? null : String(kept.unconfirmedSince), String(at));
    await credentials.forgetDecoys(at.subtract({ seconds: 1 }));
    t.ok(await credentials.findByUserName('replaced'));
    await credentials.forgetDecoys(at);
    t.equal(await credentials.findByUserName('replaced'), null);
    t.ok(await credentials.findByUserName('newer'), 'accounts stay');
  });

  t.test('an address is changed to a free one, or it says who has it', async (t) => {
    const [mover, holder] = [reservation('mover', 'mover@example.org'), reservation('holder', 'holder@example.org')];
    for (const one of [mover, holder]) await credentials.reserve(one);
    await credentials.confirm(holder.accountId, at);
    t.match(await credentials.changeEmail(mover.accountId, 'HOLDER@example.org', at), {
      ...{ ok: false, taken: 'email', by: holder.accountId },
      ...{ unconfirmedSince: null, isDecoy: false },
    });
    await credentials.giveUpEmail(holder.accountId);
    for (const time of ['first', 'again'])
      t.strictSame(await credentials.changeEmail(mover.accountId, 'holder@example.org', at), { ok: true }, time);
    t.equal(await credentials.findByEmail('holder@example.org'), mover.accountId);
  });

  t.test('a password is replaced once, and the last ones are remembered', async (t) => {
    const anna = reservation('anna', 'anna@example.org');
    await credentials.reserve(anna);
    const change = (from: string, to: string, hours: number) =>
      credentials.changePassword(anna.accountId, { from, to, at: at.add({ hours }) });
    t.strictSame(await credentials.passwordsUsed(anna.accountId), ['hash']);
    t.notOk(await change('another', 'hash1', 1), 'not where another one is in force');
    t.strictSame(await credentials.passwordsUsed(anna.accountId), ['hash']);
    const rush = await Promise.all(Array.from({ length: 4 }, () => change('hash', 'hash1', 1)));
    t.strictSame(rush.filter(Boolean), [true]);
    for (let index = 1; index < 12; index++) t.ok(await change(`hash${index}`, `hash${index + 1}`, index + 1));
    t.strictSame(
      await credentials.passwordsUsed(anna.accountId),
      [12, 11, 10, 9, 8, 7, 6, 5].map((index) => `hash${index}`),
      'eight of them, the newest first',
    );
    const known = await credentials.findById(anna.accountId);
    t.match(known, { passwordHash: 'hash12' });
    t.equal(String(known?.passwordChosenAt), String(at.add({ hours: 12 })));
    await credentials.forget(anna.accountId);
    t.strictSame(await credentials.passwordsUsed(anna.accountId), [], 'with the account they go');
  });

  t.test('of many at once, one wins', async (t) => {
    const results = await Promise.all(
      Array.from({ length: 8 }, () => credentials.reserve(reservation('rush', `${randomUUID()}@example.org`))),
    );
    t.equal(results.filter((result) => result.ok).length, 1);
  });
});
