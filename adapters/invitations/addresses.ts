import { sql } from 'kysely';
import type { Db } from '../database/port.js';
import type { InvitationAddresses, KnownInvitation } from '../../commands/ports.js';
import { InvitationId, PlantId } from '../../domain/kernel/ids.js';
import type { EmailKey } from '../crypto/secrets.js';

type Row = { readonly invitation_id: string; readonly plant_id: string };

/** Table `invitation_addresses`. */
export function postgresInvitationAddresses(db: Db, emailKey: EmailKey): InvitationAddresses {
  return {
    async note({ invitationId, plantId, email }) {
      await db
        .insertInto('invitation_addresses')
        .values({ invitation_id: invitationId, plant_id: plantId, email_key: emailKey(email) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async plantOf(invitationId) {
      const row = await db
        .selectFrom('invitation_addresses')
        .select('plant_id')
        .where('invitation_id', '=', invitationId)
        .executeTakeFirst();
      return row === undefined ? null : PlantId.parse(row.plant_id);
    },
    async listFor(accountId) {
      const { rows } = await sql<Row>`
        select invitation_id, plant_id from invitation_addresses
        join credentials using (email_key)
        where account_id = ${accountId} order by invitation_id desc`.execute(db);
      return rows.map(knownOf);
    },
    async listOver(since) {
      // As far as the read model knows; where it is built anew there may be fewer.
      const { rows } = await sql<Row>`
        select invitation_id, plant_id from invitation_addresses
        join grants.invitations as shown using (invitation_id, plant_id)
        where shown.over_at <= ${since.toString()} limit 500`.execute(db);
      return rows.map(knownOf);
    },
    async forget(invitationId) {
      await db.deleteFrom('invitation_addresses').where('invitation_id', '=', invitationId).execute();
    },
  };
}

function knownOf(row: Row): KnownInvitation {
  return { invitationId: InvitationId.parse(row.invitation_id), plantId: PlantId.parse(row.plant_id) };
}
