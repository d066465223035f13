import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { isForAccounts, rolesFor, scopeFor, type Access, type Action } from '../../domain/account/access.js';
import { accessCookie } from './auth.js';
import { sentenceOfDeprecation, type Deprecation } from './deprecation.js';
import { withNamesAndWords, withoutUnusedSchemas, withRefusals } from './openapi-answers.js';

const openApiTags = Object.entries({
  Public: 'What everybody may see of the portal and of public plants',
  Documents: 'Terms of use, privacy policy and the other legal documents',
  Accounts: 'Registration, and the account of the caller',
  'Own data': 'A copy of all data of the caller, and their erasure',
  Passwords: 'Rules for passwords, change and reset',
  Sessions: 'Sign in, stay signed in, and sign out',
  'Personal tokens': 'Credentials for programs',
  Webhooks: 'Incidents sent to programs',
  Notifications: 'Incidents shown by browsers',
  'Second factor': 'One-time codes',
  Inverters: 'Inverters of plants, their types and lists',
  Plants: 'Plants and subplants',
  Alerts: 'Rules, incidents and what happened to them',
  'Third parties': 'With whom plants are shared',
  Licences: 'Licences of plants and prices',
  Orders: 'Buying licences, invoices',
  Declarations: 'Withdrawal and cancellation',
  production: 'What plants produce',
  Repairs: 'Repair orders, from the request to the device that is back',
  Office: 'For those who run the portal',
}).map(([name, description]) => ({ name, description }));

/** Collects the schemas of all routes that are registered after it; serves the document and a page to read it. */
export async function registerOpenApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'SiteLink',
        version,
        description:
          'Errors are RFC 9457 problem documents with a stable `code`. Texts follow `Accept-Language` (de, en). ' +
          'Commands accept `If-Match` and `Idempotency-Key`. While terms of use or privacy policy in force are not accepted, ' +
          'everything that needs a session answers 412 `documents.not-accepted`, with where to accept them. `RateLimit` and ' +
          '`RateLimit-Policy` say how many requests are left. What goes away is announced by `Deprecation` and `Sunset`, half a ' +
          'year before.',
      },
      servers: [{ url: '/', description: 'This portal' }],
      tags: openApiTags,
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description:
              'The access token of a session (a JWT), or a personal token (`slpat_…`) that its owner has made on the ' +
              'account page. A personal token opens what names its scope, and nothing else.',
          },
          cookie: { type: 'apiKey', in: 'cookie', name: accessCookie },
        },
      },
    },
    transform: ({ schema, url, route, ...rest }) => {
      if (!url.startsWith('/api/v1/')) return { schema: { ...schema, hide: true }, url };
      const { config = {} } = route;
      const shown = withDeprecation(withAccess(withRefusals(schema, config), config.access), config.deprecation);
      return jsonSchemaTransform({ schema: shown, url, route, ...rest });
    },
    transformObject: (document) => {
      const made = jsonSchemaTransformObject(document);
      return 'paths' in made ? withoutUnusedSchemas(withNamesAndWords(made)) : made;
    },
  });
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { url: '/api/v1/openapi.json', deepLinking: true },
    staticCSP:
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  });
}

/** Says of a route who may call it: for programs as `security` and `x-access`, for people as the last sentence. */
function withAccess(
  schema: FastifySchema | undefined,
  access: Access = 'public',
): FastifySchema & { readonly 'x-access'?: Action } {
  if (access === 'public') return { ...schema, security: [] };
  const said = [schema?.description, sentenceOf(access)].filter((text) => text !== undefined);
  const shown = { ...schema, security: [{ bearer: [] }, { cookie: [] }], description: said.join(' ') };
  return access === 'account' || isForAccounts(access) ? shown : { ...shown, 'x-access': access };
}

function withDeprecation(schema: FastifySchema, deprecation: Deprecation | undefined): FastifySchema {
  if (deprecation === undefined) return schema;
  const said = [schema.description, sentenceOfDeprecation(deprecation)].filter((text) => text !== undefined);
  return { ...schema, deprecated: true, description: said.join(' ') };
}

function sentenceOf(access: Exclude<Access, 'public'>): string {
  const scope = scopeFor(access);
  if (scope !== null) return `Needs a session, or a personal token with the scope \`${scope}\`.`;
  if (access === 'account' || isForAccounts(access)) return 'Needs a session.';
  return `Needs a session that was signed in with a second factor, and one of the roles ${rolesFor(access).join(', ')}.`;
}
