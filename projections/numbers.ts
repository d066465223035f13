import { sql } from 'kysely';
import type { Db, Tx } from '../adapters/database/port.js';
import type { PlantEvent } from '../domain/plant/events.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf } from './engine/rows.js';

/** What the original data service knew by a number. Each kind is counted for itself. */
export type NumberedKind = 'plant' | 'subplant' | 'inverter';

type Numbered = { readonly kind: NumberedKind; readonly id: string; readonly plantId: string };

/**
 * The numbers by which the original data service names things: the n-th plant that was ever added has the number n. They
 * follow from the order of the log, so that a rebuild, or a copy of the log in another store, gives the same; a number of
 * something that was removed is never given again.
 */
export const numbersProjection: Projection = {
  name: 'numbers',
  version: 1,
  prefixes: ['plant-'],
  create: async (db) => {
    await db.schema
      .createTable('numbers')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('id', 'uuid', (column) => column.notNull())
      .addColumn('plant_id', 'uuid', (column) => column.notNull())
      .addPrimaryKeyConstraint('numbers_key', ['kind', 'number'])
      .execute();
  },
  createIndexes: (db) =>
    db.schema.createIndex('numbers_by_plant').ifNotExists().on('numbers').column('plant_id').execute(),
  apply: async (tx, events) => {
    const named = (events as readonly LoggedEvent<PlantEvent>[]).flatMap(namedBy);
    if (named.length > 0) await number(tx, named);
  },
};

function namedBy({ type, data }: PlantEvent): readonly Numbered[] {
  switch (type) {
    case 'PlantAdded':
      return [{ kind: 'plant', id: data.plantId, plantId: data.plantId }];
    case 'SubplantAdded':
      return [{ kind: 'subplant', id: data.subplantId, plantId: data.plantId }];
    case 'InverterAdded':
      return [{ kind: 'inverter', id: data.inverterId, plantId: data.plantId }];
    default:
      return [];
  }
}

async function number(tx: Tx, named: readonly Numbered[]): Promise<void> {
  const table = sql.table('numbers');
  await sql`
    insert into ${table} (kind, number, id, plant_id)
    select named.kind, last.number + row_number() over (partition by named.kind order by named.ordinality), id, plant_id
    from unnest(
      ${named.map(({ kind }) => kind)}::text[], ${named.map(({ id }) => id)}::uuid[],
      ${named.map(({ plantId }) => plantId)}::uuid[]
    ) with ordinality as named (kind, id, plant_id, ordinality)
    cross join lateral (
      select coalesce(max(number), 0) as number from ${table} as given where given.kind = named.kind
    ) last`.execute(tx);
}

/** What has the number; whether it is still there is not said. Null when nothing ever had it. */
export async function findNumbered(
  db: Db,
  kind: NumberedKind,
  number: number,
): Promise<{ readonly id: string; readonly plantId: string } | null> {
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) return null;
  const row = await db
    .withSchema('numbers')
    .selectFrom('numbers')
    .select(['id', 'plant_id'])
    .where('kind', '=', kind)
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : { id: row['id'], plantId: row['plant_id'] };
}

/** The number of everything that some plants have or had, by id. */
export async function numbersOf(db: Db, plantIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .withSchema('numbers')
    .selectFrom('numbers')
    .select(['id', 'number'])
    .where(isOneOf('plant_id', plantIds))
    .execute();
  return new Map(rows.map((row) => [row['id'], row['number']]));
}
