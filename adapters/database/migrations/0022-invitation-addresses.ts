import { sql, type Migration } from 'kysely';

/**
 * For which address an invitation to a plant is, as the keyed hash by which accounts are found; the address itself is
 * sealed in the log.
 */
export const invitationAddresses: Migration = {
  up: async (db) => {
    await sql`
      create table invitation_addresses (
        invitation_id uuid primary key,
        plant_id uuid not null,
        email_key text not null
      )`.execute(db);
    await sql`create index invitation_addresses_by_email_key on invitation_addresses (email_key)`.execute(db);
  },
};
