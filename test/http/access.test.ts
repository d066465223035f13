import { existsSync } from 'node:fs';
import type { FastifyInstance, RouteOptions } from 'fastify';
import t from 'tap';
import { createOperator } from '../../commands/account/create-operator.js';
import { isForAccounts, OperatorRole, refusalOf, type Access, type Rights } from '../../domain/account/access.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { testApp } from '../support/app.js';
import { guardedRoutes, nextAddress, refusalAt } from '../support/doors.js';
import { earlierOwner } from '../support/earlier-owner.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner } from '../support/owner.js';
import { testPortal, type Portal } from '../support/portal.js';
import { routesDuring } from '../support/routes.js';

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
  for (const route of guardedRoutes(routes)) {
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
      for (const route of guardedRoutes(routes)) {
        const { access, beforeAcceptance } = route.config ?? {};
        const isOpen = access === 'public' || beforeAcceptance === true;
        const met = await tried(portal, route, { name, rights: withAllRoles, accountId });
        t.equal(met, isOpen ? null : 'documents.not-accepted', `${String(route.method)} ${route.url}: ${name}`);
      }
      t.match(await createOperator(portal.system, wish, context), { ok: true });
    }
    const open = guardedRoutes(routes).filter(({ config }) => config?.beforeAcceptance === true);
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

  await t.test('an administrator gives roles and takes them back, with a reason', async (t) => {
    const session = async (accountId: AccountId) =>
      (await sessionOf(portal, accountId, { secondFactor: true })).headers;
    const [adminId, supportId] = [await newOperator(portal, ['admin']), await newOperator(portal, ['support'])];
    const [admin, support] = [await session(adminId), await session(supportId)];
    const office = `${portal.url}/api/v1/office`;
    const change = (id: string, body: object, as: object = admin) =>
      callJson(`${office}/operators/${id}/roles`, 'POST', body, as);
    const rolesOf = async (id: string) => {
      const { items } = (await callJson(`${office}/operators`, 'GET', undefined, admin)).body;
      return items.find((one: { accountId: string }) => one.accountId === id)?.roles;
    };
    const grant = { role: 'auditor', change: 'grant', reason: 'Jahresprüfung' };
    const revoke = { ...grant, change: 'revoke', reason: 'Prüfung beendet' };
    t.match(await change(supportId, grant, support), { status: 403, body: { code: 'access.denied' } });
    t.match(await change(supportId, { ...grant, reason: ' ' }), {
      status: 400,
      body: { errors: [{ pointer: '/reason' }] },
    });
    t.match(await change(supportId, grant), { status: 204 });
    t.match(await change(supportId, grant), { status: 204 }, 'again, nothing happens');
    t.match(await rolesOf(supportId), [{ role: 'support' }, { role: 'auditor', grantedBy: /./ }]);
    t.match(await change(supportId, revoke), { status: 204 });
    t.match(await rolesOf(supportId), [{ role: 'support' }]);
    const history = (await callJson(`${office}/accounts/${supportId}/history`, 'GET', undefined, admin)).body.items;
    t.match(history, [
      { type: 'OperatorRoleRevoked', role: 'auditor', by: { kind: 'office' }, note: 'Prüfung beendet' },
      { type: 'OperatorRoleGranted', role: 'auditor', note: 'Jahresprüfung' },
    ]);
    t.match(await change(adminId, { role: 'admin', change: 'revoke', reason: 'Urlaub' }), {
      status: 409,
      body: { code: 'operator.own-administration' },
    });
    t.match(await change('00000000-0000-4000-8000-000000000000', grant), { status: 404 });
    const table = (await callJson(`${office}/roles`, 'GET', undefined, support)).body.items;
    t.match(
      table.find((one: { action: string }) => one.action === 'operators:change'),
      { roles: ['admin'] },
    );
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
  return refusalAt(portal.url, route, { 'x-forwarded-for': from, ...session?.headers });
}
