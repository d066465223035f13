import { vatOn } from '../../../domain/kernel/money.js';
import { addDays } from '../../../domain/licence/calendar.js';
import { licenceAt } from '../../../domain/licence/due.js';
import type { TermDays } from '../../../domain/licence/events.js';
import { openCredit } from '../../../domain/licence/state.js';
import { fc } from '../../support/properties.js';
import { noon, orderNo, plantId, Story } from './support.js';

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

export const step: fc.Arbitrary<Step> = fc.oneof(
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
export const life = fc.array(fc.tuple(fc.oneof(fc.nat(30), fc.nat(400)), step), { minLength: 1, maxLength: 14 });

type Lived = { readonly story: Story; readonly day: string; readonly cashInCents: number };

/** Plays steps one after the other; what the decider refuses does not happen. */
export function live(
  steps: readonly (readonly [number, Step])[],
  passesTime: (story: Story, day: string) => void,
): Lived {
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

export const daily = (story: Story, day: string) => {
  if (story.events.length > 0) story.pass(noon(day));
};
export const never = () => undefined;
