import { z } from 'zod';
import { address } from '../config-values.js';

/** Who is asked about weather; null = nobody. Addresses without trailing slash. */
export type WeatherConfig = {
  readonly openMeteo: {
    readonly forecastUrl: string;
    readonly archiveUrl: string;
    /** Of a paid subscription; null = a server of one's own. */
    readonly apiKey: string | null;
  } | null;
  readonly brightSkyUrl: string | null;
  readonly pvgisUrl: string | null;
};

const service = address('http:', 'https:')
  .transform((text) => text.replace(/\/+$/, ''))
  .optional();

/** What the environment may say about weather. */
export const weatherVariables = {
  OPEN_METEO_URL: service,
  OPEN_METEO_ARCHIVE_URL: service,
  OPEN_METEO_API_KEY: z.string().min(1, { error: 'must not be empty' }).optional(),
  BRIGHT_SKY_URL: service,
  PVGIS_URL: service,
};

type WeatherVariables = { readonly [K in keyof typeof weatherVariables]?: z.output<(typeof weatherVariables)[K]> };

/** A key alone is enough: it is valid at the servers of the subscription. Their free service is not for commercial use. */
export function weatherConfig(env: WeatherVariables): WeatherConfig {
  const apiKey = env.OPEN_METEO_API_KEY ?? null;
  const forecastUrl = env.OPEN_METEO_URL ?? (apiKey === null ? null : 'https://customer-api.open-meteo.com');
  const archiveUrl = env.OPEN_METEO_ARCHIVE_URL ?? env.OPEN_METEO_URL ?? 'https://customer-archive-api.open-meteo.com';
  return {
    openMeteo: forecastUrl === null ? null : { forecastUrl, archiveUrl, apiKey },
    brightSkyUrl: env.BRIGHT_SKY_URL ?? null,
    pvgisUrl: env.PVGIS_URL ?? null,
  };
}
