import { randomUUID } from 'node:crypto';
import t from 'tap';
import { request } from 'undici';
import { dependsOnRole, mayDo, scopeFor, TokenScope } from '../../domain/account/access.js';
import type { TokenGrant } from '../../adapters/api-tokens/port.js';
import { handle } from '../../commands/handle.js';
import { OrderId, PlantId, streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { InvoiceIssued } from '../../domain/order/events.js';
import { orderDecider } from '../../domain/order/order.js';
import { anOrder } from '../support/an-order.js';
import { guardedRoutes, nextAddress, refusalAt } from '../support/doors.js';
import { eventFixture } from '../support/event-fixtures.js';
import { openIncident } from '../support/open-incident.js';
import { newOperator } from '../support/operators.js';
import { callJson, newOwner, newPlant, sharePlant, type Owner } from '../support/owner.js';
import { testPortal, type Portal } from '../support/portal.js';
import { routesDuring } from '../support/routes.js';

const invoiceNumber = '2026-000001';

t.test('what routes show of plants, and what tokens open', async (t) => {
  const { built: portal, routes } = await routesDuring(() => testPortal(t, { TRUST_PROXY: '127.0.0.1' }));
  const guarded = guardedRoutes(routes);
  const someone = await newOwner(portal.url);
  const { accountId } = (await portal.system.credentials.findByUserName(someone.userName)) ?? {};
  if (accountId === undefined) throw new Error('the owner was not registered');

  await t.test('every route, tried with a token of every scope', async (t) => {
    const holders = { owner: accountId, admin: await newOperator(portal, ['admin']) };
    for (const [who, holder] of Object.entries(holders)) {
      for (const scope of TokenScope.options) {
        const token = await newToken(portal, holder, { scopes: [scope], plantIds: null });
        for (const route of guarded) {
          const access = route.config?.access ?? 'public';
          const isOpen = access === 'public' || scopeFor(access) === scope;
          const name = `${String(route.method)} ${route.url} (${access}): ${scope} of ${who}`;
          t.equal(await refusalAt(portal.url, route, token), isOpen ? null : 'token.scope-missing', name);
        }
      }
    }
  });

  await t.test('no route shows a token another plant than its own', async (t) => {
    const [own, other] = [await plantOf(someone), await plantOf(someone)];
    const scopes = TokenScope.options;
    const orderId = await orderFor(portal, accountId, other);
    const incidentId = await openIncident(portal, other);
    const limited = await newToken(portal, accountId, { scopes, plantIds: [own] });
    const free = await newToken(portal, accountId, { scopes, plantIds: null });
    for (const route of guarded.filter(({ method }) => method === 'GET')) {
      const access = route.config?.access ?? 'public';
      if (access === 'public' || scopeFor(access) === null) continue;
      // Packed: it has the rows of the .csv beside it.
      if (route.url === '/api/v1/fleet.xlsx') continue;
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

      .filter(({ url }) => url.startsWith('/api/v1/plants/:id'))
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
      const path = url
        .replace('/api/v1', '')
        .replace(':id', plantId)
        .replace(':month', '2026-01')
        .replaceAll(/:\w+/g, randomUUID());
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
async function plantOf(owner: Owner): Promise<PlantId> {
  return PlantId.parse(await newPlant(owner));
}
