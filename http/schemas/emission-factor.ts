import { z } from 'zod';

/** Of electricity from the grid, which the plant avoids. */
export const EmissionFactorBody = z
  .strictObject({
    gramsPerKwh: z.int().min(0).max(2_000),
    source: z.string().trim().min(1).max(100),
    year: z.int().min(1990).max(2100),
  })
  .meta({ id: 'EmissionFactorBody' });

const EmissionFactor = z.object({ gramsPerKwh: z.number(), source: z.string(), year: z.int() });

export const PlantEmissionFactor = EmissionFactor.extend({
  /** Whether somebody who looks after the plant stated it. */
  isOwn: z.boolean(),
  /** What the portal takes as long as nobody states another one. */
  usual: EmissionFactor,
}).meta({ id: 'PlantEmissionFactor' });
