import { v5 as uuidV5 } from 'uuid';
import { alertDecider, type AlertCommand } from '../../domain/alerting/alerts.js';
import type { AlertEvent } from '../../domain/alerting/events.js';
import type { EvidenceOf } from '../../domain/alerting/evidence.js';
import type { AlertDelivery, AlertRule } from '../../domain/alerting/rule.js';
import type { Finding } from '../../domain/alerting/verdict.js';
import { AccountId, IncidentId, PlantId } from '../../domain/kernel/ids.js';
import { given } from './given.js';
import { berlin, inverterId, rule, ruleId, seconds } from './watched.js';

export const plantId = PlantId.parse('0198a000-0000-7000-8000-000000000001');
export const anna = AccountId.parse('0198a000-0000-7000-8000-000000000002');
export const bert = AccountId.parse('0198a000-0000-7000-8000-000000000003');
export const actor = { kind: 'policy', id: 'alerts' } as const;
export const toAnna = { recipients: [{ accountId: anna, language: 'de' }] } as const;
export const condition = {
  ...({ kind: 'deviation', thresholdPercent: 20, basis: 'specific', among: 'plant' } as const),
  ...{ leastBestKwhPerKw: 0.5, days: 1 },
};
export const ruleFor = (delivery: Partial<AlertDelivery> = toAnna) => rule(condition, delivery);

export const evidence = (deviationPercent: number, day = '2026-07-21'): EvidenceOf<'deviation'> => ({
  ...{
    kind: 'deviation',
    day,
    basis: 'specific',
    energyWh: 3_000,
    kwhPerKw: 3,
    deviationPercent,
    thresholdPercent: 20,
  },
  reference: { inverterId: inverterId(9), energyWh: 5_000, kwhPerKw: 5 },
  ...{ compared: 3, isUncertain: false, skipped: [] },
});

export type Is = 'alert' | 'clear' | 'keep';
export function finding(n: number | null, is: Is, percent = 30, day = '2026-07-21'): Finding {
  const subject = n === null ? null : inverterId(n);
  const sinceS = seconds('2026-07-20T22:00:00Z');
  return { ruleId: ruleId(1), ruleVersion: 1, inverterId: subject, sinceS, is, evidence: evidence(percent, day) };
}

const idFor = (one: Finding, at: string) =>
  IncidentId.parse(uuidV5(`${one.ruleId}/${one.inverterId}/${at}`, '0198a000-0000-7000-8000-0000000000ff'));
const rules = [ruleFor()];

export function note(
  at: string,
  findings: readonly Finding[],
  how: { rules?: readonly AlertRule[]; inverters?: number[] } = {},
): AlertCommand {
  return {
    ...{ type: 'NoteFindings', at, actor, plantId, timeZone: berlin, rules: how.rules ?? rules, findings },
    inverterIds: (how.inverters ?? [1, 2, 3]).map(inverterId),
    idFor: (one) => idFor(one, at),
  };
}

export const evening = '2026-07-21T20:30:00Z';
export const id = idFor(finding(1, 'alert'), evening);
export const opened: AlertEvent = {
  type: 'IncidentOpened',
  data: {
    ...{ plantId, at: evening, incidentId: id, ruleId: ruleId(1), inverterId: inverterId(1), ruleVersion: 1 },
    ...{ since: '2026-07-20T22:00:00Z', evidence: evidence(30) },
  },
};
export const told = (at: string, news: 'opened' | 'recurred' | 'reminder' | 'recovered'): AlertEvent => ({
  type: 'IncidentsTold',
  data: { plantId, at, letters: [{ recipients: toAnna.recipients, items: [{ incidentId: id, news }] }] },
});
export const recovered = (at: string): AlertEvent => ({
  type: 'IncidentRecovered',
  data: { plantId, at, incidentId: id, because: 'measured', evidence: evidence(5, '2026-07-22') },
});

export function decided(history: readonly AlertEvent[], command: AlertCommand): readonly AlertEvent[] {
  const decision = alertDecider.decide(command, given(alertDecider, history).state());
  if (!decision.ok) throw new Error(decision.rejection.code);
  return decision.events;
}
