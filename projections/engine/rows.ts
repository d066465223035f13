import { sql, type Transaction } from 'kysely';

/* eslint-disable @typescript-eslint/no-explicit-any -- each projection has tables of its own */

type Row = Readonly<Record<string, unknown>>;

/**
 * Writes rows in one statement with one parameter, so that their number has no limit: a statement takes 65,535
 * parameters. All rows have the columns of the first one; where `key` is there already, the `update` columns are
 * replaced (default: all that are given).
 */
export async function upsertRows(
  tx: Transaction<any>,
  table: string,
  rows: readonly Row[],
  options: { readonly key: string; readonly update?: readonly string[] },
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { key } = options;
  const columns = Object.keys(first);
  const update = options.update ?? columns.filter((column) => column !== key);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const changes = sql.join(update.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`));
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows, asPostgres)}::json)
    on conflict (${sql.ref(key)}) do update set ${changes}`.execute(tx);
}

/** `uuid = any(…)` with one parameter, for the same reason. */
export function isOneOf(column: string, ids: readonly string[]) {
  return sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`;
}

function asPostgres(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === Infinity || value === -Infinity) return value > 0 ? 'infinity' : '-infinity';
  return value;
}
