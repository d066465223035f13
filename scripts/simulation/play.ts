import { Pool } from 'undici';
import { rest } from '../../adapters/rest.js';
import { inverterServicePath } from '../../http/legacy/inverter-service.js';
import { freshCounters, runDevice } from './device.js';
import type { FleetDevice } from './fleet.js';
import { deviceLink, type LinkCounts, type Post } from './link.js';
import { progressLine } from './progress.js';
import { hash01 } from './random.js';

const clockRequestEveryS = 12 * 3_600;
const maxInFlight = 256;

/** Posts through a pool of connections; a portal that is away is a message that was not acknowledged. */
function posting(to: string): { post: Post; close: () => Promise<void> } {
  const url = new URL(to);
  const given = url.pathname.replace(/\/$/, '');
  const path = /collectinverterdata$/i.test(given) ? given : given + inverterServicePath;
  const pool = new Pool(url.origin, { connections: 64, headersTimeout: 30_000, bodyTimeout: 30_000 });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const post: Post = async (body) => {
    try {
      const response = await pool.request({ method: 'POST', path, headers, body });
      const text = await response.body.text();
      return response.statusCode === 200 ? text : null;
    } catch {
      // Whatever went wrong on the way, the device only knows that there was no answer.
      return null;
    }
  };
  return { post, close: () => pool.close() };
}

type PlayOptions = {
  /** Simulated time in epoch seconds; `toS` may be Infinity. */
  readonly fromS: number;
  readonly toS: number;
  readonly intervalS: number;
  /** Simulated seconds per second; Infinity = as fast as the portal answers. */
  readonly speed: number;
  readonly clockRequests: boolean;
};

/** Lets every device send what it measures to the portal at `to`, until the time is over or `stop` is raised. */
export async function playFleet(fleet: readonly FleetDevice[], options: PlayOptions, to: string, stop: AbortSignal) {
  const { fromS, toS, intervalS, speed } = options;
  const counts: LinkCounts = { messages: 0, records: 0, errors: 0, clockReplies: 0, failures: 0 };
  const { post, close } = posting(to);
  const devices = fleet
    .map((device) => ({
      device,
      link: deviceLink(device, post, counts),
      phaseS: Math.floor(hash01(`${device.serialNumber} phase`) * intervalS),
      counters: freshCounters(fromS, Math.round(hash01(`${device.serialNumber} age`) * 8_000) * device.nominalPowerW),
      nextClockRequestS: fromS,
    }))
    .sort((a, b) => a.phaseS - b.phaseS);
  const startedMs = performance.now();
  const progress = progressLine();
  const inFlight = new Set<Promise<void>>();
  let nowS = fromS;

  const launch = async (work: Promise<void>) => {
    const tracked: Promise<void> = work.finally(() => inFlight.delete(tracked));
    inFlight.add(tracked);
    if (inFlight.size >= maxInFlight) await Promise.race(inFlight);
  };

  const play = async () => {
    for (let roundS = fromS; roundS < toS && !stop.aborted; roundS += intervalS) {
      for (const entry of devices) {
        nowS = roundS + entry.phaseS;
        if (nowS >= toS || stop.aborted) break;
        const waitMs = ((nowS - fromS) * 1000) / speed - (performance.now() - startedMs);
        if (waitMs > 5) await rest(waitMs, stop);
        const interval = runDevice(entry.device, entry.counters, nowS);
        entry.counters = interval.counters;
        if (interval.record !== null || interval.errors.length > 0 || entry.link.unsent > 0) {
          await launch(entry.link.send(interval.record, interval.errors));
        }
        if (options.clockRequests && nowS >= entry.nextClockRequestS) {
          entry.nextClockRequestS = nowS + clockRequestEveryS;
          await launch(entry.link.askForTime());
        }
        progress.show(
          () =>
            `${new Date(nowS * 1000).toISOString()}  ${counts.messages} messages, ${counts.records} records, ` +
            `${counts.failures} not acknowledged`,
        );
      }
      // Without a pace, devices would measure faster than the portal answers and send it all in few messages.
      if (!Number.isFinite(speed)) await Promise.all(inFlight);
    }
  };

  await play();
  await Promise.all(inFlight);
  // What the portal refused on the way gets a last chance, as with a real device.
  await Promise.all(devices.map(({ link }) => link.send(null, [])));
  await close();
  const unsent = devices.reduce((sum, { link }) => sum + link.unsent, 0);
  const seconds = (performance.now() - startedMs) / 1000;
  progress.end(`simulated ${((nowS - fromS) / 86_400).toFixed(2)} days in ${seconds.toFixed(1)} s`);
  return {
    devices: devices.length,
    ...counts,
    unsent,
    simulatedDays: (nowS - fromS) / 86_400,
    seconds,
    messagesPerSecond: counts.messages / seconds,
  };
}
