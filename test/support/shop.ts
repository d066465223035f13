import { randomUUID } from 'node:crypto';
import { handle } from '../../commands/handle.js';
import { AccountId, LicenceId, OrderId, streamOf, type PlantId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { addDays } from '../../domain/licence/calendar.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { appendPlantEvents, plantLife } from '../../scripts/bench/plant-log.js';
import { eventually } from './eventually.js';
import { newOwner, plantBody, type Owner } from './owner.js';
import type { Portal } from './portal.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what comes over the wire is what a test looks at
export type Json = any;

/** Adds an inverter of unknown type, 20 kW, or of a type. */
export async function addInverter(owner: Owner, plantId: string, typeId?: string): Promise<Json> {
  const serialNumber = `S${Math.random().toString(36).slice(2, 12).toUpperCase()}`;
  const added = await owner.call('POST', `/plants/${plantId}/inverters`, { serialNumber, name: serialNumber, typeId });
  if (added.status !== 201) throw new Error(JSON.stringify(added.body));
  return added.body;
}

/** A plant with inverters of unknown type, 20 kW each; answers its id. */
export async function plantWithPower(owner: Owner, inverters = 1, name = plantBody.name): Promise<string> {
  const { body } = await owner.call('POST', '/plants', { ...plantBody, name });
  for (let n = 0; n < inverters; n++) await addInverter(owner, body.id);
  return body.id;
}

/** Plants of 10 kW, put into the log behind the back of the doors; answers their ids. */
export async function manyPlants({ log, readModels }: Portal['system'], ownerId: string, count: number) {
  const plantIds: PlantId[] = [];
  let position = 0n;
  for (let n = 0; n < count; n++) {
    const [added] = plantLife(AccountId.parse(ownerId));
    if (added === undefined) throw new Error('a life without events');
    const { plantId, at } = added.data;
    const power = { plantId, at, nominalPowerW: 10_000, assumedPowerW: 0 };
    position = await appendPlantEvents(log, [added, { type: 'NominalPowerChanged', data: power }]);
    plantIds.push(plantId);
  }
  await readModels.waitFor(position);
  return plantIds;
}

/** A plant gets a licence of 365 days that ends with a day, past the doors. */
export async function licenceUntil(
  { log, readModels }: Portal['system'],
  plantId: PlantId,
  lastDay: string,
): Promise<void> {
  const at = `${addDays(lastDay, -364)}T12:00:00Z`;
  const [orderId, licenceId] = [OrderId.parse(randomUUID()), LicenceId.parse(randomUUID())];
  const cost = { netCents: 0, vatRateBasisPoints: 1_900, vatCents: 0, grossCents: 0 };
  const terms = { orderId, licenceId, termDays: 365, licensedPowerW: 20_000, cost, priceListVersion: null } as const;
  const until = Temporal.Instant.from(at).add({ hours: 1 }).toString();
  for (const command of [
    { type: 'ReserveLicence', plantId, at, orderId, until, credits: [] },
    { type: 'GrantLicence', plantId, at, ...terms },
  ] as const) {
    const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
    const granted = await handle(log, licenceDecider, streamOf.licence(plantId), command, context);
    if (!granted.ok || granted.position === null) throw new Error(command.type);
    await readModels.waitFor(granted.position);
  }
}

/** Does something on the payment page of the sandbox. */
export async function choose(paymentUrl: string, choice: string): Promise<void> {
  const answer = await fetch(paymentUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(paymentUrl).origin },
    body: `choice=${choice}&method=creditCard`,
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`${answer.status} ${await answer.text()}`);
}

export type Buyer = Awaited<ReturnType<typeof newBuyer>>;

/** Somebody who buys licences, with the clicks that this takes; `changes` as in `newOwner`. */
export async function newBuyer(url: string, changes: object = {}) {
  const owner = await newOwner(url, {}, changes);
  const ask = (items: readonly object[]) => owner.call('POST', '/orders/quote', { items });

  /** What the browser sends when the button is pressed. */
  async function orderFor(plantIds: readonly string[], termDays = 365) {
    const items = plantIds.map((plantId) => ({ plantId, termDays }));
    const { body: quote } = await ask(items);
    const version = (wanted: string) => quote.documents.find(({ kind }: { kind: string }) => kind === wanted).version;
    const accepted = { terms: version('terms'), generalTerms: version('general-terms'), earlyStart: true };
    return { items, language: 'de', accepted, quoteTotal: quote.total };
  }

  const comeBack = async (orderId: string) => (await owner.call('POST', `/orders/${orderId}/payment/check`)).body;

  return {
    ...owner,
    ask,
    orderFor,
    comeBack,
    /** Orders, chooses on the payment page, and comes back. */
    async buy(plantIds: readonly string[], choice = 'pay', termDays = 365): Promise<Json> {
      const { body } = await owner.call('POST', '/orders', await orderFor(plantIds, termDays));
      if (body.paymentUrl !== null) await choose(body.paymentUrl, choice);
      // What follows from a payment is waited for within bounds only.
      return eventually(async () => {
        const shown = await comeBack(body.id);
        return shown.status === 'paid' ? null : shown;
      });
    },
    licenceOf: async (plantId: string): Promise<Json> => (await owner.call('GET', `/plants/${plantId}/licence`)).body,
    /** The first inverter gets a type of that power, which is known from then on. */
    async setPower(plantId: string, isRight: (powerW: number) => boolean): Promise<number> {
      const types = (await owner.call('GET', '/inverter-types')).body.items as { id: string; nominalPowerW: number }[];
      const type = types.find(({ nominalPowerW }) => isRight(nominalPowerW));
      const [first] = (await owner.call('GET', `/plants/${plantId}/inverters`)).body.items;
      await owner.call('PATCH', `/plants/${plantId}/inverters/${first.id}`, { typeId: type?.id });
      return type?.nominalPowerW ?? 0;
    },
    /** Waits for documents of a plant. */
    invoicesOf: (plantId: string, count: number): Promise<Json> =>
      eventually(async () => {
        const { items } = (await owner.call('GET', '/invoices')).body;
        const theirs = items.filter((one: { plantIds: string[] }) => one.plantIds.includes(plantId));
        return theirs.length >= count ? theirs : null;
      }),
    /** Waits for mails whose text names something. */
    mailsAbout: (what: string, count: number): Promise<Json> =>
      eventually(async () => {
        const all = (await (await fetch(`${url}/dev/mails?to=${owner.userName}@example.org`)).json()) as Json;
        const found = all.items.filter(({ text }: Json) => text.includes(what));
        return found.length >= count ? found : null;
      }),
  };
}
