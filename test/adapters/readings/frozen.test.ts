import Fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import t from 'tap';
import { openDatabase } from '../../../adapters/database/database.js';
import { migrate } from '../../../adapters/database/migrate.js';
import { StoreUnavailable } from '../../../adapters/event-store/port.js';
import { groupCommit } from '../../../adapters/readings/group-commit.js';
import { postgresIntake } from '../../../adapters/readings/intake.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { inverterService, inverterServicePath } from '../../../http/legacy/inverter-service.js';
import { ownPostgres } from '../../support/own-postgres.js';
import { assignmentsDirectory, createAssignments, instant, inverterId, record } from '../../support/readings.js';

t.test('a database that hangs', async (t) => {
  const server = await ownPostgres(t);
  await server.start();
  const admin = openDatabase(server.url);
  await migrate(admin.db);
  await createAssignments(admin.pool, [
    { serialNumber: 'KNOWN', inverterId: inverterId(1), from: '2026-01-01T00:00:00Z' },
  ]);
  await admin.pool.query('alter database postgres set synchronous_commit = off');
  await admin.close();
  const database = openDatabase(server.url, { answerWithinMs: 1_500 });
  const directory = assignmentsDirectory(database.pool);
  const intake = postgresIntake({ pool: database.pool, directory, flushSeenEveryMs: 3_600_000 });
  const app = Fastify({ forceCloseConnections: true });
  await app.register(inverterService({ intake, directory, clock: { now: () => Temporal.Now.instant() } }));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  t.teardown(async () => {
    await app.close();
    await intake.close();
    await database.close();
  });
  const send = async (serialNumber: string, clockS: number) => {
    const body = `xmlData=<rd><m>502DF400489C</m><s>${serialNumber}</s><d t="${clockS}" l="600"><p i="C">14</p></d></rd>`;
    const answer = await fetch(`http://127.0.0.1:${port}${inverterServicePath}`, { method: 'POST', body });
    return answer.status;
  };
  const nowS = Math.floor(Date.now() / 1000);
  const everySort = async (clockS: number) => [
    ...(await Promise.all([send('KNOWN', clockS), send('STRANGER', clockS), send('KNOWN', 1), send(`${clockS}`, 2)])),
    ...(await Promise.all(Array.from({ length: 20 }, (_, n) => send('KNOWN', clockS + n)))),
  ];

  t.same(await everySort(nowS), Array(24).fill(200));
  const goOn = await server.freeze();
  try {
    t.same(await everySort(nowS + 100), Array(24).fill(503), 'devices are told to send again');
    await t.rejects(intake.record([record('KNOWN', '2026-07-01T12:00', {})], instant('2026-07-01T10:00:00Z')));
  } finally {
    goOn();
  }
  t.same(await everySort(nowS + 100), Array(24).fill(200), 'and it goes on by itself');
  const { rows } = await database.pool.query(`select count(*)::int as stored from readings`);
  t.same(rows, [{ stored: 40 }]);
  t.match((await database.pool.query('show synchronous_commit')).rows, [{ synchronous_commit: 'on' }]);

  await intake.record([record('KNOWN', '2026-11-01T12:00', {})], instant('2031-01-01T00:00:00Z'));
  const goOnAgain = await server.freeze();
  await t.rejects(intake.close());
  goOnAgain();
  await intake.close();
  const seen = await database.pool.query(`select last_seen_at from devices where serial_number = 'KNOWN'`);
  t.same(seen.rows, [{ last_seen_at: new Date('2031-01-01T00:00:00Z') }], 'what was not written down is not forgotten');
});

t.test('the queue of a commit is bounded', async (t) => {
  let commit = () => {};
  const committing = new Promise<void>((resolve) => (commit = resolve));
  const store = groupCommit<number>(() => committing, 2);
  const first = store.add(0);
  await new Promise((resolve) => setImmediate(resolve));
  const waiting = Array.from({ length: 100 }, (_, n) => store.add(n));
  await t.rejects(store.add(101), StoreUnavailable);
  commit();
  await Promise.all([first, ...waiting]);
  await store.add(102);
});
