import { existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, RouteOptions } from 'fastify';
import t from 'tap';
import { request } from 'undici';
import { createOperator } from '../../commands/account/create-operator.js';
import {
  dependsOnRole,
  isForAccounts,
  mayDo,
  OperatorRole,
  refusalOf,
  scopeFor,
  TokenScope,
  type Access,
  type Rights,
} from '../../domain/account/access.js';
import type { TokenGrant } from '../../adapters/api-tokens/port.js';
import { handle } from '../../commands/handle.js';
import { IncidentOpened } from '../../domain/alerting/events.js';
import { OrderId, PlantId, streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { InvoiceIssued } from '../../domain/order/events.js';
import { orderDecider } from '../../domain/order/order.js';
import { anOrder } from '../support/an-order.js';
import { Temporal } from '../../domain/kernel/time.js';
import { testApp } from '../support/app.js';
import { earlierOwner } from '../support/earlier-owner.js';
import { eventFixture } from '../support/event-fixtures.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner, newPlant, plantBody, sharePlant, type Owner } from '../support/owner.js';
import { testPortal, type Portal } from '../support/portal.js';
import { routesDuring } from '../support/routes.js';

const invoiceNumber = '2026-000001';

const refusals = new Set([
  'session.required',
  'documents.not-accepted',
  'access.denied',
  'token.scope-missing',
  'totp.set-up-required',
  'totp.sign-in-required',
]);

/** Open to everybody and everything: probes, the doors of devices, the API document, and the files of the pages. */
const unguarded = [
  /^\/(healthz|readyz|metrics)$/,
  /^\/InverterService\/InverterService\.asmx\/CollectInverterData$/,
  /^\/DataServiceApi\.asmx\/Get\w+$/,
  /^\/PlantDetails\.aspx$/,
  /^\/api\/v1\/openapi\.json$/,
  /^\/api\/docs(\/|$)/,
];

type Principal = { readonly name: string; readonly rights: Rights; readonly accountId: AccountId };

let hosts = 0;
/** Every call comes from another address, so that limits do not mix. */
const nextAddress = () => `10.7.${hosts >> 8}.${hosts++ & 255}`;

t.test('every route, tried with every role and without sign-in', async (t) => {
  const { built: portal, routes } = await routesDuring(() => testPortal(t, { TRUST_PROXY: '127.0.0.1' }));
  const principals = await everybody(portal);

  for (const { url, method } of routes.filter(({ config }) => config?.access === undefined)) {
    const isRead = [method].flat().every((one) => one === 'GET' || one === 'HEAD');
    const isFile = isRead && existsSync(`web/dist${url}`);
    t.ok(isFile || unguarded.some((pattern) => pattern.test(url)), `${String(method)} ${url} may be open`);
  }
  const guarded = routes.filter(({ config }) => config?.access !== undefined);
  const accessOf = (url: string, method: string) =>
    guarded.find((route) => route.url === url && route.method === method)?.config?.access;
  for (const { url, config } of guarded.filter(({ method }) => method === 'HEAD')) {
    t.equal(config?.access, accessOf(url, 'GET'), `HEAD ${url} is as open as GET`);
  }
  for (const route of guarded.filter(({ method }) => method !== 'HEAD')) {
    const access = route.config?.access ?? 'public';
    const name = `${String(route.method)} ${route.url} (${access})`;
    t.equal(await tried(portal, route, null), access === 'public' ? null : 'session.required', `${name}: nobody`);
    for (const principal of principals) {
      t.equal(await tried(portal, route, principal), expected(access, principal.rights), `${name}: ${principal.name}`);
    }
  }

  await t.test('before the documents in force are accepted, only what says so is open', async (t) => {
    const early = Temporal.Instant.from('2026-11-24T12:00:00Z');
    const { accountId, userName } = await earlierOwner(portal, early);
    const grant = OperatorRole.options;
    const wish = { userName, email: `${userName}@example.org`, language: 'de', grant, revoke: [] } as const;
    const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
    const withAllRoles = { roles: [], secondFactor: 'proven' } as const;
    for (const name of ['an owner', 'an owner with every role of the office']) {
      for (const route of guarded.filter(({ method }) => method !== 'HEAD')) {
        const { access, beforeAcceptance } = route.config ?? {};
        const isOpen = access === 'public' || beforeAcceptance === true;
        const met = await tried(portal, route, { name, rights: withAllRoles, accountId });
        t.equal(met, isOpen ? null : 'documents.not-accepted', `${String(route.method)} ${route.url}: ${name}`);
      }
      t.match(await createOperator(portal.system, wish, context), { ok: true });
    }
    const open = guarded.filter(({ config, method }) => config?.beforeAcceptance === true && method !== 'HEAD');
    t.strictSame(open.map(({ method, url }) => `${String(method)} ${url.replace('/api/v1', '')}`).toSorted(), [
      'DELETE /me',
      'DELETE /me/erasure',
      'DELETE /me/sessions',
      'DELETE /me/sessions/:id',
      'DELETE /sessions/:id',
      'GET /me',
      'GET /me/export',
      'GET /me/export/file',
      'POST /me/accepted-documents',
      'POST /me/export',
    ]);
  });

  await t.test('every route, tried with a token of every scope', async (t) => {
    for (const { name: who, accountId } of [principals[0], principals.at(-2)].filter((one) => one !== undefined)) {
      for (const scope of TokenScope.options) {
        const token = await newToken(portal, accountId, { scopes: [scope], plantIds: null });
        for (const route of guarded.filter(({ method }) => method !== 'HEAD')) {
          const access = route.config?.access ?? 'public';
          const isOpen = access === 'public' || scopeFor(access) === scope;
          const name = `${String(route.method)} ${route.url} (${access}): ${scope} of ${who}`;
          t.equal(await refusalAt(portal, route, token), isOpen ? null : 'token.scope-missing', name);
        }
      }
    }
  });

  await t.test('no route shows a token another plant than its own', async (t) => {
    const [someone] = principals;
    if (someone === undefined) throw new Error('there is nobody');
    const [own, other] = [await plantOf(portal, someone.accountId), await plantOf(portal, someone.accountId)];
    const scopes = TokenScope.options;
    const orderId = await orderFor(portal, someone.accountId, other);
    const incidentId = await incidentIn(portal, other);
    const limited = await newToken(portal, someone.accountId, { scopes, plantIds: [own] });
    const free = await newToken(portal, someone.accountId, { scopes, plantIds: null });
    for (const route of guarded.filter(({ method, config }) => method === 'GET' && config?.access !== 'public')) {
      const access = route.config?.access ?? 'public';
      if (access === 'public' || scopeFor(access) === null) continue;
      const isOfOrder = /^\/api\/v1\/(orders|invoices)\//.test(route.url);
      const isOfIncident = route.url.startsWith('/api/v1/incidents/');
      const id = isOfOrder ? orderId : isOfIncident ? incidentId : other;
      const path = route.url.replace(':id', id).replace(':number', invoiceNumber);
      const url = `${portal.url}${path.replaceAll(/:\w+/g, randomUUID())}`;
      if (route.url.includes('/:id') || isOfOrder) {
        const kind = isOfOrder ? 'order' : isOfIncident ? 'incident' : 'plant';
        const code = `${kind}.not-found`;
        t.match(await callJson(url, 'GET', undefined, limited), { status: 404, body: { code } }, url);
      } else {
        const seen = JSON.stringify((await callJson(url, 'GET', undefined, limited)).body);
        t.notMatch(seen, other, url);
        t.match(JSON.stringify((await callJson(url, 'GET', undefined, free)).body), other, url);
      }
    }
  });

  await t.test('every route of a plant, tried by its third parties and by a stranger', async (t) => {
    const owner = await newOwner(portal.url);
    const plantId = await newPlant(owner);
    const ofPlants = guarded
      .filter(({ method, url }) => method !== 'HEAD' && url.startsWith('/api/v1/plants/:id'))
      // Whoever leaves sees nothing any more.
      .toSorted((one, other) => Number(one.url.endsWith('/grants/me')) - Number(other.url.endsWith('/grants/me')));
    t.ok(ofPlants.length > 20);
    const third = [
      ...(await Promise.all((['viewer', 'manager'] as const).map(async (role) => ({ role, ...(await shared(role)) })))),
      { role: null, person: await newOwner(portal.url) },
    ];
    async function shared(right: 'viewer' | 'manager') {
      const person = await newOwner(portal.url);
      await sharePlant(owner, plantId, person, right);
      return { person };
    }
    for (const { method, url, config } of ofPlants) {
      const access = config?.access ?? 'public';
      if (access === 'public' || access === 'account') throw new Error(`${url} is open to everybody`);
      const path = url.replace('/api/v1', '').replace(':id', plantId).replaceAll(/:\w+/g, randomUUID());
      for (const { role, person } of third) {
        const name = `${String(method)} ${url} (${access}): ${role ?? 'stranger'}`;
        const { status, code } = await answerTo(person, method as 'GET', path);
        const matters = dependsOnRole(access);
        if (role === null) t.match(code, matters ? 'plant.not-found' : /not-found|invalid/, name);
        else if (matters && !mayDo(role, access)) t.strictSame([status, code], [403, 'plant.right-missing'], name);
        else t.notMatch(code, /^(plant.(right-missing|not-found)|request.not-found)$/, name);
      }
    }
    async function answerTo(person: Owner, method: string, path: string) {
      const answer = await request(`${portal.url}/api/v1${path}`, {
        method: method as 'GET',
        headers: { authorization: `Bearer ${person.accessToken}`, 'x-forwarded-for': nextAddress() },
      });
      if (!String(answer.headers['content-type']).includes('json')) {
        answer.body.on('error', () => undefined).destroy();
        return { status: answer.statusCode, code: '' };
      }
      const body = (await answer.body.json()) as { readonly code?: string };
      return { status: answer.statusCode, code: body.code ?? '' };
    }
  });

  await t.test('a session that has ended is nobody', async (t) => {
    const [someone] = principals;
    if (someone === undefined) throw new Error('there is nobody');
    const { sessionId, headers } = await sessionOf(portal, someone.accountId, { secondFactor: true });
    await portal.system.sessions.revoke(sessionId, someone.accountId, portal.system.clock.now());
    t.match(await callJson(`${portal.url}/api/v1/office/operators`, 'GET', undefined, headers), {
      status: 401,
      body: { code: 'session.required' },
    });
  });

  await t.test('a role that is taken back has no effect on the next request of a running session', async (t) => {
    const accountId = await newOperator(portal, ['auditor', 'advocate']);
    const { headers } = await sessionOf(portal, accountId, { secondFactor: true });
    const operators = () => callJson(`${portal.url}/api/v1/office/operators`, 'GET', undefined, headers);
    const list = await operators();
    t.equal(list.status, 200);
    const self = list.body.items.find((one: { accountId: string }) => one.accountId === accountId);
    t.match(self, { active: true, roles: [{ role: 'auditor', grantedBy: null }, { role: 'advocate' }] });
    const me = await callJson(`${portal.url}/api/v1/me`, 'GET', undefined, headers);
    t.match(me.body, { kind: 'operator', roles: ['auditor', 'advocate'], person: { firstName: '' } });
    t.ok(me.body.actions.includes('operators:read'));

    const { userName, email } = self;
    const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
    const wish = { userName, email, language: 'de', grant: [], revoke: ['auditor'] } as const;
    t.match(await createOperator(portal.system, wish, context), { ok: true, roles: ['advocate'] });
    t.match(await operators(), { status: 403, body: { code: 'access.denied' } });
  });

  await t.test('the API document says who may call what', async (t) => {
    const { paths } = (await callJson(`${portal.url}/api/v1/openapi.json`, 'GET')).body;
    t.strictSame(paths['/api/v1/sessions'].post.security, []);
    t.strictSame(paths['/api/v1/plants'].get.security, [{ bearer: [] }, { cookie: [] }]);
    const { get } = paths['/api/v1/office/operators'];
    t.equal(get['x-access'], 'operators:read');
    t.match(get.description, /support, auditor, admin/);
  });
});

t.test('a route whose answer may hold other plants ends the start', async (t) => {
  const routes = [
    async (app: FastifyInstance) =>
      void app.get('/api/v1/fleet', { config: { access: 'plants:view' } }, async () => 'all'),
  ];
  await t.rejects(testApp(t, { routes }), {
    message: /GET \/api\/v1\/fleet must leave out what a token is not made for/,
  });
});

t.test('a route that does not say who may call it ends the start', async (t) => {
  const forgetful = testApp(t, { routes: [async (app) => void app.get('/api/v1/forgotten', async () => 'open')] });
  await t.rejects(forgetful, { message: /GET \/api\/v1\/forgotten does not say who may call it/ });
});

/** The header of a new token. */
async function newToken(
  { system }: Portal,
  accountId: AccountId,
  grant: Pick<TokenGrant, 'scopes' | 'plantIds'>,
): Promise<{ readonly authorization: string }> {
  const createdAt = system.clock.now();
  const expiresAt = createdAt.add({ hours: 1 });
  const token = { ...grant, tokenId: randomUUID(), accountId, name: 'Test', createdAt, expiresAt };
  return { authorization: `Bearer ${await system.apiTokens.add(token)}` };
}

/** An order of a licence for the plant, with an invoice; answers its id once read models have it. */
async function orderFor(portal: Portal, accountId: AccountId, plantId: string): Promise<OrderId> {
  const orderId = OrderId.parse(randomUUID());
  const order = {
    ...{ ...anOrder, orderId, accountId },
    items: anOrder.items.map((item) => ({ ...item, plantId: PlantId.parse(plantId) })),
  };
  const { log, readModels } = portal.system;
  const command = { type: 'PlaceOrder', at: new Date().toISOString(), order } as const;
  const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' } as const;
  const placed = await handle(log, orderDecider, streamOf.order(orderId), command, context);
  if (!placed.ok) throw new Error(placed.rejection.code);
  const { data } = await eventFixture('InvoiceIssued', 1);
  const invoice = { ...InvoiceIssued.schema.parse({ ...data, number: invoiceNumber }), orderId };
  const issue = { type: 'IssueInvoice', at: command.at, invoice } as const;
  const issued = await handle(log, orderDecider, streamOf.order(orderId), issue, context);
  await readModels.waitFor((issued.ok ? issued.position : null) ?? 0n);
  return orderId;
}

/** Something that was found in a plant. */
async function incidentIn({ system }: Portal, plantId: PlantId): Promise<string> {
  const { type, data } = await eventFixture('IncidentOpened', 1);
  const incidentId = randomUUID();
  const event = { type, data: IncidentOpened.schema.parse({ ...data, plantId, incidentId }) };
  const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' } as const;
  const stream = streamOf.alerts(plantId);
  const appended = await system.log.append(
    stream,
    [{ id: randomUUID(), event }],
    await system.log.load(stream),
    context,
  );
  await system.readModels.waitFor(appended.ok ? appended.position : 0n);
  return incidentId;
}

async function plantOf(portal: Portal, accountId: AccountId): Promise<PlantId> {
  const { headers } = await sessionOf(portal, accountId, { secondFactor: false }, nextAddress());
  const added = await callJson(`${portal.url}/api/v1/plants`, 'POST', plantBody, headers);
  return PlantId.parse(added.body.id);
}

async function everybody(portal: Portal): Promise<readonly Principal[]> {
  const owner = await newOwner(portal.url);
  const known = await portal.system.credentials.findByUserName(owner.userName);
  if (known === null) throw new Error('the owner was not registered');
  const missing = { roles: [], secondFactor: 'missing' } as const;
  const principals: Principal[] = [{ name: 'owner', rights: missing, accountId: known.accountId }];
  for (const role of OperatorRole.options) {
    const accountId = await newOperator(portal, [role]);
    principals.push({ name: role, rights: { roles: [role], secondFactor: 'proven' }, accountId });
    principals.push({ name: `${role}, no second factor`, rights: { ...missing, roles: [role] }, accountId });
  }
  return principals;
}

function expected(access: Access, rights: Rights): string | null {
  return access === 'public' || access === 'account' || isForAccounts(access) ? null : refusalOf(access, rights);
}

/** The code with which the call was turned away at the door; null when it came further, whatever it met there. */
async function tried(portal: Portal, route: RouteOptions, principal: Principal | null): Promise<string | null> {
  const from = nextAddress();
  const session =
    principal === null
      ? null
      : await sessionOf(
          portal,
          principal.accountId,
          { secondFactor: principal.rights.secondFactor === 'proven' },
          nextAddress(),
        );
  return refusalAt(portal, route, { 'x-forwarded-for': from, ...session?.headers });
}

async function refusalAt(portal: Portal, route: RouteOptions, headers: Record<string, string>): Promise<string | null> {
  const answer = await request(`${portal.url}${route.url.replaceAll(/:\w+/g, randomUUID())}`, {
    method: route.method as 'GET',
    headers: { 'x-forwarded-for': nextAddress(), ...headers },
  });
  if (!String(answer.headers['content-type']).includes('problem+json')) {
    // A live view has no end.
    answer.body.on('error', () => undefined).destroy();
    return null;
  }
  const { code } = (await answer.body.json()) as { readonly code: string };
  return refusals.has(code) ? code : null;
}
