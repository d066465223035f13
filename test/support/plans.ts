import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Test } from 'tap';
import type { Db } from '../../adapters/database/port.js';

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
