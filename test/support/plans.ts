import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Test } from 'tap';
import type { Db } from '../../adapters/database/port.js';
import { Temporal } from '../../domain/kernel/time.js';
import { everyItem, type Page } from '../../projections/engine/page.js';

type Asked = { readonly db: Db; readonly pool: pg.Pool };
type Statement = { readonly text: string; readonly values: readonly unknown[] };
type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
};

/** So many rows a table is filled with. */
export const many = 20_000;
export const numbers = `generate_series(1, ${many}) as n`;

/** Ids that tell what they are of, and the how-manieth; the same in SQL, out of an expression. */
export const [accounts, plants, orders, others] = [1, 2, 3, 4] as const;
export const idOf = (kind: number, n: number) => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const id = (kind: number, n: string) =>
  `('${kind}0000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;

/** One an hour, from this one on. */
export const begin = '2024-01-01T00:00:00Z';
export const hour = (n: number) => Temporal.Instant.from(begin).add({ hours: n });
export const at = (n: string) => `timestamptz '${begin}' + (${n}) * interval '1 hour'`;
export const keyOf = (n: number, of: number) => [hour(n).toString(), idOf(of, n)] as const;

/** Account 0 has 3,000 of what each other one has two of, numbered by `n`. */
export const ownerOf = `case when n <= 3000 then ${id(accounts, '0')} else ${id(accounts, 'n / 2')} end`;

/** What several tests fill tables with. */
export const rows = {
  accounts: `insert into accounts.accounts select ${id(accounts, 'n')}, 0, n % 40 > 0, jsonb_build_object('registeredAt', ${at('n')},
        'id', ${id(accounts, 'n')}, 'userName', 'name' || n, 'email', 'mail-' || n, 'hasTotp', true,
        'person', jsonb_build_object('lastName', 'Wirt' || n), 'company', jsonb_build_object('name', 'Firma ' || n),
        'roles', case when n % 2000 = 0 then '["support"]'::jsonb else '[]' end,
        'erasure', case when n % 100 = 0 then jsonb_build_object('dueAt', ${at('n')}) end,
        'erasedAt', case when n % 100 = 0 then ${at('n')} end) from ${numbers}`,
  plants: `insert into plants.plants select ${id(plants, 'n')}, ${id(accounts, 'n / 4')}, n, 0,
        json_build_object('name', 'Solar ' || n), '{}' from ${numbers}`,
  orders: `insert into orders.orders select ${id(orders, 'n')}, ${ownerOf},
        ${at('n')}, case when n % 100 = 0 then 'open' when n % 4 = 0 then 'expired' else 'accepted' end, ${at('n')},
        n % 50 = 0, n % 40 = 0, jsonb_build_object('refunds', '[]'::jsonb, 'withdrawnAt', null, 'payments', '[]'::jsonb,
          'plannedEnds', case when n % 100 = 0 then jsonb_build_array(jsonb_build_object('endsOn', (${at('n')})::date::text))
            else '[]' end,
          'placed', jsonb_build_object('items', jsonb_build_array(jsonb_build_object('plantId', ${id(plants, '1')})), 'orderId', ${id(orders, 'n')}, 'buyer', '{}'::jsonb))
        from ${numbers}`,
  invoices: `insert into invoices.invoices select '2026-' || lpad(n::text, 6, '0'), 2020 + n / 4000, n, ${id(orders, 'n')}, 'invoice',
        (${at('n')})::date::text, 'domestic', 1900, 1, 1, 1, null, '' from ${numbers}`,
} as const;

/** Everything in a list, read page by page. */
export async function all<Item, Key>(read: (after: Key | null) => Promise<Page<Item, Key>>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of everyItem(read)) items.push(item);
  return items;
}

/** Fills a table, so that the planner has a choice, and lets it know. */
export async function fill(pool: pg.Pool, table: string, insert: string): Promise<void> {
  await pool.query(insert);
  await pool.query(`analyze ${table}`);
}

/**
 * Holds that whatever `act` asks is found by index: no statement of it scans or sorts more than `few` rows, or throws away
 * more than that on its way, of tables that hold many times as many. Statements that write are undone.
 */
export async function foundByIndex(
  t: Test,
  pool: pg.Pool,
  name: string,
  act: (asked: Asked) => Promise<unknown>,
  few = 1_000,
): Promise<void> {
  const statements = await statementsOf(pool, act);
  t.ok(statements.length > 0, `${name} asks something`);
  for (const statement of statements) {
    const plan = await carriedOut(pool, statement);
    const faults = faultsIn(plan, few);
    t.strictSame(
      faults,
      [],
      `${name} is found by index${faults.length > 0 ? `\n${statement.text}\n${told(plan)}` : ''}`,
    );
  }
}

async function statementsOf(pool: pg.Pool, act: (asked: Asked) => Promise<unknown>): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const db: Db = new Kysely({
    dialect: new PostgresDialect({ pool }),
    log: ({ query: { sql: text, parameters: values } }) => void statements.push({ text, values }),
  });
  const query = (text: string, values: readonly unknown[] = []) => {
    statements.push({ text, values });
    return pool.query(text, [...values]);
  };
  const listening = new Proxy(pool, {
    get: (target, name) => (name === 'query' ? query : Reflect.get(target, name, target)),
  });
  await act({ db, pool: listening });
  return statements;
}

async function carriedOut(pool: pg.Pool, { text, values }: Statement): Promise<Node> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const explain = `explain (analyze, timing off, format json) ${text}`;
    const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Node }] }>(explain, [...values]);
    const [row] = rows;
    if (row === undefined) throw new Error('no plan was told');
    return row['QUERY PLAN'][0].Plan;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

function faultsIn(node: Node, few: number): readonly string[] {
  const { 'Node Type': type, 'Relation Name': table = '', Plans: below = [] } = node;
  const looked = rowsOf(node);
  const taken = type === 'Sort' ? below.reduce((sum, one) => sum + one['Actual Rows'] * one['Actual Loops'], 0) : 0;
  const isMany = table !== '' && looked > few;
  return [
    ...(isMany ? [`${type} of ${table} looks at ${looked} rows`] : []),
    ...(taken > few ? [`${type} of ${taken} rows`] : []),
    ...below.flatMap((one) => faultsIn(one, few)),
  ];
}

function rowsOf(node: Node): number {
  const dropped =
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Join Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + dropped) * node['Actual Loops'];
}

function told(node: Node, depth = 0): string {
  const line = `${'  '.repeat(depth)}${node['Node Type']} ${node['Relation Name'] ?? ''} ${rowsOf(node)}`;
  return [line, ...(node.Plans ?? []).map((one) => told(one, depth + 1))].join('\n');
}
