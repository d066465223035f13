import { fc } from '../../support/properties.js';
import t from 'tap';
import { fold } from '../../../domain/kernel/decider.js';
import { splitCents, shareOf, vatOn } from '../../../domain/kernel/money.js';
import { addDays } from '../../../domain/licence/calendar.js';
import { licenceAt, nextDueAt } from '../../../domain/licence/due.js';
import type { LicenceEvent, TermDays } from '../../../domain/licence/events.js';
import { licenceDecider } from '../../../domain/licence/licence.js';
import { recomputedCredits, remainingValue, valueOfLicence } from '../../../domain/licence/remaining-value.js';
import { liveLicences, openCredit, usedDaysBefore, type LicenceState } from '../../../domain/licence/state.js';
import { demoPriceList } from '../../../domain/licence/price-list.js';
import { quote } from '../../../domain/order/quote.js';
import { dataOf, licenceNo, noon, orderNo, plantId, Story } from './support.js';

type Step =
  | { readonly kind: 'buy'; readonly netCents: number; readonly termDays: TermDays; readonly vatRate: number }
  | { readonly kind: 'power'; readonly powerW: number; readonly assumedW: number }
  | { readonly kind: 'withdraw'; readonly nth: number; readonly startedEarly: boolean }
  | { readonly kind: 'cancel'; readonly nth: number; readonly daysBack: number }
  | { readonly kind: 'revive'; readonly nth: number }
  | { readonly kind: 'payOut'; readonly nth: number; readonly share: number }
  | { readonly kind: 'supplement'; readonly nth: number; readonly netCents: number }
  | { readonly kind: 'trial' }
  | { readonly kind: 'pass' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('buy' as const),
      netCents: fc.integer({ min: 0, max: 200_000 }),
      termDays: fc.constantFrom<TermDays>(365, 730),
      vatRate: fc.constantFrom(1900, 0, 1600),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('power' as const),
      powerW: fc.integer({ min: 20_000, max: 60_000 }),
      assumedW: fc.constantFrom(0, 20_000),
    }),
  },
  fc.record({ kind: fc.constant('withdraw' as const), nth: fc.nat(9), startedEarly: fc.boolean() }),
  fc.record({ kind: fc.constant('cancel' as const), nth: fc.nat(9), daysBack: fc.nat(60) }),
  fc.record({ kind: fc.constant('revive' as const), nth: fc.nat(9) }),
  fc.record({
    kind: fc.constant('payOut' as const),
    nth: fc.nat(9),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('supplement' as const),
    nth: fc.nat(9),
    netCents: fc.integer({ min: 1, max: 50_000 }),
  }),
  fc.record({ kind: fc.constant('trial' as const) }),
  fc.record({ kind: fc.constant('pass' as const) }),
);
/** Steps with the days that pass before each. */
const life = fc.array(fc.tuple(fc.oneof(fc.nat(30), fc.nat(400)), step), { minLength: 1, maxLength: 14 });

type Lived = { readonly story: Story; readonly day: string; readonly cashInCents: number };

/** Plays steps one after the other; what the decider refuses does not happen. */
function live(steps: readonly (readonly [number, Step])[], passesTime: (story: Story, day: string) => void): Lived {
  const story = new Story();
  let day = '2027-01-01';
  let cashInCents = 0;
  let powerW = 20_000;
  for (const [days, what] of steps) {
    for (let passed = 0; passed < days; passed++) {
      day = addDays(day, 1);
      passesTime(story, day);
    }
    if (what.kind === 'power') powerW = what.powerW;
    try {
      cashInCents += played(story, day, what, powerW);
    } catch (error) {
      if (!String(error).includes('was refused')) throw error;
    }
  }
  return { story, day, cashInCents };
}

function played(story: Story, day: string, what: Step, powerW: number): number {
  const at = noon(day);
  const nth = <T>(items: readonly T[], n: number) => items[n % items.length];
  // As people see it: what time has done by then is done.
  const { licences, credits } = licenceAt(story.state(), plantId, at);
  switch (what.kind) {
    case 'buy':
      return story.buy(day, what.netCents, powerW, what.termDays, what.vatRate).cashCents;
    case 'power':
      story.power(day, what.powerW, what.assumedW);
      break;
    case 'trial':
      story.trial(day);
      break;
    case 'pass':
      story.pass(at);
      break;
    case 'withdraw': {
      const licence = nth(licences, what.nth);
      if (licence !== undefined) {
        story.tell({ type: 'WithdrawLicence', plantId, at, orderId: licence.orderId, startedEarly: what.startedEarly });
      }
      break;
    }
    case 'cancel': {
      const licence = nth(licences, what.nth);
      if (licence === undefined) break;
      const endsOn = addDays(day, -what.daysBack);
      story.tell({ type: 'CancelLicence', plantId, at, licenceId: licence.licenceId, endsOn });
      break;
    }
    case 'revive': {
      const licence = nth(licences, what.nth);
      const power = { nominalPowerW: powerW, assumedPowerW: 0 };
      if (licence !== undefined) {
        story.tell({ type: 'ReviveLicence', plantId, at, licenceId: licence.licenceId, power, reason: 'test' });
      }
      break;
    }
    case 'supplement': {
      const licence = nth(licences, what.nth);
      if (licence === undefined) break;
      const { licenceId, licensedPowerW, cost } = licence;
      const vatCents = vatOn(what.netCents, cost.vatRateBasisPoints);
      const charge = { licenceId, orderId: orderNo(900), licensedPowerW, netCents: what.netCents, vatCents };
      story.tell({ type: 'SupplementLicence', plantId, at, ...charge });
      return what.netCents + vatCents;
    }
    case 'payOut': {
      const credit = nth(credits, what.nth);
      if (credit === undefined) break;
      const grossCents = Math.floor(openCredit(credit) * what.share);
      story.tell({ type: 'PayOutCredit', plantId, at, creditId: credit.creditId, grossCents, refundId: 'r' });
      break;
    }
  }
  return 0;
}

const daily = (story: Story, day: string) => {
  if (story.events.length > 0) story.pass(noon(day));
};
const never = () => undefined;

/** A calendar of its own, without Temporal: days since 1970. */
const dayIndex = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

t.test('money is conserved to the cent', async () => {
  fc.assert(
    fc.property(life, (steps) => {
      const { story, day, cashInCents } = live(steps, never);
      if (story.events.length > 0) story.pass(noon(day));
      const state = story.state();
      const value = remainingValue(story.events, day);
      const consumed = state.licences.map((licence) => {
        const credit = state.credits.find(({ creditId }) => creditId === licence.licenceId);
        const left = liveLicences(state, day).includes(licence)
          ? valueOfLicence(licence, usedDaysBefore(licence, day)).grossCents
          : (credit?.grossCents ?? 0);
        return licence.cost.grossCents - left;
      });
      const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
      const paidOut = sum(state.credits.map((credit) => credit.paidOutCents));
      const out = sum(consumed) + value.grossCents + value.balanceCents + paidOut;
      return consumed.every((cents) => cents >= 0) && out === cashInCents;
    }),
    { numRuns: 600 },
  );
});

t.test('a credit is what was not used of what was paid, counted day by day', async () => {
  fc.assert(
    fc.property(life, (steps) => {
      const { story } = live(steps, never);
      let before: LicenceState = licenceDecider.initialState;
      for (const event of story.events) {
        if (event.type === 'RemainingValueCredited') {
          const { licenceId, day, netCents, grossCents, usedDays } = event.data;
          const licence = before.licences.find((one) => one.licenceId === licenceId);
          if (licence === undefined || licence.end === null) return false;
          let used = 0;
          for (let at = dayIndex(licence.firstDay); at < dayIndex(day) && at <= dayIndex(licence.lastDay); at++) used++;
          const expected =
            licence.end.reason === 'withdrawn' && usedDays === 0 ? 0 : Math.max(0, used - licence.pausedDays);
          const exact =
            (BigInt(licence.cost.netCents) * BigInt(licence.termDays - expected) * 2n) / BigInt(licence.termDays);
          if (usedDays !== expected || BigInt(netCents) !== (exact + 1n) / 2n) return false;
          if (netCents < 0 || netCents > licence.cost.netCents || grossCents > licence.cost.grossCents) return false;
        }
        before = licenceDecider.evolve(before, event);
      }
      return recomputedCredits(story.events).every(({ isEqual }) => isEqual);
    }),
    { numRuns: 600 },
  );
});

t.test('no two licences cover one day, and each covers its term', async () => {
  fc.assert(
    fc.property(life, (steps) => {
      const { story, day } = live(steps, never);
      const covered = new Set<number>();
      const { trial } = story.state();
      for (const licence of story.state().licences) {
        const { firstDay, lastDay, termDays, pausedDays, end } = licence;
        if (dayIndex(lastDay) - dayIndex(firstDay) + 1 !== termDays + pausedDays) return false;
        const over = end === null || end.reason === 'expired' ? addDays(lastDay, 1) : end.at.slice(0, 10);
        for (let at = dayIndex(firstDay); at < dayIndex(over); at++) {
          if (covered.has(at)) return false;
          covered.add(at);
        }
        if (trial !== null && firstDay <= trial.lastDay && firstDay >= trial.firstDay) return false;
      }
      return liveLicences(story.state(), day).length <= 2;
    }),
    { numRuns: 600 },
  );
});

t.test('when somebody looks at the clock changes nothing', async () => {
  const essence = (events: readonly LicenceEvent[]) => events.filter(({ type }) => type !== 'LicenceReminderDue');
  const short = fc.array(fc.tuple(fc.nat(400), step), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(short, (steps) => {
      const lazy = live(steps, never);
      const eager = live(steps, daily);
      if (lazy.story.events.length === 0) return true;
      lazy.story.pass(noon(addDays(lazy.day, 800)));
      eager.story.pass(noon(addDays(eager.day, 800)));
      return JSON.stringify(essence(lazy.story.events)) === JSON.stringify(essence(eager.story.events));
    }),
    { numRuns: 100 },
  );
});

t.test('a repeated command changes nothing, and a replay leads to the same state', async () => {
  fc.assert(
    fc.property(life, (steps) => {
      const { story, day } = live(steps, never);
      const state = fold(licenceDecider, JSON.parse(JSON.stringify(story.events)) as readonly LicenceEvent[]);
      if (JSON.stringify(state) !== JSON.stringify(story.state())) return false;
      const at = noon(day);
      if (story.events.length > 0) story.pass(at);
      const next = nextDueAt(story.state());
      if (next !== null && Date.parse(next) <= Date.parse(at)) return false;
      return story.state().licences.every(({ orderId, licenceId, termDays, licensedPowerW, cost, end }) => {
        const terms = { orderId, licenceId, termDays, licensedPowerW, cost, priceListVersion: 'test' };
        const again = licenceDecider.decide({ type: 'GrantLicence', plantId, at, ...terms }, story.state());
        const ended = licenceDecider.decide({ type: 'CancelLicence', plantId, at, licenceId }, story.state());
        return again.ok && again.events.length === 0 && (end === null || (ended.ok && ended.events.length === 0));
      });
    }),
    { numRuns: 500 },
  );
});

t.test('parts add up to the whole, and shares are rounded half up', async () => {
  const cents = fc.nat(10_000_000_000);
  fc.assert(
    fc.property(cents, fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 }), (whole, weights) => {
      const parts = splitCents(whole, weights);
      return parts.reduce((a, b) => a + b, 0) === whole && parts.every((part) => part >= 0);
    }),
  );
  fc.assert(
    fc.property(cents, fc.integer({ min: 1, max: 730 }), fc.nat(730), (whole, term, used) => {
      const unused = Math.max(0, term - used);
      const twice = BigInt(whole) * BigInt(unused) * 2n;
      return BigInt(shareOf(whole, unused, term)) === (twice + BigInt(term)) / (2n * BigInt(term));
    }),
  );
});

t.test('a quote is what the order costs and when it counts', async () => {
  const vat = { treatment: 'domestic', rateBasisPoints: 1_900 } as const;
  fc.assert(
    fc.property(life, fc.constantFrom<TermDays>(365, 730), fc.nat(300), (steps, termDays, later) => {
      const { story, ...lived } = live(steps, never);
      const day = addDays(lived.day, later);
      const power = { nominalPowerW: 60_000, assumedPowerW: 0 };
      const wish = { plantId, termDays, power, plannedPowerW: null, history: story.events };
      const asked = quote({ at: noon(day), orderId: null, items: [wish], priceList: demoPriceList, vat });
      if (!asked.ok) return isRefused(() => story.buy(day, 1, 60_000, termDays));
      const [item] = asked.quote.items;
      if (item === undefined) return false;
      const { n, cashCents } = story.buy(day, item.netCents, 60_000, termDays);
      const granted = story.state().licences.find(({ licenceId }) => licenceId === licenceNo(n));
      const used = dataOf(story.events, 'CreditUsed').filter((one) => 'orderId' in one && one.orderId === orderNo(n));
      const period = [item.firstDay, item.lastDay];
      return (
        cashCents === asked.quote.toPayCents &&
        JSON.stringify([granted?.firstDay, granted?.lastDay]) === JSON.stringify(period) &&
        JSON.stringify(used.map((one) => 'grossCents' in one && one.grossCents)) ===
          JSON.stringify(item.credits.map(({ grossCents }) => grossCents))
      );
    }),
    { numRuns: 150 },
  );
});

function isRefused(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch (error) {
    return String(error).includes('was refused');
  }
}

/** What an event is about; those of two subjects know nothing of each other. Null where it depends on more. */
function subjectOf({ type, data }: LicenceEvent): string | null {
  switch (type) {
    case 'CreditUsed':
    case 'CreditPaidOut':
      return data.creditId;
    case 'LicenceSupplemented':
      return data.licenceId;
    case 'LicenceReminderDue':
      return 'reminder';
    default:
      return null;
  }
}

t.test('the order of independent events does not matter', async (t) => {
  let swapped = 0;
  fc.assert(
    fc.property(life, (steps) => {
      const { story, day } = live(steps, never);
      if (story.events.length > 0) story.pass(noon(day));
      const { events } = story;
      const essence = (history: readonly LicenceEvent[]) => {
        const { credits, licences, ...value } = remainingValue(history, day);
        const withoutPlace = [...credits, ...licences].map(({ revision: _, ...one }) => one);
        return JSON.stringify([fold(licenceDecider, history), value, withoutPlace]);
      };
      return events.every((event, at) => {
        const next = events[at + 1];
        const [one, other] = [subjectOf(event), next === undefined ? null : subjectOf(next)];
        if (next === undefined || one === null || other === null || one === other) return true;
        swapped++;
        return essence(events) === essence([...events.slice(0, at), next, event, ...events.slice(at + 2)]);
      });
    }),
    { numRuns: 200 },
  );
  t.ok(swapped > 20, `${swapped} pairs were exchanged`);
});
