import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { listen } from '../../adapters/database/listen.js';
import { testDatabase } from '../support/database.js';

t.test('a listener comes back after its connection was cut', async (t) => {
  const { pool, url } = await testDatabase(t);
  const notices: string[] = [];
  let begun = 0;
  const listener = listen({
    connection: { connectionString: url, application_name: 'listener' },
    channel: 'Any channel',
    onNotice: (payload) => void notices.push(payload),
    onListening: () => void begun++,
  });
  await listener.ready();
  t.equal(begun, 1);
  const tell = (text: string) => pool.query('select pg_notify($1, $2)', ['Any channel', text]);
  await tell('one');
  while (notices.length < 1) await pause(5);
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'listener' and datname = current_database()`,
  );
  while (begun < 2) await pause(5);
  await tell('two');
  while (notices.length < 2) await pause(5);
  t.same(notices, ['one', 'two']);
  await listener.close();
});

t.test('a server that is away', async (t) => {
  const listener = listen({
    connection: { connectionString: 'postgres://postgres@127.0.0.1:1/postgres' },
    channel: 'any',
    onNotice: () => t.fail('there is nobody to tell anything'),
    onListening: () => t.fail('there is nobody to listen to'),
  });
  await listener.ready();
  await listener.close();
  t.pass('neither blocks');
});
