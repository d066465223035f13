import type pg from 'pg';
import { v5 as uuidV5 } from 'uuid';
import { z } from 'zod';
import type { Declarations, StoredDeclaration } from '../../commands/order/declare.js';
import { pageFrom, type Page } from '../../projections/engine/page.js';
import { inTransaction } from '../database/transaction.js';
import { putDown } from '../outbox/messages.js';
import type { ShopMailPayload } from './port.js';

const mailNamespace = '1f6f2d55-8a3c-4b8e-9a2d-7c1e5d0b4f3a';

const Content = z.object({
  name: z.string(),
  contract: z.string(),
  /** Declarations of former versions always meant the whole order. */
  plant: z.string().nullable().default(null),
  email: z.string(),
  language: z.enum(['de', 'en']),
  reason: z.string().nullable(),
  desiredEnd: z.string().nullable(),
});

/** A declaration as the office sees it. */
export type OfficeDeclaration = StoredDeclaration & {
  readonly handledAt: string | null;
  /** Id of the account; null when it took effect by itself. */
  readonly handledBy: string | null;
  readonly note: string | null;
};

/** Instant and id of the last one of the page before. */
export type DeclarationCursor = readonly [string, string];

export type DeclarationDesk = Declarations & {
  find(id: string): Promise<OfficeDeclaration | null>;
  /** Those that nobody has dealt with, the oldest first, or those that are done, the newest first. */
  list(wish: {
    readonly isHandled: boolean;
    readonly after: DeclarationCursor | null;
    readonly limit: number;
  }): Promise<Page<OfficeDeclaration, DeclarationCursor>>;
  /** Says which contract it means. */
  assign(id: string, orderId: string, by: string): Promise<void>;
  /** False when there is no such one, or somebody was faster. */
  markHandled(id: string, by: string, note: string | null): Promise<boolean>;
};

/** Keeps declarations in table `declarations`; the mail that acknowledges one is put down in the same transaction. */
export function postgresDeclarations(pool: pg.Pool): DeclarationDesk {
  return {
    async keep({ id, kind, receivedAt, orderId, ...content }) {
      const payload: ShopMailPayload = { about: 'declaration', declarationId: id };
      await inTransaction(pool, async (tx) => {
        await tx.query(
          `insert into declarations (id, kind, received_at, content, order_id, handled_at)
            values ($1, $2, $3, $4, $5, case when $5::uuid is null then null else clock_timestamp() end)`,
          [id, kind, receivedAt, JSON.stringify(Content.parse(content)), orderId],
        );
        await putDown(tx, [{ id: uuidV5(id, mailNamespace), kind: 'shop-mail', payload, eventId: null }]);
      });
    },
    async find(id) {
      const { rows } = await pool.query<Row>(`${select} where id = $1`, [id]);
      return rows[0] === undefined ? null : declarationOf(rows[0]);
    },
    async list({ isHandled, after, limit }) {
      const [way, order] = isHandled ? ['<', 'desc'] : ['>', 'asc'];
      const { rows } = await pool.query<Row & { readonly received: string }>(
        `${select} where handled_at is ${isHandled ? 'not null' : 'null'}
          ${after === null ? '' : `and (received_at, id) ${way} ($2::timestamptz, $3::uuid)`}
          order by received_at ${order}, id ${order} limit $1`,
        [limit + 1, ...(after ?? [])],
      );
      const { items, next } = pageFrom(rows, limit, ({ received, id }) => [received, id] as const);
      return { items: items.map(declarationOf), next };
    },
    async assign(id, orderId, by) {
      await pool.query('update declarations set order_id = $2, assigned_by = $3 where id = $1', [id, orderId, by]);
    },
    async markHandled(id, by, note) {
      const { rowCount } = await pool.query(
        `update declarations set handled_at = clock_timestamp(), handled_by = $2, note = $3
          where id = $1 and handled_at is null`,
        [id, by, note],
      );
      return rowCount === 1;
    },
  };
}

const select = `select id, kind, received_at, received_at::text as received, content, order_id, handled_at, handled_by, note
  from declarations`;

type Row = {
  readonly id: string;
  readonly kind: StoredDeclaration['kind'];
  readonly received_at: Date;
  readonly content: unknown;
  readonly order_id: string | null;
  readonly handled_at: Date | null;
  readonly handled_by: string | null;
  readonly note: string | null;
};

function declarationOf(row: Row): OfficeDeclaration {
  return {
    ...Content.parse(row.content),
    id: row.id,
    kind: row.kind,
    receivedAt: row.received_at.toISOString(),
    orderId: row.order_id,
    handledAt: row.handled_at?.toISOString() ?? null,
    handledBy: row.handled_by,
    note: row.note,
  };
}
