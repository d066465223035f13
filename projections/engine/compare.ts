import { sql } from 'kysely';
import type { Db } from '../../adapters/database/port.js';

const examplesPerTable = 10;

/** A row that is not the same in both; named by its key only, because the rest may be personal. */
type RowDifference = {
  /** `missing`: only the rebuilt table has it; `surplus`: only the live one. */
  readonly kind: 'missing' | 'surplus' | 'different';
  readonly key: Readonly<Record<string, unknown>>;
};

export type TableComparison = {
  readonly table: string;
  /** null when the table is not there. */
  readonly liveRows: bigint | null;
  readonly rebuiltRows: bigint | null;
  /** Sums over the hashes of all rows; null when the columns differ, so that rows cannot be compared. */
  readonly liveChecksum: string | null;
  readonly rebuiltChecksum: string | null;
  readonly missing: bigint;
  readonly surplus: bigint;
  readonly different: bigint;
  readonly examples: readonly RowDifference[];
};

export type Comparison = {
  /** Both tables contain everything up to here, and nothing more. */
  readonly position: bigint;
  readonly equal: boolean;
  readonly tables: readonly TableComparison[];
};

/** Compares all tables of two schemas; run it in one snapshot. Rows are looked for only where the checksums differ. */
export async function compareSchemas(snapshot: Db, live: string, rebuilt: string): Promise<readonly TableComparison[]> {
  const [liveTables, rebuiltTables] = [await describe(snapshot, live), await describe(snapshot, rebuilt)];
  const names = [...new Set([...liveTables.keys(), ...rebuiltTables.keys()])].sort();
  const compared: TableComparison[] = [];
  for (const table of names) {
    const [before, after] = [liveTables.get(table), rebuiltTables.get(table)];
    const isComparable = before !== undefined && before.columns === after?.columns;
    const [found, wanted] = [
      before === undefined ? null : await sumUp(snapshot, live, table),
      after === undefined ? null : await sumUp(snapshot, rebuilt, table),
    ];
    const differs = isComparable && found?.checksum !== wanted?.checksum;
    compared.push({
      table,
      liveRows: found?.rows ?? null,
      rebuiltRows: wanted?.rows ?? null,
      liveChecksum: isComparable ? (found?.checksum ?? null) : null,
      rebuiltChecksum: isComparable ? (wanted?.checksum ?? null) : null,
      ...(differs ? await differences(snapshot, { live, rebuilt, table, key: after.key }) : same),
    });
  }
  return compared;
}

export function isEqual({ liveChecksum, rebuiltChecksum }: TableComparison): boolean {
  return liveChecksum !== null && liveChecksum === rebuiltChecksum;
}

const same = { missing: 0n, surplus: 0n, different: 0n, examples: [] };

type Description = { readonly columns: string; readonly key: readonly string[] };

async function describe(db: Db, schema: string): Promise<ReadonlyMap<string, Description>> {
  const { rows } = await sql<{ name: string; columns: string; key: readonly string[] }>`
    select c.relname as name,
      (select string_agg(format('%s %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary order by a.attnum) as key
    from pg_class c where c.relnamespace = to_regnamespace(${`"${schema}"`}) and c.relkind = 'r'`.execute(db);
  return new Map(rows.map(({ name, columns, key }) => [name, { columns, key }]));
}

async function sumUp(db: Db, schema: string, table: string) {
  const { rows } = await sql<{ rows: bigint; checksum: string }>`
    select count(*) as rows, coalesce(sum(hashtextextended(row::text, 0)::numeric), 0)::text as checksum
    from ${sql.id(schema, table)} as row`.execute(db);
  return rows[0] ?? { rows: 0n, checksum: '0' };
}

type Pair = {
  readonly live: string;
  readonly rebuilt: string;
  readonly table: string;
  readonly key: readonly string[];
};

async function differences(db: Db, { live, rebuilt, table, key }: Pair) {
  const keyOf =
    key.length === 0
      ? sql`jsonb_build_object('md5', md5(row::text))`
      : sql`jsonb_build_object(${sql.join(key.flatMap((column) => [sql`${sql.lit(column)}::text`, sql.ref(`row.${column}`)]))})`;
  const hashed = (schema: string) =>
    sql`select ${keyOf} as key, md5(row::text) as hash from ${sql.id(schema, table)} as row`;
  const { rows } = await sql<{ kind: RowDifference['kind']; count: bigint; keys: readonly RowDifference['key'][] }>`
    with found as (
      select key, case when live.hash is null then 'missing' when rebuilt.hash is null then 'surplus'
        else 'different' end as kind
      from (${hashed(live)}) live full join (${hashed(rebuilt)}) rebuilt using (key)
      where live.hash is distinct from rebuilt.hash
    )
    select kind, count(*) as count, to_jsonb((array_agg(key))[1:${sql.lit(examplesPerTable)}]) as keys from found group by kind`.execute(
    db,
  );
  const count = (kind: RowDifference['kind']) => rows.find((row) => row.kind === kind)?.count ?? 0n;
  return {
    missing: count('missing'),
    surplus: count('surplus'),
    different: count('different'),
    examples: rows.flatMap(({ kind, keys }) => keys.map((found) => ({ kind, key: found }))).slice(0, examplesPerTable),
  };
}
