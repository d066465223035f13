import { randomBytes, randomUUID } from 'node:crypto';
import t from 'tap';
import { secretsFrom } from '../../adapters/crypto/secrets.js';
import { openDatabase } from '../../adapters/database/database.js';
import { postgresRegistrationPace } from '../../adapters/registrations/pace.js';
import { sharedAddress, sharedNetwork } from '../../adapters/sign-in-attempts/address.js';
import { postgresSignInAttempts } from '../../adapters/sign-in-attempts/attempts.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { testDatabase } from '../support/database.js';

t.test('failed attempts', async (t) => {
  const { db, url } = await testDatabase(t);
  const secrets = secretsFrom(randomBytes(32));
  const attempts = postgresSignInAttempts(db, secrets);
  const start = Temporal.Instant.from('2026-11-23T10:00:00Z');
  const newAccount = () => ({ accountId: AccountId.parse(randomUUID()) });
  let hosts = 0;
  const elsewhere = () => `10.0.${hosts >> 8}.${hosts++ & 255}`;
  const fail = async (who: Parameters<typeof attempts.begin>[0], count: number, at = start) => {
    for (let index = 0; index < count; index++) await attempts.begin(who, elsewhere(), at);
  };

  for (const [title, newSomebody] of [
    ['an account', newAccount],
    ['a name that nobody has', () => ({ userName: `nobody-${randomUUID()}` })],
  ] as const) {
    t.test(`${title} is locked after five`, async (t) => {
      const who = newSomebody();
      await fail(who, 5);
      const refused = await attempts.begin(who, elsewhere(), start.add({ seconds: 899 }));
      t.match(refused, { ok: false, rejection: { code: 'account.locked' } });
      t.equal(!refused.ok && refused.rejection.until.toString(), start.add({ minutes: 15 }).toString());
      t.ok((await attempts.begin(who, elsewhere(), start.add({ seconds: 900 }))).ok);
    });
  }

  t.test('case, forms and look-alikes of a name are the same name', async (t) => {
    await fail({ userName: 'Vergessen' }, 3);
    await fail({ userName: 'vеrgessen' }, 2);
    t.notOk((await attempts.begin({ userName: 'VERGESSEN ' }, elsewhere(), start)).ok);
  });

  t.test('of many at the same moment, on several nodes, five are judged', async (t) => {
    const other = openDatabase(url, { maxConnections: 5 });
    t.teardown(() => other.close());
    const another = postgresSignInAttempts(other.db, secrets);
    const who = newAccount();
    const begun = await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? attempts : another).begin(who, elsewhere(), start)),
    );
    t.equal(begun.filter((one) => one.ok).length, 5);
    const restarted = postgresSignInAttempts(other.db, secrets);
    t.notOk((await restarted.begin(who, elsewhere(), start)).ok, 'a restart forgets nothing');
  });

  t.test('success clears the account, taking back clears one attempt', async (t) => {
    const who = newAccount();
    await fail(who, 3);
    const fourth = await attempts.begin(who, elsewhere(), start);
    if (fourth.ok) await fourth.attempt.takenBack();
    await fail(who, 1);
    const fifth = await attempts.begin(who, elsewhere(), start);
    t.ok(fifth.ok);
    t.notOk((await attempts.begin(who, elsewhere(), start)).ok, 'locked while it is judged');
    if (fifth.ok) await fifth.attempt.succeeded();
    await fail(who, 4);
    t.ok((await attempts.begin(who, elsewhere(), start)).ok);
  });

  t.test('one address cannot try many accounts, and an account of one’s own does not help', async (t) => {
    const address = '2001:db8:1:2::1';
    for (let index = 0; index < 30; index++) {
      const own = await attempts.begin(newAccount(), `2001:db8:1:2::${index}`, start);
      if (own.ok && index % 3 === 0) {
        await own.attempt.succeeded();
        await attempts.begin(newAccount(), address, start);
      }
    }
    const refused = await attempts.begin(newAccount(), address, start);
    t.match(refused, { ok: false, rejection: { code: 'request.rate-limited' } });
    t.ok((await attempts.begin(newAccount(), '2001:db8:1:3::1', start)).ok, 'others go on');
    t.ok((await attempts.begin(newAccount(), address, start.add({ minutes: 5 }))).ok, 'after a while, too');
  });

  t.test('neither names nor addresses are stored, and nothing for ever', async (t) => {
    await attempts.begin({ userName: 'Geheimnis' }, '192.0.2.77', start);
    const rows = await db.selectFrom('sign_in_failures').selectAll().execute();
    t.notMatch(JSON.stringify(rows), /geheimnis|192\.0\.2/i);
    t.equal(await attempts.removeOld(start.add({ hours: 23 })), 0);
    t.ok((await attempts.removeOld(start.add({ hours: 25 }))) > 0);
  });
});

t.test('what counts as one address', async (t) => {
  for (const [address, shared] of [
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0:0:5::9', '2001:db8:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
  ] as const) {
    t.equal(sharedAddress(address), shared, address);
  }
});

t.test('the network around an address', async (t) => {
  for (const [address, network] of [
    ['192.0.2.1', '192.0.2.0/24'],
    ['::ffff:192.0.2.200', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
  ] as const) {
    t.equal(sharedNetwork(address), network, address);
  }
});

t.test('masses of registrations from one place are slowed, by all nodes together', async (t) => {
  const { db, url } = await testDatabase(t);
  const secrets = secretsFrom(randomBytes(32));
  const other = openDatabase(url);
  t.teardown(() => other.close());
  const nodes = [postgresRegistrationPace(db, secrets), postgresRegistrationPace(other.db, secrets)] as const;
  const node = (index: number) => (index % 2 === 0 ? nodes[0] : nodes[1]);
  const start = Temporal.Instant.from('2026-11-28T09:00:00Z');
  /** In waves of many at the same moment, at both nodes; how many went through. */
  const flood = async (count: number, address: (index: number) => string, at = start) => {
    let through = 0;
    for (let sent = 0; sent < count; sent += 20) {
      const wave = Array.from({ length: Math.min(20, count - sent) }, (_, index) => sent + index);
      const answers = await Promise.all(wave.map((index) => node(index).begin(address(index), at)));
      through += answers.filter((answer) => answer === null).length;
    }
    return through;
  };

  const atOnce = await flood(60, () => '192.0.2.7');
  t.ok(atOnce > 0 && atOnce <= 30, `${atOnce} of many at the same moment`);
  for (let more = atOnce; more < 30; more++) t.equal(await nodes[0].begin('192.0.2.7', start), null);
  const refused = await nodes[1].begin('192.0.2.7', start.add({ seconds: 59 }));
  t.match(refused, { code: 'account.registrations-slowed' });
  t.equal(refused?.until.toString(), start.add({ minutes: 1 }).toString());
  t.equal(await nodes[0].begin('198.51.100.1', start), null, 'elsewhere nobody notices');
  t.equal(await nodes[0].begin('192.0.2.7', start.add({ minutes: 1 })), null);
  t.match(await nodes[1].begin('192.0.2.7', start.add({ minutes: 2 })), { code: 'account.registrations-slowed' });

  for (let host = 0; host < 200; host++) t.equal(await node(host).begin(`203.0.113.${host}`, start), null);
  t.equal(await flood(40, (index) => `203.0.113.${200 + index}`), 0, 'many addresses of one network');
  for (let host = 0; host < 30; host++) t.equal(await node(host).begin(`2001:db8:7:1::${host}`, start), null);
  t.match(await nodes[0].begin('2001:db8:7:1::99', start), { code: 'account.registrations-slowed' }, 'one household');

  const { rows } = await db
    .selectFrom('registration_paces')
    .selectAll()
    .execute()
    .then((found) => ({ rows: found }));
  t.notMatch(JSON.stringify(rows), /192\.0\.2|203\.0\.113|2001/, 'no address is kept');
  t.equal(await nodes[0].removeOld(start.add({ hours: 23 })), 0);
  t.ok((await nodes[0].removeOld(start.add({ hours: 25 }))) > 0);
  t.equal(await nodes[0].begin('192.0.2.7', start.add({ hours: 25 })), null);
});
