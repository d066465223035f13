import { randomUUID } from 'node:crypto';
import type { Test } from 'tap';
import {
  PaymentRefused,
  PaymentUnavailable,
  type HostedPayment,
  type PaymentGateway,
  type RefundWish,
} from '../../commands/order/payment-gateway.js';
import type { SandboxChoice, SandboxMethod } from '../../adapters/payment/sandbox/port.js';

export type TestProvider = {
  readonly gateway: PaymentGateway;
  /** What the portal was told, newest last; every test has its own orders. */
  readonly told: readonly string[];
  /** The bank of the customer takes a payment back, and the notification of it is lost. */
  readonly chargeBack: (page: { readonly providerRef: string; readonly redirectUrl: string }) => Promise<void>;
};

export const returnUrl = 'https://portal.example/orders/1';

/** A payment of 119 euros by somebody in Germany, for an order of its own. */
export function hostedPayment(given: Partial<HostedPayment> = {}): HostedPayment {
  return {
    ...{ orderId: randomUUID(), attempt: 1, amountCents: 11_900, currency: 'EUR', language: 'de', country: 'DE' },
    ...{ description: 'SiteLink, Bestellung 1', returnUrl, expiresAt: new Date(Date.now() + 3_600_000).toISOString() },
    ...given,
  };
}

/** Presses a button of the hosted page; answers where the browser is sent. */
export async function press(
  redirectUrl: string,
  choice: SandboxChoice,
  method: SandboxMethod | 'paypal' = 'onlineTransfer',
): Promise<string> {
  const body = new URLSearchParams({ choice, method });
  const answer = await fetch(redirectUrl, { method: 'POST', body, redirect: 'manual' });
  await answer.arrayBuffer();
  return answer.status === 303 ? String(answer.headers.get('location')) : `HTTP ${answer.status}`;
}

/** What every provider must keep, whoever it is. */
export async function paymentGatewayContract(t: Test, { gateway, told, chargeBack }: TestProvider): Promise<void> {
  const paid = async (given: Partial<HostedPayment> = {}) => {
    const payment = hostedPayment(given);
    const page = await gateway.createHostedPayment(payment);
    await press(page.redirectUrl, 'pay');
    return { ...payment, ...page };
  };

  await t.test('a page for each attempt, found again however often it is asked for', async (t) => {
    const payment = hostedPayment();
    const [page, ...others] = await Promise.all([1, 2, 3].map(() => gateway.createHostedPayment(payment)));
    for (const other of others) t.match(other, page ?? {});
    t.match(await gateway.createHostedPayment(payment), page ?? {});
    t.equal((await fetch(page?.redirectUrl ?? '')).status, 200);
    const second = await gateway.createHostedPayment({ ...payment, attempt: 2 });
    t.not(second.providerRef, page?.providerRef);
    t.strictSame(await gateway.fetchPayment(page?.providerRef ?? ''), {
      ...{ providerRef: page?.providerRef, orderRef: payment.orderId, state: 'open', method: null },
      ...{ paidCents: 0, refundedCents: 0, currency: 'EUR' },
    });
  });

  await t.test('paid: the browser comes back, a notification comes, and the provider says so', async (t) => {
    for (const method of ['onlineTransfer', 'creditCard', 'debitCard'] as const) {
      const payment = hostedPayment();
      const { providerRef, redirectUrl } = await gateway.createHostedPayment(payment);
      const before = told.length;
      t.equal(await press(redirectUrl, 'pay', method), returnUrl);
      const expected = {
        ...{ providerRef, orderRef: payment.orderId, state: 'paid', method },
        ...{ paidCents: 11_900, refundedCents: 0, currency: 'EUR' },
      };
      t.strictSame(await gateway.fetchPayment(providerRef), expected);
      const notified = gateway.parseNotification(told.slice(before).at(-1) ?? '');
      t.strictSame(await gateway.fetchPayment(notified?.providerRef ?? ''), expected, 'by what the notification names');
    }
  });

  await t.test('every way in which it can end otherwise', async (t) => {
    const after = async (...choices: readonly SandboxChoice[]) => {
      const { providerRef, redirectUrl } = await gateway.createHostedPayment(hostedPayment());
      for (const choice of choices) await press(redirectUrl, choice);
      return gateway.fetchPayment(providerRef);
    };
    t.match(await after('payTooLittle'), { state: 'partial', paidCents: 5_950 });
    t.match(await after('wait'), { state: 'pending', paidCents: 0 });
    t.match(await after('wait', 'pay'), { state: 'paid', paidCents: 11_900 });
    t.match(await after('wait', 'fail'), { state: 'failed', paidCents: 0 });
    t.match(await after('fail'), { state: 'failed', paidCents: 0 });
    t.match(await after('cancel'), { state: 'canceled', paidCents: 0 });
    t.match(await after('fail', 'cancel', 'pay'), { state: 'paid', paidCents: 11_900 }, 'several attempts on one page');
  });

  await t.test('nothing happened in time; and something that waited comes late', async (t) => {
    const expiresAt = new Date(Date.now() - 1_000).toISOString();
    const { providerRef } = await gateway.createHostedPayment(hostedPayment({ expiresAt }));
    t.match(await gateway.fetchPayment(providerRef), { state: 'expired', paidCents: 0 });
  });

  await t.test('money goes back once for each key, and never more than came', async (t) => {
    const { providerRef } = await paid();
    const back = (amountCents: number, key: string, reason: RefundWish['reason'] = 'withdrawal') =>
      gateway.refund(providerRef, { amountCents, reason, key });
    const first = await back(1_950, 'refund-1');
    t.strictSame(await back(1_950, 'refund-1'), first);
    t.match(await gateway.fetchPayment(providerRef), { state: 'paid', paidCents: 11_900, refundedCents: 1_950 });
    await t.rejects(back(9_951, 'refund-2', 'credit'), { name: 'PaymentRefused', reason: 'not-refundable' });
    t.not((await back(9_950, 'refund-3', 'double')).refundRef, first.refundRef);
    t.strictSame(await back(1_950, 'refund-1'), first, 'also when nothing is left');
    t.match(await gateway.fetchPayment(providerRef), { state: 'paid', paidCents: 11_900, refundedCents: 11_900 });
  });

  await t.test('the same refund from two sides at once', async (t) => {
    const { providerRef } = await paid();
    const wish = { amountCents: 100, reason: 'late', key: 'one' } as const;
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => gateway.refund(providerRef, wish)));
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') t.ok(outcome.reason instanceof PaymentUnavailable);
    }
    await gateway.refund(providerRef, wish);
    t.match(await gateway.fetchPayment(providerRef), { refundedCents: 100 });
  });

  await t.test(
    'a bank takes a payment back: seen when it is asked for, and nothing of it goes back again',
    async (t) => {
      const payment = await paid();
      await chargeBack(payment);
      t.match(await gateway.fetchPayment(payment.providerRef), { state: 'chargeback', paidCents: 11_900 });
      const wish = { amountCents: 1, reason: 'withdrawal', key: 'k' } as const;
      await t.rejects(gateway.refund(payment.providerRef, wish), { name: 'PaymentRefused', reason: 'not-refundable' });
    },
  );

  await t.test('what is not known', async (t) => {
    const refs = [randomUUID(), 's-pay-999999999', 's-ppg-999999999', '', '../payments', 'x'.repeat(2_000), 'a b/ä?\0'];
    for (const ref of refs) {
      await t.rejects(gateway.fetchPayment(ref), { name: 'PaymentRefused', reason: 'not-found' }, JSON.stringify(ref));
      const wish = { amountCents: 1, reason: 'late', key: 'k' } as const;
      await t.rejects(gateway.refund(ref, wish), PaymentRefused);
    }
  });

  await t.test('notifications that are none', (t) => {
    for (const body of [
      '',
      'null',
      '1',
      '[]',
      '{}',
      '{"payment":1}',
      '{"paymentId":{}}',
      '<xml/>',
      '['.repeat(5_000),
      '\0',
    ]) {
      t.equal(gateway.parseNotification(body), null, body.slice(0, 20));
    }
    t.end();
  });
}
