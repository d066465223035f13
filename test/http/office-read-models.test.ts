import t from 'tap';
import { projections } from '../../adapters/system/followers.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner, newPlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

t.test('read models in the office', async (t) => {
  const portal = await testPortal(t);
  const owner = await newOwner(portal.url);
  const { headers } = await sessionOf(portal, await newOperator(portal, ['admin']), { secondFactor: true });
  const path = `${portal.url}/api/v1/office/read-models`;
  const call = (method: 'GET' | 'POST' | 'DELETE', where = '', body?: unknown) =>
    callJson(`${path}${where}`, method, body, headers);
  const jobOf = async (name: string) =>
    (await call('GET')).body.items.find((model: { name: string }) => model.name === name).job;
  async function ended(name: string) {
    for (;;) {
      const job = await jobOf(name);
      if (job?.finishedAt !== null) return job;
    }
  }

  await t.test('stand there with their tables', async (t) => {
    const { status, body } = await call('GET');
    t.equal(status, 200);
    t.same(
      body.items.map(({ name }: { name: string }) => name),
      projections.map(({ name }) => name),
    );
    t.match(body.items[0], { live: { version: Number, position: /^\d+$/, failure: null }, previous: null, job: null });
    t.ok(body.policies.some(({ name }: { name: string }) => name === 'policy/start-trial'));
    t.match(body.head, /^[1-9]\d*$/);
  });

  await t.test('are rebuilt, compared and swapped while their pages are read', async (t) => {
    await newPlant(owner);
    const before = (await owner.call('GET', '/plants')).body;
    const { status, body } = await call('POST', '/plants/jobs', { action: 'rebuild', fresh: true });
    t.equal(status, 202);
    t.match(body, { action: 'rebuild', fresh: true, state: 'waiting', requestedBy: String, result: null });
    t.match(await ended('plants'), {
      state: 'done',
      failure: null,
      result: { report: { version: Number, swapMs: Number }, comparison: { equal: true } },
    });
    t.same((await owner.call('GET', '/plants')).body, before);
    const history = await call('GET', '/plants/jobs');
    t.match(history.body.items, [{ id: body.id, state: 'done' }]);
  });

  await t.test('are verified, and what is refused says why', async (t) => {
    await portal.system.database.pool.query(`update accounts.accounts set is_validated = false`);
    t.equal((await call('POST', '/accounts/jobs', { action: 'verify' })).status, 202);
    const verified = await ended('accounts');
    t.match(verified.result.comparison, { equal: false });
    t.ok(verified.result.comparison.tables.some(({ different }: { different: number }) => different > 0));
    await call('POST', '/accounts/jobs', { action: 'rollback' });
    t.match(await ended('accounts'), { state: 'failed', failure: { code: 'refused', reason: /no previous tables/ } });
  });

  await t.test('bad wishes are told apart', async (t) => {
    t.match(await call('POST', '/nothing/jobs', { action: 'verify' }), {
      status: 404,
      body: { code: 'read-model.not-found' },
    });
    t.match(await call('GET', '/nothing/jobs'), { status: 404, body: { code: 'read-model.not-found' } });
    t.match(await call('POST', '/plants/jobs', { action: 'erase' }), {
      status: 400,
      body: { errors: [{ pointer: '/action' }] },
    });
    const id = '4f0a3c56-3c1b-4c0a-9a53-1f1f0a3c5600';
    t.match(await call('DELETE', `/plants/jobs/${id}`), { status: 404, body: { code: 'read-model.job-not-found' } });
  });

  await t.test('one at a time, and it can be stopped', async (t) => {
    const client = await portal.system.database.pool.connect();
    await client.query(`select pg_advisory_lock(hashtextextended('rebuild/devices', 0))`);
    const { body: job } = await call('POST', '/devices/jobs', { action: 'verify' });
    t.match(await call('POST', '/devices/jobs', { action: 'rebuild' }), {
      status: 409,
      body: { code: 'read-model.job-open' },
    });
    t.match(await call('DELETE', `/devices/jobs/${job.id}`), { status: 202 });
    t.match(await ended('devices'), { id: job.id, state: 'cancelled' });
    await client.query(`select pg_advisory_unlock(hashtextextended('rebuild/devices', 0))`);
    client.release();
  });
});
