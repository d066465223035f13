/**
 * What a kilowatt hour of grid electricity emits, which solar electricity avoids. German mix of 2023, direct emissions
 * of generation.
 */
export const gridEmission = {
  gramsPerKwh: 380,
  year: 2023,
  source: 'Umweltbundesamt, Entwicklung der spezifischen Treibhausgas-Emissionen des deutschen Strommix',
} as const;

export function avoidedCo2Kg(energyWh: number | null): number | null {
  return energyWh === null ? null : (energyWh / 1000) * (gridEmission.gramsPerKwh / 1000);
}
