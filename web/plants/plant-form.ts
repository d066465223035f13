import type { Plant, PlantBody } from '../api/types.js';
import { numberForInput, parseDecimal, type Language } from '../format/numbers.js';
import { wrongPostcode } from '../forms/postcodes.js';
import { atMost, numberWithin, textUpTo } from '../forms/rules.js';
import type { FormErrors, FormValues, useForm } from '../forms/use-form.js';
import type { Text } from '../i18n/use-text.js';

type FixedField =
  | '/name'
  | '/kind'
  | '/description'
  | '/address/street'
  | '/address/postcode'
  | '/address/town'
  | '/address/country'
  | '/location/latitudeDeg'
  | '/location/longitudeDeg'
  | '/location/altitudeM'
  | '/location/timeZone'
  | '/moduleName'
  | '/moduleAreaM2'
  | '/generatorPowerW'
  | '/powerTemperatureCoefficientPercentPerK'
  | '/azimuthDeg'
  | '/tiltDeg'
  | '/public';
type TariffField = `/feedInTariffs/${number}/${'from' | 'centsPerKwh'}`;
export type PlantField = FixedField | TariffField;
/** As typed. The generator power is entered in kW. */
export type PlantValues = FormValues<PlantField>;
export type PlantForm = ReturnType<typeof useForm<PlantField>>;

/** Typical power of today's modules per area. */
const kilowattPerM2 = 0.2;
const maxArea = 10_000_000;

export const emptyPlant = (country: string, timeZone: string): PlantValues => ({
  '/name': '',
  '/kind': 'pv',
  '/description': '',
  '/address/street': '',
  '/address/postcode': '',
  '/address/town': '',
  '/address/country': country,
  '/location/latitudeDeg': '',
  '/location/longitudeDeg': '',
  '/location/altitudeM': '',
  '/location/timeZone': timeZone,
  '/moduleName': '',
  '/moduleAreaM2': '',
  '/generatorPowerW': '',
  '/powerTemperatureCoefficientPercentPerK': '',
  '/azimuthDeg': '180',
  '/tiltDeg': '30',
  '/public': '',
});

export function valuesOf(plant: Plant, language: Language): PlantValues {
  const number = (value: number) => numberForInput(value, language);
  const values: Record<string, string> = {
    '/name': plant.name,
    '/kind': plant.kind,
    '/description': plant.description,
    '/address/street': plant.address.street,
    '/address/postcode': plant.address.postcode,
    '/address/town': plant.address.town,
    '/address/country': plant.address.country,
    '/location/latitudeDeg': number(plant.location.latitudeDeg),
    '/location/longitudeDeg': number(plant.location.longitudeDeg),
    '/location/altitudeM': number(plant.location.altitudeM),
    '/location/timeZone': plant.location.timeZone,
    '/moduleName': plant.moduleName,
    '/moduleAreaM2': number(plant.moduleAreaM2),
    '/generatorPowerW': number(plant.generatorPowerW / 1000),
    '/powerTemperatureCoefficientPercentPerK': number(plant.powerTemperatureCoefficientPercentPerK),
    '/azimuthDeg': number(plant.azimuthDeg),
    '/tiltDeg': number(plant.tiltDeg),
    '/public': plant.public ? 'yes' : '',
  };
  plant.feedInTariffs.forEach((tariff, index) => {
    values[`/feedInTariffs/${index}/from`] = tariff.from;
    values[`/feedInTariffs/${index}/centsPerKwh`] = number(tariff.centsPerKwh);
  });
  return values as PlantValues;
}

export const tariffCount = (values: PlantValues): number =>
  Object.keys(values).filter((name) => /^\/feedInTariffs\/\d+\/from$/.test(name)).length;

/** The list with one line more (empty) or less; the others keep what was typed. */
export function withTariffs(values: PlantValues, change: { readonly remove: number } | 'add'): PlantValues {
  const rows = Array.from({ length: tariffCount(values) }, (_, index) => [
    values[`/feedInTariffs/${index}/from`] ?? '',
    values[`/feedInTariffs/${index}/centsPerKwh`] ?? '',
  ]);
  const kept = change === 'add' ? [...rows, ['', '']] : rows.filter((_, index) => index !== change.remove);
  const fixed = Object.entries(values).filter(([name]) => !name.startsWith('/feedInTariffs/'));
  const tariffs = kept.flatMap(([from, cents], index) => [
    [`/feedInTariffs/${index}/from`, from],
    [`/feedInTariffs/${index}/centsPerKwh`, cents],
  ]);
  return Object.fromEntries([...fixed, ...tariffs]) as PlantValues;
}

/** Generator power in kW that an area suggests, as text; empty without an area. */
export function proposedPower(area: string, language: Language): string {
  const areaM2 = parseDecimal(area, language, true);
  return areaM2 === undefined || areaM2 <= 0 ? '' : numberForInput(areaM2 * kilowattPerM2, language, 2);
}

/** Loss of power per degree, in %/K, by the technology of the modules: the middle of what data sheets say. */
export const typicalCoefficients = {
  crystalline: -0.38,
  heterojunction: -0.26,
  cadmiumTelluride: -0.29,
  copperIndium: -0.36,
} as const;
export type ModuleTechnology = keyof typeof typicalCoefficients;

/** What no module loses more than, in %/K. */
export const steepestCoefficient = -2;

/** Data sheets print "0,4" as often as "-0,4"; no module gains power with heat, so both mean the negative value. */
export function readCoefficient(input: string, language: Language): number | undefined {
  const value = parseDecimal(input, language);
  return value === undefined ? undefined : value === 0 ? 0 : -Math.abs(value);
}

/** Feed-in was first paid in 1990; whoever types another century means this one. */
const tariffDays = { first: '1990-01-01', last: '2099-12-31' } as const;

export function checkPlant(text: Text, language: Language, values: PlantValues): FormErrors<PlantField> {
  const within = (name: FixedField, min: number, max: number, groups = false) =>
    numberWithin(text, language, values[name], { min, max, groups });
  const coefficient = readCoefficient(values['/powerTemperatureCoefficientPercentPerK'], language);
  const errors: Record<string, string | undefined> = {
    '/name': textUpTo(text, values['/name'], 80),
    '/description': atMost(text, values['/description'], 2000),
    '/address/street': textUpTo(text, values['/address/street'], 120),
    '/address/postcode': wrongPostcode(text, values['/address/country'], values['/address/postcode']),
    '/address/town': textUpTo(text, values['/address/town'], 80),
    '/location/latitudeDeg': within('/location/latitudeDeg', -90, 90),
    '/location/longitudeDeg': within('/location/longitudeDeg', -180, 180),
    '/location/altitudeM': within('/location/altitudeM', -430, 8850, true),
    '/moduleName': atMost(text, values['/moduleName'], 120),
    '/moduleAreaM2': within('/moduleAreaM2', 0.1, maxArea, true),
    '/generatorPowerW': within('/generatorPowerW', 0.001, 1_000_000, true),
    '/powerTemperatureCoefficientPercentPerK':
      coefficient === undefined
        ? within('/powerTemperatureCoefficientPercentPerK', -2, 0)
        : coefficient < steepestCoefficient
          ? text('plantForm.coefficientRange')
          : undefined,
    '/azimuthDeg': within('/azimuthDeg', 0, 359.9),
    '/tiltDeg': within('/tiltDeg', 0, 90),
    ...checkTariffs(text, language, values),
  };
  return errors as FormErrors<PlantField>;
}

function checkTariffs(text: Text, language: Language, values: PlantValues): Record<string, string | undefined> {
  const errors: Record<string, string | undefined> = {};
  const seen = new Set<string>();
  for (let index = 0; index < tariffCount(values); index++) {
    const from = values[`/feedInTariffs/${index}/from`] ?? '';
    const cents = values[`/feedInTariffs/${index}/centsPerKwh`] ?? '';
    errors[`/feedInTariffs/${index}/from`] =
      from === ''
        ? text('plantForm.day')
        : from.length !== 10 || from < tariffDays.first || from > tariffDays.last
          ? text('plantForm.tariffDay')
          : seen.has(from)
            ? text('plantForm.tariffTwice')
            : undefined;
    errors[`/feedInTariffs/${index}/centsPerKwh`] = numberWithin(text, language, cents, { min: 0, max: 1000 });
    seen.add(from);
  }
  return errors;
}

/** What is sent; call it only with values that `checkPlant` found right. */
export function plantBody(values: PlantValues, language: Language): PlantBody {
  const of = (name: FixedField) => values[name].trim();
  const number = (input: string, groups = false) => parseDecimal(input, language, groups) ?? Number.NaN;
  const feedInTariffs = Array.from({ length: tariffCount(values) }, (_, index) => ({
    from: values[`/feedInTariffs/${index}/from`] ?? '',
    centsPerKwh: number(values[`/feedInTariffs/${index}/centsPerKwh`] ?? ''),
  }));
  return {
    name: of('/name'),
    description: of('/description'),
    moduleName: of('/moduleName'),
    kind: of('/kind') === 'pvThermal' ? 'pvThermal' : 'pv',
    address: {
      street: of('/address/street'),
      postcode: of('/address/postcode'),
      town: of('/address/town'),
      country: of('/address/country'),
    },
    location: {
      latitudeDeg: number(of('/location/latitudeDeg')),
      longitudeDeg: number(of('/location/longitudeDeg')),
      altitudeM: number(of('/location/altitudeM'), true),
      timeZone: of('/location/timeZone'),
    },
    powerTemperatureCoefficientPercentPerK:
      readCoefficient(of('/powerTemperatureCoefficientPercentPerK'), language) ?? Number.NaN,
    azimuthDeg: number(of('/azimuthDeg')),
    tiltDeg: number(of('/tiltDeg')),
    moduleAreaM2: number(of('/moduleAreaM2'), true),
    generatorPowerW: Math.round(number(of('/generatorPowerW'), true) * 1000),
    feedInTariffs: feedInTariffs.sort((a, b) => a.from.localeCompare(b.from)),
    public: values['/public'] === 'yes',
  };
}
