import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { openPostgresEventStore } from '../../../adapters/event-store/postgres/store.js';
import { testDatabase } from '../../support/database.js';
import { newEvent, newStream } from '../../support/new-events.js';
import { eventually } from '../../support/eventually.js';

t.test('a process that is frozen in the middle of an append', async (t) => {
  const { pool, url } = await testDatabase(t);
  const [a, b, other] = [newStream('a'), newStream('b'), newStream('other')];
  const writerIs = async (condition: string) => {
    const { rowCount } = await pool.query(
      `select from pg_stat_activity
        where application_name = 'sitelink log writer' and datname = current_database() and ${condition}`,
    );
    return rowCount === 1;
  };

  const holder = await pool.connect();
  await holder.query('begin');
  await holder.query('select from log.log_head for update');
  const victim = spawn(
    process.execPath,
    [...process.execArgv, fileURLToPath(new URL('../../support/append-victim.js', import.meta.url)), url, a, b],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  t.teardown(() => victim.kill('SIGKILL'));
  const said = text(victim.stdout);
  const ended = once(victim, 'close');
  await eventually(() => writerIs(`wait_event_type = 'Lock'`));
  victim.kill('SIGSTOP');
  await holder.query('commit');
  await eventually(() => writerIs(`state = 'idle in transaction'`));

  // Far below the ten seconds after which an append would give up.
  await holder.query(`set lock_timeout = '7s'`);
  await holder.query('select from log.log_head for update');
  t.pass('the head is free, while the process is still frozen');
  holder.release(true);
  const store = openPostgresEventStore({ pool, connectionString: url });
  t.teardown(() => store.close());
  t.match(await store.append(other, [newEvent({})], 'no_stream'), { ok: true, position: 1n });

  victim.kill('SIGCONT');
  await ended;
  t.strictSame(JSON.parse(await said), [true, true], 'what it was about to append is appended when it wakes up');
  const events = await store.readAll({ after: 0n, maxCount: 10 });
  t.strictSame(
    events.map(({ streamId, revision, position }) => [streamId, revision, position]),
    [
      [other, 0n, 1n],
      [a, 0n, 2n],
      [b, 0n, 3n],
    ],
    'once',
  );
});
