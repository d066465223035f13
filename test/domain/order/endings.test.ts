import t from 'tap';
import type { EventLog, History } from '../../../commands/ports.js';
import { withdrawLicencesPolicy } from '../../../commands/policies/withdraw-licences.js';
import { declare, plantsMeant } from '../../../commands/order/declare.js';
import { fold } from '../../../domain/kernel/decider.js';
import type { DomainEvent } from '../../../domain/kernel/event.js';
import { PlantId, streamOf } from '../../../domain/kernel/ids.js';
import { vatOn } from '../../../domain/kernel/money.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { addDays } from '../../../domain/licence/calendar.js';
import type { LicenceEvent } from '../../../domain/licence/events.js';
import { licenceDecider } from '../../../domain/licence/licence.js';
import { openCredit } from '../../../domain/licence/state.js';
import type { OrderEvent, OrderItem } from '../../../domain/order/events.js';
import { orderDecider, plannedLastDay, plantsOf, type Order } from '../../../domain/order/order.js';
import { anOrder } from '../../support/an-order.js';
import { given } from '../../support/given.js';
import { fc } from '../../support/properties.js';
import { licenceNo, noon } from '../licence/support.js';

const { orderId } = anOrder;
const firstDay = '2026-03-01';
const at = noon(firstDay);
const plantNo = (n: number) => PlantId.parse(`0198a000-0000-7000-8004-${String(n).padStart(12, '0')}`);

function itemOf(n: number, netCents: number, creditShare = 0): OrderItem {
  const vatCents = vatOn(netCents, 1_900);
  const grossCents = netCents + vatCents;
  const [plantId, licenceId, creditCents] = [plantNo(n), licenceNo(n), Math.floor(grossCents * creditShare)];
  const term = { termDays: 365, licensedPowerW: 30_000, firstDay, lastDay: addDays(firstDay, 364) } as const;
  return { plantId, licenceId, ...term, netCents, vatCents, grossCents, creditCents };
}

/** An order for plants that was paid and accepted. */
function accepted(items: readonly OrderItem[], earlyStart = true): readonly OrderEvent[] {
  const sum = (of: (item: OrderItem) => number) => items.map(of).reduce((a, b) => a + b, 0);
  const [grossCents, creditCents] = [sum((item) => item.grossCents), sum((item) => item.creditCents)];
  const toPayCents = grossCents - creditCents;
  const amounts = { netCents: sum((one) => one.netCents), vatCents: sum((one) => one.vatCents), grossCents };
  const plantNames = items.map((_, index) => `Anlage ${index}`);
  const order = { ...anOrder, items, ...amounts, creditCents, toPayCents, earlyStart, plantNames };
  const paid = {
    orderId,
    at,
    provider: 'sandbox',
    providerRef: 'p-1',
    paidCents: toPayCents,
    method: 'creditCard',
  } as const;
  return [
    { type: 'OrderPlaced', data: { ...order, at } },
    { type: 'PaymentConfirmed', data: paid },
    { type: 'OrderAccepted', data: { orderId, at } },
  ];
}

const three = accepted([itemOf(1, 7_900), itemOf(2, 7_900), itemOf(3, 14_900)]);
const withdrawn = (...plantIds: PlantId[]): OrderEvent => ({ type: 'OrderWithdrawn', data: { orderId, at, plantIds } });
const withdraw = (...plantIds: PlantId[]) => ({ type: 'WithdrawOrder', at, plantIds }) as const;
const end = { endsOn: '2026-03-08', reason: 'sold' };
const terminate = (...plantIds: PlantId[]) =>
  ({ type: 'TerminateOrder', at: noon('2026-03-10'), plantIds, ...end }) as const;

t.test('a withdrawal is declared once for each plant of a contract', async (t) => {
  const [one, two, rest] = [plantNo(1), plantNo(2), plantNo(3)];
  given(orderDecider, three.slice(0, 1)).when(withdraw(one)).thenRejected(t, { code: 'order.not-paid' });
  given(orderDecider, three)
    .when(withdraw(plantNo(9)))
    .thenRejected(t, { code: 'order.no-such-plant' });
  given(orderDecider, three)
    .when(withdraw(one))
    .then(t, [withdrawn(one)]);
  const partly = given(orderDecider, [...three, withdrawn(one)]);
  partly.when(withdraw(one)).thenNothing(t);
  partly.when(withdraw(one, two, rest)).then(t, [withdrawn(two, rest)]);
  t.match(partly.state(), { withdrawnAt: null, endings: [{ plantId: one, by: 'withdrawal' }] });
  const whole = given(orderDecider, [...three, withdrawn(one), withdrawn(two, rest)]);
  whole.when(withdraw(one, two, rest)).thenNothing(t);
  t.match(whole.state(), { withdrawnAt: at });
});

t.test('a cancellation for good cause ends plants on a day that has come', async (t) => {
  const data = { orderId, at: noon('2026-03-10'), ...end };
  const terminated = (...plantIds: PlantId[]): OrderEvent => ({ type: 'OrderTerminated', data: { ...data, plantIds } });
  given(orderDecider, three)
    .when(terminate(plantNo(2)))
    .then(t, [terminated(plantNo(2))]);
  for (const endsOn of ['2026-02-28', '2027-03-01']) {
    const wish = { ...terminate(plantNo(2)), endsOn };
    given(orderDecider, three).when(wish).thenRejected(t, { code: 'order.end-not-possible' });
  }
  const partly = given(orderDecider, [...three, withdrawn(plantNo(1)), terminated(plantNo(2))]);
  partly.when(terminate(plantNo(1), plantNo(2))).thenNothing(t);
  partly.when(withdraw(plantNo(2))).thenNothing(t);
  t.match(partly.state(), { status: 'accepted', withdrawnAt: null });
});

t.test(
  'an end that is still to come is planned, replaced, and carried out on its day or whenever there is somebody',
  async (t) => {
    const [one, two, rest] = [plantNo(1), plantNo(2), plantNo(3)];
    const planned = (endsOn: string, ...plantIds: PlantId[]): OrderEvent => ({
      type: 'TerminationPlanned',
      data: { orderId, at: noon('2026-03-10'), plantIds, endsOn, reason: 'sold' },
    });
    const terminated = (day: string, endsOn: string, ...plantIds: PlantId[]): OrderEvent => ({
      type: 'OrderTerminated',
      data: { orderId, at: noon(day), plantIds, endsOn, reason: 'sold' },
    });
    const on = (day: string) => ({ type: 'EndPlanned', at: noon(day) }) as const;
    const plan = { ...terminate(one, two), endsOn: '2026-03-20' };
    given(orderDecider, three)
      .when(plan)
      .then(t, [planned('2026-03-20', one, two)]);
    given(orderDecider, three)
      .when({ ...plan, endsOn: '2027-02-28' })
      .then(t, [planned('2027-02-28', one, two)]);
    const waiting = given(orderDecider, [...three, planned('2026-03-20', one, two)]);
    t.strictSame(plantsOf(waiting.state() as Order), [one, two, rest], 'until then the contract goes on');
    t.equal(plannedLastDay(waiting.state() as Order, one), '2026-03-19');
    t.equal(plannedLastDay(waiting.state() as Order, rest), null);
    waiting.when(plan).thenNothing(t);
    waiting.when(on('2026-03-19')).thenNothing(t);
    waiting.when(on('2026-03-20')).then(t, [terminated('2026-03-20', '2026-03-20', one, two)]);
    waiting.when(on('2026-06-01')).then(t, [terminated('2026-06-01', '2026-03-20', one, two)]);
    waiting.when({ type: 'ForgetBuyer', at: noon('2040-01-01') }).thenNothing(t);
    const changed = given(orderDecider, [
      ...three,
      planned('2026-03-20', one, two),
      planned('2026-03-25', two),
      withdrawn(one),
    ]);
    changed.when(on('2026-03-20')).thenNothing(t);
    changed.when(on('2026-03-26')).then(t, [terminated('2026-03-26', '2026-03-25', two)]);
    const over = given(orderDecider, [
      ...three,
      planned('2026-03-20', one),
      terminated('2026-03-12', '2026-03-12', one),
    ]);
    over.when(on('2026-03-26')).thenNothing(t);
    given(orderDecider, [...three, planned('2026-03-20', one), planned('2026-03-22', two)])
      .when(on('2026-03-26'))
      .then(t, [terminated('2026-03-26', '2026-03-20', one), terminated('2026-03-26', '2026-03-22', two)]);
  },
);

t.test('a planned end is taken back before its day, and the contract goes on', async (t) => {
  const [one, two, rest] = [plantNo(1), plantNo(2), plantNo(3)];
  const plan = { at: noon('2026-03-10'), endsOn: '2026-03-20', reason: 'sold' };
  const planned: OrderEvent = { type: 'TerminationPlanned', data: { orderId, plantIds: [one, two], ...plan } };
  const lift = (day: string, ...plantIds: PlantId[]) =>
    ({ type: 'LiftTermination', at: noon(day), plantIds, reason: 'not sold' }) as const;
  const lifted = (...plantIds: PlantId[]): OrderEvent => ({
    type: 'TerminationLifted',
    data: { orderId, at: noon('2026-03-19'), plantIds, reason: 'not sold' },
  });
  const waiting = given(orderDecider, [...three, planned]);
  waiting.when(lift('2026-03-19', one, rest)).then(t, [lifted(one)]);
  waiting.when(lift('2026-03-19', rest)).thenNothing(t);
  waiting.when(lift('2026-03-19', one, plantNo(9))).thenRejected(t, { code: 'order.no-such-plant' });
  waiting.when(lift('2026-03-20', one)).thenRejected(t, { code: 'order.plant-ended' });
  given(orderDecider, [...three, planned, withdrawn(one)])
    .when(lift('2026-03-19', one, two))
    .thenRejected(t, { code: 'order.plant-ended' });

  const partly = given(orderDecider, [...three, planned, lifted(one)]);
  partly.when(lift('2026-03-19', one)).thenNothing(t);
  t.equal(plannedLastDay(partly.state() as Order, one), null);
  t.equal(plannedLastDay(partly.state() as Order, two), '2026-03-19');
  const over = { orderId, at: noon('2026-03-26'), plantIds: [two], endsOn: '2026-03-20', reason: 'sold' };
  partly.when({ type: 'EndPlanned', at: over.at }).then(t, [{ type: 'OrderTerminated', data: over }]);
  const none = given(orderDecider, [...three, planned, lifted(one, two)]);
  none.when({ type: 'EndPlanned', at: over.at }).thenNothing(t);
  none
    .when({ ...terminate(one), endsOn: '2026-03-20' })
    .then(t, [{ type: 'TerminationPlanned', data: { orderId, plantIds: [one], ...plan } }]);
});

t.test('which plant a withdrawal names', async (t) => {
  const order = fold(orderDecider, three) as Order;
  t.strictSame(plantsMeant(order, null), [plantNo(1), plantNo(2), plantNo(3)]);
  t.strictSame(plantsMeant(order, '  anlage   1 '), [plantNo(2)]);
  t.strictSame(plantsMeant(order, 'Anlage'), [], 'nobody knows which');
  const partly = fold(orderDecider, [...three, withdrawn(plantNo(2))]) as Order;
  t.strictSame(plantsMeant(partly, 'Anlage 1'), []);
  t.strictSame(plantsMeant(partly, null), [plantNo(1), plantNo(3)]);
  const twins = { ...order, placed: { ...order.placed, plantNames: ['Dach', 'Dach', 'Halle'] } };
  t.strictSame(plantsMeant(twins, 'Dach'), [], 'two plants of one name');
});

t.test('a cancellation that anybody declares ends nothing by itself', async (t) => {
  for (const kind of ['ordinaryCancellation', 'extraordinaryCancellation'] as const) {
    const log = memoryLog(new Map([[streamOf.order(orderId), three]]));
    const who = { kind, name: 'E', contract: orderId, plant: null, email: 'e', language: 'de' } as const;
    const clock = { now: () => Temporal.Instant.from(at) };
    const named = { findOrderOfInvoice: async () => null, repairsNumbered: async () => [] };
    const deps = { log, clock, declarations: { keep: async () => undefined }, ...named };
    await declare(deps, { ...who, reason: null, desiredEnd: null }, context('d'));
    t.strictSame(log.eventsOf(streamOf.order(orderId)), three, kind);
  }
});

/** A log in memory, as much of it as commands need. */
function memoryLog(start: ReadonlyMap<string, readonly DomainEvent[]>) {
  const streams = new Map(
    [...start].map(([id, events]) => [id, events.map((event, n) => ({ id: `${id}/${n}`, event }))]),
  );
  const of = (id: string) => streams.get(id) ?? [];
  const log: EventLog = {
    async load(id): Promise<History> {
      const stored = of(id);
      const revision = stored.length === 0 ? 'no_stream' : BigInt(stored.length - 1);
      const [events, ids] = [stored.map(({ event }) => event), stored.map((one) => one.id)];
      return { revision, hash: null, events, ids, position: null };
    },
    async append(id, events) {
      streams.set(id, [...of(id), ...events]);
      return { ok: true, revision: BigInt(of(id).length - 1), position: 0n };
    },
  };
  return { ...log, eventsOf: (id: string) => of(id).map(({ event }) => event) };
}

const context = (key: string) =>
  ({ actor: { kind: 'policy', id: 'test' }, correlationId: 'test', idempotencyKey: key }) as const;

const ending = fc.record({
  how: fc.constantFrom('withdraw' as const, 'terminate' as const, 'lift' as const, 'pass' as const),
  /** Which plants, by the bits. */
  plants: fc.integer({ min: 1, max: 31 }),
  days: fc.nat(13),
  /** Negative: the end is planned. */
  daysBack: fc.integer({ min: -9, max: 13 }),
});
const plant = fc.record({ netCents: fc.integer({ min: 1, max: 90_000 }), creditShare: fc.constantFrom(0, 0, 0.4, 1) });

t.test(
  'however contracts end in parts, and however often it is told: nothing is lost, and nothing goes back twice',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(plant, { minLength: 1, maxLength: 5 }),
        fc.array(ending, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        async (plants, endings, earlyStart) => {
          const items = plants.map(({ netCents, creditShare }, n) => itemOf(n + 1, netCents, creditShare));
          const order = accepted(items, earlyStart);
          const log = memoryLog(
            new Map<string, readonly DomainEvent[]>([[streamOf.order(orderId), order], ...items.map(granted)]),
          );
          const policy = withdrawLicencesPolicy({ log });
          const stateOf = () => fold(orderDecider, log.eventsOf(streamOf.order(orderId)) as OrderEvent[]) as Order;
          const licencesOf = ({ plantId }: OrderItem) =>
            fold(licenceDecider, log.eventsOf(streamOf.licence(plantId)) as LicenceEvent[]);
          let day = firstDay;
          for (const [n, { how, plants: bits, days, daysBack }] of endings.entries()) {
            day = addDays(day, days);
            const plantIds = items.filter((_, index) => (bits & (1 << index)) !== 0).map(({ plantId }) => plantId);
            const earliest = addDays(day, -daysBack);
            const endsOn = earliest < firstDay ? firstDay : earliest;
            const at = noon(day);
            const wish = {
              pass: { type: 'EndPlanned', at },
              withdraw: { type: 'WithdrawOrder', at, plantIds },
              terminate: { type: 'TerminateOrder', at, plantIds, endsOn, reason: 'r' },
              lift: { type: 'LiftTermination', at, plantIds, reason: 'r' },
            } as const;
            const decision = orderDecider.decide(wish[how], stateOf());
            // What is over is not begun again.
            if (!decision.ok && how === 'lift') continue;
            if (!decision.ok) return false;
            const streamId = streamOf.order(orderId);
            const after = { revision: 0n, hash: null };
            await log.append(
              streamId,
              decision.events.map((event, i) => ({ id: `e${n}/${i}`, event })),
              after,
              {} as never,
            );
            // Twice: a policy may be killed before its checkpoint is kept.
            for (const event of [...decision.events, ...decision.events]) {
              await policy.react({ ...event, streamId } as never, context(`${n}`) as never);
            }
          }
          const left = plantsOf(stateOf());
          const back = stateOf().refunds.map(({ grossCents }) => grossCents);
          const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
          const credits = items.map(licencesOf).flatMap((one) => one.credits);
          return (
            sum(back) <= stateOf().placed.toPayCents &&
            sum(back) === sum(credits.map(({ paidOutCents }) => paidOutCents)) &&
            items.every((item) => {
              const { licences, credits: own } = licencesOf(item);
              const [licence, credit] = [licences[0], own[0]];
              if (left.includes(item.plantId)) return licence?.end === null && credit === undefined;
              if (licence?.end == null) return false;
              const used = item.grossCents - (credit?.grossCents ?? 0);
              const cash = credit?.paidOutCents ?? 0;
              const open = credit === undefined ? 0 : openCredit(credit);
              // What was paid with money goes back as money, what was paid with a credit stays one.
              return (
                used >= 0 &&
                cash === Math.min(item.grossCents - used, item.grossCents - item.creditCents) &&
                used + cash + open === item.grossCents
              );
            })
          );
        },
      ),
      { numRuns: 300 },
    );
  },
);

function granted(item: OrderItem): readonly [string, readonly LicenceEvent[]] {
  const { plantId, licenceId, termDays, licensedPowerW, netCents, vatCents, grossCents } = item;
  const cost = { netCents, vatRateBasisPoints: 1_900, vatCents, grossCents };
  const period = { firstDay, lastDay: addDays(firstDay, 364) };
  const terms = { licenceId, orderId, termDays, licensedPowerW, ...period, ...cost, priceListVersion: 'test' };
  return [streamOf.licence(plantId), [{ type: 'LicenceGranted', data: { plantId, at, ...terms } }]];
}
