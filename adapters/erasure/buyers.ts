import type pg from 'pg';
import { v7 as uuidV7 } from 'uuid';
import type { Db } from '../database/port.js';
import { forgetBuyer } from '../../commands/order/forget-buyer.js';
import type { InvoiceDesk } from '../../commands/order/invoice-desk.js';
import type { Clock } from '../../commands/ports.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { everyItem } from '../../projections/engine/page.js';
import { buyersToForget, type OrderCursor } from '../../projections/order-queries.js';
import type { OpenEventLog } from '../event-log/event-log.js';
import type { PersonKeys } from '../event-log/person-keys.js';
import type { NightlyJob } from '../jobs/nightly.js';

export type BuyersDeps = {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly log: OpenEventLog;
  readonly clock: Clock;
  readonly personKeys: Pick<PersonKeys, 'destroyKey'>;
  readonly desk: Pick<InvoiceDesk, 'forget'>;
};

/** How many orders are looked at in one go. */
const ordersAtOnce = 500;

/** Of one erased account, or of all: those orders whose time is over lose their buyer, and what was declared about them. */
export async function forgetBuyers(deps: BuyersDeps, accountId: AccountId | null): Promise<void> {
  const context = { actor: { kind: 'system', id: 'erasure' }, correlationId: uuidV7() } as const;
  const buyers = everyItem((after: OrderCursor | null) =>
    buyersToForget(deps.db, { accountId, after, limit: ordersAtOnce }),
  );
  for await (const orderId of buyers) {
    if (!(await forgetBuyer(deps, orderId, context))) continue;
    await deps.pool.query('delete from declarations where order_id = $1', [orderId]);
  }
}

/** Invoices outlive the account for years; the night in which their time is over ends that, too. */
export function forgetBuyersJob(deps: BuyersDeps & { readonly onError: (error: unknown) => void }): NightlyJob {
  return { name: 'forget-buyers', notBefore: '04:07', onError: deps.onError, run: () => forgetBuyers(deps, null) };
}
