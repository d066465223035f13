import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { alertDecider } from '../../domain/alerting/alerts.js';
import type { AlertCommand } from '../../domain/alerting/commands.js';
import { IncidentId, streamOf } from '../../domain/kernel/ids.js';
import { handle } from '../handle.js';
import type { EventLog } from '../ports.js';

export const watcher = { kind: 'policy', id: 'alerts' } as const;

type NoteFindings = Extract<AlertCommand, { readonly type: 'NoteFindings' }>;

/** What was found of a plant at an instant, as its incidents take it: the same look names the same incidents. */
export function findingsOf(look: Omit<NoteFindings, 'type' | 'actor' | 'idFor'>): NoteFindings {
  const { plantId, at } = look;
  return {
    ...{ type: 'NoteFindings', actor: watcher },
    ...look,
    idFor: ({ ruleId, inverterId }) => IncidentId.parse(uuidV5(`${ruleId}/${inverterId ?? 'plant'}/${at}`, plantId)),
  };
}

/** Opens, ends and tells incidents as the findings say; nothing happens when they say what is known. */
export function noteFindings({ log }: { readonly log: EventLog }, command: NoteFindings) {
  const context = { actor: watcher, correlationId: uuidV7() };
  return handle(log, alertDecider, streamOf.alerts(command.plantId), command, context);
}
