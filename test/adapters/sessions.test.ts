import { randomBytes, randomUUID } from 'node:crypto';
import t from 'tap';
import { secretsFrom } from '../../adapters/crypto/secrets.js';
import {
  longestSession,
  longestVisit,
  postgresSessions,
  secondFactorLifetime,
  sessionLifetime,
} from '../../adapters/sessions/sessions.js';
import { shortMemory } from '../../adapters/short-memory.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { eventually } from '../support/eventually.js';
import { testDatabase } from '../support/database.js';

t.test('sessions', async (t) => {
  const { db } = await testDatabase(t);
  const sessions = postgresSessions(db, secretsFrom(randomBytes(32)));
  const account = AccountId.parse(randomUUID());
  const now = Temporal.Now.instant();

  t.test('a refresh token works once', async (t) => {
    const opened = await sessions.open(account, { userAgent: 'Test', secondFactor: false }, now);
    const first = await sessions.refresh(opened.refreshToken, now);
    t.ok(first.ok);
    if (!first.ok) return;
    t.equal(first.session.sessionId, opened.sessionId);
    t.not(first.session.refreshToken, opened.refreshToken);
    const again = await sessions.refresh(opened.refreshToken, now.add({ seconds: 5 }));
    t.strictSame(again, { ok: false, reason: 'reused' });
    t.ok(await sessions.isActive(opened.sessionId), 'two tabs at the same moment end nothing');

    const stolen = await sessions.refresh(opened.refreshToken, now.add({ minutes: 5 }));
    t.strictSame(stolen, { ok: false, reason: 'reused' });
    t.notOk(await sessions.isActive(opened.sessionId), 'a token that comes back later ends the session');
    t.strictSame(await sessions.refresh(first.session.refreshToken, now), { ok: false, reason: 'unknown' });
  });

  t.test('whoever keeps changing the newest token cannot cover up an older one', async (t) => {
    const opened = await sessions.open(account, { userAgent: null, secondFactor: false }, now);
    let newest = opened.refreshToken;
    const change = async (seconds: number) => {
      const result = await sessions.refresh(newest, now.add({ seconds }));
      if (result.ok) newest = result.session.refreshToken;
    };
    for (const seconds of [20, 40]) await change(seconds);
    t.strictSame(await sessions.refresh(opened.refreshToken, now.add({ seconds: 50 })), {
      ok: false,
      reason: 'reused',
    });
    t.ok(await sessions.isActive(opened.sessionId), 'three tabs within a moment end nothing');
    await change(60);
    t.strictSame(await sessions.refresh(opened.refreshToken, now.add({ seconds: 61 })), {
      ok: false,
      reason: 'reused',
    });
    t.notOk(await sessions.isActive(opened.sessionId));
  });

  t.test('a token from long ago ends the session, too', async (t) => {
    const opened = await sessions.open(account, { userAgent: null, secondFactor: false }, now);
    let newest = opened.refreshToken;
    for (let minutes = 15; minutes <= 60; minutes += 15) {
      const result = await sessions.refresh(newest, now.add({ minutes }));
      t.ok(result.ok);
      if (result.ok) newest = result.session.refreshToken;
    }
    const stolen = await sessions.refresh(opened.refreshToken, now.add({ minutes: 70 }));
    t.strictSame(stolen, { ok: false, reason: 'reused' });
    t.strictSame(await sessions.refresh(newest, now.add({ minutes: 71 })), { ok: false, reason: 'unknown' });
  });

  t.test('another node knows soon that a session has ended', async (t) => {
    const elsewhere = postgresSessions(db, secretsFrom(randomBytes(32)));
    const opened = await sessions.open(account, { userAgent: null, secondFactor: false }, now);
    t.ok(await elsewhere.isActive(opened.sessionId));
    await sessions.revoke(opened.sessionId, account, now);
    t.notOk(await sessions.isActive(opened.sessionId), 'at once where it was ended');
    await eventually(async () => !(await elsewhere.isActive(opened.sessionId)));
  });

  t.test('where somebody is signed in, and signing out everywhere', async (t) => {
    const anna = AccountId.parse(randomUUID());
    const entry = { userAgent: 'Firefox', secondFactor: false };
    const first = await sessions.open(anna, entry, now);
    const second = await sessions.open(anna, { userAgent: null, secondFactor: true }, now.add({ minutes: 1 }));
    const ended = await sessions.open(anna, entry, now);
    await sessions.revoke(ended.sessionId, anna, now);
    const foreign = await sessions.open(AccountId.parse(randomUUID()), entry, now);
    await sessions.refresh(first.refreshToken, now.add({ minutes: 20 }));
    t.match(await sessions.list(anna, now), [
      { sessionId: first.sessionId, userAgent: 'Firefox', secondFactor: false },
      { sessionId: second.sessionId, userAgent: null, secondFactor: true },
    ]);
    t.equal((await sessions.list(anna, now)).length, 2);
    t.ok(await sessions.hasSecondFactor(second.sessionId, now));
    await sessions.proveSecondFactor(first.sessionId, now);
    t.ok(await sessions.hasSecondFactor(first.sessionId, now.add(secondFactorLifetime).subtract({ nanoseconds: 1 })));
    t.notOk(await sessions.hasSecondFactor(first.sessionId, now.add(secondFactorLifetime)), 'for a working day');
    await sessions.forgetSecondFactors(anna);
    t.notOk(await sessions.hasSecondFactor(second.sessionId, now));

    t.ok(await sessions.isActive(second.sessionId));
    await sessions.revokeAll(anna, now, { except: first.sessionId });
    t.notOk(await sessions.isActive(second.sessionId), 'at once');
    t.ok(await sessions.isActive(first.sessionId));
    await sessions.revokeAll(anna, now);
    t.strictSame(await sessions.list(anna, now), []);
    t.notOk(await sessions.isActive(first.sessionId));
    t.ok(await sessions.isActive(foreign.sessionId));
  });

  t.test('of many that refresh at once, one wins', async (t) => {
    const opened = await sessions.open(account, { userAgent: null, secondFactor: false }, now);
    const results = await Promise.all(Array.from({ length: 6 }, () => sessions.refresh(opened.refreshToken, now)));
    t.equal(results.filter((result) => result.ok).length, 1);
  });

  t.test('forged, foreign and late tokens are refused', async (t) => {
    const opened = await sessions.open(account, { userAgent: null, secondFactor: false }, now);
    const forged = `${opened.sessionId}.${'A'.repeat(43)}`;
    for (const token of [forged, '', 'x'.repeat(500), `${randomUUID()}.${'A'.repeat(43)}`, "'; drop table sessions"]) {
      t.strictSame(await sessions.refresh(token, now), { ok: false, reason: 'unknown' });
    }
    const late = now.add(sessionLifetime);
    t.strictSame(await sessions.refresh(opened.refreshToken, late), { ok: false, reason: 'expired' });
    t.ok(await sessions.isActive(opened.sessionId));
  });

  t.test('a session ends at once, and only by its owner', async (t) => {
    const opened = await sessions.open(account, { userAgent: 'y'.repeat(1000), secondFactor: false }, now);
    t.ok(await sessions.isActive(opened.sessionId));
    t.notOk(await sessions.revoke(opened.sessionId, AccountId.parse(randomUUID()), now));
    t.ok(await sessions.isActive(opened.sessionId));
    t.ok(await sessions.revoke(opened.sessionId, account, now));
    t.notOk(await sessions.isActive(opened.sessionId));

    const other = await sessions.open(account, { userAgent: null, secondFactor: false }, now);
    await sessions.revokeByToken(`${other.sessionId}.${'B'.repeat(43)}`, now);
    t.ok(await sessions.isActive(other.sessionId));
    await sessions.revokeByToken(other.refreshToken, now);
    t.notOk(await sessions.isActive(other.sessionId));
  });

  t.test('however often it is refreshed, a session ends', async (t) => {
    let session = await sessions.open(account, { userAgent: null, secondFactor: false }, now);
    for (let days = 20; days < 90; days += 20) {
      const result = await sessions.refresh(session.refreshToken, now.add({ hours: days * 24 }));
      if (!result.ok) return t.fail(`refused after ${days} days`);
      session = result.session;
    }
    t.ok(session.expiresAt.equals(now.add(longestSession)));
    const late = await sessions.refresh(session.refreshToken, now.add(longestSession));
    t.strictSame(late, { ok: false, reason: 'expired' });
  });

  t.test('a visit stays one, ends after some hours and is forgotten then', async (t) => {
    const demo = AccountId.parse(randomUUID());
    const visitor = { userAgent: null, secondFactor: false, isVisit: true };
    const [visit, other] = [await sessions.open(demo, visitor, now), await sessions.open(demo, visitor, now)];
    const own = await sessions.open(demo, { userAgent: null, secondFactor: false }, now);
    t.ok(await sessions.isVisit(visit.sessionId));
    t.notOk(await sessions.isVisit(own.sessionId));
    t.ok(await sessions.isVisit(randomUUID()), 'who is not known may do less');
    t.match(await sessions.list(demo, now), [{ sessionId: own.sessionId }]);
    t.equal((await sessions.list(demo, now)).length, 1);
    t.strictSame(
      (await sessions.list(demo, now, { visit: visit.sessionId })).map(({ sessionId }) => sessionId),
      [visit.sessionId],
    );

    const refreshed = await sessions.refresh(visit.refreshToken, now.add({ hours: 11 }));
    if (!refreshed.ok) return t.fail('refused within its hours');
    t.ok(await postgresSessions(db, secretsFrom(randomBytes(32))).isVisit(visit.sessionId));
    t.ok(refreshed.session.expiresAt.equals(now.add(longestVisit)));
    const late = await sessions.refresh(refreshed.session.refreshToken, now.add(longestVisit));
    t.strictSame(late, { ok: false, reason: 'expired' });
    await sessions.removeOld(now.add({ hours: 1 }));
    t.ok(await sessions.revoke(other.sessionId, demo, now.add({ hours: 1 })), 'not before they are over');
    await sessions.removeOld(now.add({ hours: 13 }));
    t.notOk(await sessions.revoke(visit.sessionId, demo, now));
    t.notOk(await sessions.revoke(other.sessionId, demo, now));
    t.ok(await sessions.revoke(own.sessionId, demo, now));
  });

  t.test('old sessions are forgotten', async (t) => {
    const opened = await sessions.open(account, { userAgent: null, secondFactor: false }, now);
    await sessions.removeOld(now.add({ hours: 59 * 24 }));
    t.ok(await sessions.revoke(opened.sessionId, account, now.add({ hours: 1 })), 'kept for a while');
    t.ok((await sessions.removeOld(now.add({ hours: 31 * 24 }))) > 0);
    t.notOk(await sessions.revoke(opened.sessionId, account, now));
  });

  t.test('no token is stored', async (t) => {
    const opened = await sessions.open(account, { userAgent: null, secondFactor: false }, now);
    const row = await db.selectFrom('sessions').selectAll().where('id', '=', opened.sessionId).executeTakeFirst();
    t.notMatch(JSON.stringify(row), opened.refreshToken.slice(37));
  });
});

t.test('the cache asks again after a while and after a failure', async (t) => {
  let now = 0;
  let asked = 0;
  const cache = shortMemory(
    async () => {
      if (++asked === 1) throw new Error('away');
      return asked === 2;
    },
    5_000,
    () => now,
  );
  await t.rejects(cache.ask('a'));
  t.equal(await cache.ask('a'), true);
  t.equal(await cache.ask('a'), true);
  t.equal(asked, 2);
  now = 5_001;
  t.equal(await cache.ask('a'), false);
});
