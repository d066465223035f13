import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../database/port.js';
import type { Clock, InverterLists } from '../../commands/ports.js';
import { AccountId, InverterId, PlantId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { NightlyJob } from '../jobs/nightly.js';

const lifetime = Temporal.Duration.from({ hours: 24 });
const listsPerAccount = 10;

const StoredRows = z.array(
  z.object({
    line: z.int(),
    serialNumber: z.string(),
    activationCode: z.string(),
    name: z.string(),
    subplant: z.string(),
    type: z.string(),
    inverterId: InverterId.nullable(),
  }),
);

type ListRow = { readonly plant_id: string; readonly uploaded_at: Date; readonly rows: unknown };

/** The lists in the database, so that every node knows them. */
export function postgresInverterLists(db: Db, clock: Clock): InverterLists {
  const oldest = () => clock.now().subtract(lifetime).toString();
  return {
    async save({ id, accountId, plantId, uploadedAt, rows }) {
      await sql`
        insert into device_registry.inverter_lists (id, account_id, plant_id, uploaded_at, rows)
        values (${id}, ${accountId}, ${plantId}, ${uploadedAt.toString()}, ${JSON.stringify(rows)})
        on conflict (id) do update set rows = excluded.rows`.execute(db);
      await sql`
        delete from device_registry.inverter_lists where id in (
          select id from device_registry.inverter_lists where account_id = ${accountId}
          order by uploaded_at desc, id desc offset ${listsPerAccount})`.execute(db);
    },

    async find(id, accountId) {
      const { rows } = await sql<ListRow>`
        select plant_id, uploaded_at, rows from device_registry.inverter_lists
        where id = ${id} and account_id = ${accountId} and uploaded_at > ${oldest()}`.execute(db);
      const [found] = rows;
      if (found === undefined) return null;
      return {
        id,
        accountId: AccountId.parse(accountId),
        plantId: PlantId.parse(found.plant_id),
        uploadedAt: Temporal.Instant.fromEpochMilliseconds(found.uploaded_at.getTime()),
        rows: StoredRows.parse(found.rows),
      };
    },

    async removeOld() {
      await sql`delete from device_registry.inverter_lists where uploaded_at <= ${oldest()}`.execute(db);
    },
  };
}

/** Lists whose day is over are forgotten: they hold activation codes. */
export function listHousekeepingJob(options: {
  readonly lists: Pick<InverterLists, 'removeOld'>;
  readonly onError: (error: unknown) => void;
}): NightlyJob {
  const { lists, onError } = options;
  return { name: 'inverter-list-housekeeping', notBefore: '03:53', onError, run: () => lists.removeOld() };
}
