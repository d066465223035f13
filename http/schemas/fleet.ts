import { z } from 'zod';
import { fleetColumns, fleetFilters, fleetSorts } from '../../projections/fleet.js';
import { InstantText, optionalText, PageQuery, text, Uuid } from './common.js';
import { PlantListItem } from './plants.js';

const Wish = {
  /** All plants, those in a state, or those that want something: open incidents, less than expected, a licence that ends. */
  show: z.enum(fleetFilters).default('all'),
  /** Words, each of which stands in the name or the town. */
  search: optionalText(120).default(''),
  /** `worst`: what is the matter first, then what was lost of what was to be expected. */
  sort: z.enum(fleetSorts).default('worst'),
  order: z.enum(['asc', 'desc']).default('desc'),
};

export const FleetQuery = PageQuery.extend(Wish);

const maxFleetSelection = 200;

export const FleetExportQuery = z.object({
  ...Wish,
  /** Ids, separated by commas: only these. */
  plants: z
    .string()
    .max(maxFleetSelection * 37)
    .transform((list) => list.split(',').filter((id) => id !== ''))
    .pipe(z.array(Uuid).max(maxFleetSelection))
    .optional(),
  /** Of CSV: 1,234.5 as `1234.5` between commas, or as `1234,5` between semicolons. */
  numbers: z.enum(['point', 'comma']).default('point'),
});

/** A plant in the list of many, as it stood some seconds ago. Null = nothing measured, or not to be compared. */
export const FleetPlant = PlantListItem.extend({
  openIncidents: z.int(),
  /** Energy of the last 30 full days by what the weather allowed, or where it is not known, by what is usual; 1 = as expected. */
  shareOfExpected: z.number().nullable(),
  expectedBy: z.enum(['weather', 'usual']).nullable(),
  isBelowExpected: z.boolean(),
  /** Expected but not made on the days that were compared. */
  lostWh: z.number().nullable(),
  /** The worst inverter by the best that faces the same way, specific yield of the last seven full days. */
  worstShare: z.number().nullable(),
  /** Null when nobody knows any more where it stands. */
  location: z.object({ latitudeDeg: z.number(), longitudeDeg: z.number() }).nullable(),
  /** The seven days before today, the oldest first. */
  weekWh: z.array(z.number().nullable()),
}).meta({ id: 'FleetPlant' });

export const Fleet = z
  .object({
    /** Plants that match the search, by what they would be shown as. */
    counts: z.object(Object.fromEntries(fleetFilters.map((filter) => [filter, z.int()])) as FleetCounts),
    /** Of the plants that match the search. */
    totals: z.object({
      generatorPowerW: z.number(),
      acPowerW: z.number().nullable(),
      todayEnergyWh: z.number().nullable(),
    }),
    items: z.array(FleetPlant),
    next: z.string().nullable(),
  })
  .meta({ id: 'Fleet' });
type FleetCounts = Record<(typeof fleetFilters)[number], z.ZodInt>;

export const FleetSnoozeBody = z
  .strictObject({ plantIds: z.array(Uuid).min(1).max(maxFleetSelection), until: InstantText })
  .meta({ id: 'FleetSnoozeBody' });
export const FleetSnoozed = z
  .object({
    /** How many incidents are silent until then. */
    incidents: z.int(),
    /** Plants of others whose incidents the caller may not silence. */
    refusedPlantIds: z.array(z.string()),
  })
  .meta({ id: 'FleetSnoozed' });

const FleetView = z.strictObject({
  name: text(60),
  /** The usual ones when left out; state and name are always there. */
  columns: z.array(z.enum(fleetColumns)).max(fleetColumns.length).optional(),
  show: z.enum(fleetFilters),
  search: optionalText(120),
  sort: z.enum(fleetSorts),
  order: z.enum(['asc', 'desc']),
});
export const FleetViews = z.strictObject({ items: z.array(FleetView).max(30) }).meta({ id: 'FleetViews' });
