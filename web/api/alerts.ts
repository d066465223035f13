import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import type {
  AlertCondition,
  AlertPreview,
  AlertRule,
  AlertRuleBody,
  AlertRuleList,
  AlertVerdictList,
  Incident,
  IncidentDetails,
} from './types.js';
import { usePages } from './use-pages.js';

/** Something may be found while the page stands open. */
const refreshMs = 30_000;
/** As many days are tried before a rule is saved. */
export const previewDays = 30;

const rules = (plantId: string) => `/plants/${plantId}/alert-rules`;

/** What a plant is watched for; below the key of the plant, so that it is renewed with it. */
export const alertRulesQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['plants', plantId, 'alert-rules'],
    queryFn: ({ signal }) => request<AlertRuleList>('GET', rules(plantId), { signal }),
  });

export type IncidentsWish = {
  readonly plantId?: string | undefined;
  readonly status?: 'open' | 'past' | undefined;
  readonly kind?: Incident['evidence']['kind'] | undefined;
  readonly search?: string | undefined;
  /** RFC 3339: found from then on, and before that. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** Incidents of one plant or of all, the newest first. */
export const useIncidents = (wish: IncidentsWish) =>
  usePages<Incident>('/incidents', { ...wish, limit: 50 }, { refetchMs: () => refreshMs });

export const incidentQuery = (incidentId: string) =>
  queryOptions({
    queryKey: ['incidents', incidentId],
    refetchInterval: refreshMs,
    queryFn: ({ signal }) => request<IncidentDetails>('GET', `/incidents/${incidentId}`, { signal }),
  });

/** What a rule says now of each inverter, or of the plant as a whole. */
export const verdictsQuery = (plantId: string, ruleId: string) =>
  queryOptions({
    queryKey: ['plants', plantId, 'alert-rules', ruleId, 'verdicts'],
    refetchInterval: 2 * refreshMs,
    queryFn: ({ signal }) => request<AlertVerdictList>('GET', `${rules(plantId)}/${ruleId}/verdicts`, { signal }),
  });

/** What a rule would have told in the last days. */
export const previewQuery = (plantId: string, condition: AlertCondition) =>
  queryOptions({
    queryKey: ['plants', plantId, 'alert-preview', condition],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      request<AlertPreview>('POST', `${rules(plantId)}/preview`, { body: { condition, days: previewDays }, signal }),
  });

export const addRule = (plantId: string, body: AlertRuleBody) => request<AlertRule>('POST', rules(plantId), { body });

export const changeRule = (plantId: string, ruleId: string, body: AlertRuleBody) =>
  request<AlertRule>('PUT', `${rules(plantId)}/${ruleId}`, { body });

export const removeRule = (plantId: string, ruleId: string) =>
  request<undefined>('DELETE', `${rules(plantId)}/${ruleId}`);

export const acknowledge = (incidentId: string) =>
  request<IncidentDetails>('POST', `/incidents/${incidentId}/acknowledgement`);

export const snooze = (incidentId: string, until: string) =>
  request<IncidentDetails>('POST', `/incidents/${incidentId}/snooze`, { body: { until } });

/** It is told again as its rule says. */
export const endSnooze = (incidentId: string) => request<IncidentDetails>('DELETE', `/incidents/${incidentId}/snooze`);
