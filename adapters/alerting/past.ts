import type pg from 'pg';
import { findingsOf } from '../../commands/alerting/note-findings.js';
import { alertDecider } from '../../domain/alerting/alerts.js';
import { evaluateRules } from '../../domain/alerting/evaluate.js';
import type { AlertEvent } from '../../domain/alerting/events.js';
import { evolveIncidents, noIncidents } from '../../domain/alerting/incidents.js';
import { judgedFromS, lastJudgedDay } from '../../domain/alerting/judged-day.js';
import { silentAtS } from '../../domain/alerting/no-data.js';
import { conditionOf, type AlertRule } from '../../domain/alerting/rule.js';
import type { Finding, WhyNotJudged } from '../../domain/alerting/verdict.js';
import { errorHours, type InverterDay, type Span, type Watched } from '../../domain/alerting/watched.js';
import type { IncidentId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { dayNumber, startOfDayS } from '../../domain/production/device-clock.js';
import { ofItsTime } from '../readings/samples.js';
import type { AlertLook, AlertLooks, PastAlert, PastAlerts } from './port.js';
import { deviceErrorsOf, grouped, inverterDays, inverterPeriods } from './facts.js';
import {
  entry,
  forecastOf,
  measuredClimates,
  monthsToJudge,
  subjectOf,
  watchedPlants,
  watchesWeather,
  type Subject,
  type WatchDeps,
} from './watched-plants.js';
import { weatherDays } from './weather-days.js';
import type { ActivePlant } from '../../domain/plant/state.js';

/** Longer than the devices' pace: a pause in which somebody might have been missed. */
const pauseS = 1_200;
const hourS = 3_600;
/** Of very large plants less of the past is gone through. */
const manyInverters = 100;

export function alertLooks(deps: WatchDeps): AlertLooks {
  return {
    past: (plant, how) => alertsOfPast(deps, plant, how),
    looks: async (plant, how) => (await looksOfPast(deps, plant, how)).looks,
    now: (plant, rule, now) => verdictsNow(deps, plant, rule, now),
  };
}

async function alertsOfPast(
  deps: WatchDeps,
  plant: ActivePlant,
  { rule, now, days }: { readonly rule: AlertRule; readonly now: Temporal.Instant; readonly days: number },
): Promise<PastAlerts> {
  const { fromS, looks } = await looksOfPast(deps, plant, { rules: [rule], now, days });
  const judged = new Set<number>();
  const events: AlertEvent[] = [];
  let state = noIncidents;
  let notJudgedBecause: WhyNotJudged | null = null;
  for (const look of looks) {
    const day = dayNumber(plant.details.timeZone, Date.parse(look.at) / 1_000);
    if (look.findings.some(({ is }) => is !== 'notJudged')) judged.add(day);
    else notJudgedBecause = look.findings.find((one) => one.is === 'notJudged')?.because ?? notJudgedBecause;
    const decision = alertDecider.decide(look, state);
    if (!decision.ok) continue;
    state = decision.events.reduce(evolveIncidents, state);
    events.push(...decision.events);
  }
  const nowS = now.epochMilliseconds / 1_000;
  const { timeZone } = plant.details;
  const watchedDays = dayNumber(timeZone, nowS) - dayNumber(timeZone, fromS);
  const notJudgedDays = Math.max(0, watchedDays - judged.size);
  return { fromS, toS: nowS, alerts: alertsIn(events), notJudgedDays, notJudgedBecause };
}

/** What somebody would have found who had looked at the plant all the time, look by look. */
async function looksOfPast(
  deps: WatchDeps,
  plant: ActivePlant,
  { rules, now, days }: { readonly rules: readonly AlertRule[]; readonly now: Temporal.Instant; readonly days: number },
): Promise<{ readonly fromS: number; readonly looks: readonly AlertLook[] }> {
  const { plantId } = plant;
  const nowS = now.epochMilliseconds / 1_000;
  const { timeZone } = plant.details;
  const today = dayNumber(timeZone, nowS);
  const firstDay = today - Math.min(days, plant.inverters.size > manyInverters ? 7 : days);
  const fromS = startOfDayS(timeZone, firstDay);
  const inverterIds = [...plant.inverters.keys()];
  const looks: AlertLook[] = [];
  for (const rule of rules) {
    const subject = subjectOf(deps, plant, [rule]);
    if (subject === null) continue;
    const past = await loadPast(deps, subject, { firstDay, today, nowS });
    for (const atS of looksOf(past, rule, { fromS, nowS })) {
      const at = Temporal.Instant.fromEpochMilliseconds(Math.round(atS * 1_000)).toString();
      const findings = evaluateRules(past.at(atS), [rule], atS);
      looks.push(findingsOf({ plantId, at, timeZone, rules, inverterIds, findings }));
    }
  }
  return { fromS, looks: looks.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) };
}

async function verdictsNow(
  deps: WatchDeps,
  plant: ActivePlant,
  rule: AlertRule,
  now: Temporal.Instant,
): Promise<readonly Finding[]> {
  const subject = subjectOf(deps, plant, [rule]);
  if (subject === null) return [];
  const nowS = now.epochMilliseconds / 1_000;
  const watched = await watchedPlants(deps, [subject], { nowS, listeningSinceS: -Infinity });
  return evaluateRules(watched.get(subject) as Watched, [{ ...rule, isOn: true }], nowS);
}

function alertsIn(events: readonly AlertEvent[]): readonly PastAlert[] {
  const alerts: PastAlert[] = [];
  const latest = new Map<IncidentId, number>();
  const inverters = new Map<IncidentId, string | null>();
  for (const event of events) {
    if (event.type === 'IncidentOpened') inverters.set(event.data.incidentId, event.data.inverterId);
    if (event.type === 'IncidentOpened' || event.type === 'IncidentRecurred') {
      const { at, incidentId, evidence } = event.data;
      latest.set(incidentId, alerts.length);
      alerts.push({ at, inverterId: inverters.get(incidentId) ?? null, recoveredAt: null, evidence });
    }
    if (event.type !== 'IncidentRecovered') continue;
    const index = latest.get(event.data.incidentId);
    const alert = index === undefined ? undefined : alerts[index];
    if (index !== undefined && alert !== undefined) alerts[index] = { ...alert, recoveredAt: event.data.at };
  }
  return alerts;
}

type Past = {
  /** The plant as it was at an instant. */
  readonly at: (atS: number) => Watched;
  /** Stretches without a record, by inverter. */
  readonly pauses: ReadonlyMap<string, readonly Span[]>;
};

async function loadPast(
  deps: WatchDeps,
  subject: Subject,
  { firstDay, today, nowS }: { readonly firstDay: number; readonly today: number; readonly nowS: number },
): Promise<Past> {
  const { plant, sun, rules } = subject;
  const { timeZone } = plant.details;
  const ids = [...plant.inverters.keys()];
  const fromS = startOfDayS(timeZone, firstDay);
  const kind = rules[0]?.condition.kind;
  const asked = Array.from({ length: today - firstDay + 3 }, (_, n) => firstDay - 2 + n);
  const [now, days, weather, climates, periods, errors, pauses] = await Promise.all([
    watchedPlants(deps, [subject], { nowS, listeningSinceS: -Infinity }),
    kind === 'noData'
      ? new Map<string, ReadonlyMap<number, InverterDay>>()
      : inverterDays(
          deps.pool,
          ids.flatMap((inverterId) => asked.map((day) => ({ inverterId, day }))),
        ),
    weatherDays(deps.pool, watchesWeather(subject) ? [{ plant, firstDay: firstDay - 2, lastDay: today }] : []),
    measuredClimates(deps.pool, [subject]),
    inverterPeriods(deps.pool, monthsToJudge(subject, firstDay, today)),
    kind === 'deviceErrors' ? deviceErrorsOf(deps.pool, ids, nowS, fromS - errorHours * hourS) : [],
    kind === 'noData' ? pausesOf(deps.pool, ids, { fromS, toS: nowS }) : new Map<string, readonly Span[]>(),
  ]);
  const present = now.get(subject) as Watched;
  const forecast = forecastOf(deps, plant, { measured: climates.get(subject) ?? null, weather });
  return {
    pauses,
    at: (atS) => ({
      ...present,
      ...{ timeZone, sun, errors, forecast },
      inverters: present.inverters.map((inverter) => ({
        ...inverter,
        // Whatever device stood in the place then.
        standsSinceS: -Infinity,
        lastContactS: contactAt(pauses.get(inverter.inverterId) ?? [], atS),
      })),
      day: (day) => new Map(ids.flatMap((id) => entry(id, days.get(id)?.get(day)))),
      period: (first) => new Map(ids.flatMap((id) => entry(id, periods.get(id)?.get(first)))),
    }),
  };
}

/** When something had come last: the beginning of a pause, or just now. A pause from the beginning on is no contact yet. */
function contactAt(pauses: readonly Span[], atS: number): number | null {
  const pause = pauses.find(({ fromS, toS }) => fromS < atS && atS < toS);
  if (pause === undefined) return pauses.length === 0 ? null : atS;
  return Number.isFinite(pause.fromS) ? pause.fromS : null;
}

/** Instants at which something may have changed, in order. */
function looksOf(
  { at, pauses }: Past,
  rule: AlertRule,
  { fromS, nowS }: { readonly fromS: number; readonly nowS: number },
): readonly number[] {
  const sky = at(nowS);
  const noData = conditionOf('noData', rule);
  const looks: number[] = [nowS];
  if (noData !== null) {
    for (const inverter of sky.inverters) {
      for (const pause of pauses.get(inverter.inverterId) ?? []) {
        if (!Number.isFinite(pause.fromS)) continue;
        const silentS = silentAtS(sky, { ...inverter, standsSinceS: -Infinity, lastContactS: pause.fromS }, noData);
        if (silentS === null || silentS >= pause.toS) continue;
        looks.push(silentS + 1, Math.min(silentS + pauseS, pause.toS - 1), pause.toS + 1, pause.toS + 2 * pauseS);
      }
    }
  } else if (rule.condition.kind === 'deviceErrors') {
    looks.push(...sky.errors.flatMap(({ atS }) => [atS + 1, atS + errorHours * hourS + 1]));
  } else {
    const { condition } = rule;
    const last = lastJudgedDay(sky, condition, nowS);
    for (let day = dayNumber(sky.timeZone, fromS); day <= last; day++) looks.push(judgedFromS(sky, condition, day) + 1);
  }
  return [...new Set(looks)].filter((atS) => atS >= fromS && atS <= nowS).toSorted((a, b) => a - b);
}

/** When inverters were not heard for longer than usual: also from before the time, and until now. */
async function pausesOf(pool: pg.Pool, inverterIds: readonly string[], { fromS, toS }: Span) {
  const { rows } = await pool.query<{ inverterId: string; fromS: number; toS: number }>(
    `select inverter_id::text as "inverterId", at_s as "fromS", next_s as "toS" from (
       select inverter_id, at_s, lead(at_s, 1, 'infinity') over (partition by inverter_id order by at_s) as next_s
       from (
         select stay.inverter_id, '-infinity'::double precision as at_s
         from unnest($1::uuid[]) as stay (inverter_id)
         union all
         select stay.inverter_id, extract(epoch from reading.measured_at)::double precision
         from devices.assignments stay join public.devices device using (serial_number)
         cross join lateral (
           select measured_at from public.readings
           where device_id = device.id and measured_at >= to_timestamp($2) - interval '7 days'
             and measured_at < to_timestamp($3) and measured_at >= stay.assigned_from
             and (stay.assigned_to is null or measured_at < stay.assigned_to) and ${ofItsTime}
           offset 0
         ) reading
         where stay.inverter_id = any($1::uuid[])
       ) heard
     ) pauses where next_s - at_s > $4 and next_s > $2`,
    [inverterIds, fromS, toS, pauseS],
  );
  return grouped(rows, ({ inverterId }) => inverterId);
}
