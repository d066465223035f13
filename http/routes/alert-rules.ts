import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addAlertRule, changeAlertRule, removeAlertRule } from '../../commands/alerting/alert-rules.js';
import type { PlantDeps } from '../../commands/plant/ports.js';
import { fold } from '../../domain/kernel/decider.js';
import { alertPresets } from '../../domain/alerting/presets.js';
import type { AlertCondition, AlertRule as Rule } from '../../domain/alerting/rule.js';
import { AlertRuleId, PlantId, streamOf } from '../../domain/kernel/ids.js';
import { instantText, Temporal } from '../../domain/kernel/time.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { roleIn } from '../../domain/plant/roles.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import {
  AlertPreview,
  AlertPreviewBody,
  AlertRule,
  AlertRuleBody,
  AlertRuleList,
  AlertVerdictList,
} from '../schemas/alerts.js';
import { Problem } from '../schemas/common.js';
import type { AlertLooks, PastAlerts } from '../../adapters/alerting/port.js';
import { settled, tag } from './plants.js';
import { plantForViewing, type PlantAccess } from './production-deps.js';

type AlertRuleRoutesDeps = PlantDeps & {
  readonly plantAccess: PlantAccess;
  readonly alertLooks: AlertLooks;
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Alerts'];
const url = '/api/v1/plants/:id/alert-rules';
const PlantParams = z.object({ id: PlantId });
const RuleParams = z.object({ id: PlantId, ruleId: AlertRuleId });
/** The past of a plant is read for each: nobody asks without end. */
const perCaller = {
  rateLimit: {
    max: 60,
    timeWindow: 60_000,
    keyGenerator: (request: Parameters<typeof requireCaller>[0]) => request.caller?.accountId ?? request.ip,
  },
};

/** What a plant is watched for (E1 to E4), read from the log, and tried on the past (E6). */
export function alertRuleRoutes(deps: AlertRuleRoutesDeps): FastifyPluginAsyncZod {
  async function plantOf(plantId: PlantId, accountId: string): Promise<{ plant: ActivePlant; revision: string }> {
    const { events, revision } = await deps.log.load(streamOf.plant(plantId));
    const plant = fold(plantDecider, events as readonly PlantEvent[]);
    if (plant.status !== 'active' || roleIn(plant, accountId) === null) throw new ProblemError('plant.not-found');
    return { plant, revision: revision.toString() };
  }

  return async (app) => {
    app.get(
      url,
      {
        config: { access: 'alerts:view' },
        schema: {
          tags,
          summary: 'What a plant is watched for, and who can be told',
          params: PlantParams,
          response: { 200: AlertRuleList },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const { plant, revision } = await plantOf(request.params.id, accountId);
        tag(reply, revision);
        const people = [plant.ownerId, ...plant.sharing.grants.keys()];
        const names = await deps.namesOf(people);
        return {
          items: [...plant.alertRules.values()].map(answerOf),
          next: null,
          presets: presetsAnswer(),
          people: people.flatMap((id) => {
            const name = names.get(id);
            return name === undefined ? [] : [{ accountId: id, name, isCaller: id === accountId }];
          }),
        };
      },
    );

    app.post(
      url,
      {
        config: { access: 'alerts:change' },
        schema: {
          tags,
          summary: 'Watch a plant by one more rule',
          params: PlantParams,
          body: AlertRuleBody,
          response: { 201: AlertRule, 422: Problem },
        },
      },
      async (request, reply) => {
        const wish = { plantId: request.params.id, settings: request.body };
        const { ruleId, ...handled } = await addAlertRule(deps, wish, commandContext(request));
        const { plant, revision } = await settled(deps, handled);
        tag(reply, revision).code(201);
        return found(plant, ruleId);
      },
    );

    app.put(
      `${url}/:ruleId`,
      {
        config: { access: 'alerts:change' },
        schema: {
          tags,
          summary: 'Change a rule, or switch it on or off',
          params: RuleParams,
          body: AlertRuleBody,
          response: { 200: AlertRule },
        },
      },
      async (request, reply) => {
        const { id: plantId, ruleId } = request.params;
        const handled = await changeAlertRule(
          deps,
          { plantId, ruleId, settings: request.body },
          commandContext(request),
        );
        const { plant, revision } = await settled(deps, handled);
        tag(reply, revision);
        return found(plant, ruleId);
      },
    );

    app.delete(
      `${url}/:ruleId`,
      {
        config: { access: 'alerts:change' },
        schema: {
          tags,
          summary: 'Remove a rule; its incidents are closed',
          params: RuleParams,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const { id: plantId, ruleId } = request.params;
        const { revision } = await settled(
          deps,
          await removeAlertRule(deps, { plantId, ruleId }, commandContext(request)),
        );
        return tag(reply, revision).code(204).send();
      },
    );

    app.post(
      `${url}/preview`,
      {
        config: { access: 'alerts:view', ...perCaller },
        schema: {
          tags,
          summary: 'What a rule would have told in the last days; nothing is saved',
          params: PlantParams,
          body: AlertPreviewBody,
          response: { 200: AlertPreview, 402: Problem },
        },
      },
      async (request) => {
        const { accountId } = requireCaller(request);
        await plantForViewing(deps, accountId, request.params.id);
        const { plant } = await plantOf(request.params.id, accountId);
        const { condition, days } = request.body;
        const past = await deps.alertLooks.past(plant, { rule: triedOut(condition), now: deps.clock.now(), days });
        return previewAnswer(past, plant.details.timeZone);
      },
    );

    app.get(
      `${url}/:ruleId/verdicts`,
      {
        config: { access: 'alerts:view', ...perCaller },
        schema: {
          tags,
          summary: 'What a rule says now, and why: for whoever was not told',
          params: RuleParams,
          response: { 200: AlertVerdictList, 402: Problem },
        },
      },
      async (request) => {
        const { accountId } = requireCaller(request);
        await plantForViewing(deps, accountId, request.params.id);
        const { plant } = await plantOf(request.params.id, accountId);
        const rule = plant.alertRules.get(request.params.ruleId);
        if (rule === undefined) throw new ProblemError('alert-rule.not-found');
        const findings = await deps.alertLooks.now(plant, rule, deps.clock.now());
        return {
          items: findings.map((finding) => ({
            inverterId: finding.inverterId,
            verdict: finding.is,
            because: finding.is === 'notJudged' ? finding.because : null,
            since: instantText(finding.sinceS),
            evidence: finding.is === 'notJudged' ? null : finding.evidence,
          })),
          next: null,
        };
      },
    );
  };
}

function answerOf({ ruleId, version, condition, delivery, isOn }: Rule): z.infer<typeof AlertRule> {
  return { id: ruleId, version, condition, delivery, isOn };
}

function found({ alertRules }: ActivePlant, ruleId: AlertRuleId): z.infer<typeof AlertRule> {
  const rule = alertRules.get(ruleId);
  if (rule === undefined) throw new ProblemError('alert-rule.not-found');
  return answerOf(rule);
}

function presetsAnswer(): z.infer<typeof AlertRuleList>['presets'] {
  const { sensitive, balanced, quiet } = alertPresets;
  const answer = ({ conditions, delivery }: typeof sensitive) => ({ conditions: [...conditions], delivery });
  return { sensitive: answer(sensitive), balanced: answer(balanced), quiet: answer(quiet) };
}

/** A rule that tells nobody. */
function triedOut(condition: AlertCondition): Rule {
  const delivery = { recipients: [], dailyAt: null, quietHours: null, reminders: 0, reminderDays: 1 };
  return {
    ruleId: AlertRuleId.parse('00000000-0000-4000-8000-000000000000'),
    version: 0,
    condition,
    delivery,
    isOn: true,
  };
}

function previewAnswer({ fromS, toS, alerts, ...notJudged }: PastAlerts, timeZone: string) {
  return {
    from: instantText(fromS),
    to: instantText(toS),
    alerts: alerts.map((alert) => ({
      ...alert,
      day: Temporal.Instant.from(alert.at).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    })),
    ...notJudged,
  };
}
