import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { encodeRecord } from '../../../adapters/inverter-protocol/encode.js';
import { SerialNumber } from '../../../domain/kernel/ids.js';
import { DeviceSocket } from '../device-socket.js';
import type { Node } from '../nodes.js';
import { newOwner, plantBody, type Answer, type Owner } from '../owner.js';

/** What was promised to somebody while nodes died around it. */
export type Promised = {
  /** `serial number/device clock` of readings that were answered with OK. */
  readonly readings: Set<string>;
  /** Names of plants by id, as the last answered wish left them. */
  readonly plantNames: Map<string, string>;
  /** Serial numbers that were given a place. */
  readonly placed: Set<string>;
};

type Load = {
  readonly webs: readonly Node[];
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly promised: Promised;
};

/** A person: registers, adds plants and inverters, renames; repeats every wish until it is answered. */
export async function person(load: Load, number: number): Promise<void> {
  const { random, signal, promised } = load;
  // An address of their own, so that limits do not mix.
  const headers = { 'x-forwarded-for': `10.2.${number >> 8}.${number & 255}` };
  const owner = await insist(load, (web) => newOwner(web.url, headers));
  for (let n = 0; !signal.aborted; n++) {
    const name = `Dach ${number}.${n}`;
    const plantId = (await wish(load, owner, 'POST', '/plants', { ...plantBody, name })).body.id as string;
    promised.plantNames.set(plantId, name);
    const serials = [`C${number}N${n}A`, `C${number}N${n}B`];
    for (const serialNumber of serials) {
      await wish(load, owner, 'POST', `/plants/${plantId}/inverters`, { serialNumber, name: serialNumber });
      promised.placed.add(serialNumber);
    }
    const devices = serials.map((serialNumber) => device(load, serialNumber, 10 + Math.floor(random() * 30)));
    for (let turn = 0; turn < 5 && !signal.aborted; turn++) {
      const renamed = `${name} (${turn})`;
      await wish(load, owner, 'PATCH', `/plants/${plantId}`, { name: renamed });
      promised.plantNames.set(plantId, renamed);
      await pause(100 + random() * 300);
    }
    await Promise.all(devices);
  }
}

/** An inverter of firmware that repeats each message until it is acknowledged. */
export async function device(load: Load, serialNumber: string, messages: number): Promise<void> {
  for (let n = 0; n < messages; n++) {
    await report(load, serialNumber, n);
    await pause(20 + load.random() * 60);
  }
}

/** Goes on as inverters do: what came before its claim was seen leaves the proof to the next message. */
export async function reportUntil(
  load: Load,
  serialNumber: string,
  isKnown: (serialNumber: string) => Promise<boolean>,
): Promise<void> {
  for (let n = 100; !(await isKnown(serialNumber)); n++) {
    await report(load, serialNumber, n);
    await pause(500);
  }
}

const firstClockS = Date.UTC(2026, 5, 1, 4) / 1_000;

async function report(load: Load, serialNumber: string, n: number): Promise<void> {
  const deviceClockS = firstClockS + n * 600;
  const body = encodeRecord(
    {
      ...{ serialNumber: SerialNumber.parse(serialNumber), mac: null, deviceClockS, intervalS: 600 },
      channels: { acPowerW: 600 + n, dayEnergyWh: 100 * (n + 1), totalEnergyWh: 50_000 + 100 * (n + 1) },
    },
    n % 2 === 0 ? 'element' : 'attribute',
  );
  await insist(load, async (web) => {
    const socket = await DeviceSocket.open(web.port);
    try {
      const answer = await socket.send(body);
      if (answer?.status !== 200) throw new Error('not acknowledged');
    } finally {
      socket.close();
    }
  });
  load.promised.readings.add(`${serialNumber}/${deviceClockS}`);
}

/** One wish with one key, sent until some web node answers it: with success, or the test is wrong. */
async function wish(load: Load, owner: Owner, method: 'POST' | 'PATCH', path: string, body: object): Promise<Answer> {
  const key = randomUUID();
  return insist(load, async (web) => {
    const answer = await owner.at(web.url).call(method, path, body, { 'idempotency-key': key });
    if (answer.status >= 500 || answer.status === 429) throw new Error(`${answer.status}`);
    if (answer.status >= 400)
      throw new Unexpected(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  });
}

class Unexpected extends Error {}

async function insist<T>({ webs, random }: Load, attempt: (web: Node) => Promise<T>): Promise<T> {
  for (;;) {
    const web = webs[Math.floor(random() * webs.length)];
    if (web === undefined) throw new TypeError('no web node');
    try {
      return await attempt(web);
    } catch (error) {
      if (error instanceof Unexpected) throw error;
      // A node that was hurt: gone, or too busy for this. People and devices try again, at any node.
      await pause(50 + random() * 100);
    }
  }
}
