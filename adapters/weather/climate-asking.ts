import type pg from 'pg';
import type { Clock } from '../../commands/ports.js';
import { centreOf } from '../../domain/production/yield/weather-cell.js';
import { keptClimates } from './climates.js';
import type { ClimateService, NoWeather } from './port.js';

/** A place that the service does not know, or a wrong address that the operator has mended meanwhile. */
const askAgainS = 7 * 86_400;
const leftAloneS = 3_600;

/** Asks once for the climate of each cell in which plants stand. A service that wants to be left alone is. */
export function climateAsking({
  pool,
  clock,
  climate,
  onNoWeather,
}: {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly climate: ClimateService | null;
  readonly onNoWeather: (source: string, answer: NoWeather) => void;
}): { round(signal: AbortSignal): Promise<void> } {
  const kept = keptClimates(pool);
  let silentUntilS = 0;
  const nowS = () => Math.floor(clock.now().epochMilliseconds / 1_000);

  return {
    async round(signal) {
      while (climate !== null && !signal.aborted && silentUntilS <= nowS()) {
        const cell = await kept.due(nowS());
        if (cell === null) return;
        const answer = await climate.monthly(centreOf(cell));
        const asked = { source: climate.name, askedS: nowS() };
        if (answer.ok) {
          await kept.keep(cell, { ...asked, means: answer.means, period: answer.period });
          continue;
        }
        onNoWeather(climate.name, answer);
        const isCellAtFault = answer.reason === 'refused' || answer.reason === 'unreadable';
        if (isCellAtFault) await kept.keep(cell, { ...asked, againS: nowS() + askAgainS });
        else silentUntilS = nowS() + (answer.retryAfterS ?? leftAloneS);
      }
    },
  };
}
