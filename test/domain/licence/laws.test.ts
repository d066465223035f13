import { fc } from '../../support/properties.js';
import t from 'tap';
import { fold } from '../../../domain/kernel/decider.js';
import { splitCents, shareOf } from '../../../domain/kernel/money.js';
import { addDays } from '../../../domain/licence/calendar.js';
import { nextDueAt } from '../../../domain/licence/due.js';
import type { LicenceEvent, TermDays } from '../../../domain/licence/events.js';
import { licenceDecider } from '../../../domain/licence/licence.js';
import { recomputedCredits, remainingValue, valueOfLicence } from '../../../domain/licence/remaining-value.js';
import { liveLicences, usedDaysBefore, type LicenceState } from '../../../domain/licence/state.js';
import { demoPriceList } from '../../../domain/licence/price-list.js';
import { quote } from '../../../domain/order/quote.js';
import { daily, life, live, never, step } from './lives.js';
import { dataOf, licenceNo, noon, orderNo, plantId } from './support.js';

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
