import type { z } from 'zod';
import type { LicenceAudit } from '../../adapters/event-log/licence-audit.js';
import { PlantId } from '../../domain/kernel/ids.js';
import { fold } from '../../domain/kernel/decider.js';
import { licenceAt } from '../../domain/licence/due.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { standingOf } from '../../domain/licence/summary.js';
import type { OfficeLicenceHistory } from '../schemas/office-shop.js';
import { creditCalculation, money, valueCalculation } from './licence-answers.js';

/** What a history does not say of itself: whose plant it is, and who the accounts in it are. */
export type HistoryNames = {
  readonly plant: z.infer<typeof OfficeLicenceHistory>['plant'];
  readonly userNames: ReadonlyMap<string, string>;
};

type Answer = z.infer<typeof OfficeLicenceHistory>;

/** A proven history as the office sees it. */
export function officeHistoryAnswer(audit: LicenceAudit, { plant, userNames }: HistoryNames, asOf: string): Answer {
  const { credits, value, brokenAt, unreadableAt, isRight } = audit;
  const checks = new Map(credits.map((check) => [check.revision, check]));
  return {
    plantId: audit.plantId,
    ...{ plant, asOf, isRight, brokenAt, unreadableAt },
    isConsistent: credits.every(({ isEqual }) => isEqual),
    sold: money(audit.soldCents),
    value: {
      day: value.day,
      gross: money(value.grossCents),
      balance: money(value.balanceCents),
      calculations: value.licences.map((step) => valueCalculation(step, value.day)),
    },
    licences: licencesIn(audit, asOf),
    items: audit.events.map(({ id, type, data, recordedAt, metadata, revision }, index) => {
      const check = checks.get(index);
      const { actor } = metadata;
      return {
        revision: Number(revision),
        ...{ id, type, recordedAt, data, actor: { kind: actor.kind, id: actor.id } },
        actorName: actor.kind === 'account' ? (userNames.get(actor.id) ?? null) : null,
        command: metadata.command ?? null,
        correlationId: metadata.correlationId,
        causationId: metadata.causationId ?? null,
        hash: metadata.hash ?? null,
        recomputed: check === undefined ? null : { calculation: creditCalculation(check), isEqual: check.isEqual },
      };
    }),
  };
}

function licencesIn({ history, plantId, value }: LicenceAudit, asOf: string): Answer['licences'] {
  const state = licenceAt(fold(licenceDecider, history), PlantId.parse(plantId), asOf);
  return state.licences.map((licence) => {
    const { licenceId, orderId, termDays, licensedPowerW, firstDay, lastDay, end, cost } = licence;
    return {
      ...{ licenceId, orderId, termDays, licensedPowerW, firstDay, lastDay },
      state: standingOf(state, licence, value.day).state,
      endedAt: end?.at ?? null,
      gross: money(cost.grossCents),
    };
  });
}
