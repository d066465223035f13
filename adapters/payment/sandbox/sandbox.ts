import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { PaymentRefused, type PaymentSnapshot } from '../../../commands/order/payment-gateway.js';
import type { Clock } from '../../../commands/ports.js';
import { openService } from '../../ask.js';
import type { Database } from '../../database/database.js';
import { inTransaction } from '../../database/transaction.js';
import { jsonOf } from '../../json.js';
import type { SandboxChoice, SandboxPayment, SandboxProvider } from './port.js';

type SandboxOptions = {
  readonly database: Pick<Database, 'pool'>;
  readonly clock: Clock;
  /** Of the portal: the page lies below it, and notifications go there. */
  readonly publicUrl: string;
  /** A notification did not arrive, as happens with every provider. */
  readonly onLost: (reason: unknown) => void;
};

const Notification = z.object({ payment: z.uuid() });

const notificationPath = '/api/v1/payments/notifications/sandbox';
const notifyLimits = { timeoutMs: 5_000, maxReplyBytes: 16 * 1024 };

type Row = {
  readonly id: string;
  readonly order_id: string;
  readonly amount_cents: bigint;
  readonly language: 'de' | 'en';
  readonly country: string;
  readonly description: string;
  readonly return_url: string;
  readonly expires_at: Date;
  readonly state: PaymentSnapshot['state'];
  readonly method: PaymentSnapshot['method'];
  readonly paid_cents: bigint;
  readonly refunded_cents: bigint;
};

const select = `select payment.*,
    coalesce((select sum(amount_cents) from sandbox_refunds where payment_id = payment.id), 0)::bigint as refunded_cents
  from sandbox_payments payment`;

/**
 * A payment provider inside the portal, for development: its state lies in the database, its page is served at
 * `/dev/payments/<id>`, its notifications are real HTTP requests. No money moves.
 */
export function sandboxProvider({ database: { pool }, clock, publicUrl, onLost }: SandboxOptions): SandboxProvider {
  const portal = openService(publicUrl, notifyLimits);

  async function find(id: string): Promise<Row | null> {
    const { rows } = await pool.query<Row>(`${select} where id = $1`, [id]);
    return rows[0] ?? null;
  }

  async function known(id: string): Promise<Row> {
    const row = z.uuid().safeParse(id).success ? await find(id) : null;
    if (row === null) throw new PaymentRefused('not-found', 'The sandbox knows no such payment.');
    return row;
  }

  async function notify(payment: string): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ payment });
    try {
      const { status } = await portal.ask({ method: 'POST', path: notificationPath, headers, body });
      if (status !== 200) onLost(new Error(`answered with ${status}`));
    } catch (error) {
      onLost(error);
    }
  }

  const isExpired = (row: Row) => row.expires_at.getTime() <= clock.now().epochMilliseconds;
  const stateOf = (row: Row) => (row.state === 'open' && isExpired(row) ? 'expired' : row.state);
  const shown = (row: Row): SandboxPayment => ({
    id: row.id,
    amountCents: Number(row.amount_cents),
    language: row.language,
    country: row.country,
    description: row.description,
    returnUrl: row.return_url,
    state: stateOf(row),
  });

  return {
    provider: 'sandbox',
    async createHostedPayment(payment) {
      const { orderId, attempt, amountCents, language, country, description, returnUrl, expiresAt } = payment;
      await pool.query(
        `insert into sandbox_payments
          (id, order_id, attempt, amount_cents, language, country, description, return_url, expires_at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (order_id, attempt) do nothing`,
        [randomUUID(), orderId, attempt, amountCents, language, country, description, returnUrl, expiresAt],
      );
      const { rows } = await pool.query<{ id: string }>(
        'select id from sandbox_payments where order_id = $1 and attempt = $2',
        [orderId, attempt],
      );
      const id = rows[0]?.id ?? '';
      return { providerRef: id, redirectUrl: `${publicUrl}/dev/payments/${id}` };
    },
    async fetchPayment(providerRef) {
      const row = await known(providerRef);
      return {
        providerRef: row.id,
        orderRef: row.order_id,
        state: stateOf(row),
        paidCents: Number(row.paid_cents),
        refundedCents: Number(row.refunded_cents),
        currency: 'EUR',
        method: row.method,
      };
    },
    async refund(providerRef, { amountCents, reason, key }) {
      const { id } = await known(providerRef);
      return inTransaction(pool, async (client) => {
        await client.query('select from sandbox_payments where id = $1 for update', [id]);
        const earlier = await refundWith(client, id, key);
        if (earlier !== null) return { refundRef: earlier };
        const { rows } = await client.query<Row>(`${select} where id = $1`, [id]);
        if (rows[0]?.state === 'chargeback') throw new PaymentRefused('not-refundable', 'The bank took it back.');
        const left = Number((rows[0]?.paid_cents ?? 0n) - (rows[0]?.refunded_cents ?? 0n));
        if (amountCents > left) throw new PaymentRefused('not-refundable', `Only ${left} cents are left.`);
        const refundRef = randomUUID();
        await client.query(
          'insert into sandbox_refunds (id, payment_id, key, amount_cents, reason) values ($1, $2, $3, $4, $5)',
          [refundRef, id, key, amountCents, reason],
        );
        return { refundRef };
      });
    },
    parseNotification(rawBody) {
      const parsed = Notification.safeParse(jsonOf(rawBody));
      return parsed.success ? { providerRef: parsed.data.payment } : null;
    },
    async find(id) {
      const row = await find(id);
      return row === null ? null : shown(row);
    },
    async choose(id, choice, method) {
      const { state, paid } = outcomes[choice];
      const { rowCount } = await pool.query(
        `update sandbox_payments set state = $2, paid_cents = ${paid}, method = $3
          where id = $1 and case $2 when 'chargeback' then state = 'paid'
            else paid_cents = 0 and (expires_at > $4 or state = 'pending') end`,
        [id, state, choice === 'cancel' ? null : method, clock.now().toString()],
      );
      if (rowCount === 0) return null;
      await notify(id);
      return shown(await known(id));
    },
    close: () => portal.close(),
  };
}

const outcomes: Readonly<Record<SandboxChoice, { readonly state: PaymentSnapshot['state']; readonly paid: string }>> = {
  pay: { state: 'paid', paid: 'amount_cents' },
  payTooLittle: { state: 'partial', paid: 'amount_cents / 2' },
  wait: { state: 'pending', paid: '0' },
  fail: { state: 'failed', paid: '0' },
  cancel: { state: 'canceled', paid: '0' },
  chargeBack: { state: 'chargeback', paid: 'paid_cents' },
};

async function refundWith(client: pg.ClientBase, id: string, key: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    'select id from sandbox_refunds where payment_id = $1 and key = $2',
    [id, key],
  );
  return rows[0]?.id ?? null;
}
