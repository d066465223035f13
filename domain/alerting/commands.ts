import type { Asked } from '../plant/asked.js';
import type { AccountId, IncidentId, InverterId, PlantId } from '../kernel/ids.js';
import type { AlertRule } from './rule.js';
import type { Finding } from './verdict.js';

type OfIncident = { readonly plantId: PlantId; readonly incidentId: IncidentId; readonly accountId: AccountId };

/** What is asked of the incidents of a plant. */
export type AlertCommand =
  /**
   * The rules were held against what is known at `at`. `idFor` names the incident that a finding may open: the same finding,
   * the same id.
   */
  | Asked<
      'NoteFindings',
      {
        readonly plantId: PlantId;
        readonly timeZone: string;
        readonly rules: readonly AlertRule[];
        readonly inverterIds: readonly InverterId[];
        readonly findings: readonly Finding[];
        readonly idFor: (finding: Finding) => IncidentId;
      }
    >
  | Asked<'AcknowledgeIncident', OfIncident>
  | Asked<'SnoozeIncident', OfIncident & { readonly until: string }>
  | Asked<'EndSnooze', OfIncident>;

export type AlertRejection =
  /** There is none, or it is closed. */
  | { readonly code: 'incident.not-found' }
  /** It has recovered: there is nothing to be quiet about. */
  | { readonly code: 'incident.over' }
  | { readonly code: 'incident.snooze-past' }
  | { readonly code: 'incident.snooze-too-long' };
