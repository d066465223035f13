import { IncidentsTold } from '../../domain/alerting/events.js';
import { isOf } from '../../domain/kernel/event.js';
import type { Policy } from './engine.js';

/** Shows what is told by mail in the browsers of the same people, too (E5). */
export const alertPushes: Policy = {
  name: 'alert-pushes',
  prefixes: ['alerting-'],
  react: async (event) => {
    if (!isOf(IncidentsTold, event)) return [];
    const { plantId, letters } = event.data;
    return letters.flatMap(({ recipients, items }) =>
      recipients.map(({ accountId, language }) => ({
        kind: 'push' as const,
        payload: { template: 'incidents', plantId, accountId, language, items: [...items] },
      })),
    );
  },
};
