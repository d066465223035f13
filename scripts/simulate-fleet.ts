import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Temporal } from '../domain/kernel/time.js';
import { fleetOf, registryCsv } from './simulation/fleet.js';
import { playFleet } from './simulation/play.js';

const help = `Plays inverters that push their real protocol over HTTP.

  simulate-fleet --to <url> [options]

  --to <url>             portal, e.g. http://127.0.0.1:3000; the device path is added unless the address has it
  --devices <n>          number of inverters (default 10)
  --serial-prefix <text> start of their serial numbers (default SIM)
  --registry <file>      write a CSV for import-devices (serial numbers, activation codes, types)
  --interval <s>         seconds between two messages of a device (default 600)
  --from <time>          start of the simulated time, e.g. 2026-07-01 or 2026-07-01T06:00:00Z
                         (default: now, or --days before now)
  --days <n>             stop after so many simulated days (default: run until Ctrl-C)
  --speed <x>            simulated seconds per second, or max (default 1; max with --days)
  --firmware <form>      element, attribute or mixed (default mixed)
  --outages              lose connections for hours and devices for days
  --errors               send grid events
  --clock-requests       ask for the time every 12 hours
  --latitude, --longitude, --time-zone   where the sun shines (default 48.5, 9.3, Europe/Berlin)
  --seed <text>          another sky (default SiteLink)
  --json                 print the summary as JSON
  --help

Exit code 0: every message was acknowledged; 1: some were not; 2: wrong arguments.`;

type Options = ReturnType<typeof readOptions>;

function readOptions() {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      devices: { type: 'string', default: '10' },
      'serial-prefix': { type: 'string', default: 'SIM' },
      registry: { type: 'string' },
      interval: { type: 'string', default: '600' },
      from: { type: 'string' },
      days: { type: 'string' },
      speed: { type: 'string' },
      firmware: { type: 'string', default: 'mixed' },
      outages: { type: 'boolean', default: false },
      errors: { type: 'boolean', default: false },
      'clock-requests': { type: 'boolean', default: false },
      latitude: { type: 'string', default: '48.5' },
      longitude: { type: 'string', default: '9.3' },
      'time-zone': { type: 'string', default: 'Europe/Berlin' },
      seed: { type: 'string', default: 'SiteLink' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { firmware } = values;
  if (firmware !== 'element' && firmware !== 'attribute' && firmware !== 'mixed') {
    throw new RangeError('--firmware must be element, attribute or mixed');
  }
  const days = values.days === undefined ? null : numberOf('--days', values.days, 0.001, 4_000);
  const speed = values.speed ?? (days === null ? '1' : 'max');
  const nowS = Math.floor(Date.now() / 1000);
  const fromS = values.from === undefined ? nowS - (days ?? 0) * 86_400 : epochOf(values.from, values['time-zone']);
  return {
    ...values,
    firmware: firmware as 'element' | 'attribute' | 'mixed',
    devices: Math.floor(numberOf('--devices', values.devices, 1, 1_000_000)),
    serialPrefix: values['serial-prefix'],
    clockRequests: values['clock-requests'],
    intervalS: numberOf('--interval', values.interval, 1, 86_400),
    speed: speed === 'max' ? Infinity : numberOf('--speed', speed, 0.001, 1_000_000),
    fromS: Math.floor(fromS),
    toS: days === null ? Infinity : Math.floor(fromS + days * 86_400),
    site: {
      seed: values.seed,
      latitudeDeg: numberOf('--latitude', values.latitude, -90, 90),
      longitudeDeg: numberOf('--longitude', values.longitude, -180, 180),
      timeZone: values['time-zone'],
    },
  };
}

function numberOf(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= min && value <= max)) throw new RangeError(`${name} must be ${min} to ${max}`);
  return value;
}

function epochOf(text: string, timeZone: string): number {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    return Temporal.PlainDate.from(text).toZonedDateTime(timeZone).epochMilliseconds / 1000;
  }
  return Temporal.Instant.from(text).epochMilliseconds / 1000;
}

async function main(): Promise<number> {
  let options: Options;
  try {
    options = readOptions();
    if (options.help) {
      process.stdout.write(`${help}\n`);
      return 0;
    }
    if (options.to === undefined || !URL.canParse(options.to)) throw new TypeError('--to <url> is missing');
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}\n`);
    return 2;
  }
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const outagesUntilS = Number.isFinite(options.toS) ? options.toS : options.fromS + 400 * 86_400;
  const fleet = fleetOf(options, options.fromS, outagesUntilS);
  if (options.registry !== undefined) await writeFile(options.registry, registryCsv(fleet));
  const summary = await playFleet(fleet, options, options.to, stop.signal);
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else {
    const { messages, records, errors, clockReplies, failures, unsent } = summary;
    process.stdout.write(
      `${summary.devices} devices: ${messages} messages (${summary.messagesPerSecond.toFixed(0)}/s), ` +
        `${records} records and ${errors} errors acknowledged, ${clockReplies} clock replies, ` +
        `${failures} messages not acknowledged, ${unsent} records left unsent\n`,
    );
  }
  return summary.unsent === 0 ? 0 : 1;
}

process.exitCode = await main();
