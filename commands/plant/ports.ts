import type { Actor } from '../../domain/kernel/event.js';
import type { CommandContext } from '../handle.js';
import type { Clock, DeviceRegistry, EventLog, InverterCatalogue } from '../ports.js';

/** What the use cases around plants need. */
export type PlantDeps = { readonly log: EventLog; readonly clock: Clock };
export type InverterDeps = PlantDeps & { readonly registry: DeviceRegistry; readonly catalogue: InverterCatalogue };

/** When and by whom: the part that all commands of a plant share. */
export function asked(deps: Pick<PlantDeps, 'clock'>, context: CommandContext): { at: string; actor: Actor } {
  return { at: deps.clock.now().toString(), actor: context.actor };
}
