import type pg from 'pg';
import type { Clock } from '../../commands/ports.js';
import { centreOf, type WeatherCell } from '../../domain/production/yield/weather-cell.js';
import { isTableMissing, type Leases } from '../database/port.js';
import { rest } from '../rest.js';
import { weatherCells } from './cells.js';
import { dayS, keptWeather } from './kept-weather.js';
import { climateAsking } from './climate-asking.js';
import type { ClimateService, NoWeather, WeatherSource } from './port.js';

const lease = 'weather';
/** As often as the models of the services are computed anew. */
const askAgainS = 6 * 3_600;
/** What a service measured or analysed since is worth asking for once more: it is what forecasts are scored with. */
const daysBack = { first: 30, again: 2 } as const;
const daysAhead = 7;
/** How often it is looked whether another node has to be replaced. */
const takeOverMs = 3_000;

export type WeatherWorkerOptions = {
  readonly pool: pg.Pool;
  readonly leases: Pick<Leases, 'acquire'>;
  readonly clock: Clock;
  /** In the order in which they are asked; the next one when one has no answer. */
  readonly sources: readonly WeatherSource[];
  readonly climate: ClimateService | null;
  readonly onNoWeather: (source: string, answer: NoWeather) => void;
  readonly onTrouble: (error: unknown) => void;
  readonly pollMs?: number;
};

/** Asks for weather and climate of the cells in which plants stand, a cell after the other, on one of all nodes. */
export function startWeatherWorker(options: WeatherWorkerOptions): { stop(): Promise<void> } {
  const { leases, sources, climate, onTrouble, pollMs = 60_000 } = options;
  const stopping = new AbortController();
  const asking = weatherAsking(options);
  const climates = climateAsking(options);

  async function run(): Promise<void> {
    let nextRoundMs = 0;
    while (!stopping.signal.aborted && (sources.length > 0 || climate !== null)) {
      try {
        if ((await leases.acquire(lease)) && performance.now() >= nextRoundMs) {
          nextRoundMs = performance.now() + pollMs;
          await asking.round(stopping.signal);
          await climates.round(stopping.signal);
        }
      } catch (error) {
        if (!isTableMissing(error)) onTrouble(error);
      }
      await rest(Math.min(pollMs, takeOverMs), stopping.signal);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** A service that wants to be left alone is: it is remembered until when. */
export function weatherAsking({
  pool,
  clock,
  sources,
  onNoWeather,
}: Pick<WeatherWorkerOptions, 'pool' | 'clock' | 'sources' | 'onNoWeather'>) {
  const cells = weatherCells(pool);
  const kept = keptWeather(pool);
  let notedTo = -1n;
  const silentUntilS = new Map<WeatherSource, number>();
  const nowS = () => Math.floor(clock.now().epochMilliseconds / 1_000);

  /** Answers when the cell should be asked about again. */
  async function ask(cell: WeatherCell, isKnown: boolean): Promise<number> {
    const today = Math.floor(nowS() / dayS) * dayS;
    const back = isKnown ? daysBack.again : daysBack.first;
    const span = { fromS: today - back * dayS, toS: today + (daysAhead + 1) * dayS };
    let againS = nowS() + askAgainS;
    for (const source of sources) {
      const silentS = silentUntilS.get(source) ?? 0;
      if (silentS > nowS()) {
        againS = Math.min(againS, silentS);
        continue;
      }
      const answer = await source.hourly(centreOf(cell), span);
      if (answer.ok) {
        await kept.keep(cell, { source: source.name, issuedS: nowS(), intervals: answer.intervals });
        return nowS() + askAgainS;
      }
      onNoWeather(source.name, answer);
      if (answer.reason !== 'refused' && answer.retryAfterS !== null) {
        silentUntilS.set(source, nowS() + answer.retryAfterS);
        againS = Math.min(againS, nowS() + answer.retryAfterS);
      }
    }
    return againS;
  }

  return {
    /** All cells that are due. */
    async round(signal: AbortSignal): Promise<void> {
      notedTo = await cells.note(notedTo, nowS());
      for (let due = await cells.due(nowS()); due !== null && !signal.aborted; due = await cells.due(nowS())) {
        await cells.dueAgain(due.cell, await ask(due.cell, due.isKnown));
      }
    },
  };
}
