import { eventually } from './accounts.js';
import { plantBody } from './plants-app.js';
import type { Owner } from './owner.js';

/** What the browser of a buyer sends, and what the buyer does on the payment page. */
export function shopping(buyer: Owner) {
  /** A plant with an inverter of unknown type, 20 kW; answers its id. */
  async function newPlant(name = plantBody.name): Promise<string> {
    const { body } = await buyer.call('POST', '/plants', { ...plantBody, name });
    const serialNumber = `S${Math.random().toString(36).slice(2, 12).toUpperCase()}`;
    const added = await buyer.call('POST', `/plants/${body.id}/inverters`, { serialNumber, name: serialNumber });
    if (added.status !== 201) throw new Error(JSON.stringify(added.body));
    return body.id;
  }

  async function order(plantIds: readonly string[]): Promise<{ readonly id: string; readonly paymentUrl: string }> {
    const items = plantIds.map((plantId) => ({ plantId, termDays: 365 }));
    const { body: quote } = await buyer.call('POST', '/orders/quote', { items });
    const version = (kind: string) => quote.documents.find((one: { kind: string }) => one.kind === kind).version;
    const accepted = { terms: version('terms'), generalTerms: version('general-terms'), earlyStart: true };
    const wish = { items, language: 'de', accepted, quoteTotal: quote.total };
    return (await buyer.call('POST', '/orders', wish)).body;
  }

  async function choose(paymentUrl: string, choice: string): Promise<void> {
    const answer = await fetch(paymentUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(paymentUrl).origin },
      body: `choice=${choice}&method=creditCard`,
      redirect: 'manual',
    });
    if (answer.status !== 303) throw new Error(`${answer.status} ${await answer.text()}`);
  }

  /** Orders, chooses on the payment page, and comes back; answers the order. */
  async function buy(plantIds: readonly string[], choice = 'pay') {
    const { id, paymentUrl } = await order(plantIds);
    await choose(paymentUrl, choice);
    return eventually(async () => {
      const { body } = await buyer.call('POST', `/orders/${id}/payment/check`);
      // The answer waits for the licences, but not for ever.
      return body.status === 'paid' ? null : body;
    });
  }

  return { newPlant, order, choose, buy };
}
