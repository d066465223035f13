import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { openDatabase } from '../../adapters/database/database.js';
import { migrate } from '../../adapters/database/migrate.js';
import { listMessages, type MessageCursor } from '../../adapters/outbox/messages.js';
import { officeSearchWith } from '../../http/office-search.js';
import { searchKinds } from '../../http/schemas/office-search.js';
import { accountsProjection } from '../../projections/accounts.js';
import { devicesProjection } from '../../projections/devices.js';
import { recreate } from '../../projections/engine/tables.js';
import { invoicesProjection, listInvoices } from '../../projections/invoices.js';
import { ordersProjection } from '../../projections/orders.js';
import { plantsNamed } from '../../projections/plant-search.js';
import { plantsProjection } from '../../projections/plants.js';
import { repairOrdersProjection, repairQueue } from '../../projections/repair-orders.js';
import { ownServer } from './own-server.js';
import { seconds, timedOften, type TimedRow } from './timing.js';

const help = `The search of the office, and the pages of its lists, over many accounts, plants, devices, orders, invoices, repairs and messages.

  --rows N        of each (default 1000000)
  --queries N     measured calls of each kind (default 300)
  --json          print JSON instead of a table
`;

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    queries: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) process.stdout.write(help);
else await run(Number(options.rows), Number(options.queries));

async function run(rows: number, queries: number): Promise<void> {
  if (!(rows >= 1) || !(queries >= 1)) throw new RangeError(help);
  const server = await ownServer();
  const database = openDatabase(server.url);
  try {
    await migrate(database.db);
    const fillS = await seconds(() => fill(database, rows));
    report(rows, fillS, await measure(database, rows, queries));
  } finally {
    await database.close();
    await server.stop();
  }
}

const projections = [
  ...[accountsProjection, plantsProjection, devicesProjection, ordersProjection, invoicesProjection],
  repairOrdersProjection,
];
const days = `timestamptz '2024-01-01' + n * interval '1 minute'`;
const idOf = (kind: string) => `md5('${kind}' || n)::uuid`;
/** A third of a per cent of the messages waits, the others have been delivered. */
const waiting = 300;

async function fill({ db, pool }: ReturnType<typeof openDatabase>, rows: number): Promise<void> {
  for (const one of projections) await db.transaction().execute((tx) => recreate(tx, one));
  for (const insert of [
    `accounts.accounts (account_id, revision, is_validated, view) select ${idOf('account')}, 0, true, jsonb_build_object(
      'id', ${idOf('account')}, 'userName', 'user-' || n, 'email', 'mail-' || n || '@example.org', 'person',
      jsonb_build_object('firstName', 'Anna', 'lastName', 'Wirt' || n % 200000), 'company', null)`,
    `plants.plants (plant_id, owner_id, position, revision, listing, view) select ${idOf('plant')}, ${idOf('account')}, n, 0,
      json_build_object('name', 'Dach ' || n, 'town', 'Ort ' || n % 12000), '{}'`,
    `devices.assignments (position, serial_number, inverter_id, plant_id, time_zone, nominal_power_w, assigned_from,
      changed_position) select n, 'SN' || n, ${idOf('inverter')}, ${idOf('plant')}, 'Europe/Berlin', 10000, ${days}, n`,
    `orders.orders (order_id, account_id, placed_at, status, expires_at, has_open_refund, differs, state) select ${idOf('order')},
      ${idOf('account')}, ${days}, 'accepted', ${days}, false, false, jsonb_build_object('placed', jsonb_build_object(
      'at', to_char(${days}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'buyer', jsonb_build_object('name', 'Anna Wirt' || n)))`,
    `invoices.invoices (number, year, running, order_id, kind, issued_on, vat_treatment, vat_rate_basis_points, net_cents,
      vat_cents, gross_cents, sha256) select '2026-' || lpad(n::text, 6, '0'), 2026, n, ${idOf('order')}, 'invoice',
      '2026-01-01', 'domestic', 1900, 10000, 1900, 11900, ''`,
    `repair_orders.repair_orders (repair_order_id, account_id, created_at, is_open, is_sent, due_on, serial_number, number, summary)
      select ${idOf('repair')}, ${idOf('account')}, ${days}, n % 10 = 0, true, (${days})::date, 'SN' || n, 'R-' || lpad(n::text, 8, '0'), jsonb_build_object(
      'repairOrderId', ${idOf('repair')}, 'serialNumber', 'SN' || n, 'createdAt', to_char(${days}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))`,
    `outbox (id, kind, payload, created_at, next_attempt_at, sent_at) select ${idOf('mail')}, 'mail',
      jsonb_build_object('accountId', ${idOf('account')}, 'template', 'x'), ${days}, ${days},
      case when n % ${waiting} > 0 then now() end`,
  ]) {
    await pool.query(`insert into ${insert} from generate_series(1, $1::integer) n`, [rows]);
  }
  await pool.query('vacuum analyze');
}

async function measure(
  { db, pool }: ReturnType<typeof openDatabase>,
  rows: number,
  queries: number,
): Promise<readonly TimedRow[]> {
  const search = officeSearchWith({ db, pool });
  const oneOf = () => 1 + Math.floor(Math.random() * rows);
  const look = (find: string) => search(find, searchKinds);
  const orderIds = await idsOf(pool, queries);
  const limit = 50;
  let messages: MessageCursor | null = null;
  let repairs: readonly [string, string] | null = null;
  let plants: readonly [string, string] | null = null;
  return [
    await timedOften('search, a user name', queries, () => look(`user-${oneOf()}`)),
    await timedOften('search, how user names begin', queries, () => look('user')),
    await timedOften('search, a last name', queries, () => look(`wirt${oneOf() % 200_000}`)),
    await timedOften('search, a plant', queries, () => look(`Dach ${oneOf()}`)),
    await timedOften('search, a serial number', queries, () => look(`SN${oneOf()}`)),
    await timedOften('search, how an order begins', queries, () => look(orderIds[oneOf() % orderIds.length] ?? '')),
    await timedOften('search, an invoice', queries, () => look(`2026-${String(oneOf()).padStart(6, '0')}`)),
    await timedOften('plants by name, page after page', queries, async () => {
      plants = (await plantsNamed(db, { name: 'dach', after: plants, limit })).next;
    }),
    await timedOften('open repairs, page after page', queries, async () => {
      repairs = (await repairQueue(db, { stage: 'open', serialNumber: null, advocate: null, after: repairs, limit }))
        .next;
    }),
    await timedOften('messages that wait, page after page', queries, async () => {
      messages = (await listMessages(pool, { after: messages, limit })).next;
    }),
    await timedOften('invoices of a year, from anywhere', queries, () =>
      listInvoices(db, { year: 2026, kind: 'invoice', before: oneOf(), limit }),
    ),
  ];
}

async function idsOf(pool: pg.Pool, count: number): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly id: string }>(
    'select left(order_id::text, 8) as id from orders.orders limit $1',
    [count],
  );
  return rows.map(({ id }) => id);
}

function report(rows: number, fillS: number, timed: readonly TimedRow[]): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ rows, fillS, cpus: cpus().length, timed })}\n`);
    return;
  }
  process.stdout.write(`${rows.toLocaleString('en')} of each, filled in ${fillS.toFixed(0)} s\n`);
  for (const { query, p50Ms, p99Ms } of timed) {
    const [p50, p99] = [p50Ms, p99Ms].map((ms) => ms.toFixed(1).padStart(7));
    process.stdout.write(`${query.padEnd(38)} p50 ${p50} ms   p99 ${p99} ms\n`);
  }
}
