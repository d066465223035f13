import t from 'tap';
import { licenceDecider, refundOf } from '../../../domain/licence/licence.js';
import { recomputedCredits, remainingValue } from '../../../domain/licence/remaining-value.js';
import { freeCredits } from '../../../domain/licence/state.js';
import { given } from '../../support/given.js';
import { amount, dataOf, licenceNo, noon, orderNo, plantId, Story } from './support.js';

t.test('orders hold plant and credits until they lapse', async (t) => {
  const story = new Story();
  story.buy('2026-01-01', 36_500, 30_000);
  story.power('2026-01-02', 31_000);
  const credit = story.state().credits[0];
  const credits = [{ creditId: licenceNo(1), grossCents: credit?.grossCents ?? 0 }];
  const reserve = {
    type: 'ReserveLicence',
    plantId,
    at: '2026-01-03T10:00:00Z',
    until: '2026-01-03T11:00:00Z',
    credits,
  } as const;
  story.tell({ ...reserve, orderId: orderNo(5) });
  given(licenceDecider, story.events)
    .when({ ...reserve, orderId: orderNo(5) })
    .thenNothing(t);
  given(licenceDecider, story.events)
    .when({ ...reserve, orderId: orderNo(6) })
    .thenRejected(t, { code: 'licence.in-other-order', orderId: orderNo(5) });
  t.strictSame(freeCredits(story.state(), '2026-01-03T10:59:59Z'), []);
  t.strictSame(freeCredits(story.state(), '2026-01-03T11:00:00Z'), credits, 'a lapsed order keeps nothing');
  const payOut = { type: 'PayOutCredit', plantId, creditId: licenceNo(1), grossCents: 1, refundId: 'r' } as const;
  given(licenceDecider, story.events)
    .when({ ...payOut, at: '2026-01-03T10:30:00Z' })
    .thenRejected(t, { code: 'licence.credit-changed' });
  const released = [
    ...story.events,
    ...story.tell({ type: 'ReleaseReservation', plantId, at: reserve.at, orderId: orderNo(5) }),
  ];
  t.ok(given(licenceDecider, released).state().reservations.length === 0);
  const terms = {
    licenceId: licenceNo(5),
    termDays: 365,
    licensedPowerW: 1,
    cost: amount(1),
    priceListVersion: null,
  } as const;
  given(licenceDecider, released)
    .when({ type: 'GrantLicence', plantId, at: reserve.at, orderId: orderNo(5), ...terms })
    .thenRejected(t, { code: 'licence.reservation-missing' });
});

t.test('withdrawal, cancellation, revival, supplement', async (t) => {
  const story = new Story();
  story.buy('2026-01-01', 36_500, 30_000);
  story.buy('2026-01-02', 40_000, 30_000);
  const withdraw = { type: 'WithdrawLicence', plantId, at: noon('2026-01-11'), orderId: orderNo(1) } as const;
  given(licenceDecider, story.events)
    .when({ ...withdraw, startedEarly: true })
    .then(t, [
      {
        type: 'LicenceEnded',
        data: { plantId, at: withdraw.at, licenceId: licenceNo(1), reason: 'withdrawn', usedDays: 10 },
      },
      {
        type: 'RemainingValueCredited',
        data: {
          plantId,
          at: withdraw.at,
          licenceId: licenceNo(1),
          day: '2026-01-11',
          ...amount(35_500),
          costNetCents: 36_500,
          termDays: 365,
          usedDays: 10,
          unusedDays: 355,
        },
      },
      {
        type: 'LicenceMovedUp',
        data: { plantId, at: withdraw.at, licenceId: licenceNo(2), firstDay: '2026-01-11', lastDay: '2027-01-10' },
      },
    ]);
  story.tell({ ...withdraw, startedEarly: false });
  t.match(
    dataOf(story.events, 'RemainingValueCredited'),
    [{ usedDays: 0, grossCents: amount(36_500).grossCents }],
    'without an early start everything goes back',
  );
  t.ok(recomputedCredits(story.events).every(({ isEqual }) => isEqual));
  story.tell({ type: 'CancelLicence', plantId, at: noon('2026-02-11'), licenceId: licenceNo(2) });
  t.match(dataOf(story.events, 'RemainingValueCredited').at(-1), { usedDays: 31 });

  const revived = new Story();
  revived.buy('2026-01-01', 36_500, 30_000);
  revived.power('2026-01-11', 40_000);
  const revive = {
    type: 'ReviveLicence',
    plantId,
    at: noon('2026-01-21'),
    licenceId: licenceNo(1),
    reason: 'wrong type was entered',
  } as const;
  given(licenceDecider, revived.events)
    .when({ ...revive, power: { nominalPowerW: 40_000, assumedPowerW: 0 } })
    .thenRejected(t, { code: 'licence.not-revivable' });
  revived.tell({ ...revive, power: { nominalPowerW: 30_000, assumedPowerW: 0 } });
  t.match(revived.state().licences[0], { lastDay: '2027-01-10', pausedDays: 10, end: null });
  t.strictSame(revived.state().credits, [], 'its credit is void');
  t.match(
    dataOf(revived.power('2026-01-31', 40_000), 'RemainingValueCredited'),
    [{ usedDays: 20 }],
    'the days between were not used',
  );

  const supplemented = new Story();
  supplemented.buy('2026-01-01', 36_500, 30_000);
  const more = { licenceId: licenceNo(1), orderId: orderNo(7), licensedPowerW: 40_000, netCents: 3_650, vatCents: 694 };
  supplemented.tell({ type: 'SupplementLicence', plantId, at: noon('2026-01-02'), ...more });
  t.strictSame(supplemented.power('2026-01-03', 40_000), []);
  t.match(remainingValue(supplemented.events, '2026-01-11'), {
    netCents: 39_050,
    licences: [{ revision: 1, formula: '40150 × 355 ÷ 365 = 39050.00' }],
  });
});

t.test('a supplement never covers less than before', async (t) => {
  const story = new Story();
  story.buy('2026-01-01', 36_500, 30_000);
  const charge = { type: 'SupplementLicence', plantId, licenceId: licenceNo(1), netCents: 100, vatCents: 19 } as const;
  story.tell({ ...charge, at: noon('2026-01-02'), orderId: orderNo(7), licensedPowerW: 50_000 });
  story.tell({ ...charge, at: noon('2026-01-03'), orderId: orderNo(8), licensedPowerW: 40_000 });
  t.match(story.state().licences, [{ licensedPowerW: 50_000, cost: { netCents: 36_700 } }]);
});

t.test('a balance is paid out as a whole or not at all', async (t) => {
  const story = new Story();
  story.buy('2026-01-01', 36_500, 30_000);
  story.power('2026-01-11', 31_000);
  const [credit] = story.state().credits;
  const openCents = credit?.grossCents ?? 0;
  const parts = [
    { creditId: licenceNo(1), orderId: orderNo(1), grossCents: openCents - 100 },
    { creditId: licenceNo(1), orderId: orderNo(2), grossCents: 100 },
  ];
  const request = { type: 'RequestPayOut', plantId, at: noon('2026-01-12'), payOutId: 'p', parts } as const;
  given(licenceDecider, story.events)
    .when(request)
    .then(t, [
      { type: 'PayOutRequested', data: { plantId, at: request.at, payOutId: 'p', parts } },
      ...parts.map(({ creditId, orderId, grossCents }) => ({
        type: 'CreditPaidOut' as const,
        data: { plantId, at: request.at, creditId, grossCents, refundId: refundOf('p', orderId) },
      })),
    ]);
  const more = parts.map((part) => ({ ...part, grossCents: part.grossCents + 1 }));
  given(licenceDecider, story.events)
    .when({ ...request, parts: more })
    .thenRejected(t, { code: 'licence.credit-changed' });
  story.tell(request);
  t.equal(remainingValue(story.events, '2026-01-12').balanceCents, 0);
  given(licenceDecider, story.events).when(request).thenRejected(t, { code: 'licence.credit-changed' });
});

t.test('a clock that jumps back changes nothing that has happened', async (t) => {
  const story = new Story();
  story.buy('2026-06-01', 36_500, 30_000);
  const ended = story.power('2026-06-11', 31_000);
  const back = story.tell({ type: 'PassTime', plantId, at: noon('2026-01-01') });
  t.strictSame(back, [], 'nothing is due before what has happened');
  const bought = story.buy('2026-05-01', 40_000, 31_000);
  t.equal(bought.cost.netCents, 40_000);
  t.ok(
    story.events.every(({ data }, index) => data.at >= (story.events[index - 1]?.data.at ?? '')),
    'time does not run backwards in a history',
  );
  t.match(story.state().licences.at(-1), { firstDay: '2026-06-11' });
  t.ok(ended.length > 0 && recomputedCredits(story.events).every(({ isEqual }) => isEqual));
});

t.test('only what is there is paid out, and nothing is no pay-out', async (t) => {
  const story = new Story();
  story.buy('2026-01-01', 36_500, 30_000);
  story.power('2026-04-11', 30_001);
  const at = noon('2026-04-12');
  const payOut = (grossCents: number) =>
    licenceDecider.decide(
      { type: 'PayOutCredit', plantId, at, creditId: licenceNo(1), grossCents, refundId: 'r' },
      story.state(),
    );
  for (const cents of [-1, 0, 31_536])
    t.match(payOut(cents), { ok: false, rejection: { code: 'licence.credit-changed' } });
  t.match(payOut(31_535), { ok: true, events: [{ type: 'CreditPaidOut' }] });
});
