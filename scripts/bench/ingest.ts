import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { request } from 'undici';
import { absent } from '../../adapters/absent.js';
import { inverterServicePath } from '../../http/legacy/inverter-service.js';
import { prepareDevices } from './prepare-devices.js';
import { rawLoad, type LoadResult } from './raw-load.js';

const help = `Measures the ingest of device messages over the real HTTP door.

  bench/ingest --url <url> [--spawn <server.js>] [options]

  --url <url>            address of the server (default http://127.0.0.1:3000)
  --spawn <file>         start this built server with the environment of this command and stop it afterwards
  --pid <n>              process of a server that runs already, for its memory
  --messages <n>         messages to measure (default 200000)
  --warm-up <n>          messages before that (default 20000)
  --connections <n>      (default 64)
  --devices <n>          number of serial numbers (default 1000); to measure the whole way, they stand in plants
  --serial-prefix <text> followed by six digits (default BENCH)
  --prepare              with --spawn: let these devices stand in plants first, with the same environment
  --no-empty             do not measure an empty Fastify handler for comparison
  --json
  --help

Every message is S1 of the protocol description with its own serial number and time. Exit code 1 when a message failed.`;

const startTimeoutMs = 60_000;

const emptyServer = `
import Fastify from 'fastify';
const app = Fastify();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => done(null, body));
app.post('/*', async () => 'OK');
await app.listen({ port: 0, host: '127.0.0.1' });
console.log(app.server.address().port);
`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:3000' },
      spawn: { type: 'string' },
      pid: { type: 'string' },
      messages: { type: 'string', default: '200000' },
      'warm-up': { type: 'string', default: '20000' },
      connections: { type: 'string', default: '64' },
      devices: { type: 'string', default: '1000' },
      'serial-prefix': { type: 'string', default: 'BENCH' },
      prepare: { type: 'boolean', default: false },
      'no-empty': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const count = (name: 'messages' | 'warm-up' | 'connections' | 'devices') => {
    const value = Number(values[name]);
    if (!Number.isSafeInteger(value) || value < (name === 'warm-up' ? 0 : 1))
      throw new RangeError(`--${name}: ${value}`);
    return value;
  };
  return {
    ...values,
    url: new URL(values.url),
    messages: count('messages'),
    warmUp: count('warm-up'),
    connections: count('connections'),
    devices: count('devices'),
  };
}

type Options = ReturnType<typeof readOptions>;

/** One request with head and body; serial number and time are written over it for each message. */
function s1Message(options: Options) {
  const prefix = options['serial-prefix'];
  const body =
    `xmlData=<rd><m>502DF400489C</m><s>${prefix}000000</s><d t="1308642600" l="600"><p i="1">4517d19a</p>` +
    '<p i="2">4364999a</p><p i="3">4129999a</p><p i="4">42480000</p><p i="5">45195666</p><p i="6">44038ccd</p>' +
    '<p i="7">40900000</p><p i="8">14c</p><p i="9">194</p><p i="A">665</p><p i="B">e2</p><p i="C">14</p>' +
    '<p i="D">4</p><p i="E">36a60</p><p i="F">3039</p><p i="10">5fc</p></d></rd>';
  const template = Buffer.from(
    `POST ${inverterServicePath} HTTP/1.1\r\nHost: ${options.url.host}\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  const serialAt = template.indexOf('</s>') - 6;
  const timeAt = template.indexOf('t="') + 3;
  const rounds = Math.ceil((options.messages + options.warmUp) / options.devices);
  const firstTime = Math.floor(Date.now() / 600_000) * 600 - rounds * 600;
  const write = (buffer: Buffer, index: number) => {
    buffer.write(String(index % options.devices).padStart(6, '0'), serialAt, 'latin1');
    buffer.write(String(firstTime + Math.floor(index / options.devices) * 600), timeAt, 'latin1');
  };
  return { template, write };
}

async function measure(options: Options, url: URL): Promise<LoadResult> {
  const { template, write } = s1Message(options);
  const { connections, warmUp, messages } = options;
  if (warmUp > 0) await rawLoad({ url, connections, messages: warmUp, template, write });
  return rawLoad({
    url,
    connections,
    messages,
    template,
    write: (buffer, index) => write(buffer, index + warmUp),
  });
}

async function measureEmpty(options: Options): Promise<LoadResult> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', emptyServer], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    return await measure(options, new URL(`http://127.0.0.1:${port.toString().trim()}`));
  } finally {
    await stop(child);
  }
}

async function start(file: string, url: URL): Promise<ChildProcess> {
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit'] });
  const deadline = Date.now() + startTimeoutMs;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`${file} ended with exit code ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error(`${url.href} is not ready after ${startTimeoutMs / 1000} s`);
    await pause(100);
  }
  return child;
}

async function isReady(url: URL): Promise<boolean> {
  try {
    const { statusCode, body } = await request(new URL('/readyz', url));
    await body.dump();
    return statusCode === 200;
  } catch {
    // Nobody listens yet.
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

/** Resident memory of a process in MB, now and at its highest; null where there is no /proc. */
async function memoryOf(pid: number | undefined): Promise<{ rssMb: number; peakRssMb: number } | null> {
  if (pid === undefined) return null;
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(absent);
  if (status === null) return null;
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { rssMb: megabytes('VmRSS'), peakRssMb: megabytes('VmHWM') };
}

async function run(options: Options) {
  if (options.prepare) await prepareDevices(options['serial-prefix'], options.devices);
  const child = options.spawn === undefined ? null : await start(options.spawn, options.url);
  try {
    const ingest = await measure(options, options.url);
    const memory = await memoryOf(child?.pid ?? (options.pid === undefined ? undefined : Number(options.pid)));
    const empty = options['no-empty'] ? null : await measureEmpty(options);
    const ratio = empty === null ? null : ingest.messagesPerSecond / empty.messagesPerSecond;
    return { ingest, memory, empty, ratio };
  } finally {
    if (child !== null) await stop(child);
  }
}

function describe(name: string, result: LoadResult): string {
  return (
    `${name}: ${result.messagesPerSecond.toFixed(0)} messages/s, p50 ${result.p50Ms.toFixed(1)} ms, ` +
    `p99 ${result.p99Ms.toFixed(1)} ms, max ${result.maxMs.toFixed(1)} ms ` +
    `(${result.messages} messages, ${result.failures} connections failed)\n`
  );
}

async function main(): Promise<number> {
  let options: Options;
  try {
    options = readOptions();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}\n`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const result = await run(options);
  if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    process.stdout.write(describe('ingest', result.ingest));
    if (result.memory !== null) {
      const { rssMb, peakRssMb } = result.memory;
      process.stdout.write(`server memory: ${rssMb.toFixed(0)} MB resident, ${peakRssMb.toFixed(0)} MB at most\n`);
    }
    if (result.empty !== null && result.ratio !== null) {
      process.stdout.write(describe('empty Fastify handler', result.empty));
      process.stdout.write(`ingest runs at ${(result.ratio * 100).toFixed(0)} % of the empty handler\n`);
    }
  }
  return result.ingest.failures === 0 && result.ingest.messages === options.messages ? 0 : 1;
}

process.exitCode = await main();
