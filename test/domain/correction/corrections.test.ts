import t from 'tap';
import {
  correctionsDecider,
  maxCorrectedDays,
  type CorrectionCommand,
} from '../../../domain/correction/corrections.js';
import type { CorrectionEvent } from '../../../domain/correction/events.js';
import { fold } from '../../../domain/kernel/decider.js';
import { AccountId, CorrectionId, InverterId, PlantId } from '../../../domain/kernel/ids.js';
import { scaledTo, writtenDays } from '../../../domain/production/written-days.js';

const plantId = PlantId.parse('5b1c7a10-0000-4000-8000-00000000000a');
const anna = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555666');
const bert = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555667');
const inverterId = InverterId.parse('5b1c7a10-0000-4000-8000-0000000000e1');
const correctionId = CorrectionId.parse('c0440000-0000-4000-8000-000000000001');
const at = '2026-11-23T11:06:00Z';

const head = { plantId, at, accountId: anna, correctionId };
const written = {
  inverterId,
  firstDay: '2026-11-20',
  lastDay: '2026-11-21',
  energyWhPerDay: 4_000,
  basis: 'estimated',
  reason: 'Router war aus',
} as const;
const corrected: CorrectionEvent = { type: 'EnergyCorrected', data: { ...head, ...written } };
const undone: CorrectionEvent = { type: 'EnergyCorrectionUndone', data: { ...head, accountId: bert } };
const correct = (change: Partial<Extract<CorrectionCommand, { type: 'CorrectEnergy' }>> = {}): CorrectionCommand => ({
  ...{ type: 'CorrectEnergy', ...head, ...written, today: '2026-11-23', nominalPowerW: 10_000 },
  ...change,
});
const decide = (history: readonly CorrectionEvent[], command: CorrectionCommand) =>
  correctionsDecider.decide(command, fold(correctionsDecider, history));

t.test('what somebody writes about days that have been', async (t) => {
  t.strictSame(decide([], correct()), { ok: true, events: [corrected] });
  t.match(decide([], correct({ energyWhPerDay: null })), { ok: true, events: [{ data: { energyWhPerDay: null } }] });
  t.match(decide([], correct({ lastDay: '2026-11-23' })), { ok: true }, 'today, too');
  for (const [change, rejection] of [
    [{ lastDay: '2026-11-19' }, { code: 'correction.days-reversed' }],
    [{ lastDay: '2026-11-24' }, { code: 'correction.in-future' }],
    [{ firstDay: '2025-11-20' }, { code: 'correction.too-many-days' }],
    [{ energyWhPerDay: 240_001 }, { code: 'correction.beyond-power', maxWh: 240_000 }],
  ] as const) {
    t.strictSame(decide([], correct(change)), { ok: false, rejection });
  }
  t.match(decide([], correct({ firstDay: '2025-11-21' })), { ok: true }, `${maxCorrectedDays} days`);
  t.match(decide([], correct({ energyWhPerDay: 240_000 })), { ok: true });
});

t.test('it is taken back once, and stays in the history', async (t) => {
  const undo: CorrectionCommand = { type: 'UndoCorrection', ...head, accountId: bert };
  t.strictSame(decide([corrected], undo), { ok: true, events: [undone] });
  t.strictSame(decide([corrected, undone], undo), { ok: true, events: [] });
  t.strictSame(decide([], undo), { ok: false, rejection: { code: 'correction.not-found' } });
  t.match(fold(correctionsDecider, [corrected, undone]).get(correctionId), {
    ...{ reason: 'Router war aus', by: anna, undone: { at, by: bert } },
  });
});

t.test('which of several counts for a day', async (t) => {
  const days = writtenDays([
    { inverterId: 'a', firstDay: 10, lastDay: 20, energyWh: 5 },
    { inverterId: 'a', firstDay: 12, lastDay: 12, energyWh: null },
  ]);
  t.match(
    [9, 10, 12, 20, 21].map((day) => days.instead('a', day, 7)?.energyWh),
    [undefined, 5, null, 5, undefined],
  );
  t.equal(days.instead('b', 12, 7), null);
  t.strictSame(days.inverterIds, ['a']);
});

t.test('history counts where nothing was measured and nobody wrote anything', async (t) => {
  const days = writtenDays(
    [{ inverterId: 'a', firstDay: 11, lastDay: 11, energyWh: 5 }],
    [
      { inverterId: 'a', day: 10, energyWh: 1 },
      { inverterId: 'a', day: 10, energyWh: 2 },
      { inverterId: 'a', day: 11, energyWh: 3 },
    ],
  );
  t.match(days.instead('a', 10, null), { energyWh: 2 }, 'of two files the later one');
  t.equal(days.instead('a', 10, 0), null, 'zero is a measurement');
  t.match(days.instead('a', 11, null), { energyWh: 5 });
  t.same([days.has('a', 10), days.has('a', 12)], [true, false]);
});

t.test('a file of earlier times is taken as a whole, and taken back', async (t) => {
  const parts = [{ inverterId, firstDay: '2019-05-01', energyWh: [1_000, null] }];
  const take: CorrectionCommand = { type: 'ImportHistory', ...head, fileName: 'alt.csv', parts };
  const taken: CorrectionEvent = { type: 'HistoryImported', data: { ...head, fileName: 'alt.csv', parts } };
  t.strictSame(decide([], take), { ok: true, events: [taken] });
  t.strictSame(decide([], { ...take, parts: [] }), { ok: false, rejection: { code: 'history.nothing-new' } });
  t.match(decide([taken], { type: 'UndoCorrection', ...head, accountId: bert }), { ok: true, events: [undone] });
  t.match(fold(correctionsDecider, [taken, undone]).get(correctionId), { kind: 'history', undone: { by: bert } });
});

t.test('the course of a day keeps its shape', async (t) => {
  const steps = [
    { atS: 1, energyWh: 10 },
    { atS: 2, energyWh: 30 },
  ];
  t.strictSame(scaledTo(steps, 40, 20), [
    { atS: 1, energyWh: 5 },
    { atS: 2, energyWh: 15 },
  ]);
  t.strictSame(scaledTo(steps, 40, null), [], 'not known');
  t.strictSame(scaledTo([{ atS: 1, energyWh: 0 }], 0, 20), [], 'nobody knows when it came');
});
