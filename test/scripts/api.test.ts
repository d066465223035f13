import t from 'tap';
import { compareAnswers } from '../../scripts/api/answers.js';
import type { ApiDocument, ApiOperation } from '../../scripts/api/document.js';
import { brokenRules } from '../../scripts/api/rules.js';

const problem = { description: 'Wrong', content: { 'application/problem+json': {} } };
const good: ApiOperation = {
  ...{ operationId: 'getPlantsId', summary: 'A plant', tags: ['Plants'], security: [] },
  parameters: [{ name: 'id', in: 'path' }],
  responses: {
    200: { content: { 'application/json': { schema: { type: 'object' } } } },
    404: problem,
    default: problem,
  },
};

function documentWith(path: string, changes: object): ApiDocument {
  return { tags: [{ name: 'Plants' }], paths: { [path]: { get: { ...good, ...changes } } } };
}

t.test('each rule of the API document finds what breaks it', async (t) => {
  const path = '/api/v1/plants/{id}';
  t.strictSame(brokenRules(documentWith(path, {})), []);
  const json = (schema: object) => ({ responses: { 200: { content: { 'application/json': { schema } } } } });
  for (const [changes, fault] of [
    [{ summary: '' }, /summary/],
    [{ summary: 'A plant.' }, /full stop/],
    [{ tags: ['plants'] }, /one of the tags/],
    [{ security: undefined }, /who may call it/],
    [{ parameters: [{ name: 'plant_id', in: 'query' }] }, /plant_id is not camelCase/],
    [{ responses: { 404: problem } }, /no answer for success/],
    [{ responses: { 200: {}, 404: { content: { 'application/json': {} } } } }, /404 is no problem document/],
    [{ responses: { 200: problem } }, /200 is a problem document/],
    [json({ type: 'array' }), /bare list/],
    [json({ properties: { items: {} } }), /without "next"/],
  ] as const) {
    t.match(brokenRules(documentWith(path, changes)), [fault], fault.source);
  }
  t.match(brokenRules(documentWith('/api/v1/plantList', {})), [/"plantList" is neither kebab-case/]);
  t.match(brokenRules(documentWith('/plants', {})), [/outside/]);
  const twice = { ...documentWith(path, {}).paths, ...documentWith('/api/v1/roofs', {}).paths };
  t.match(brokenRules({ tags: [{ name: 'Plants' }], paths: twice }), [/getPlantsId stands there more than once/]);
  const schemas = { Plant: { properties: { location: { properties: { latitude_deg: {} } } } } };
  t.match(brokenRules({ paths: {}, components: { schemas } }), [/schema Plant: latitude_deg/]);
});

t.test('documented answers that no test has met are found, and success that nobody tells of', async (t) => {
  const document = documentWith('/api/v1/plants/{id}', {});
  const met = new Set([
    'GET /api/v1/plants/{id} 200 application/json',
    'GET /api/v1/plants/{id} 429 application/problem+json',
    'GET /api/v1/plants/{id} 304 -',
    'GET /api/v1/list 200 application/json',
  ]);
  t.strictSame(compareAnswers(document, met), {
    documented: 2,
    neverMet: ['GET /api/v1/plants/{id} 404 application/problem+json'],
    untold: ['GET /api/v1/plants/{id} 304 -'],
  });
});
