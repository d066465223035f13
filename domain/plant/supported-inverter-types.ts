import type { InverterType } from './inverter-types.js';

const cec = 'CEC inverter list, AC power (Paco)';
const european = 'Data sheet of the European three-phase series';

/**
 * The catalogue as it is delivered. The operator edits the live one (`npm run inverter-types`); a new release adds
 * types and corrects figures that the operator has not touched. No list of minimum firmware versions has survived.
 */
export const supportedInverterTypes: readonly InverterType[] = [
  refusol('008K', 8_250, ['802R008']),
  refusol('010K', 10_000, ['802R010']),
  refusol('013K', 12_400, ['802R013']),
  refusol('017K', 16_500, ['802R017']),
  refusol('020K', 19_200, ['802R020', 'REFUsol 020K-SCI', 'AE 3TL 20-IEC']),
  refusol('023K', 23_000, ['802R023', 'REFUsol 023K-460VAC', 'AE 3TL 23-MV']),
  sinvert('PVM10', 10_000, ['802S010']),
  sinvert('PVM13', 12_400, ['802S013']),
  sinvert('PVM17', 16_500, ['802S017']),
  sinvert('PVM20', 19_200, ['802S020']),
  advancedEnergy('AE 3TL 40', 40_000, ['REFUsol 40K', 'AE 3TL-40'], european),
  advancedEnergy('AE 3TL 46', 46_000, ['REFUsol 46K-MV', 'AE 3TL-46'], european),
  ul('012K-UL', 12_120, '804R012', 'PVM12 UL', ['AE_3TL-12_6-08', 'G3_12_6-08']),
  ul('016K-UL', 16_100, '804R016', 'PVM16 UL', ['AE_3TL-16_6-08', 'G3_16_6', 'G3_16_6-08']),
  ul('020K-UL', 19_650, '804R020', 'PVM20 UL', ['AE_3TL-20_6-08', 'G3_20_6', 'G3_20_6-08']),
  ul('024K-UL', 22_230, '804R024', 'PVM24 UL', ['AE_3TL-23_06', 'AE_3TL-23_6-08']),
  advancedEnergy('AE 3TL-12_10', 12_000, ['AE_3TL-12_10-08', 'AE_3TL-12_6', 'G3_12_6', 'G3_12_10', 'G3_12_10-8'], cec),
  advancedEnergy('AE 3TL-16_10', 16_000, ['AE_3TL-16_10-08', 'AE_3TL-16_6', 'G3_16_10', 'G3_16_10-08'], cec),
  advancedEnergy('AE 3TL-20_10', 20_000, ['AE_3TL-20_10-08', 'AE_3TL-20_6', 'G3_20_10', 'G3_20_10-08'], cec),
  advancedEnergy('AE 3TL-23_10', 20_040, ['AE_3TL-23_10-08'], cec),
  { ...refusol('24K-UL', 24_000, ['REFUsol 24K-UL-AFCI']), source: cec },
  { ...refusol('48K-UL', 47_888, ['REFUsol 48K-UL-AFCI']), source: cec },
];

function refusol(model: string, nominalPowerW: number, aliases: readonly string[]): InverterType {
  return {
    id: `refusol-${model.toLowerCase()}`,
    maker: 'REFUsol / AE',
    model: `REFUsol ${model}`,
    nominalPowerW,
    aliases: [model, `AE ${model}`, ...aliases],
    minimumFirmware: null,
    source: european,
  };
}

function sinvert(model: string, nominalPowerW: number, aliases: readonly string[]): InverterType {
  return {
    id: `sinvert-${model.toLowerCase()}`,
    maker: 'Siemens',
    model: `SINVERT ${model}`,
    nominalPowerW,
    aliases: [model, ...aliases],
    minimumFirmware: null,
    source: european,
  };
}

function advancedEnergy(
  model: string,
  nominalPowerW: number,
  aliases: readonly string[],
  source: string,
): InverterType {
  return {
    id: model.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    maker: 'Advanced Energy',
    model,
    nominalPowerW,
    aliases,
    minimumFirmware: null,
    source,
  };
}

/** One piece of hardware under three brands. */
function ul(
  model: string,
  nominalPowerW: number,
  code: string,
  siemens: string,
  aliases: readonly string[],
): InverterType {
  return {
    ...refusol(model, nominalPowerW, [code, `REFUsol ${code}`, `SINVERT ${siemens}`, siemens, ...aliases]),
    source: cec,
  };
}
