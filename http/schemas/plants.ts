import { plantConditions } from '../../domain/production/condition.js';
import { z } from 'zod';
import { Address, DayText, InstantText, PageQuery, Uuid, optionalText, pageOf, text } from './common.js';
import { PlantRight } from './grants.js';

/** Azimuth in compass degrees, 180 = south; tilt 0 = flat, 90 = upright. */
const AzimuthDeg = z.number().min(0).lt(360);
const TiltDeg = z.number().min(0).max(90);
const GeneratorPowerW = z.int().min(1).max(1_000_000_000);
const ModuleAreaM2 = z.number().positive().max(10_000_000);

const Location = z.strictObject({
  latitudeDeg: z.number().min(-90).max(90),
  longitudeDeg: z.number().min(-180).max(180),
  altitudeM: z.number().min(-430).max(8850),
  timeZone: text(64),
});

/** Feed-in was first paid in 1990; the form has the same bounds. `problems/fields.ts` says it in words. */
const TariffDay = DayText.refine((day) => day >= '1990-01-01' && day <= '2099-12-31', {
  params: { years: [1990, 2099] },
});

const FeedInTariff = z.strictObject({
  from: TariffDay,
  /** Euro cents per kWh, up to four decimals. */
  centsPerKwh: z.number().min(0).max(1000),
});

export const PlantsQuery = PageQuery.extend({
  /** Only the plant with this number of the data service. */
  number: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
});

export const PlantBody = z
  .strictObject({
    name: text(80),
    description: optionalText(2000).default(''),
    moduleName: optionalText(120).default(''),
    kind: z.enum(['pv', 'pvThermal']),
    address: Address,
    location: Location,
    /** Negative for every real module, e.g. -0.4. */
    powerTemperatureCoefficientPercentPerK: z.number().min(-2).max(0),
    azimuthDeg: AzimuthDeg,
    tiltDeg: TiltDeg,
    moduleAreaM2: ModuleAreaM2,
    generatorPowerW: GeneratorPowerW,
    feedInTariffs: z.array(FeedInTariff).max(50).default([]),
    public: z.boolean().default(false),
  })
  .meta({ id: 'PlantBody' });

/** Any part of a plant; what is left out stays. */
export const PlantPatch = z
  .strictObject({
    name: text(80),
    description: optionalText(2000),
    moduleName: optionalText(120),
    kind: z.enum(['pv', 'pvThermal']),
    address: Address,
    location: Location,
    powerTemperatureCoefficientPercentPerK: z.number().min(-2).max(0),
    azimuthDeg: AzimuthDeg,
    tiltDeg: TiltDeg,
    moduleAreaM2: ModuleAreaM2,
    generatorPowerW: GeneratorPowerW,
    feedInTariffs: z.array(FeedInTariff).max(50),
    public: z.boolean(),
  })
  .partial()
  .meta({ id: 'PlantPatch' });

/** What is null or left out is taken from the plant. */
export const SubplantBody = z
  .strictObject({
    name: text(80),
    azimuthDeg: AzimuthDeg.nullable().optional(),
    tiltDeg: TiltDeg.nullable().optional(),
    moduleAreaM2: ModuleAreaM2.nullable().optional(),
    generatorPowerW: GeneratorPowerW.nullable().optional(),
  })
  .meta({ id: 'SubplantBody' });

export const SubplantPatch = SubplantBody.partial().meta({ id: 'SubplantPatch' });

export const Subplant = z
  .object({
    id: z.string(),
    name: z.string(),
    azimuthDeg: z.number().nullable(),
    tiltDeg: z.number().nullable(),
    moduleAreaM2: z.number().nullable(),
    generatorPowerW: z.int().nullable(),
  })
  .meta({ id: 'Subplant' });

/** What of the licence the plant page needs. The right of use ends with the last second of `lastDay` in Europe/Berlin. */
export const LicenceSummary = z
  .object({
    state: z.enum(['none', 'trial', 'licensed', 'exceeded', 'expired']),
    firstDay: DayText.nullable(),
    lastDay: DayText.nullable(),
    daysLeft: z.int().nullable(),
  })
  .meta({ id: 'LicenceSummary' });

export const Plant = z
  .object({
    id: z.string(),
    /** By which the data service knows it; null for a moment after it was added. */
    number: z.int().nullable(),
    name: z.string(),
    description: z.string(),
    moduleName: z.string(),
    kind: z.enum(['pv', 'pvThermal']),
    address: z.object({ street: z.string(), postcode: z.string(), town: z.string(), country: z.string() }),
    location: z.object({
      latitudeDeg: z.number(),
      longitudeDeg: z.number(),
      altitudeM: z.number(),
      timeZone: z.string(),
    }),
    powerTemperatureCoefficientPercentPerK: z.number(),
    azimuthDeg: z.number(),
    tiltDeg: z.number(),
    moduleAreaM2: z.number(),
    generatorPowerW: z.int(),
    feedInTariffs: z.array(z.object({ from: DayText, centsPerKwh: z.number() })),
    public: z.boolean(),
    /** Sum over the inverters; a type that is not known counts 20 000 W. */
    nominalPowerW: z.int(),
    /** True when an inverter of unknown type is part of that sum. */
    nominalPowerAssumed: z.boolean(),
    inverterCount: z.int(),
    subplants: z.array(Subplant),
    licence: LicenceSummary,
    addedAt: InstantText,
    revision: z.string(),
    right: PlantRight,
    /** Whose it is, where it is shared with the caller; null for the owner. */
    ownerName: z.string().nullable(),
  })
  .meta({ id: 'Plant' });

/** A plant in the list of the owner. Null = nothing measured. */
export const PlantListItem = z
  .object({
    id: z.string(),
    name: z.string(),
    town: z.string(),
    country: z.string(),
    state: z.enum(plantConditions),
    nominalPowerW: z.int(),
    generatorPowerW: z.int(),
    inverterCount: z.int(),
    acPowerW: z.number().nullable(),
    todayEnergyWh: z.number().nullable(),
    lastValueAt: InstantText.nullable(),
    licence: LicenceSummary,
    right: PlantRight,
    /** Whose it is, where it is shared with the caller; null for the owner. */
    ownerName: z.string().nullable(),
  })
  .meta({ id: 'PlantListItem' });
export const PlantList = pageOf(PlantListItem);

/**
 * `reporting` - code right, device sends · `awaitingData` - code right (or claim open), nothing received yet ·
 * `wrongCode` · `unknownDevice` - the operator's registry does not know the serial number: it can be claimed by its
 * first data · `codeMissing` - the registry knows it, so a code is needed · `taken` - active in another plant.
 */
/**
 * `claimOpen`: waits for the first data to prove the claim (B6). `otherDevice`: what comes under the serial number bears
 * another MAC than the device that stands there; it is kept apart and counts for nobody.
 */
export const InverterState = z.enum(['claimOpen', 'awaitingData', 'reporting', 'otherDevice', 'silent']);

export const InverterVerdict = z.enum([
  'reporting',
  'awaitingData',
  'wrongCode',
  'unknownDevice',
  'codeMissing',
  'taken',
]);

export const VerdictBody = z
  .strictObject({ serialNumber: text(40), activationCode: optionalText(40).optional() })
  .meta({ id: 'VerdictBody' });
export const VerdictAnswer = z
  .object({ verdict: InverterVerdict, typeId: z.string().nullable(), lastSeenAt: InstantText.nullable() })
  .meta({ id: 'VerdictAnswer' });

export const InverterBody = z
  .strictObject({
    serialNumber: text(40),
    activationCode: optionalText(40).optional(),
    name: text(80),
    subplantId: Uuid.nullable().optional(),
    typeId: text(60).nullable().optional(),
  })
  .meta({ id: 'InverterBody' });

export const InverterPatch = z
  .strictObject({ name: text(80), subplantId: Uuid.nullable(), typeId: text(60).nullable() })
  .partial()
  .meta({ id: 'InverterPatch' });

export const ExchangeBody = z
  .strictObject({
    serialNumber: text(40),
    activationCode: optionalText(40).optional(),
    typeId: text(60).nullable().optional(),
    exchangedAt: InstantText.optional().meta({
      description: 'When the new device took over, for an exchange that is told later; now when left out.',
    }),
  })
  .meta({ id: 'ExchangeBody' });

const InverterType = z
  .object({
    id: z.string(),
    maker: z.string(),
    model: z.string(),
    nominalPowerW: z.int(),
    aliases: z.array(z.string()),
    minimumFirmware: z.string().nullable(),
    source: z.string(),
  })
  .meta({ id: 'InverterType' });
export const InverterTypeList = z.object({ items: z.array(InverterType), next: z.null() });

export const Inverter = z
  .object({
    id: z.string(),
    name: z.string(),
    serialNumber: z.string(),
    subplantId: z.string().nullable(),
    type: InverterType.pick({ id: true, maker: true, model: true, nominalPowerW: true }).nullable(),
    nominalPowerW: z.int(),
    nominalPowerAssumed: z.boolean(),
    state: InverterState,
    /** The open claim gave way to somebody else's after 14 days without data: the place waits in vain. */
    claimLapsed: z.boolean(),
    activatedAt: InstantText.nullable(),
    addedAt: InstantText,
    lastSeenAt: InstantText.nullable(),
    /** Devices of this place, newest first; the current one is the first. */
    devices: z.array(z.object({ serialNumber: z.string(), from: InstantText, to: InstantText.nullable() })),
  })
  .meta({ id: 'Inverter' });
export const InverterList = z.object({ items: z.array(Inverter), next: z.null() });
