import { isOf } from '../../domain/kernel/event.js';
import { InverterActivated } from '../../domain/plant/events.js';
import { startTrial } from '../licence/start-trial.js';
import type { EventLog } from '../ports.js';
import type { Policy } from './engine.js';

/** B5: the first activation of an inverter of a plant starts the trial of that plant. */
export function startTrialPolicy(deps: { readonly log: EventLog }): Policy {
  return {
    name: 'start-trial',
    prefixes: ['plant-'],
    async react(event, context) {
      if (isOf(InverterActivated, event)) await startTrial(deps, event.data, context);
      return [];
    },
  };
}
