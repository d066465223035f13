import { randomUUID } from 'node:crypto';
import { acknowledgeIncident } from '../../commands/alerting/incidents.js';
import { findingsOf, noteFindings } from '../../commands/alerting/note-findings.js';
import type { AlertRule } from '../../domain/alerting/rule.js';
import type { Finding } from '../../domain/alerting/verdict.js';
import { AccountId, AlertRuleId, InverterId, PlantId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { newInverter, type Owner } from './owner.js';
import type { Portal } from './portal.js';

/** What happens to incidents of a plant, without anybody looking at it. */
export async function troubles({ system }: Portal, owner: Owner, plantId: string) {
  const accountId = AccountId.parse((await owner.call('GET', '/me')).body.id);
  const inverterId = InverterId.parse(await newInverter(owner, plantId, `W-${randomUUID().slice(0, 8)}`.toUpperCase()));
  const ruleId = AlertRuleId.parse(randomUUID());
  const condition = { kind: 'deviceErrors', severity: 'note' } as const;
  const delivery = { recipients: [], dailyAt: null, quietHours: null, reminders: 0, reminderDays: 1 };
  const rules: readonly AlertRule[] = [{ ruleId, version: 1, condition, delivery, isOn: true }];
  const note = async (is: 'alert' | 'clear') => {
    const at = new Date().toISOString();
    const errors = [{ code: '0A010C', count: 1, lastAt: at, severity: 'note' as const }];
    const evidence = is === 'alert' ? ({ kind: 'deviceErrors', errors } as const) : null;
    const finding: Finding = { ruleId, ruleVersion: 1, inverterId, sinceS: Date.parse(at) / 1_000, is, evidence };
    const look = { plantId: PlantId.parse(plantId), at, timeZone: 'Europe/Berlin', rules, inverterIds: [inverterId] };
    const handled = await noteFindings(system, findingsOf({ ...look, findings: [finding] }));
    if (!handled.ok) throw new Error('refused');
    return handled.state.incidents[0];
  };
  return {
    inverterId,
    open: () => note('alert'),
    recover: () => note('clear'),
    acknowledge: (incidentId: Parameters<typeof acknowledgeIncident>[1]['incidentId']) =>
      acknowledgeIncident(
        { ...system, clock: { now: () => Temporal.Now.instant() } } as Parameters<typeof acknowledgeIncident>[0],
        { plantId: PlantId.parse(plantId), incidentId, accountId },
        { actor: { kind: 'account', id: accountId }, correlationId: randomUUID() },
      ),
  };
}
