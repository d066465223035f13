import type { Clock } from '../../commands/ports.js';
import { callAt, callsOf, mostCalls, mostInverters, type FetchPlan } from '../../domain/correction/history-fetch.js';
import type { Leases } from '../database/port.js';
import { startDueWorker } from '../jobs/due-worker.js';
import type { Rounds } from '../rounds.js';
import type { HistoryFetch, HistoryFetches } from './fetches.js';
import { OldPortalRefusal, type OldPortal, type OldPortals } from './port.js';

type HistoryFetchOptions = {
  readonly fetches: HistoryFetches;
  readonly oldPortals: OldPortals;
  readonly leases: Pick<Leases, 'acquire'>;
  readonly clock: Clock;
  /** Between two calls: the original took one in five seconds of each user. */
  readonly pauseMs: number;
  readonly onTrouble: (error: unknown) => void;
};

const atOnce = 20;
/** After a call that found nobody: 1, 2, 4 … minutes. */
const mostTries = 6;
/** The tree of the plant, and the years that have something. */
const firstCalls = 2;
const dayMs = 86_400_000;
/** No plant of these makers is older. */
const firstYear = 1990;

/** Fetches what people want from old portals, a call at a time for each, on one of all nodes. */
export function startHistoryFetches(options: HistoryFetchOptions): Rounds {
  const { fetches, leases, clock, onTrouble } = options;
  return startDueWorker({
    ...{ leases, leaseName: 'history fetches', onTrouble },
    due: async () => {
      await fetches.tidy(clock.now());
      return fetches.due(clock.now(), atOnce);
    },
    act: (id) => callOnce(options, id),
    pollMs: Math.min(1_000, options.pauseMs),
  });
}

async function callOnce(options: HistoryFetchOptions, id: string): Promise<void> {
  const { fetches, oldPortals, clock, pauseMs } = options;
  const taken = await fetches.take(id);
  if (taken === null) return;
  const { fetch, login } = taken;
  const portal = oldPortals(fetch.address, login);
  try {
    const next = await nextCall(fetch, portal, clock);
    if (typeof next === 'string') return await fetches.fail(id, next, null);
    await fetches.advance(fetch, { ...next, nextAt: clock.now().add({ milliseconds: pauseMs }) });
  } catch (error) {
    // A fault of ours has its tries, too: what keeps failing must not stand in the way of the others.
    const refusal = error instanceof OldPortalRefusal ? error : null;
    const reason = refusal?.reason ?? 'noDataService';
    const mayPass = refusal === null || reason === 'busy' || reason === 'unreachable';
    // The first call shows whether address and login are right: whoever typed them is waiting.
    const isHopeful = mayPass && fetch.tries < mostTries && (fetch.callsDone > 0 || reason !== 'unreachable');
    if (isHopeful) await fetches.tryAgain(fetch, clock.now().add({ minutes: 2 ** fetch.tries }));
    else await fetches.fail(id, reason, refusal?.said ?? null);
    if (refusal === null) throw error;
  } finally {
    await portal.close();
  }
}

async function nextCall({ callsDone, callsAll, plan, plantNumber }: HistoryFetch, portal: OldPortal, clock: Clock) {
  if (callsDone === 0 || plan === null) {
    const inverters = await portal.inverters(plantNumber);
    if (inverters.length === 0) return 'noInverters';
    if (inverters.length > mostInverters) return 'tooMuch';
    return { callsAll: null, plan: { inverters, firstDay: 0, lastDay: -1 }, piece: null } as const;
  }
  if (callsDone < firstCalls) {
    const lastDay = Math.floor(clock.now().epochMilliseconds / dayMs) - 1;
    const thisYear = new Date(lastDay * dayMs).getUTCFullYear();
    const first = (await portal.years(plantNumber)).find((year) => year >= firstYear && year <= thisYear);
    if (first === undefined) return 'nothing';
    const whole: FetchPlan = { ...plan, firstDay: Date.UTC(first, 0, 1) / dayMs, lastDay };
    if (callsOf(whole) > mostCalls) return 'tooMuch';
    return { callsAll: firstCalls + callsOf(whole), plan: whole, piece: null };
  }
  const call = callAt(plan, callsDone - firstCalls);
  if (call === null) return 'nothing';
  const days = await portal.dailyYields(call.number, call.firstDay, call.lastDay);
  return { callsAll, plan, piece: { inverter: call.inverter, days } };
}
