import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { request } from 'undici';
import { readConfig } from '../../adapters/config.js';
import { openSystem, type System } from '../../adapters/system.js';
import { undoAll } from '../../adapters/undo.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { buildApp } from '../../http/app.js';
import { securityOf } from '../../http/plugins/security.js';
import { surfaceOf } from '../../http/surface.js';
import { ownServer } from './own-server.js';
import { appendPlantEvents, plantLife } from './plant-log.js';
import { timed } from './timing.js';

const help = `One order for many plants over HTTP, from the question to the licences and the invoice, with the sandbox for payments.

  --plants N   plants in an order (default 500, which is as many as one takes)
  --runs N     orders, each for plants of its own (default 5)
  --port N     where the portal listens meanwhile (default 8099)
  --json       print JSON instead of a table
`;

type Call = <Answer>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer>;

/** What is read of the answers. */
type LegalDocument = { readonly kind: string; readonly version: string; readonly mustBeAccepted: boolean };
type Quoted = { readonly documents: readonly LegalDocument[]; readonly total: unknown };
type Placed = { readonly id: string; readonly paymentUrl: string };
type Shown = { readonly status: string; readonly invoices: readonly { readonly number: string }[] };

const steps = ['quote', 'order', 'payment', 'pdf'] as const;
type Step = (typeof steps)[number];
type Run = Readonly<Record<Step, number>> & { readonly pdfBytes: number };

const names: Readonly<Record<Step, string>> = {
  quote: 'quote',
  order: 'order, until the payment page is open',
  payment: 'paid, until every licence is there and the invoice is made',
  pdf: 'the invoice as PDF, fetched',
};

const { values: options } = parseArgs({
  options: {
    plants: { type: 'string', default: '500' },
    runs: { type: 'string', default: '5' },
    port: { type: 'string', default: '8099' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) process.stdout.write(help);
else await bench(Number(options.plants), Number(options.runs), Number(options.port));

async function bench(plants: number, runs: number, port: number): Promise<void> {
  if (!(plants >= 1 && plants <= 500) || !(runs >= 1)) throw new RangeError(help);
  const load = loadavg()[0] ?? 0;
  const { system, url, close } = await openPortal(port);
  try {
    const call = await buyer(system, url);
    const { id } = await call<{ readonly id: string }>('GET', '/me');
    const found: Run[] = [];
    for (let run = 0; run < runs; run++) found.push(await buy(call, await newPlants(system, id, plants)));
    const machine = `node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, load ${load.toFixed(1)}`;
    process.stdout.write(
      options.json ? `${JSON.stringify({ machine, plants, runs: found })}\n` : table(machine, found),
    );
  } finally {
    await close();
  }
}

async function openPortal(port: number) {
  const server = await ownServer();
  const undo: (() => Promise<void>)[] = [() => server.stop()];
  const url = `http://127.0.0.1:${port}`;
  const config = readConfig({
    ...{ PORT: String(port), PUBLIC_URL: url, DATABASE_URL: server.url },
    ...{ JWT_SECRET: randomUUID() + randomUUID(), MASTER_KEY: Buffer.alloc(32, 7).toString('base64') },
  });
  const warn = (text: string) => void process.stderr.write(`${text}\n`);
  const log = { info: () => undefined, warn, error: (_details: object, message: string) => warn(message) };
  const system = await openSystem(config, log);
  undo.push(() => system.close());
  const app = await buildApp({ ...surfaceOf(system, config, 'bench'), security: securityOf(config) });
  undo.push(() => app.close());
  await app.listen({ port, host: '127.0.0.1' });
  return { system, url, close: () => undoAll(undo) };
}

/** Registers somebody, who comes in by the link of the mail. */
async function buyer(system: System, url: string): Promise<Call> {
  const anonymous = caller(url, {});
  const { items } = await anonymous<{ readonly items: readonly LegalDocument[] }>('GET', '/documents?language=de');
  const due = items.filter(({ mustBeAccepted }) => mustBeAccepted);
  const email = 'bench@example.org';
  await anonymous('POST', '/accounts', {
    ...{ userName: 'bench', email, password: 'Sonne#2026', kind: 'consumer', language: 'de' },
    accepted: Object.fromEntries(due.map(({ kind, version }) => [kind, version])),
    person: { firstName: 'Anna', lastName: 'Wirt' },
    address: { street: 'Hauptstr. 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
  });
  const token = await until(async () => {
    const [mail] = (await system.mailbox?.list({ to: email })) ?? [];
    return /validate\?token=(\S+)/.exec(mail?.text ?? '')?.[1];
  });
  const session = await anonymous<{ readonly accessToken: string }>('POST', '/accounts/validations', {
    token: decodeURIComponent(token),
  });
  return caller(url, { authorization: `Bearer ${session.accessToken}` });
}

function caller(url: string, headers: Readonly<Record<string, string>>): Call {
  return async <Answer>(method: 'GET' | 'POST', path: string, body?: unknown) => {
    const answer = await request(`${url}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${path}: ${answer.statusCode} ${await answer.body.text()}`);
    const read = path.endsWith('.pdf') ? (await answer.body.arrayBuffer()).byteLength : await answer.body.json();
    return read as Answer;
  };
}

/** Plants whose power is known: it decides what their licence costs. */
async function newPlants({ log, readModels }: System, ownerId: string, count: number): Promise<readonly string[]> {
  const plantIds: string[] = [];
  let position = 0n;
  for (let n = 0; n < count; n++) {
    const events = plantLife(AccountId.parse(ownerId));
    position = await appendPlantEvents(log, events);
    plantIds.push(events[0]?.data.plantId ?? '');
  }
  await readModels.waitFor(position);
  return plantIds;
}

async function buy(call: Call, plantIds: readonly string[]): Promise<Run> {
  const items = plantIds.map((plantId) => ({ plantId, termDays: 365 }));
  const quote = await timed(() => call<Quoted>('POST', '/orders/quote', { items }));
  const version = (wanted: string) => quote.got.documents.find(({ kind }) => kind === wanted)?.version;
  const accepted = { terms: version('terms'), generalTerms: version('general-terms'), earlyStart: true };
  const wish = { items, language: 'de', accepted, quoteTotal: quote.got.total };
  const order = await timed(() => call<Placed>('POST', '/orders', wish));
  const { id, paymentUrl } = order.got;
  const payment = await timed(async () => {
    await pay(paymentUrl);
    return until(async () => {
      const shown = await call<Shown>('POST', `/orders/${id}/payment/check`, {});
      return shown.status === 'accepted' && shown.invoices.length > 0 ? shown : undefined;
    });
  });
  const pdf = await timed(() => call<number>('GET', `/invoices/${payment.got.invoices[0]?.number ?? ''}.pdf`));
  return { quote: quote.ms, order: order.ms, payment: payment.ms, pdf: pdf.ms, pdfBytes: pdf.got };
}

/** The button on the page of the sandbox. */
async function pay(paymentUrl: string): Promise<void> {
  const { statusCode, body } = await request(paymentUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(paymentUrl).origin },
    body: 'choice=pay&method=creditCard',
  });
  if (statusCode !== 303) throw new Error(`not paid: ${statusCode} ${await body.text()}`);
  await body.dump();
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(50);
  }
}

function table(machine: string, runs: readonly Run[]): string {
  const rows = steps.map((step) => {
    const times = runs.map((run) => run[step]).toSorted((a, b) => a - b);
    const [median, worst] = [times[Math.floor(times.length / 2)] ?? 0, times.at(-1) ?? 0];
    return `| ${names[step]} | ${median.toFixed(0)} | ${worst.toFixed(0)} |`;
  });
  const kB = Math.round((runs[0]?.pdfBytes ?? 0) / 1000);
  return [`${machine}; PDF of ${kB} kB`, '', '| step | median ms | worst ms |', '|---|--:|--:|', ...rows, ''].join(
    '\n',
  );
}
