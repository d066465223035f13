import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import t from 'tap';
import { openRestoredCopy } from '../../scripts/operator/house.js';
import { checkRestoreCommand } from '../../scripts/operator/check-restore.js';
import { verifyLogCommand } from '../../scripts/operator/verify-log.js';
import { openMemoryLog } from '../support/eventstoredb/memory-log.js';
import { startDouble } from '../support/eventstoredb/server.js';
import { eventually } from '../support/eventually.js';
import { newInverter, newOwner, newPlant } from '../support/owner.js';
import { testPortal, type Portal } from '../support/portal.js';
import { createDatabase, dropDatabase } from '../support/databases.js';
import { testServerUrl } from '../support/postgres-server.js';
import { instant, record } from '../support/readings.js';

const environment = {
  JWT_SECRET: 'a secret that only tests use, 32+ characters',
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
};
const serverUrl = testServerUrl();
const folder = await mkdtemp(join(tmpdir(), 'sitelink-'));
t.teardown(() => rm(folder, { recursive: true }));

async function inDatabase<T extends object>(url: string, ...statements: readonly string[]): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: readonly T[] = [];
    for (const statement of statements) ({ rows } = await client.query<T>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** A copy of a database that nobody works on, as a restore would give. */
async function copyOf(databaseUrl: string): Promise<string> {
  const original = new URL(databaseUrl).pathname.slice(1);
  await inDatabase(serverUrl, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${original}'`);
  const { name, url } = await createDatabase(serverUrl, original);
  t.teardown(() => dropDatabase(serverUrl, name));
  return url;
}

async function check(url: string, args: readonly string[] = ['--all'], changes: Readonly<Record<string, string>> = {}) {
  const written = { out: '', err: '' };
  const output = {
    out: (text: string) => void (written.out += `${text}\n`),
    err: (text: string) => void (written.err += `${text}\n`),
  };
  const open = (databaseUrl: string | undefined) => openRestoredCopy(databaseUrl, { ...environment, ...changes });
  const surroundings = { signal: new AbortController().signal, terminal: null };
  const code = await checkRestoreCommand(['--database', url, ...args], open, output, surroundings);
  return { code, ...written };
}

/** Nine records of a device on three days in two months. */
async function report({ system: { intake } }: Portal, serialNumber: string): Promise<void> {
  for (const [day, energy] of [
    ['2026-09-30', 0],
    ['2026-10-01', 5_000],
    ['2026-10-02', 9_000],
  ] as const) {
    for (const hour of ['10', '11', '12']) {
      const totalEnergyWh = 1_000_000 + energy + Number(hour) * 100;
      const channels = { acPowerW: 600, dayEnergyWh: Number(hour) * 100, totalEnergyWh, status: 4 };
      await intake.record([record(serialNumber, `${day}T${hour}:00`, channels)], instant(`${day}T${hour}:00:00Z`));
    }
  }
}

/** Two owners with plants and inverters, their readings, a root, and everything at rest. */
async function lived(portal: Portal): Promise<void> {
  const { url, system } = portal;
  const serialNumbers = ['COPY1', 'COPY2'];
  for (const serialNumber of serialNumbers) {
    const owner = await newOwner(url);
    await newInverter(owner, await newPlant(owner), serialNumber);
  }
  await eventually(async () => {
    // Repeated as devices do: what comes before the claim is seen leaves the proof to the next record.
    for (const serialNumber of serialNumbers) await report(portal, serialNumber);
    await system.sumsSettled();
    const { rows } = await system.database.pool.query(`select from public.device_days`);
    return rows.length === 6;
  });
  await atRest(portal);
  // The worker may have made the day's root of the first events already.
  for (const table of ['daily_roots', 'stream_heads']) await system.database.pool.query(`delete from log.${table}`);
  await eventually(async () => {
    await system.dailyRoots.make();
    return (await system.dailyRoots.list()).length === 1;
  });
  await system.readModels.waitFor(await system.log.head());
}

/** Waits until nothing follows any more from what happened, so that a root stands for the last event as well. */
async function atRest({ system }: Portal): Promise<void> {
  await eventually(async () => {
    const head = await system.log.head();
    await system.policies.waitFor(head);
    return (await system.outbox.status()).waiting === 0 && (await system.log.head()) === head;
  });
}

t.test('wrong arguments', async (t) => {
  t.match(await check('postgres://nobody@127.0.0.1:1/none', ['--help']), { code: 0, out: /Exit code 0/ });
  for (const [args, mistake] of [
    [['--all', '--sample', '3'], /either --all or --sample/],
    [['--sample', '0'], /a number of devices/],
    [['--against', join(folder, 'none')], /no such file/],
    [['--fly'], /fly/],
    [[], /DATABASE_URL: the database none .* cannot be used/],
  ] as const) {
    t.match(await check('postgres://nobody@127.0.0.1:1/none', args), { code: 2, err: mistake });
  }
});

t.test('a copy of a portal', async (t) => {
  const portal = await testPortal(t);
  await lived(portal);
  const roots = join(folder, 'roots.jsonl');
  let rootLines = '';
  const output = { out: (text: string) => void (rootLines += `${text}\n`), err: () => undefined };
  const { store, dailyRoots } = portal.system;
  await verifyLogCommand(
    ['--roots', '--json'],
    async () => ({ store, dailyRoots, close: async () => undefined }),
    output,
  );
  await writeFile(roots, rootLines);
  t.match(await check(portal.databaseUrl), { code: 2, err: /Somebody else is connected/ }, 'never the one in use');
  await portal.system.close();
  const backup = await copyOf(portal.databaseUrl);

  const fingerprint = () =>
    inDatabase(
      backup,
      `select string_agg(relname || ' ' || query_to_xml(format('select count(*), sum(hashtext(t::text)) from %s t',
          oid::regclass), false, true, '')::text, ',' order by relnamespace, relname) as content
        from pg_class where relkind in ('r', 'p') and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'`,
    );
  const before = await fingerprint();
  const whole = await check(backup, ['--all', '--against', roots]);
  t.match(whole, { code: 0, out: /^The copy is whole\.$/m }, whole.out + whole.err);
  t.match(whole.out, /^ok {5}log: \d+ events in \d+ streams, 2 daily roots$/m);
  t.match(whole.out, /^ok {5}keys: 2 keys of persons$/m);
  t.match(whole.out, /^ok {5}readings: readings of 2 months$/m);
  t.match(whole.out, /^ok {5}sums: sums of 2 devices$/m);
  t.strictSame(await fingerprint(), before, 'it is left as it was found');
  t.match((await check(backup, ['--sample', '1'])).out, /^ok {5}sums: sums of 1 devices, a sample$/m);
  t.match(JSON.parse((await check(backup, ['--json'])).out), { ok: true, checks: [{ name: 'schema', ok: true }] });

  const [plant] = await inDatabase<{ stream_id: string }>(
    backup,
    `select stream_id from log.events where stream_id like 'plant-%' group by stream_id having count(*) > 2 limit 1`,
  );
  const stream = plant?.stream_id ?? '';
  const rehashed = `update log.events set metadata = metadata || '{"hash": "${'0'.repeat(64)}"}'`;
  const damages: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      'a removed event',
      [`delete from log.events where stream_id = '${stream}' and stream_revision = 1`],
      new RegExp(`WRONG {2}log.*\n.*${stream}, revision 2: missing`),
    ],
    [
      'a removed event that is newer than every root',
      [
        'delete from log.daily_roots',
        'delete from log.stream_heads',
        `delete from log.events where stream_id = '${stream}' and
          stream_revision = (select max(stream_revision) from log.events where stream_id = '${stream}')`,
      ],
      new RegExp(`WRONG {2}log.*\n(?:.*\n)*.*${stream}: its store says revision \\d+, it ends at \\d+`),
    ],
    [
      'a changed event',
      [`${rehashed} where stream_id = '${stream}' and stream_revision = 0`],
      /WRONG {2}log[^]*changed/,
    ],
    [
      'a changed row of a read model',
      [
        `update plants.plants set view = (view::jsonb || '{"name": "Palace"}')::json where plant_id = '${stream.slice('plant-'.length)}'`,
      ],
      /WRONG {2}read models.*\n.*plants\.plants: .* 1 different\n.*different \{"plant_id":/,
    ],
    [
      'a removed row',
      ['delete from devices.assignments'],
      /WRONG {2}read models[^]*devices\.assignments: 0 rows live, 2/,
    ],
    [
      'a checkpoint ahead of the log',
      [`update log.checkpoints set position = 99999 where name = 'policy/account-mails'`],
      /WRONG {2}checkpoints.*\n.*policy\/account-mails stands at position 99999, the log ends at \d+\n/,
    ],
    ['a checkpoint lost', [`delete from log.checkpoints where name = 'plants'`], /plants has no checkpoint/],
    [
      'a lost key',
      ['delete from person_keys'],
      /WRONG {2}keys.*\n.*key \S+ of account \S+ is missing: first used in acc/,
    ],
    [
      'a damaged key',
      [`update person_keys set wrapped_key = decode(repeat('00', 60), 'hex')`],
      /WRONG {2}keys.*\n.*does not open with MASTER_KEY/,
    ],
    [
      'a key that should be gone',
      ['insert into destroyed_person_keys (account_id) select account_id from person_keys limit 1'],
      /WRONG {2}keys.*\n.*is there, but it was destroyed/,
    ],
    [
      'a lost month',
      ['drop table readings_2026_09'],
      /readings_2026_09 is missing[^]*WRONG {2}sums.*\n.*device COPY\d in place \S+ on 2026-09-30: .* the readings give nothing/,
    ],
    ['a month apart', ['alter table readings detach partition readings_2026_09'], /09 is not part of the readings/],
    ['an empty month', ['truncate readings_2026_09'], /09 is empty/],
    [
      'a lost reading',
      [`delete from readings where measured_at > '2026-10-02T09:30Z'`],
      /sums of device|WRONG {2}sums/,
    ],
    [
      'a wrong sum of a day',
      [`update device_days set energy_wh = energy_wh + 1 where day = '2026-10-01'`],
      /WRONG {2}sums.*\n.*device_days of device COPY\d in place \S+ on 2026-10-01: \d+ Wh kept, the readings give \d+ Wh\n/,
    ],
    ['a wrong sum of a month', ['update device_months set energy_wh = 7'], /device_months of device COPY/],
    ['a wrong total', ['update inverter_totals set total_wh = 7'], /inverter_totals in place \S+: 7 Wh kept/],
    ['an older schema', [`delete from kysely_migration where name like '0007%'`], /0007-\S+ was not made/],
    [
      'a newer schema',
      [`insert into kysely_migration values ('9999-later', now())`],
      /9999-later is of a newer release/,
    ],
  ];
  for (const [what, statements, told] of damages) {
    const copy = await copyOf(backup);
    await inDatabase(copy, ...statements);
    const found = await check(copy);
    t.match(found, { code: 1, out: told }, `${what}: ${found.out}${found.err}`);
    t.match(found.out, /^THE COPY IS NOT WHOLE\.$/m);
  }

  const otherKey = await check(backup, ['--all'], { MASTER_KEY: Buffer.alloc(32, 8).toString('base64') });
  t.match(otherKey, { code: 1, out: /WRONG {2}keys.*\n.*MASTER_KEY is not the key of this database/ });

  const rewritten = await copyOf(backup);
  await inDatabase(rewritten, 'delete from log.daily_roots', 'delete from log.stream_heads');
  t.match(await check(rewritten), { code: 0 }, 'without roots');
  await inDatabase(
    rewritten,
    `with last as (delete from log.events where global_position = (select max(global_position) from log.events)
        returning stream_id, stream_revision, global_position),
      head as (update log.log_head set position = (select global_position - 1 from last))
      update log.streams set revision = revision - 1 where stream_id = (select stream_id from last)`,
    'update log.checkpoints set position = least(position, (select position from log.log_head))',
  );
  t.match(
    await check(rewritten, ['--all', '--against', roots]),
    { code: 1, out: /root-differs: the root of \S+ stands for \d+ events/ },
    'the end cut off in all tables, against the roots that an auditor kept',
  );
});

t.test('with the log in EventStoreDB', async (t) => {
  const log = openMemoryLog();
  const server = await startDouble(t, log);
  const portal = await testPortal(t, { EVENT_STORE: server.address });
  await lived(portal);
  await portal.system.close();
  const copy = await copyOf(portal.databaseUrl);
  const found = await check(copy, ['--all'], { EVENT_STORE: server.address });
  t.match(found, { code: 0, out: /The copy is whole/ }, found.out + found.err);
  t.match(log.all.at(-1)?.streamId, /^\$/, 'also when the last event is one of the server');

  const older = openMemoryLog();
  const kept = log.all.filter(({ streamId }) => !streamId.startsWith('$')).slice(0, -2);
  for (const event of kept) {
    older.append(event.streamId, [event], event.revision === 0n ? 'no_stream' : event.revision - 1n);
  }
  const behind = await startDouble(t, older);
  t.match(
    await check(copy, ['--all'], { EVENT_STORE: behind.address }),
    { code: 1, out: /WRONG {2}log[^]*shortened[^]*WRONG {2}checkpoints[^]*stands at position/ },
    'a log that was restored to before its read models',
  );
});
