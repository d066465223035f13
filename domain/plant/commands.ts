import type { AccountId, InverterId, PlantId, SerialNumber, SubplantId } from '../kernel/ids.js';
import type { AlertRuleCommand, AlertRuleRejection } from './alert-rules.js';
import type { Asked } from './asked.js';
import type { Claim, MonthsWh } from './events.js';
import type { RatedPower } from './inverter-types.js';
import type { EmissionFactor } from '../production/co2.js';
import type { SharingCommand, SharingRejection } from './sharing-commands.js';
import type { PlantDetails, Subplant } from './state.js';

export type SubplantDetails = Omit<Subplant, 'subplantId'>;

/** What a person or the house asks of a plant. `at` is RFC 3339; `rated` was looked up in the catalogue. */
export type PlantCommand =
  | Asked<'AddPlant', { readonly plantId: PlantId; readonly ownerId: AccountId; readonly details: PlantDetails }>
  | Asked<'ChangePlant', { readonly changes: Partial<PlantDetails> }>
  | Asked<'RemovePlant', object>
  | Asked<'AddSubplant', { readonly subplantId: SubplantId; readonly details: SubplantDetails }>
  | Asked<'ChangeSubplant', { readonly subplantId: SubplantId; readonly changes: Partial<SubplantDetails> }>
  | Asked<'RemoveSubplant', { readonly subplantId: SubplantId }>
  | Asked<
      'AddInverter',
      {
        readonly inverterId: InverterId;
        readonly serialNumber: SerialNumber;
        readonly name: string;
        readonly subplantId: SubplantId | null;
        readonly claim: Claim;
        readonly rated: RatedPower;
      }
    >
  | Asked<
      'ChangeInverter',
      {
        readonly inverterId: InverterId;
        readonly name?: string;
        readonly subplantId?: SubplantId | null;
        readonly rated?: RatedPower;
      }
    >
  | Asked<
      'ExchangeInverter',
      {
        readonly inverterId: InverterId;
        readonly serialNumber: SerialNumber;
        readonly claim: Claim;
        readonly rated: RatedPower;
        /** RFC 3339: from when the place counts the new device; `at` when left out. */
        readonly exchangedAt?: string;
      }
    >
  | Asked<'RemoveInverter', { readonly inverterId: InverterId }>
  /** Data arrived from a device: proves an open claim, otherwise means nothing. */
  | Asked<'ProveByData', { readonly inverterId: InverterId; readonly serialNumber: SerialNumber }>
  /** Somebody else claims the device, with its code or hoping for its data: an open claim that is over gives way. */
  | Asked<'YieldClaim', { readonly inverterId: InverterId; readonly serialNumber: SerialNumber; readonly to: Claim }>
  /** The device told its type, or the operator corrected the catalogue. */
  | Asked<
      'DetermineType',
      {
        readonly inverterId: InverterId;
        readonly rated: RatedPower;
        readonly reason: 'reported' | 'catalogueCorrected';
      }
    >
  /** What is expected of the plant (null) or of an inverter; null months are left to the model. */
  | Asked<'SetForecast', { readonly inverterId: InverterId | null; readonly monthsWh: MonthsWh }>
  /** What a kilowatt hour of the grid emits; null = what the portal knows. */
  | Asked<'SetEmissionFactor', { readonly factor: EmissionFactor | null }>
  | SharingCommand
  | AlertRuleCommand;

export type PlantRejection =
  /** Also when the plant is somebody else's: nobody learns which ids exist. */
  | { readonly code: 'plant.not-found' }
  /** The caller sees the plant, but may not do this with it. */
  | { readonly code: 'plant.right-missing' }
  | { readonly code: 'plant.exists' }
  | { readonly code: 'plant.time-zone-unknown' }
  | { readonly code: 'plant.tariff-dates-repeated' }
  | { readonly code: 'plant.too-many-subplants' }
  | { readonly code: 'plant.too-many-inverters' }
  | { readonly code: 'subplant.not-found' }
  | { readonly code: 'inverter.not-found' }
  | { readonly code: 'inverter.subplant-unknown' }
  | { readonly code: 'inverter.type-unknown' }
  /** The operator's registry names the type of this device. */
  | { readonly code: 'inverter.type-fixed' }
  | { readonly code: 'inverter.serial-number-malformed' }
  | { readonly code: 'inverter.activation-code-missing' }
  | { readonly code: 'inverter.activation-code-wrong' }
  | { readonly code: 'inverter.taken' }
  | { readonly code: 'inverter.in-this-plant' }
  | { readonly code: 'inverter.same-device' }
  | { readonly code: 'inverter.exchanged-in-future' }
  /** Before the device that leaves had come. */
  | { readonly code: 'inverter.exchanged-too-early' }
  /** More than full power day and night would give. `months`: 0 = January. */
  | { readonly code: 'forecast.beyond-power'; readonly mostKwh: number; readonly months: readonly number[] }
  | { readonly code: 'emission-factor.year-to-come' }
  | SharingRejection
  | AlertRuleRejection;

/** Bounds that no real plant reaches; they keep a stream readable. */
export const plantLimits = { subplants: 200, inverters: 2_000, thirdParties: 50, alertRules: 50 } as const;
