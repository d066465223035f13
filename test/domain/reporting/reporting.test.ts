import t from 'tap';
import { fold } from '../../../domain/kernel/decider.js';
import { AccountId, PlantId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import type { ReportingEvent } from '../../../domain/reporting/events.js';
import {
  lastMonthOver,
  nextMonth,
  reportingDecider,
  type ReportingCommand,
} from '../../../domain/reporting/reporting.js';

const plantId = PlantId.parse('5b1c7a10-0000-4000-8000-00000000000a');
const anna = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555666');
const bert = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555667');
const at = '2026-11-23T11:06:00Z';

const added = (accountId: AccountId, firstMonth: string): ReportingEvent => ({
  type: 'ReportReaderAdded',
  data: { plantId, at, accountId, firstMonth },
});
const reported = (
  month: string,
  because: 'calendar' | 'request',
  accountIds: readonly AccountId[],
  when = at,
): ReportingEvent => ({ type: 'MonthReported', data: { plantId, at: when, month, because, accountIds } });

const decide = (history: readonly ReportingEvent[], command: ReportingCommand) =>
  reportingDecider.decide(command, fold(reportingDecider, history));
const choose = (accountId: AccountId, isWanted: boolean, when = at): ReportingCommand => ({
  ...{ type: 'ChooseReports', plantId, at: when, accountId, isWanted },
});
const monthOver = (month: string, seenBy = [anna, bert]): ReportingCommand => ({
  ...{ type: 'ReportMonth', plantId, at, month, seenBy },
});

t.test('who wants reports gets them from the present month on', async (t) => {
  t.strictSame(decide([], choose(anna, true)), { ok: true, events: [added(anna, '2026-11')] });
  // Already December in Berlin.
  t.strictSame(decide([], choose(anna, true, '2026-11-30T23:30:00Z')), {
    ok: true,
    events: [
      {
        type: 'ReportReaderAdded',
        data: { plantId, at: '2026-11-30T23:30:00Z', accountId: anna, firstMonth: '2026-12' },
      },
    ],
  });
  t.strictSame(decide([added(anna, '2026-11')], choose(anna, true)), { ok: true, events: [] }, 'twice is once');
  t.strictSame(decide([], choose(anna, false)), { ok: true, events: [] });
  t.strictSame(decide([added(anna, '2026-11')], choose(anna, false)), {
    ok: true,
    events: [{ type: 'ReportReaderRemoved', data: { plantId, at, accountId: anna } }],
  });
  const many = Array.from({ length: 50 }, (_, n) =>
    added(AccountId.parse(`0d3f4a5e-1111-4222-8333-9444455${String(n).padStart(5, '0')}`), '2026-11'),
  );
  t.match(decide(many, choose(anna, true)), { ok: false, rejection: { code: 'report.too-many-readers' } });
});

t.test('a month that is over goes out once, to those who wanted it then', async (t) => {
  const both = [added(anna, '2026-10'), added(bert, '2026-11')];
  t.strictSame(decide(both, monthOver('2026-09')), { ok: true, events: [] }, 'from before anybody asked');
  t.strictSame(decide(both, monthOver('2026-10')), { ok: true, events: [reported('2026-10', 'calendar', [anna])] });
  const october = [...both, reported('2026-10', 'calendar', [anna])];
  t.strictSame(decide(october, monthOver('2026-10')), { ok: true, events: [] });
  t.strictSame(decide(october, monthOver('2026-11')), {
    ok: true,
    events: [reported('2026-11', 'calendar', [anna, bert])],
  });
  t.strictSame(decide([], monthOver('2026-10')), { ok: true, events: [] });
});

t.test('who does not see the plant any more is no reader any more', async (t) => {
  const both = [added(anna, '2026-10'), added(bert, '2026-11')];
  const gone = (accountId: AccountId): ReportingEvent => ({
    ...{ type: 'ReportReaderRemoved', data: { plantId, at, accountId } },
  });
  t.strictSame(decide(both, monthOver('2026-10', [anna])), {
    ok: true,
    events: [gone(bert), reported('2026-10', 'calendar', [anna])],
  });
  t.strictSame(decide(both, monthOver('2026-10', [])), { ok: true, events: [gone(anna), gone(bert)] });
  t.equal(nextMonth(fold(reportingDecider, [...both, gone(anna), gone(bert)])), null, 'nothing is due any more');
});

t.test('which month is next', async (t) => {
  const next = (...history: ReportingEvent[]) => nextMonth(fold(reportingDecider, history));
  t.equal(next(), null);
  t.equal(next(added(anna, '2026-12')), '2026-12');
  t.equal(next(added(anna, '2026-11'), reported('2026-12', 'calendar', [anna])), '2027-01');
  t.equal(next(reported('2026-10', 'calendar', [bert]), added(anna, '2026-12')), '2026-12');
  t.equal(next(added(anna, '2026-11'), reported('2026-11', 'request', [anna])), '2026-11');
});

t.test('who asks gets it at once, but not every minute', async (t) => {
  const ask = (accountId: AccountId, month: string, when: string): ReportingCommand => ({
    ...{ type: 'SendReport', plantId, at: when, accountId, month },
  });
  t.strictSame(decide([], ask(anna, '2026-10', at)), { ok: true, events: [reported('2026-10', 'request', [anna])] });
  const asked = [reported('2026-10', 'request', [anna])];
  t.match(decide(asked, ask(anna, '2026-10', '2026-11-23T11:15:59Z')), {
    ok: false,
    rejection: { code: 'report.just-sent' },
  });
  t.match(decide(asked, ask(anna, '2026-10', '2026-11-23T11:16:00Z')), { ok: true, events: [{}] });
  t.match(decide(asked, ask(bert, '2026-10', at)), { ok: true, events: [{}] });
  t.match(decide(asked, ask(anna, '2026-09', at)), { ok: true, events: [{}] });
});

t.test('a month that turns out to be something else is told once a day', async (t) => {
  const edition = (
    energyWh: number,
    accountIds: readonly AccountId[],
    when = at,
    month = '2026-10',
  ): ReportingEvent => ({
    type: 'MonthEditionFound',
    data: { plantId, at: when, month, energyWh, accountIds },
  });
  const note = (energyWh: number, when = at, month = '2026-10', seenBy = [anna, bert]): ReportingCommand => ({
    ...{ type: 'NoteEdition', plantId, at: when, month, energyWh, seenBy },
  });
  const read = [added(anna, '2026-09'), added(bert, '2026-11'), reported('2026-10', 'calendar', [anna])];
  const nothing = { ok: true, events: [] };
  t.strictSame(decide([added(anna, '2026-09')], note(1)), nothing, 'nobody has had it yet');
  t.strictSame(decide(read, note(1, at, '2026-11')), nothing, 'nor this one');
  t.strictSame(decide(read, note(1, at, '2026-08')), nothing, 'from before anybody wanted any');
  t.strictSame(decide(read, note(1_000.4)), { ok: true, events: [edition(1_000, [])] }, 'as it went out');
  const known = [...read, edition(1_000, [])];
  t.strictSame(decide(known, note(1_049)), nothing, 'nobody would see that');
  t.strictSame(decide(known, note(1_050)), { ok: true, events: [edition(1_050, [anna])] }, 'who had that month');
  t.strictSame(decide(known, note(1_050, at, '2026-10', [bert])), { ok: true, events: [edition(1_050, [])] });
  const told = [...known, edition(1_050, [anna])];
  t.strictSame(decide(told, note(1_050)), nothing);
  t.strictSame(decide(told, note(900, '2026-11-23T22:59:00Z')), nothing, 'told that day already');
  const nextDay = '2026-11-23T23:00:00Z';
  t.strictSame(decide(told, note(900, nextDay)), { ok: true, events: [edition(900, [anna], nextDay)] });
});

t.test('a month is over everywhere on the second day of the next one', async (t) => {
  const over = (text: string) => lastMonthOver(Temporal.Instant.from(text));
  t.equal(over('2026-11-30T12:00:00Z'), '2026-10');
  t.equal(over('2026-12-01T22:59:59Z'), '2026-10');
  t.equal(over('2026-12-01T23:00:00Z'), '2026-11', 'midnight in Berlin');
  t.equal(over('2027-01-02T05:30:00Z'), '2026-12');
});
