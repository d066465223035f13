import { PaymentRefused, type RefundWish } from '../../../commands/order/payment-gateway.js';
import { UnzerRefusal, type UnzerApi } from './api.js';
import { chargesOf } from './snapshot.js';
import { decimalOf, WireCancel, type WirePayment } from './wire.js';

const reasonCodes: Readonly<Record<RefundWish['reason'], 'CANCEL' | 'RETURN' | 'CREDIT'>> = {
  withdrawal: 'RETURN',
  cancellation: 'CANCEL',
  late: 'CANCEL',
  double: 'CANCEL',
  credit: 'CREDIT',
};

type Refundable = { readonly path: string; readonly leftCents: number };

/**
 * Gives money back on the charges of these payments, the first ones first. Unzer knows no key for repeats: each cancellation
 * bears ours as its reference, and what bears it already is not given back again.
 */
export async function refundOn(
  api: UnzerApi,
  payments: readonly WirePayment[],
  { amountCents, reason, key }: RefundWish,
): Promise<{ readonly refundRef: string }> {
  const { refs, doneCents } = await alreadyDone(api, payments, key);
  const made = [...refs];
  let openCents = amountCents - doneCents;
  const charges = refundable(payments);
  const leftCents = charges.reduce((sum, charge) => sum + charge.leftCents, 0);
  if (openCents > leftCents) {
    throw new PaymentRefused('not-refundable', `${openCents} cents are asked back, ${leftCents} are left.`);
  }
  for (const charge of charges) {
    const cents = Math.min(openCents, charge.leftCents);
    if (cents <= 0) continue;
    const body = { amount: decimalOf(cents), paymentReference: key, reasonCode: reasonCodes[reason] };
    const { id } = await cancel(api, `${charge.path}/cancels`, body);
    made.push(refOf(charge.path, id));
    openCents -= cents;
  }
  return { refundRef: made.join(' ') };
}

async function alreadyDone(api: UnzerApi, payments: readonly WirePayment[], key: string) {
  const refs: string[] = [];
  let doneCents = 0;
  for (const payment of payments) {
    for (const { id: chargeId, cancels } of chargesOf(payment)) {
      for (const { id, cents } of cancels) {
        const path = pathOf(payment.id, chargeId);
        const known = await api.ask({ method: 'GET', path: `${path}/cancels/${id}`, answer: WireCancel });
        if (known.paymentReference !== key) continue;
        refs.push(refOf(path, id));
        doneCents += cents;
      }
    }
  }
  return { refs, doneCents };
}

function refundable(payments: readonly WirePayment[]): readonly Refundable[] {
  return payments.flatMap((payment) =>
    chargesOf(payment).map(({ id, cents, cancels }) => ({
      path: pathOf(payment.id, id),
      leftCents: cents - cancels.reduce((sum, one) => sum + one.cents, 0),
    })),
  );
}

async function cancel(api: UnzerApi, path: string, body: object): Promise<WireCancel> {
  try {
    return await api.ask({ method: 'POST', path, answer: WireCancel, body });
  } catch (error) {
    // Charged back, cancelled by hand, or too old: the money has to be returned in another way.
    if (error instanceof UnzerRefusal && error.status !== 401 && error.status !== 403) {
      throw new PaymentRefused('not-refundable', error.message);
    }
    throw error;
  }
}

const pathOf = (paymentId: string, chargeId: string) => `/payments/${paymentId}/charges/${chargeId}`;
const refOf = (chargePath: string, cancelId: string) => `${chargePath.replace('/payments/', '')}/cancels/${cancelId}`;
