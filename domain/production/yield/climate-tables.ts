/**
 * Monthly means of Central Europe, condensed for this portal in November 2026 from data under CC BY 4.0: irradiance of
 * EUMETSAT CM SAF 2006-2025 (0.2° grid, 5-16° E), air temperature of 481 stations of DWD with 2008-2022 at least, both by way
 * of IWU. Credit: `EUMETSAT CM SAF / DWD / IWU`.
 */

/**
 * Clear-sky index by latitude, January to December: global irradiance over that of Ineichen-Perez with Linke turbidity 3 at
 * 300 m. Within a row places differ by 2 to 6 % (standard deviation), in winter at 45-47° N by 10 to 14 %.
 */
export const clearSkyIndices: readonly { readonly latitudeDeg: number; readonly months: readonly number[] }[] = [
  { latitudeDeg: 46, months: [0.72, 0.71, 0.72, 0.72, 0.68, 0.74, 0.79, 0.79, 0.76, 0.73, 0.7, 0.73] },
  { latitudeDeg: 48, months: [0.64, 0.67, 0.69, 0.71, 0.64, 0.69, 0.71, 0.72, 0.71, 0.68, 0.66, 0.68] },
  { latitudeDeg: 50, months: [0.58, 0.61, 0.66, 0.72, 0.67, 0.69, 0.7, 0.71, 0.71, 0.64, 0.6, 0.62] },
  { latitudeDeg: 52, months: [0.6, 0.61, 0.66, 0.72, 0.68, 0.69, 0.68, 0.7, 0.71, 0.65, 0.64, 0.65] },
  { latitudeDeg: 54.5, months: [0.59, 0.59, 0.67, 0.75, 0.72, 0.71, 0.69, 0.71, 0.7, 0.63, 0.59, 0.62] },
];

/** Where the table holds. */
export const tableLatitudes = { minDeg: 45, maxDeg: 56 } as const;

/** Air temperature at the sea at 50° N and its change per degree north, °C; 0.6 K less for each 100 m. Within 0.7 K. */
export const airTemperatures = {
  at50Deg: [3.1, 4, 7.1, 11.4, 15.3, 19.3, 20.9, 20.3, 16.4, 12, 7.3, 4.4],
  perDegNorth: [-0.23, -0.35, -0.55, -0.63, -0.59, -0.7, -0.62, -0.56, -0.38, -0.34, -0.21, -0.15],
  perM: -0.006,
} as const;
