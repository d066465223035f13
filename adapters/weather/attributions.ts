/** Whom data is owed to; shown wherever it is. */
export type Attribution = { readonly text: string; readonly url: string | null };

/** The services as the database knows them, and what is owed to them wherever their data is shown. */
export const attributions = {
  'Open-Meteo': { text: 'Open-Meteo.com (CC BY 4.0)', url: 'https://open-meteo.com/' },
  'Bright Sky': { text: 'Deutscher Wetterdienst, Bright Sky', url: 'https://brightsky.dev/' },
  /** Of the demonstration, in which the sun shines as the simulation has it. */
  Simulation: { text: 'Simulation', url: null },
  PVGIS: {
    text: '© European Union, PVGIS',
    url: 'https://joint-research-centre.ec.europa.eu/photovoltaic-geographical-information-system-pvgis_en',
  },
} as const satisfies Readonly<Record<string, Attribution>>;

export type WeatherServiceName = keyof typeof attributions;

/** Null for a service that was asked once and is known no more. */
export function attributionOf(name: string): Attribution | null {
  return Object.hasOwn(attributions, name) ? attributions[name as WeatherServiceName] : null;
}
