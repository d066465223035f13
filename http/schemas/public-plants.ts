import { z } from 'zod';
import { plantSizes } from '../../domain/plant/public-map.js';
import { Country, pageOf } from './common.js';

/** What everybody may know of a public plant (B9). */
export const PublicPlant = z
  .object({
    id: z.string(),
    country: z.string(),
    postcode: z.string(),
    town: z.string(),
    /** Peak power of the modules. */
    generatorPowerW: z.number(),
    /** AC power: what its inverters are rated for. */
    nominalPowerW: z.number(),
    energyTodayWh: z.number().nullable(),
    energyTotalWh: z.number().nullable(),
  })
  .meta({ id: 'PublicPlant' });

export const PublicPlantList = pageOf(PublicPlant);

const prefix = (max: number) => z.string().trim().min(1).max(max).optional();

const filter = {
  country: Country.optional(),
  /** How it begins. */
  postcode: prefix(16),
  /** How it begins; case and accents do not count. */
  town: prefix(80),
  /** Generator power. */
  size: z.enum(plantSizes).optional(),
};

export const PublicPlantsQuery = z.object({
  ...filter,
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(200).optional(),
});

const degrees = (least: number, most: number) => z.coerce.number().min(least).max(most);

/** The part of the map that is looked at; without it the whole world. */
export const PublicMapQuery = z.object({
  ...filter,
  zoom: z.coerce.number().int().min(0).max(22).default(1),
  west: degrees(-180, 180).default(-180),
  south: degrees(-90, 90).default(-90),
  east: degrees(-180, 180).default(180),
  north: degrees(-90, 90).default(90),
});

export const PublicMap = z
  .object({
    clusters: z.array(
      z.object({
        /** The mean of positions that are known to a tenth of a degree. */
        latitudeDeg: z.number(),
        longitudeDeg: z.number(),
        plants: z.int(),
        /** The one plant that it is; null when there are more. */
        plantId: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'PublicMap' });

export const PublicTotals = z
  .object({
    plants: z.int(),
    generatorPowerW: z.number(),
    nominalPowerW: z.number(),
    energyTodayWh: z.number().nullable(),
    energyTotalWh: z.number().nullable(),
  })
  .meta({ id: 'PublicTotals' });
