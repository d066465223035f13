import { sql } from 'kysely';
import type { Tx } from '../../adapters/database/port.js';

type Row = Readonly<Record<string, unknown>>;

/**
 * Writes rows in one statement with few parameters, so that their number has no limit: a statement takes 65,535
 * parameters. All rows have the columns of the first one; where `key` is there already, the `update` columns are
 * replaced (default: all that are given). Columns of type `json` whose values are large are named as `documents`: they go
 * as text, line by line, which the server need not take apart.
 */
export async function upsertRows(
  tx: Tx,
  table: string,
  rows: readonly Row[],
  options: { readonly key: string; readonly update?: readonly string[]; readonly documents?: readonly string[] },
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { key, documents = [] } = options;
  const columns = Object.keys(first);
  const update = options.update ?? columns.filter((column) => column !== key);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const changes = sql.join(update.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`));
  const values = sql.join(
    columns.map((column) =>
      documents.includes(column) ? sql`document.${sql.ref(column)}::json` : sql`plain.${sql.ref(column)}`,
    ),
  );
  const plain = JSON.stringify(rows.map((row) => asPostgres(without(row, documents))));
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${values} from json_populate_recordset(null::${sql.table(table)}, ${plain}::json) with ordinality as plain
    ${documents.length === 0 ? sql`` : sql`join ${linesOf(rows, documents)} using (ordinality)`}
    on conflict (${sql.ref(key)}) do update set ${changes}`.execute(tx);
}

/** A row of documents for each row, by their order: JSON has no line feed of its own. */
function linesOf(rows: readonly Row[], documents: readonly string[]) {
  const texts = documents.map((column) => rows.map((row) => JSON.stringify(row[column])).join('\n'));
  const lines = sql.join(texts.map((text) => sql`string_to_array(${text}, E'\\n')`));
  const names = sql.join([...documents, 'ordinality'].map((column) => sql.ref(column)));
  return sql`unnest(${lines}) with ordinality as document (${names})`;
}

function without(row: Row, columns: readonly string[]): Row {
  if (columns.length === 0) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name)));
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
