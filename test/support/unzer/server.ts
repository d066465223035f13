import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { merchant, problem, type Answer, type Choice, type Happening } from './merchant.js';

type Teardown = { teardown(handler: () => Promise<unknown>): unknown };

/** What questions meet instead of an answer. */
type Fault =
  | 'maintenance'
  | 'serverError'
  | 'silence'
  | 'dropped'
  | 'broken'
  /** Does what it was asked to do, and the answer gets lost. */
  | 'answerLost';

type Seen = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** When notifications go out, seen from the redirect back to the shop. */
type Timing = 'before' | 'after' | 'held';

export type UnzerServer = Awaited<ReturnType<typeof unzerServer>>;

export const testKeys = {
  privateKey: 's-priv-2a10ehAb66CT0wXQzzQPTd4bnqAEeTst',
  publicKey: 's-pub-2a10nxkuA4lC7bIRtz2hKcFGeHhlkr2e',
};

/**
 * Unzer over real HTTP, as far as a shop meets it: token API, payment page v2 with a page to click, payments v1, refunds
 * and notifications that come when and as often as the test says.
 */
export async function unzerServer(t: Teardown, { publicKey, privateKey } = testKeys) {
  const shop = merchant(privateKey.startsWith('p') ? 'p' : 's');
  const seen: Seen[] = [];
  const faults: { readonly fault: Fault; readonly on: RegExp; times: number }[] = [];
  const tokens = new Set<string>();
  const webhooks = new Set<string>();
  const held: Happening[] = [];
  const deliveries: { readonly body: string; readonly status: number | null }[] = [];
  const underWay = new Set<Promise<void>>();
  let timing: Timing = 'before';
  let tokenSeconds = 420;
  let gate: Promise<unknown> = Promise.resolve();

  const server = createServer((question, response) => {
    serve(question, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  t.teardown(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  async function serve(question: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(question);
    const { method = 'GET', url = '/', headers } = question;
    seen.push({ method, path: url, headers, body });
    await gate;
    const at = faults.findIndex(({ on }) => on.test(`${method} ${url}`));
    const [found] = at === -1 ? [] : faults.slice(at);
    if (found !== undefined && --found.times === 0) faults.splice(at, 1);
    if (found !== undefined && found.fault !== 'answerLost') return misbehave(found.fault, response);
    if (url.startsWith('/pay/')) return hostedPage(url.slice('/pay/'.length), { method, body }, response);
    const answer = route(method, url, headers.authorization ?? '', body);
    if (found?.fault === 'answerLost') return void response.destroy();
    response
      .writeHead(answer.status, { 'content-type': 'application/json;charset=UTF-8' })
      .end(JSON.stringify(answer.body));
  }

  function route(method: string, path: string, authorization: string, body: string): Answer {
    const isBasic = authorization === `Basic ${Buffer.from(`${privateKey}:`).toString('base64')}`;
    if (path === '/v1/auth/token') return isBasic ? newToken() : problem(401, 'API.710.000.002', 'invalid key');
    if (path.startsWith('/v2/merchant/paypage')) {
      if (!tokens.has(authorization)) return problem(401, 'API.000.000.401', 'token expired');
      const id = path.slice('/v2/merchant/paypage/'.length);
      if (method === 'GET') return shop.showPage(id);
      return shop.createPage(JSON.parse(body), (page) => `${base}/pay/${page}`);
    }
    if (!isBasic) return problem(401, 'API.710.000.002', 'invalid key');
    const [, resource, id = '', , charge = '', , cancel] = path.slice('/v1'.length).split('/');
    if (resource === 'webhooks') return register(JSON.parse(body).url);
    if (resource === 'types') return shop.showCard(charge || path.split('/').at(-1) || '');
    if (resource !== 'payments') return problem(404, 'API.000.000.404', 'no such resource');
    if (charge === '') return shop.showPayment(id);
    return method === 'POST' ? shop.cancel(id, charge, JSON.parse(body)) : shop.showCancel(id, charge, cancel ?? '');
  }

  function newToken(): Answer {
    const claims = { exp: Math.floor(Date.now() / 1_000) + tokenSeconds };
    const text = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${tokens.size}`;
    tokens.add(`Bearer ${text}`);
    return { status: 200, body: { accessToken: text } };
  }

  function register(url: string): Answer {
    if (webhooks.has(url)) return problem(400, 'API.510.310.009', 'webhook already registered');
    webhooks.add(url);
    return { status: 200, body: { events: [] } };
  }

  async function hostedPage(
    pageId: string,
    { method, body }: { method: string; body: string },
    response: ServerResponse,
  ) {
    const page = shop.pages.get(pageId);
    if (page === undefined) return void response.writeHead(404).end();
    if (method === 'GET') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Unzer</h1>');
    const form = new URLSearchParams(body);
    const choice = form.get('choice') as Choice;
    const told = shop.act(pageId, choice, form.get('method') ?? 'onlineTransfer');
    if (timing === 'held') held.push(...told);
    if (timing === 'before') await notify(told);
    const back = {
      pay: 'returnSuccess',
      payTooLittle: 'returnSuccess',
      wait: 'returnPending',
      fail: 'returnFailure',
      cancel: 'returnCancel',
    };
    response.writeHead(303, { location: page.body.urls[back[choice]] ?? '' }).end();
    if (timing === 'after') track(notify(told));
  }

  function track(work: Promise<void>): void {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  /** Sends notifications one after another, as Unzer does: without a signature, as text. */
  async function notify(happenings: readonly Happening[], host = base): Promise<void> {
    for (const { event, paymentId } of happenings) {
      const body = JSON.stringify({ event, publicKey, retrieveUrl: `${host}/v1/payments/${paymentId}`, paymentId });
      for (const url of webhooks) {
        const headers = { 'content-type': 'text/plain' };
        const answer = await request(url, { method: 'POST', headers, body }).catch(() => null);
        await answer?.body.dump();
        deliveries.push({ body, status: answer?.statusCode ?? null });
      }
    }
  }

  return {
    ...{ base, apiUrl: `${base}/v1`, tokenUrl: `${base}/v1/auth/token`, pageUrl: `${base}/v2/merchant/paypage` },
    ...{ seen, deliveries, held, notify, pages: shop.pages, payments: shop.payments, chargeBack: shop.chargeBack },
    setTiming: (next: Timing) => void (timing = next),
    /** Of tokens that are given out from now on. */
    setTokenSeconds: (seconds: number) => void (tokenSeconds = seconds),
    revokeTokens: () => tokens.clear(),
    /** Questions like `POST /v2/…` meet this, so many times. */
    inject: (fault: Fault, on = /./, times = Infinity) => void faults.push({ fault, on, times }),
    recover: () => void (faults.length = 0),
    /** Questions wait until the promise is settled. */
    holdUntil: (promise: Promise<unknown>) => void (gate = promise),
    /** Until all notifications that are under way have been answered. */
    idle: async () => void (await Promise.all(underWay)),
  };
}

function misbehave(fault: Exclude<Fault, 'answerLost'>, response: ServerResponse): void {
  switch (fault) {
    case 'maintenance':
      return void response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Maintenance</h1>');
    case 'serverError': {
      const { status, body } = problem(500, 'COR.700.400.100', 'internal');
      return void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }
    case 'broken':
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"s-pay');
    case 'dropped':
      return void response.destroy();
    case 'silence':
      return undefined;
  }
}

async function bodyOf(question: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of question as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
