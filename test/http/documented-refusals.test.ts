import { randomUUID } from 'node:crypto';
import t from 'tap';
import { request } from 'undici';
import { createOperator } from '../../commands/account/create-operator.js';
import { OperatorRole } from '../../domain/account/access.js';
import { operationsOf, type ApiDocument, type ApiOperation } from '../../scripts/api/document.js';
import { sessionOf } from '../support/operators.js';
import { callJson, newOwner, newPlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1' });
const document = (await callJson(`${portal.url}/api/v1/openapi.json`, 'GET')).body as ApiDocument;
const operations = operationsOf(document);

let hosts = 0;
/** Every call comes from another address, so that limits do not mix. */
const nextAddress = () => `10.8.${hosts >> 8}.${hosts++ & 255}`;

/** An owner with every role of the office: no door is closed. */
const owner = await newOwner(portal.url);
const plantId = await newPlant(owner);
const grant = OperatorRole.options;
const wish = {
  userName: owner.userName,
  email: `${owner.userName}@example.org`,
  language: 'de',
  grant,
  revoke: [],
} as const;
const created = await createOperator(portal.system, wish, {
  actor: { kind: 'system', id: 'test' },
  correlationId: 'test',
});
if (!created.ok) throw new Error(created.rejection.code);
const { headers: everybody } = await sessionOf(portal, created.accountId, { secondFactor: true });

type Call = { readonly id?: string; readonly query?: string; readonly body?: string };

async function answered(method: string, path: string, { id, query = '', body }: Call) {
  const isOfPlant = path.startsWith('/api/v1/plants/');
  const known = isOfPlant ? path.replace('{id}', id ?? plantId) : path.replace('{kind}', id ?? 'terms');
  const place = known.replace('{month}', id ?? '2026-06').replaceAll(/\{\w+\}/g, id ?? randomUUID());
  const answer = await request(`${portal.url}${place}${query}`, {
    method: method as 'GET',
    headers: {
      ...{ ...everybody, 'x-forwarded-for': nextAddress() },
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body ?? null,
  });
  return { status: answer.statusCode, type: answer.headers['content-type'], body: await answer.body.text() };
}

/** Whether its address has a part that not every text can be. */
function hasShapedIds({ parameters = [] }: ApiOperation): boolean {
  return parameters.some(
    ({ in: place, schema }) => place === 'path' && (schema?.pattern ?? schema?.enum) !== undefined,
  );
}

function takes(operation: ApiOperation, status: number): boolean {
  return String(status) in operation.responses;
}

t.test('what cannot exist is not found', async (t) => {
  for (const { method, path, operation } of operations.filter((one) => hasShapedIds(one.operation))) {
    t.ok(takes(operation, 404), `${method} ${path} says so`);
    const answer = await answered(method, path, { id: '%3F' });
    t.match(answer, { status: 404, type: /problem\+json/ }, `${method} ${path}`);
  }
});

t.test('queries and bodies that cannot be read are refused', async (t) => {
  for (const { method, path, operation } of operations.filter((one) => takes(one.operation, 400))) {
    const query = (operation.parameters ?? []).filter((one) => one.in === 'query');
    const call: Call =
      query.length > 0
        ? { query: `?${query.flatMap(({ name }) => [`${name}=a`, `${name}=%20`]).join('&')}` }
        : { body: '{"' };
    t.match(await answered(method, path, call), { status: 400, type: /problem\+json/ }, `${method} ${path}`);
  }
});
