import type pg from 'pg';

/**
 * Months whose readings must be there, because they were summed, and are not: the table of the month is missing, not
 * part of the readings, or empty. One sentence each.
 */
export async function missingMonths(
  pool: pg.Pool,
): Promise<{ readonly months: number; readonly faults: readonly string[] }> {
  const { rows } = await pool.query<{ table: string; isThere: boolean; isAttached: boolean }>(
    `with summed as (
        select distinct to_char(at at time zone 'UTC', '"readings_"YYYY_MM') as name
        from public.device_days cross join lateral (values (first_at), (last_at)) instant (at)
      )
      select name as "table", oid is not null as "isThere", exists (
          select from pg_inherits where inhrelid = oid and inhparent = 'public.readings'::regclass) as "isAttached"
      from summed left join lateral (select to_regclass('public.' || name)::oid as oid) relation on true
      order by name`,
  );
  const faults: string[] = [];
  for (const { table, isThere, isAttached } of rows) {
    if (!isThere) faults.push(`${table} is missing`);
    else if (!isAttached) faults.push(`${table} is not part of the readings`);
    else if (await isEmpty(pool, table)) faults.push(`${table} is empty`);
  }
  return { months: rows.length, faults };
}

async function isEmpty(pool: pg.Pool, table: string): Promise<boolean> {
  const { rowCount } = await pool.query(`select from public.${table} limit 1`);
  return rowCount === 0;
}
