import { readConfig } from '../../adapters/config.js';
import type { System } from '../../adapters/system.js';
import { buildApp } from '../../http/app.js';
import { surfaceOf } from '../../http/surface.js';

/** What tools need to know of the OpenAPI document. */
export type ApiDocument = {
  readonly tags?: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
};

export type ApiOperation = {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly ApiParameter[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: ApiContent }>>;
};

type ApiParameter = {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly pattern?: string; readonly enum?: readonly unknown[] };
};

type ApiContent = Readonly<Record<string, { readonly schema?: ApiSchema }>>;
export type ApiSchema = {
  readonly $ref?: string;
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
};

/** The API document of the routes, made without opening anything: they use what they are given only for a request. */
export async function apiDocument(): Promise<ApiDocument> {
  const config = readConfig({ JWT_SECRET: 'x'.repeat(32), MASTER_KEY: Buffer.alloc(32).toString('base64') });
  const app = await buildApp(surfaceOf(neverCalled('system') as System, config, '0'));
  const document = (await app.inject({ url: '/api/v1/openapi.json' })).json<ApiDocument>();
  await app.close();
  return document;
}

/** Every operation with its method in capitals and its path. */
export function operationsOf({ paths }: ApiDocument) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** Stands for anything that is only handed on: every member is another such thing, and calling one is a bug. */
function neverCalled(name: string): object {
  return new Proxy(() => undefined, {
    get: (_target, member) => (member === 'then' ? undefined : neverCalled(`${name}.${String(member)}`)),
    apply: () => {
      throw new Error(`${name} was called while the API document was made`);
    },
  });
}
