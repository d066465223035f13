import { findingsOf, noteFindings } from '../../commands/alerting/note-findings.js';
import type { EventLog } from '../../commands/ports.js';
import { alertDecider, nextDueMs } from '../../domain/alerting/alerts.js';
import type { AlertCommand } from '../../domain/alerting/commands.js';
import { evaluateRules, nextEvaluationS } from '../../domain/alerting/evaluate.js';
import { noIncidents, type Incidents } from '../../domain/alerting/incidents.js';
import type { AlertRule } from '../../domain/alerting/rule.js';
import { dayIn, legalTimeZone, type Temporal } from '../../domain/kernel/time.js';
import { licenceSummary } from '../../domain/licence/summary.js';
import { alertRulesOf } from '../../projections/alert-rules.js';
import { incidentsOf } from '../../projections/incidents.js';
import { licencesOf } from '../../projections/licences.js';
import { activePlants } from '../../projections/plant-queries.js';
import { isWatched } from './plants.js';
import { subjectOf, watchedPlants, type Subject, type WatchDeps } from './watched-plants.js';

/** While something is open it is looked at so often: it may be over, or healed by data that came late. */
const openEveryS = 300;
/** Without a licence nobody looks, but when there is one again somebody will. */
const lockedEveryS = 3_600;
const atOnce = 8;

export type LookDeps = WatchDeps & {
  readonly log: EventLog;
  /** A plant that could not be looked at is tried again in some minutes. */
  readonly onTrouble: (error: unknown) => void;
};

type When = { readonly now: Temporal.Instant; readonly listeningSinceS: number };
/** Epoch seconds; null = never again. Plants that are left out failed. */
type DueAgain = ReadonlyMap<string, number | null>;

/** Looks at plants and lets happen what follows. May be repeated, also by two at a time: nothing happens twice. */
export async function lookAt(
  deps: LookDeps,
  plantIds: readonly string[],
  { now, listeningSinceS }: When,
): Promise<DueAgain> {
  const { db } = deps;
  const nowS = now.epochMilliseconds / 1_000;
  const [rules, plants, licences, incidents] = await Promise.all([
    alertRulesOf(db, plantIds),
    activePlants(db, plantIds),
    licencesOf(db, plantIds),
    incidentsOf(db, plantIds),
  ]);
  const due = new Map<string, number | null>();
  const subjects: Subject[] = [];
  const today = dayIn(legalTimeZone, now);
  for (const plantId of plantIds) {
    const plant = plants.get(plantId);
    const subject = plant === undefined ? null : subjectOf(deps, plant, rules.get(plantId) ?? []);
    const { state } = licenceSummary(licences(plantId), today);
    if (subject === null) due.set(plantId, null);
    else if (state === 'expired' || state === 'exceeded') due.set(plantId, nowS + lockedEveryS);
    else subjects.push(subject);
  }
  const watched = await watchedPlants(deps, subjects, { nowS, listeningSinceS });
  await inTurns([...watched], async ([{ plant, rules: ofPlant }, facts]) => {
    try {
      const before = incidents.get(plant.plantId) ?? noIncidents;
      const command = findingsOf({
        ...{ plantId: plant.plantId, at: now.toString(), timeZone: facts.timeZone, rules: ofPlant },
        inverterIds: [...plant.inverters.keys()],
        findings: evaluateRules(facts, ofPlant, nowS),
      });
      const after = await happened(deps, command, before);
      const next = nextEvaluationS(facts, ofPlant, nowS);
      due.set(plant.plantId, dueAgainS(after, ofPlant, { nowS, next, timeZone: facts.timeZone }));
    } catch (error) {
      deps.onTrouble(error);
    }
  });
  return due;
}

/** The incidents as they are now. Asks the read model first, which is nearly always enough. */
async function happened(
  deps: LookDeps,
  command: Extract<AlertCommand, { readonly type: 'NoteFindings' }>,
  before: Incidents,
): Promise<Incidents> {
  const decision = alertDecider.decide(command, before);
  if (!decision.ok || decision.events.length === 0) return before;
  const handled = await noteFindings(deps, command);
  return handled.ok ? handled.state : before;
}

/** Null when there is nothing left to look at. */
function dueAgainS(
  state: Incidents,
  rules: readonly AlertRule[],
  { nowS, next, timeZone }: { readonly nowS: number; readonly next: number; readonly timeZone: string },
): number | null {
  if (state.incidents.length === 0 && !isWatched(rules)) return null;
  const dueMs = nextDueMs(state, rules, timeZone);
  const isOpen = state.incidents.some(({ status }) => status === 'open');
  const wishes = [next, ...(isOpen ? [nowS + openEveryS] : []), ...(dueMs === null ? [] : [dueMs / 1_000])];
  // What is due already and did not happen would be asked for again and again.
  return Math.max(nowS + 1, Math.min(...wishes));
}

async function inTurns<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += atOnce) await Promise.all(items.slice(at, at + atOnce).map(act));
}
