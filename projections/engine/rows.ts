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
    select ${names} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.map(asPostgres))}::json)
    on conflict (${sql.ref(key)}) do update set ${changes}`.execute(tx);
}

/** `uuid = any(…)` with one parameter, for the same reason. */
export function isOneOf(column: string, ids: readonly string[]) {
  return sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`;
}

/** Columns only: what stands deeper is JSON already. A replacer would be asked for each value of each document. */
function asPostgres(row: Row): Row {
  const changed = Object.entries(row).filter(([, value]) => typeof value === 'bigint' || isInfinite(value));
  return changed.length === 0
    ? row
    : { ...row, ...Object.fromEntries(changed.map(([name, value]) => [name, textOf(value)])) };
}

function isInfinite(value: unknown): value is number {
  return value === Infinity || value === -Infinity;
}

/** As PostgreSQL reads it: `Infinity` and `-Infinity` are instants, too. */
function textOf(value: unknown): string {
  return String(value);
}
