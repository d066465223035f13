import type { Database } from '../../database/database.js';
import type { OrderAttempt } from './wire.js';

export type PaymentPage = OrderAttempt & {
  readonly providerRef: string;
  readonly redirectUrl: string;
  readonly expiresAt: Date;
};

/** Which page was made for which attempt: Unzer does not tell it of a page on which nothing was tried yet. */
export type PaymentPages = {
  find(attempt: OrderAttempt): Promise<PaymentPage | null>;
  findByRef(providerRef: string): Promise<PaymentPage | null>;
  /** The first page of an attempt stays; answers which one that is. */
  keep(page: PaymentPage): Promise<PaymentPage>;
};

const provider = 'unzer';
const columns = `order_id as "orderId", attempt, provider_ref as "providerRef", redirect_url as "redirectUrl",
  expires_at as "expiresAt"`;

export function postgresPages(pool: Database['pool']): PaymentPages {
  async function find({ orderId, attempt }: OrderAttempt): Promise<PaymentPage | null> {
    const { rows } = await pool.query<PaymentPage>(
      `select ${columns} from payment_pages where provider = $1 and order_id = $2 and attempt = $3`,
      [provider, orderId, attempt],
    );
    return rows[0] ?? null;
  }

  return {
    find,
    async findByRef(providerRef) {
      const { rows } = await pool.query<PaymentPage>(
        `select ${columns} from payment_pages where provider = $1 and provider_ref = $2`,
        [provider, providerRef],
      );
      return rows[0] ?? null;
    },
    async keep(page) {
      await pool.query(
        `insert into payment_pages (provider, order_id, attempt, provider_ref, redirect_url, expires_at)
          values ($1, $2, $3, $4, $5, $6) on conflict (provider, order_id, attempt) do nothing`,
        [provider, page.orderId, page.attempt, page.providerRef, page.redirectUrl, page.expiresAt],
      );
      return (await find(page)) ?? page;
    },
  };
}
