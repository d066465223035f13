/** What a kilowatt hour of grid electricity emits, which solar electricity avoids, with who says so and of which year. */
export type EmissionFactor = { readonly gramsPerKwh: number; readonly source: string; readonly year: number };

/**
 * German mix, direct emissions of generation: Umweltbundesamt, Entwicklung der spezifischen Treibhausgas-Emissionen des
 * deutschen Strommix 1990 bis 2024. What counts until somebody states another factor.
 */
export const usualEmissionFactor: EmissionFactor = { gramsPerKwh: 363, source: 'UBA', year: 2024 };

/** Kilograms; null without energy. */
export function avoidedCo2Kg(
  energyWh: number | null,
  { gramsPerKwh }: Pick<EmissionFactor, 'gramsPerKwh'>,
): number | null {
  return energyWh === null ? null : (energyWh / 1000) * (gramsPerKwh / 1000);
}
