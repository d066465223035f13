import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import { displayName } from '../domain/account/display-name.js';
import type { StoredView } from './account-view.js';
import { accountWords } from './accounts.js';
import { begins } from './engine/beginnings.js';
import { folded } from './folded.js';
import type { PlantListing } from './plant-view.js';

/** What the office finds by how it begins. Each search reads an index from one place on, as many rows as are shown. */

export type FoundAccount = {
  readonly accountId: string;
  readonly userName: string;
  readonly email: string;
  readonly name: string;
};

/** By user name, address, last name or company, whatever their capitals. */
export async function accountsBeginning(db: Db, find: string, limit: number): Promise<readonly FoundAccount[]> {
  const beginning = folded(sql`${find}::text`);
  const hits = accountWords.map(
    (word) =>
      sql`(select account_id from accounts.accounts where ${begins(word, beginning)} order by ${word} limit ${limit})`,
  );
  // Of four lists, and not all of it is shown: whoever is called just so comes first.
  const exact = accountWords.map((word) => sql`coalesce(${word} = ${beginning}, false)`);
  const { rows } = await sql<{ readonly account_id: string; readonly view: StoredView }>`
    select account_id, view from accounts.accounts
    where account_id in (${sql.join(hits, sql` union `)})
    order by ${sql.join(exact, sql` or `)} desc, view ->> 'userName', account_id limit ${limit}`.execute(db);
  return rows.map(({ account_id: accountId, view }) => {
    const { userName, email } = view;
    return { accountId, userName, email, name: displayName(view) };
  });
}

export type FoundDevice = {
  readonly serialNumber: string;
  readonly plantId: string;
  readonly plantName: string | null;
  readonly isThere: boolean;
};

/** Devices that stand or stood somewhere, or are awaited, by their serial numbers. */
export async function devicesBeginning(db: Db, find: string, limit: number): Promise<readonly FoundDevice[]> {
  const serial = sql`serial_number collate "C"`;
  const where = begins(serial, sql`${find.toUpperCase()}::text`);
  const { rows } = await sql<Omit<FoundDevice, 'plantName'> & { readonly listing: PlantListing | null }>`
    select found.serial_number as "serialNumber", found.plant_id as "plantId", found.is_there as "isThere", plant.listing
    from (
      (select serial_number, plant_id, assigned_to is null as is_there from devices.assignments
        where ${where} order by ${serial} limit ${limit})
      union
      (select serial_number, plant_id, true from devices.open_claims where ${where} order by ${serial} limit ${limit})
    ) found left join plants.plants plant using (plant_id)
    order by found.serial_number collate "C", found.is_there desc limit ${limit}`.execute(db);
  return rows.map(({ listing, ...device }) => ({ ...device, plantName: listing?.name ?? null }));
}

/** Ids that begin so, as PostgreSQL orders them; null for what no id begins with. */
export function idRange(find: string): readonly [string, string] | null {
  const digits = find.toLowerCase().replaceAll('-', '');
  if (!/^[0-9a-f]{4,32}$/.test(digits)) return null;
  const idOf = (fill: string) => digits.padEnd(32, fill).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return [idOf('0'), idOf('f')];
}

const idColumns = {
  account: ['accounts.accounts', 'account_id'],
  plant: ['plants.plants', 'plant_id'],
  order: ['orders.orders', 'order_id'],
  mail: ['public.outbox', 'id'],
} as const;

/** Ids of what has an id that begins so, from four digits on. */
export async function idsBeginning(
  db: Db,
  kind: keyof typeof idColumns,
  find: string,
  limit: number,
): Promise<readonly string[]> {
  const range = idRange(find);
  if (range === null) return [];
  const [table, column] = idColumns[kind];
  const id = sql.ref(column);
  const { rows } = await sql<{ readonly found: string }>`
    select ${id}::text as found from ${sql.table(table)}
    where ${id} between ${range[0]}::uuid and ${range[1]}::uuid order by ${id} limit ${limit}`.execute(db);
  return rows.map((row) => row.found);
}

export type FoundInvoice = { readonly number: string; readonly orderId: string; readonly issuedOn: string };

const runningDigits = 6;

/** By their number, `2026-000123`, from the whole year on: the newest first. */
export async function invoicesBeginning(db: Db, find: string, limit: number): Promise<readonly FoundInvoice[]> {
  const [, year, digits = ''] = /^(\d{4})(?:-(\d{0,9}))?$/.exec(find) ?? [];
  if (year === undefined) return [];
  const places = 10 ** Math.max(0, runningDigits - digits.length);
  const first = Number(digits === '' ? 0 : digits) * places;
  const { rows } = await sql<FoundInvoice>`
    select number, order_id::text as "orderId", issued_on::text as "issuedOn" from invoices.invoices
    where year = ${Number(year)} and running between ${first} and ${first + places - 1}
    order by running desc limit ${limit}`.execute(db);
  return rows;
}

/** Messages to these accounts that were not delivered, the newest first. */
export async function mailsTo(db: Db, accountIds: readonly string[], limit: number): Promise<readonly string[]> {
  if (accountIds.length === 0) return [];
  const { rows } = await sql<{ readonly id: string }>`
    select id::text from public.outbox
    where sent_at is null and payload ->> 'accountId' = any(${[...accountIds]}) order by created_at desc limit ${limit}`.execute(
    db,
  );
  return rows.map((row) => row.id);
}
