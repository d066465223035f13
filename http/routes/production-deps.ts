import type { z } from 'zod';
import type { ProductionChanges, ProductionQueries } from '../../adapters/readings/port.js';
import type { WeatherQueries } from '../../adapters/weather/port.js';
import type { Clock } from '../../commands/ports.js';
import type { DueDocument } from '../../domain/account/documents.js';
import type { Monitoring } from '../../domain/account/services.js';
import type { EmissionFactor } from '../../domain/production/co2.js';
import type { ModelledPlant } from '../../domain/production/yield/modelled-plant.js';
import type { Caller } from '../caller.js';
import type { InverterState } from '../../domain/production/condition.js';
import { ProblemError } from '../problem.js';
import type { LicenceSummary } from '../schemas/plants.js';

/** What the production pages need to know of a plant; satisfied by the plants' read models. */
export type PlantForViewing = Pick<ModelledPlant, 'model' | 'measured' | 'ownForecasts'> & {
  readonly plantId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly nominalPowerW: number;
  readonly nominalPowerAssumed: boolean;
  readonly generatorPowerW: number;
  readonly feedInTariffs: readonly { readonly from: string; readonly centsPerKwh: number }[];
  readonly emissionFactor: EmissionFactor;
  readonly licence: z.infer<typeof LicenceSummary>;
  readonly subplants: readonly { readonly id: string; readonly name: string }[];
  readonly inverters: readonly InverterForViewing[];
  /** Places that were removed: nobody sees them any more, but what was produced there stays with the plant. */
  readonly removedInverterIds: readonly string[];
};

export type InverterForViewing = {
  readonly id: string;
  readonly name: string;
  readonly serialNumber: string;
  readonly model: string | null;
  readonly nominalPowerW: number;
  readonly subplantId: string | null;
  readonly state: InverterState;
};

/** The plant when the account may look at it, else null. */
export type PlantAccess = (accountId: string, plantId: string) => Promise<PlantForViewing | null>;

export type ProductionDeps = {
  readonly plantAccess: PlantAccess;
  readonly production: ProductionQueries;
  readonly weather: WeatherQueries;
  readonly clock: Clock;
};

export type LiveDeps = ProductionDeps & {
  readonly monitoringOf: (viewer: Caller, action: 'readings:view') => Promise<Monitoring>;
  readonly changes: ProductionChanges;
  /** False once the viewer has signed out, or the session or the token has ended otherwise. */
  readonly isActive: (viewer: Caller) => Promise<boolean>;
  /** Documents in force that the viewer has not accepted: none while the view goes on. */
  readonly documentsDueOf: (viewer: Caller) => Promise<readonly DueDocument[]>;
  /** False once the plant is gone, or no longer shared with the account. */
  readonly seesPlant: (accountId: string, plantId: string) => Promise<boolean>;
  /** Milliseconds between comment lines, and the least between two overviews. */
  readonly pingEveryMs?: number;
  readonly minGapMs?: number;
  /** Milliseconds between two looks at the session or the token, and at the right to see the plant. */
  readonly sessionCheckEveryMs?: number;
};

/** The plant, or a problem: 404 when it is not the caller's, 402 when its licence has run out. */
export async function plantForViewing(
  deps: Pick<ProductionDeps, 'plantAccess'>,
  accountId: string,
  plantId: string,
): Promise<PlantForViewing> {
  const plant = await deps.plantAccess(accountId, plantId);
  if (plant === null) throw new ProblemError('request.not-found');
  const { state } = plant.licence;
  if (state === 'expired' || state === 'exceeded') throw locked(state, plant.plantId);
  return plant;
}

/** F1: what is missing, and the way to buy. */
function locked(state: 'expired' | 'exceeded', plantId: string): ProblemError {
  const code = state === 'exceeded' ? 'licence.exceeded' : 'licence.required';
  return new ProblemError(code, { members: { shop: `/licences/buy?plants=${plantId}` } });
}
