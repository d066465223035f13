import type { Clock } from '../../commands/ports.js';
import { openService, type Ask } from '../ask.js';
import { withCircuitBreaker } from '../circuit-breaker.js';
import { undoAll, type Undo } from '../undo.js';
import { brightSky } from './bright-sky.js';
import { openMeteo } from './open-meteo.js';
import type { WeatherConfig } from './config.js';
import type { ClimateService, WeatherSource } from './port.js';
import { pvgis } from './pvgis.js';

/** A year of hours of PVGIS is about 1.3 MB. */
const limits = { timeoutMs: 20_000, maxReplyBytes: 4 * 1024 * 1024 };

/** The services as they are configured; those of `hourly` in the order in which they should be asked. */
export function openWeather(
  config: WeatherConfig,
  clock: Clock,
  { timeoutMs = limits.timeoutMs }: { readonly timeoutMs?: number } = {},
): { readonly hourly: readonly WeatherSource[]; readonly climate: ClimateService | null; close(): Promise<void> } {
  const opened: Undo = [];
  const at = (url: string): Ask => {
    const service = openService(url, { ...limits, timeoutMs });
    opened.push(() => service.close());
    return withCircuitBreaker(service.ask);
  };
  const hourly: WeatherSource[] = [];
  if (config.openMeteo !== null) {
    const { forecastUrl, archiveUrl, apiKey } = config.openMeteo;
    hourly.push(openMeteo({ forecast: at(forecastUrl), archive: at(archiveUrl), apiKey, clock }));
  }
  if (config.brightSkyUrl !== null) hourly.push(brightSky(at(config.brightSkyUrl)));
  const climate = config.pvgisUrl === null ? null : pvgis(at(config.pvgisUrl));
  return { hourly, climate, close: () => undoAll(opened) };
}
