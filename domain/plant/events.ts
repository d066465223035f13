import { z } from 'zod';
import { defineEvent, personal, type EventOf } from '../kernel/event.js';
import { AccountId, InverterId, PlantId, SerialNumber, SubplantId } from '../kernel/ids.js';
import { Day, Instant, TimeZone } from '../kernel/time.js';
import { alertRuleEvents } from './alert-rule-events.js';
import { sharingEvents } from './sharing-events.js';

const PlantKind = z.enum(['pv', 'pvThermal']);
type PlantKind = z.infer<typeof PlantKind>;

const PlantAddress = z
  .object({ street: z.string(), postcode: z.string(), town: z.string(), country: z.string() })
  .readonly();
type PlantAddress = z.infer<typeof PlantAddress>;

const PlantLocation = z.object({ latitudeDeg: z.number(), longitudeDeg: z.number(), altitudeM: z.number() }).readonly();
type PlantLocation = z.infer<typeof PlantLocation>;

/** Valid from this day on, until the next one. */
export const FeedInTariff = z.object({ from: Day, centsPerKwh: z.number().min(0) }).readonly();
export type FeedInTariff = z.infer<typeof FeedInTariff>;

/** How a device was or will be proven to belong to the owner: by the code printed on it, or by its data. */
export const Claim = z.enum(['code', 'data']);
export type Claim = z.infer<typeof Claim>;

/** What describes a plant. The time zone stands apart: it is not personal, and readings need it for ever. */
const details = {
  name: personal(z.string()),
  description: personal(z.string()),
  address: personal(PlantAddress),
  location: personal(PlantLocation),
  timeZone: TimeZone,
  moduleName: personal(z.string()),
  kind: PlantKind,
  powerTemperatureCoefficientPercentPerK: z.number(),
  /** Compass degrees, 180 = south. */
  azimuthDeg: z.number(),
  tiltDeg: z.number(),
  moduleAreaM2: z.number(),
  /** Peak power of the modules. */
  generatorPowerW: z.int(),
  feedInTariffs: z.array(FeedInTariff).readonly(),
  public: z.boolean(),
};

const ofPlant = { plantId: PlantId, at: Instant };
/** Whose words the names are. Null in events of the first version: their names were not sealed. */
const ofOwner = { ownerId: AccountId.nullable() };
const sealedNames = { subjectField: 'ownerId', upcasters: [(data: object) => ({ ...data, ownerId: null })] } as const;
const ofSubplant = { ...ofPlant, subplantId: SubplantId };
const ofInverter = { ...ofPlant, inverterId: InverterId };

/** An account registered a plant; it is the owner from then on. */
export const PlantAdded = defineEvent('PlantAdded', z.object({ ...ofPlant, ownerId: AccountId, ...details }), {
  subjectField: 'ownerId',
});

/** What describes the plant was changed. Carries only what changed. */
export const PlantChanged = defineEvent(
  'PlantChanged',
  z.object({
    ...ofPlant,
    ownerId: AccountId,
    name: details.name.optional(),
    description: details.description.optional(),
    address: details.address.optional(),
    location: details.location.optional(),
    timeZone: details.timeZone.optional(),
    moduleName: details.moduleName.optional(),
    kind: details.kind.optional(),
    powerTemperatureCoefficientPercentPerK: details.powerTemperatureCoefficientPercentPerK.optional(),
    azimuthDeg: details.azimuthDeg.optional(),
    tiltDeg: details.tiltDeg.optional(),
    moduleAreaM2: details.moduleAreaM2.optional(),
    generatorPowerW: details.generatorPowerW.optional(),
    feedInTariffs: details.feedInTariffs.optional(),
    public: details.public.optional(),
  }),
  { subjectField: 'ownerId' },
);

/** The plant is gone from the portal; its inverters were removed before. */
export const PlantRemoved = defineEvent('PlantRemoved', z.object(ofPlant));

/** Null = as the plant. */
const orientation = {
  azimuthDeg: z.number().nullable(),
  tiltDeg: z.number().nullable(),
  moduleAreaM2: z.number().nullable(),
  generatorPowerW: z.int().nullable(),
};

/** A part of the plant with an orientation of its own. */
export const SubplantAdded = defineEvent(
  'SubplantAdded',
  z.object({ ...ofSubplant, ...ofOwner, name: personal(z.string()), ...orientation }),
  sealedNames,
);

/** What describes the subplant was changed. Carries only what changed. */
export const SubplantChanged = defineEvent(
  'SubplantChanged',
  z.object({
    ...ofSubplant,
    ...ofOwner,
    name: personal(z.string()).optional(),
    azimuthDeg: orientation.azimuthDeg.optional(),
    tiltDeg: orientation.tiltDeg.optional(),
    moduleAreaM2: orientation.moduleAreaM2.optional(),
    generatorPowerW: orientation.generatorPowerW.optional(),
  }),
  sealedNames,
);

/** The subplant is gone; its inverters belong to the plant itself. */
export const SubplantRemoved = defineEvent('SubplantRemoved', z.object(ofSubplant));

/** The type and its nominal power as they were known that day; an unknown type is an assumed power. */
const rated = { typeId: z.string().nullable(), nominalPowerW: z.int().min(1), powerAssumed: z.boolean() };

/** A place for an inverter, with its first device. */
export const InverterAdded = defineEvent(
  'InverterAdded',
  z.object({
    ...ofInverter,
    ...ofOwner,
    serialNumber: SerialNumber,
    name: personal(z.string()),
    subplantId: SubplantId.nullable(),
    claim: Claim,
    ...rated,
  }),
  sealedNames,
);

/** The device of a place is proven: by its code when it was added or exchanged, or by the first data after that. */
export const InverterActivated = defineEvent(
  'InverterActivated',
  z.object({ ...ofInverter, serialNumber: SerialNumber, proof: Claim }),
);

/** An open claim that no data had proven gave way to somebody else's claim on the same device. */
export const InverterClaimLapsed = defineEvent(
  'InverterClaimLapsed',
  z.object({ ...ofInverter, serialNumber: SerialNumber }),
);

/** The place was renamed or moved to another subplant. Carries only what changed. */
export const InverterChanged = defineEvent(
  'InverterChanged',
  z.object({
    ...ofInverter,
    ...ofOwner,
    name: personal(z.string()).optional(),
    subplantId: SubplantId.nullable().optional(),
  }),
  sealedNames,
);

/** Type and nominal power of the device are known, or known better. */
export const InverterTypeDetermined = defineEvent(
  'InverterTypeDetermined',
  z.object({ ...ofInverter, ...rated, reason: z.enum(['chosen', 'reported', 'catalogueCorrected']) }),
);

/** Another device stands in the place, since `exchangedAt`; the series of the place goes on. */
export const InverterExchanged = defineEvent(
  'InverterExchanged',
  z.object({
    ...ofInverter,
    exchangedAt: Instant,
    oldSerialNumber: SerialNumber,
    newSerialNumber: SerialNumber,
    claim: Claim,
    ...rated,
  }),
  // In the first version the new device counted from when somebody told of it.
  { upcasters: [(data) => ({ ...data, exchangedAt: data['at'] })] },
);

/** The place is given up; its device is free for another plant. */
export const InverterRemoved = defineEvent('InverterRemoved', z.object({ ...ofInverter, serialNumber: SerialNumber }));

/** The sum over the inverters was recomputed. */
export const NominalPowerChanged = defineEvent(
  'NominalPowerChanged',
  z.object({
    ...ofPlant,
    nominalPowerW: z.int().min(0),
    /** The part of `nominalPowerW` that rests on unknown types only. */
    assumedPowerW: z.int().min(0),
  }),
);

/** Energy of each month, January first; null where its writer leaves it to the model. */
export const MonthsWh = z.array(z.int().min(0).nullable()).length(12).readonly();
export type MonthsWh = z.infer<typeof MonthsWh>;

/** What is expected of the plant (`inverterId` null) or of an inverter, by whoever looks after it: all twelve values as they are now. */
export const ForecastSet = defineEvent(
  'ForecastSet',
  z.object({ ...ofPlant, inverterId: InverterId.nullable(), monthsWh: MonthsWh }),
);

/** What a kilowatt hour of the grid is taken to emit, by whoever looks after the plant; counts for all times. */
export const EmissionFactorSet = defineEvent(
  'EmissionFactorSet',
  z.object({
    ...ofPlant,
    ownerId: AccountId,
    gramsPerKwh: z.int().min(0),
    source: personal(z.string()),
    year: z.int(),
  }),
  { subjectField: 'ownerId' },
);

/** The factor that the portal knows counts again. */
export const EmissionFactorReset = defineEvent('EmissionFactorReset', z.object(ofPlant));

export const plantEvents = [
  PlantAdded,
  PlantChanged,
  PlantRemoved,
  SubplantAdded,
  SubplantChanged,
  SubplantRemoved,
  InverterAdded,
  InverterActivated,
  InverterClaimLapsed,
  InverterChanged,
  InverterTypeDetermined,
  InverterExchanged,
  InverterRemoved,
  NominalPowerChanged,
  ForecastSet,
  EmissionFactorSet,
  EmissionFactorReset,
  ...sharingEvents,
  ...alertRuleEvents,
] as const;

export type PlantEvent = EventOf<(typeof plantEvents)[number]>;
export type PlantEventData<T extends PlantEvent['type']> = Extract<PlantEvent, { readonly type: T }>['data'];
