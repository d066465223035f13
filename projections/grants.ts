import { sql } from 'kysely';
import type { Db, Tx } from '../adapters/database/port.js';
import { InvitationId, PlantId } from '../domain/kernel/ids.js';
import type { Temporal } from '../domain/kernel/time.js';
import { isSharingEvent, type SharingEvent } from '../domain/plant/sharing-events.js';
import type { PlantEvent } from '../domain/plant/events.js';
import { keyedRows } from './engine/keyed-rows.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

type Invitation = {
  readonly plantId: string;
  /** Who looks after the plant now; null when nobody does by this invitation. */
  readonly accountId: string | null;
  /** Until when an answer is awaited; null when none is. RFC 3339, as is `overAt`. */
  readonly expiresAt: string | null;
  /** Since when it leads nowhere any more; null while it is open or somebody has the right. */
  readonly overAt: string | null;
};

const byInvitation = keyedRows<Invitation, LoggedEvent<SharingEvent>>({
  keyOf: (event) => event.data.invitationId,
  load,
  evolve: (invitation, { type, data }) => ({
    plantId: data.plantId,
    accountId: type === 'InvitationAccepted' || type === 'GrantChanged' ? data.accountId : null,
    expiresAt: type === 'ThirdPartyInvited' || type === 'InvitationRepeated' ? data.expiresAt : null,
    overAt: endings.has(type) ? (invitation?.overAt ?? data.at) : null,
  }),
  store,
});

const endings: ReadonlySet<SharingEvent['type']> = new Set([
  'InvitationDeclined',
  'InvitationExpired',
  'InvitationWithdrawn',
  'GrantRevoked',
  'GrantGivenUp',
]);

/**
 * Which account looks after which plant of somebody else, one row an invitation, and which invitations wait. Without
 * addresses: those are in the log alone, where their keys reach.
 */
export const grantsProjection: Projection = {
  name: 'grants',
  version: 1,
  prefixes: ['plant-'],
  create: async (db) => {
    await db.schema
      .createTable('invitations')
      .addColumn('invitation_id', 'uuid', (column) => column.primaryKey())
      .addColumn('plant_id', 'uuid', (column) => column.notNull())
      .addColumn('account_id', 'uuid')
      .addColumn('expires_at', 'timestamptz')
      .addColumn('over_at', 'timestamptz')
      .execute();
  },
  createIndexes: async (db) => {
    for (const column of ['account_id', 'expires_at', 'over_at']) {
      await db.schema
        .createIndex(`invitations_by_${column}`)
        .ifNotExists()
        .on('invitations')
        .column(column)
        .where(sql.ref(column), 'is not', null)
        .execute();
    }
  },
  apply: (tx, events) => byInvitation.apply(tx, (events as readonly LoggedEvent<PlantEvent>[]).filter(isSharingEvent)),
};

async function load(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Invitation>> {
  const rows = await db.selectFrom('invitations').selectAll().where(isOneOf('invitation_id', ids)).execute();
  return new Map(
    rows.map((row) => [
      row['invitation_id'],
      {
        plantId: row['plant_id'],
        accountId: row['account_id'],
        expiresAt: textOf(row['expires_at']),
        overAt: textOf(row['over_at']),
      },
    ]),
  );
}

async function store(tx: Tx, invitations: ReadonlyMap<string, Invitation>): Promise<void> {
  const rows = [...invitations].map(([invitation_id, { plantId, accountId, expiresAt, overAt }]) => ({
    ...{ invitation_id, plant_id: plantId, account_id: accountId, expires_at: expiresAt, over_at: overAt },
  }));
  await upsertRows(tx, 'invitations', rows, { key: 'invitation_id' });
}

function textOf(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}

/** Open invitations whose time is over, the longest first. At most `limit`. */
export async function overdueInvitations(
  db: Db,
  now: Temporal.Instant,
  limit: number,
): Promise<readonly { readonly plantId: PlantId; readonly invitationId: InvitationId }[]> {
  const rows = await db
    .withSchema('grants')
    .selectFrom('invitations')
    .select(['plant_id', 'invitation_id'])
    .where('expires_at', '<=', now.toString())
    .orderBy('expires_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    plantId: PlantId.parse(row['plant_id']),
    invitationId: InvitationId.parse(row['invitation_id']),
  }));
}

/** The plants of others that an account looks after. */
export async function plantsGrantedTo(db: Db, accountId: string): Promise<readonly PlantId[]> {
  const rows = await db
    .withSchema('grants')
    .selectFrom('invitations')
    .select('plant_id')
    .where('account_id', '=', accountId)
    .execute();
  return rows.map((row) => PlantId.parse(row['plant_id']));
}
