import { randomBytes, randomUUID } from 'node:crypto';
import t from 'tap';
import { actionTokensWith } from '../../adapters/crypto/action-token.js';
import { argon2PasswordHasher } from '../../adapters/crypto/password-hasher.js';
import { rememberingHasher } from '../../adapters/crypto/remembering-hasher.js';
import { secretsFrom } from '../../adapters/crypto/secrets.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';

t.test('action tokens', async (t) => {
  const tokens = actionTokensWith(secretsFrom(randomBytes(32)));
  const accountId = AccountId.parse(randomUUID());
  const at = Temporal.Instant.from('2026-11-23T10:00:00Z');
  const token = tokens.issue('validate-account', accountId, at);
  const forged = { ok: false, reason: 'forged' };

  for (const when of [at, at.add({ hours: 72 })]) {
    const check = tokens.check('validate-account', token, when);
    t.match(check, { ok: true, subject: accountId });
    t.ok(check.ok && check.issuedAt.equals(at));
  }
  const tooLate = at.add({ hours: 72, seconds: 1 });
  t.strictSame(tokens.check('validate-account', token, tooLate), { ok: false, reason: 'expired' });
  t.not(tokens.issue('validate-account', accountId, at), token, 'every link is its own');
  const reset = tokens.issue('reset-password', accountId, at);
  t.ok(tokens.check('reset-password', reset, at.add({ hours: 24 })).ok);
  const nextDay = at.add({ hours: 24, seconds: 1 });
  t.strictSame(tokens.check('reset-password', reset, nextDay), { ok: false, reason: 'expired' }, 'a day, no longer');
  t.strictSame(tokens.check('validate-account', reset, at), { ok: false, reason: 'forged' });

  for (let i = 0; i < token.length; i++) {
    const other = token[i] === 'a' ? 'b' : 'a';
    const changed = token.slice(0, i) + other + token.slice(i + 1);
    const check = tokens.check('validate-account', changed, at);
    // The last character of base64url carries bits that mean nothing.
    if (i < token.length - 1) t.strictSame(check, forged, `changed at ${i}`);
  }
  const elsewhere = actionTokensWith(secretsFrom(randomBytes(32)));
  for (const nonsense of ['', 'a.b.c.d', 'x'.repeat(10_000), elsewhere.issue('validate-account', accountId, at)]) {
    t.strictSame(tokens.check('validate-account', nonsense, at), forged);
  }
  t.strictSame(tokens.check('other-purpose' as 'validate-account', token, at), forged, 'bound to its purpose');
});

t.test('one secret gives a key for each purpose', async (t) => {
  const secret = randomBytes(32);
  const [one, same, other] = [secretsFrom(secret), secretsFrom(secret), secretsFrom(randomBytes(32))];
  t.strictSame(one.keyFor('email-index'), same.keyFor('email-index'), 'also after a restart');
  t.notSame(one.keyFor('email-index'), one.keyFor('action-token'));
  t.notSame(one.keyFor('email-index'), other.keyFor('email-index'));
  t.throws(() => secretsFrom(randomBytes(31)));
});

t.test('passwords', async (t) => {
  const hasher = argon2PasswordHasher({ memoryCostKiB: 1024, timeCost: 1, parallelism: 1 });
  const hash = await hasher.hash('Sonne-2026é');
  t.match(hash, /^\$argon2id\$v=19\$m=1024,t=1,p=1\$/);
  t.ok(await hasher.verify(hash, 'Sonne-2026é'), 'composed or not, the same password');
  t.notOk(await hasher.verify(hash, 'sonne-2026é'));
  t.notOk(await hasher.verify(null, 'Sonne-2026é'), 'nobody has no password');
  t.not(await hasher.hash('Sonne-2026é'), hash, 'salted');
});

t.test('a password that was right is not computed again, for a while', async (t) => {
  let nowMs = 0;
  const asked: string[] = [];
  const hasher = {
    verify: async (passwordHash: string | null, password: string) => {
      asked.push(password);
      return passwordHash === `hash of ${password}`;
    },
  };
  const { verify } = rememberingHasher(hasher, 1_000, () => nowMs);
  for (let n = 0; n < 3; n++) t.equal(await verify('hash of a', 'a'), true);
  t.same(asked, ['a']);
  for (let n = 0; n < 2; n++) t.equal(await verify('hash of a', 'b'), false);
  t.equal(await verify(null, 'a'), false);
  t.equal(await verify('hash of b', 'a'), false, 'another password has taken its place');
  t.same(asked, ['a', 'b', 'b', 'a', 'a'], 'wrong ones cost the same each time');
  nowMs = 1_000;
  t.equal(await verify('hash of a', 'a'), true);
  t.equal(asked.length, 6);
});
