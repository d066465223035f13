import { randomUUID } from 'node:crypto';
import t from 'tap';
import { request } from 'undici';
import { createOperator } from '../../commands/account/create-operator.js';
import { OperatorRole } from '../../domain/account/access.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner, password } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { fc } from '../support/properties.js';

type Json = Readonly<Record<string, unknown>>;
type Schema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minLength?: number;
};
type Parameter = { readonly name: string; readonly in: 'path' | 'query'; readonly schema: Schema };
type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
};

/** What is not of this room: plants, the shop and their back office have walks and tests of their own. */
const otherRooms =
  /^\/api\/v1\/(plants(?!\/\{id\}\/grants)|inverter|incidents|public\/|orders|invoices|licences|prices|declarations|payments|alert|tools|office\/(charges|licences|orders|invoices|prices|price|plants|declarations|accounting))/;

const odd: Readonly<Record<string, string>> = {
  NUL: 'a\u0000b',
  'half a surrogate pair': 'a\ud800',
  'the other half': '\udc00b',
  'text that runs backwards': '\u202eolleh\u2066',
  'nothing visible': '\u200b\u200d\u2060\ufeff',
  'a tower of accents': `e${'\u0301'.repeat(5_000)}`,
  emoji: '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'no character': '\uffff',
  'a header of a mail': 'a\r\nBcc: mallory@example.org',
  'too much': 'x'.repeat(100_000),
};
/** In addresses: what no text encodes to, and what does not fit. */
const oddInAddress = [
  ...['%00', '%ED%A0%80', '%ff%fe', '%', '%zz', '%E2%80%AE', '%E2%80%8B', '%0d%0aSet-Cookie:a=b', '%2e%2e%2f'],
  ...[`e${'%CC%81'.repeat(500)}`, encodeURIComponent('👩‍👩‍👧‍👦'), 'x'.repeat(8_000), 'x'.repeat(100_000)],
];

const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1' });
const document = (await callJson(`${portal.url}/api/v1/openapi.json`, 'GET')).body as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  otherRooms.test(path)
    ? []
    : Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

let hosts = 0;
/** Every call comes from another address, so that limits do not keep us from what is behind them. */
const nextAddress = () => `10.8.${(hosts >> 8) & 255}.${hosts++ & 255}`;

t.test('whatever stands in a field, a path or a query of an account, the answer is one of ours', async (t) => {
  const owner = await newOwner(portal.url);
  const accountId = (await owner.call('GET', '/me')).body.id;
  const email = `${owner.userName}@example.org`;
  const wish = { userName: owner.userName, email, language: 'de', grant: OperatorRole.options, revoke: [] } as const;
  const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
  t.match(await createOperator(portal.system, wish, context), { ok: true });
  const other = await newOperator(portal, ['support']);
  t.ok(operations.length > 50, `${operations.length} operations`);
  const met = new Map<number, number>();
  let calls = 0;

  async function call(name: string, method: string, path: string, headers: object, body?: unknown): Promise<number> {
    calls++;
    const answer = await request(`${portal.url}${path}`, {
      method: method as 'GET',
      headers: {
        'x-forwarded-for': nextAddress(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
      headersTimeout: 15_000,
    });
    const { statusCode: status } = answer;
    met.set(status, (met.get(status) ?? 0) + 1);
    if (status < 300) {
      // An export or a live view may be long.
      answer.body.on('error', () => undefined).destroy();
      return status;
    }
    const text = await answer.body.text();
    const isOurs = status >= 400 && status < 500 && /problem\+json/.test(String(answer.headers['content-type']));
    if (!isOurs || !/^\{.*"code":"[a-z.-]+"/s.test(text)) t.fail(`${name}: ${status} ${text.slice(0, 300)}`);
    return status;
  }

  for (const { path, method, operation } of operations) {
    const { parameters = [], requestBody } = operation;
    const schema = requestBody?.content['application/json']?.schema;
    const good = parameters
      .filter((one) => one.in === 'path')
      .map(({ name }) => [name, name === 'id' ? other : randomUUID()]);
    const url = (values: Json = {}) =>
      good.reduce((all, [name = '', value = '']) => all.replace(`{${name}}`, String(values[name] ?? value)), path);
    const cases: (() => readonly [name: string, path: string, body?: unknown])[] = [
      ...parameters.flatMap(({ name, in: place }) =>
        oddInAddress.map(
          (value) => () =>
            [
              `${name}=${value.slice(0, 30)}`,
              place === 'path' ? url({ [name]: value }) : `${url()}?${name}=${value}`,
              schema && sampleOf(schema),
            ] as const,
        ),
      ),
      ...(schema === undefined ? [] : placesIn(schema)).flatMap((place) =>
        Object.entries(odd).flatMap(([what, value]) =>
          ['', 'good'].map((before) => () => {
            const body = structuredClone(sampleOf(schema ?? {}));
            put(body, place, (old) => (before === '' ? value : `${String(old)}${value}`));
            return [`${place.join('/')}: ${what}`, url(), body] as const;
          }),
        ),
      ),
    ];
    let session = await sessionOf(portal, accountId, { secondFactor: true }, nextAddress());
    for (let n = 0; n < cases.length; n += 8) {
      const answers = await Promise.all(
        cases.slice(n, n + 8).map((one) => {
          const [name, address, body] = one();
          return call(`${method} ${path} ${name}`, method, address, session.headers, body);
        }),
      );
      if (answers.includes(401)) session = await sessionOf(portal, accountId, { secondFactor: true }, nextAddress());
    }
  }
  t.ok(calls > 2_000, `${calls} calls`);
  t.ok((met.get(400) ?? 0) > 500);
  t.ok(
    [...met].some(([status, times]) => status < 300 && times > 10),
    'some get past the door',
  );
  t.equal((await fetch(`${portal.url}/readyz`)).status, 200);
});

function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  const found = name === undefined ? schema : (document.components.schemas[name] ?? {});
  const choice = (found.anyOf ?? found.oneOf)?.find(({ type }) => type !== 'null');
  return choice === undefined ? found : resolved(choice);
}

/** Where strings stand in a body. */
function placesIn(schema: Schema, depth = 0): readonly (readonly string[])[] {
  const { type, properties = {}, items } = resolved(schema);
  if (depth > 6) return [];
  if (type === 'string') return [[]];
  if (type === 'array') return items === undefined ? [] : placesIn(items, depth + 1).map((place) => ['0', ...place]);
  return Object.entries(properties).flatMap(([name, one]) => placesIn(one, depth + 1).map((place) => [name, ...place]));
}

const byName: Readonly<Record<string, () => unknown>> = {
  password: () => password,
  newPassword: () => 'Mond#2027!',
  userName: () => `odd-${randomUUID().slice(0, 8)}`,
  country: () => 'DE',
  postcode: () => '72555',
  vatId: () => 'DE123456789',
};

/** A body that the schema allows, as far as that can be known. */
function sampleOf(schema: Schema, name = '', depth = 0): unknown {
  const {
    type,
    properties = {},
    items,
    enum: options,
    const: only,
    format,
    pattern,
    minLength = 1,
    minimum,
  } = resolved(schema);
  if (depth > 6) return null;
  if (only !== undefined) return only;
  if (options !== undefined) return options[0];
  const known = byName[name];
  if (known !== undefined) return known();
  switch (type) {
    case 'object':
      return Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, sampleOf(one, key, depth + 1)]));
    case 'array':
      return items === undefined ? [] : [sampleOf(items, name, depth + 1)];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return minimum ?? 1;
    default:
      if (format === 'uuid') return randomUUID();
      if (format === 'email') return `${randomUUID().slice(0, 8)}@example.org`;
      if (format === 'date-time') return '2026-06-01T10:00:00Z';
      if (format === 'date') return '2026-06-01';
      if (pattern !== undefined) return fc.sample(fc.stringMatching(new RegExp(pattern)), 1)[0];
      return 'Aa1'.repeat(Math.ceil(minLength / 3));
  }
}

function put(body: unknown, place: readonly string[], change: (old: unknown) => string): void {
  const last = place.at(-1) ?? '';
  const parent = place.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], body);
  const target = parent as Record<string, unknown>;
  target[last] = change(target[last]);
}
