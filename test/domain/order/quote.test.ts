import { fc } from '../../support/properties.js';
import t from 'tap';
import { PlantId } from '../../../domain/kernel/ids.js';
import type { LicenceEvent, TermDays } from '../../../domain/licence/events.js';
import {
  demoPriceList,
  listedPriceLists,
  netPriceCents,
  priceListDecider,
  priceListOn,
} from '../../../domain/licence/price-list.js';
import { quote, type QuoteRejection, type WishedLicence } from '../../../domain/order/quote.js';
import { vatTreatment } from '../../../domain/order/vat-treatment.js';
import { given } from '../../support/given.js';
import { licenceNo, noon, orderNo, plantId, Story } from '../licence/support.js';

const domestic = { treatment: 'domestic', rateBasisPoints: 1900 } as const;
const other = PlantId.parse('0198a000-0000-7000-8000-000000000002');

function wished(history: readonly LicenceEvent[], more: Partial<WishedLicence> = {}): WishedLicence {
  const power = { nominalPowerW: 30_000, assumedPowerW: 0 };
  return { plantId, termDays: 365, history, power, plannedPowerW: null, ...more };
}

function quoted(items: readonly WishedLicence[], day: string, vat: Parameters<typeof quote>[0]['vat'] = domestic) {
  const result = quote({ at: noon(day), items, priceList: demoPriceList, vat, orderId: null });
  if (!result.ok) throw new Error(result.rejection.code);
  return result.quote;
}

function refused(items: readonly WishedLicence[], day = '2026-03-01'): QuoteRejection | null {
  const result = quote({ at: noon(day), items, priceList: demoPriceList, vat: domestic, orderId: null });
  return result.ok ? null : result.rejection;
}

t.test('a first licence, at the price of its bracket', async (t) => {
  const trial = new Story();
  trial.trial('2026-03-01');
  t.match(quoted([wished(trial.events)], '2026-03-05'), {
    items: [{ netCents: 7_900, firstDay: '2026-04-10', because: 'afterTrial', licensedPowerW: 30_000 }],
    ...{ netCents: 7_900, vatCents: 1_501, grossCents: 9_401, creditCents: 0, toPayCents: 9_401 },
    priceListVersion: 'demo',
  });
  const unknown = { power: { nominalPowerW: 30_001, assumedPowerW: 20_000 }, termDays: 730 } as const;
  t.match(quoted([wished([], unknown)], '2026-03-05'), { items: [{ netCents: 26_900, isPowerAssumed: true }] });
});

t.test('a question beforehand costs what the extension costs', async (t) => {
  const story = new Story();
  story.buy('2026-01-01', 7_900, 30_000);
  const asked = quoted([wished(story.events, { plannedPowerW: 40_000 })], '2026-04-11');
  t.match(asked, {
    items: [{ firstDay: '2026-04-11', because: 'extension', credits: [{ creditId: licenceNo(1), grossCents: 6_826 }] }],
    ...{ grossCents: 17_731, creditCents: 6_826, toPayCents: 10_905 },
  });
  t.match(asked.items[0]?.calculations, [{ computed: { usedDays: 100, netCents: 5_736 }, isEqual: true }]);
  story.power('2026-04-11', 40_000);
  const real = quoted([wished(story.events, { power: { nominalPowerW: 40_000, assumedPowerW: 0 } })], '2026-04-11');
  t.strictSame({ ...real, items: [] }, { ...asked, items: [] }, 'to the cent');
  const night = quoted([wished(story.events, { power: { nominalPowerW: 40_000, assumedPowerW: 0 } })], '2026-04-12');
  t.strictSame(night.toPayCents, asked.toPayCents, 'and across midnight');
});

t.test('after a long standstill the quote tells both dates, and what is left', async (t) => {
  const extended = (termDays: TermDays) => {
    const story = new Story();
    story.buy('2026-01-01', 7_900, 30_000, termDays);
    story.power('2026-04-11', 40_000);
    return [wished(story.events, { power: { nominalPowerW: 40_000, assumedPowerW: 0 } })] as const;
  };
  const said = (termDays: TermDays, day: string) => {
    const { items, creditCents } = quoted(extended(termDays), day);
    const { firstDay, lastDay, because, standstill } = items[0] ?? {};
    return { firstDay, lastDay, because, standstill, creditCents };
  };
  const dates = { firstDay: '2026-04-11', lastDay: '2027-04-10', because: 'extension' };
  t.strictSame(said(365, '2026-04-11'), { ...dates, standstill: null, creditCents: 6_826 });
  t.strictSame(said(365, '2026-04-12').standstill, {
    ...{ usableFrom: '2026-04-12', usableDays: 364, paymentCountsFrom: '2027-01-01' },
  });
  const late = { usableFrom: '2026-12-31', usableDays: 101, paymentCountsFrom: '2027-01-01' };
  t.strictSame(said(365, '2026-12-31'), { ...dates, standstill: late, creditCents: 6_826 }, 'the same credit');
  const fresh = { firstDay: '2027-01-01', lastDay: '2027-12-31', because: 'payment', standstill: null };
  t.strictSame(said(365, '2027-01-01'), { ...fresh, creditCents: 6_826 }, 'the former licence would be over');

  const one = { usableFrom: '2027-04-10', usableDays: 1, paymentCountsFrom: '2027-04-11' };
  t.match(said(730, '2027-04-10'), { ...dates, standstill: one }, 'the last day of the new one: it is told');
  t.match(said(730, '2027-04-11'), { firstDay: '2027-04-11', because: 'payment', standstill: null });
});

t.test('a credit larger than the price stays', async (t) => {
  const story = new Story();
  story.buy('2026-01-01', 79_900, 30_000);
  story.power('2026-01-01', 31_000);
  const two = [wished(story.events), wished([], { plantId: other })];
  t.match(quoted(two, '2026-01-01'), {
    ...{ grossCents: 18_802, creditCents: 18_802, toPayCents: 0 },
    items: [{ credits: [{ grossCents: 18_802 }] }, { credits: { length: 0 } }],
  });
});

t.test('what cannot be ordered says why', async (t) => {
  t.match(refused([]), { code: 'order.empty' });
  t.match(refused([wished([]), wished([])]), { code: 'order.plant-twice', index: 1 });
  t.match(refused([wished([], { power: { nominalPowerW: 0, assumedPowerW: 0 } })]), {
    code: 'order.no-power',
    index: 0,
  });
  t.match(refused([wished([], { plannedPowerW: 200_000_000 })]), { code: 'order.price-on-request' });
  const queued = new Story();
  queued.buy('2026-01-01', 1, 30_000);
  queued.buy('2026-02-01', 1, 30_000);
  t.match(refused([wished(queued.events)]), { code: 'order.already-queued', firstDay: '2027-01-01' });
  const held = new Story();
  const hold = { orderId: orderNo(3), until: '2026-03-01T12:30:00Z', credits: [] };
  held.tell({ type: 'ReserveLicence', plantId, at: '2026-03-01T11:00:00Z', ...hold });
  t.match(refused([wished(held.events)]), { code: 'order.in-other-order', orderId: orderNo(3) });
  t.strictSame(refused([wished(held.events)], '2026-03-02'), null, 'lapsed');
});

t.test('VAT is computed on the sum, and the parts add up to it', async () => {
  const item = fc.record({
    powerW: fc.integer({ min: 1, max: 3_000_000 }),
    termDays: fc.constantFrom<TermDays>(365, 730),
  });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 20 }), fc.constantFrom(0, 1_600, 1_900), (wishes, rate) => {
      const items = wishes.map(({ powerW, termDays }, n) =>
        wished([], {
          plantId: PlantId.parse(`0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`),
          power: { nominalPowerW: powerW, assumedPowerW: 0 },
          termDays,
        }),
      );
      const all = quoted(items, '2026-03-01', { treatment: 'domestic', rateBasisPoints: rate });
      const sum = (of: 'netCents' | 'vatCents' | 'grossCents') => all.items.reduce((total, one) => total + one[of], 0);
      const vat = Math.round((all.netCents * rate) / 10_000 + Number.EPSILON);
      return sum('netCents') === all.netCents && sum('vatCents') === vat && sum('grossCents') === all.toPayCents;
    }),
    { numRuns: 200 },
  );
});

t.test('price lists are published in advance', async (t) => {
  const brackets = [
    { upToW: 10_000, net365Cents: 5_000, net730Cents: 9_000 },
    { upToW: 20_000, net365Cents: 6_000, net730Cents: 10_000 },
  ];
  const publish = { type: 'PublishPriceList', at: '2026-12-01T08:00:00Z', today: '2026-12-01', brackets } as const;
  const published = {
    type: 'PriceListPublished',
    data: { at: publish.at, version: '1', validFrom: '2027-01-01', brackets },
  } as const;
  given(priceListDecider, [])
    .when({ ...publish, validFrom: '2027-01-01' })
    .then(t, [published]);
  given(priceListDecider, [])
    .when({ ...publish, validFrom: '2026-11-30' })
    .thenRejected(t, { code: 'price-list.in-the-past' });
  given(priceListDecider, [])
    .when({ ...publish, validFrom: '2027-01-01', brackets: [...brackets].reverse() })
    .thenRejected(t, { code: 'price-list.not-ascending', index: 1 });
  const lists = given(priceListDecider, [published]).state();
  t.strictSame(priceListOn(lists, '2026-12-31').version, 'demo');
  const list = priceListOn(lists, '2027-01-01');
  t.strictSame(
    [1, 10_000, 10_001, 20_001].map((powerW) => netPriceCents(list, powerW, 365)),
    [5_000, 5_000, 6_000, null],
  );
  t.strictSame(netPriceCents(list, 1, 730), 9_000);
});

t.test('a price list holds until one that was published later does', async (t) => {
  const list = (version: string, validFrom: string) => ({ ...demoPriceList, version, validFrom });
  const lists = [list('1', '2027-01-01'), list('2', '2027-06-01'), list('3', '2027-03-01')];
  const shown = (day: string) =>
    listedPriceLists(lists, day).map(({ version, state, until }) => [version, state, until]);
  t.strictSame(shown('2026-12-31'), [
    ['demo', 'inForce', '2027-01-01'],
    ['1', 'announced', '2027-03-01'],
    ['2', 'past', '2027-03-01'],
    ['3', 'announced', null],
  ]);
  t.strictSame(
    shown('2027-03-01').map(([, state]) => state),
    ['past', 'past', 'past', 'inForce'],
  );
  for (const day of ['2026-12-31', '2027-02-28', '2027-03-01', '2027-07-01']) {
    const inForce = listedPriceLists(lists, day).filter(({ state }) => state === 'inForce');
    t.strictSame(
      inForce.map(({ version }) => version),
      [priceListOn(lists, day).version],
      `${day}: the one that orders take`,
    );
  }
});

t.test('how a customer is taxed', async (t) => {
  const treat = (kind: 'consumer' | 'business', country: string, isVatIdValid = false, day = '2026-11-27') =>
    vatTreatment({ kind, country, isVatIdValid }, day);
  t.strictSame(treat('consumer', 'DE'), { treatment: 'domestic', rateBasisPoints: 1_900 });
  t.strictSame(treat('business', 'DE', true), { treatment: 'domestic', rateBasisPoints: 1_900 });
  t.strictSame(treat('business', 'AT', true), { treatment: 'reverseCharge', rateBasisPoints: 0 });
  t.strictSame(treat('business', 'AT'), null, 'without a valid id');
  t.strictSame(treat('business', 'CH'), { treatment: 'notTaxable', rateBasisPoints: 0 });
  t.strictSame(
    treat('business', 'GB'),
    { treatment: 'notTaxable', rateBasisPoints: 0 },
    'Northern Ireland is in the EU for goods only',
  );
  t.strictSame(treat('consumer', 'AT'), null);
  t.strictSame(treat('consumer', 'DE', false, '2020-12-31'), { treatment: 'domestic', rateBasisPoints: 1_600 });
});
