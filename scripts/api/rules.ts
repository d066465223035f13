import { publishedKinds } from '../../adapters/documents/port.js';
import { operationsOf, type ApiDocument, type ApiOperation, type ApiSchema } from './document.js';

/**
 * Our own conventions, which a general linter does not know: how addresses, names and lists look, and that everything that
 * goes wrong is a problem document. Answers what breaks them.
 */
export function brokenRules(document: ApiDocument): readonly string[] {
  const known = new Set((document.tags ?? []).map(({ name }) => name));
  const ofOperations = operationsOf(document).flatMap(({ method, path, operation }) =>
    [...addressFaults(path), ...operationFaults(operation, known)].map((fault) => `${method} ${path}: ${fault}`),
  );
  const ofSchemas = Object.entries(document.components?.schemas ?? {}).flatMap(([name, schema]) =>
    wrongNames(schema).map((property) => `schema ${name}: ${property} is not camelCase`),
  );
  return [...ofOperations, ...ofSchemas, ...repeatedIds(document)];
}

function addressFaults(path: string): readonly string[] {
  if (!path.startsWith('/api/v1/')) return ['stands outside /api/v1'];
  const wrong = path
    .slice(1)
    .split('/')
    .filter((part) => !/^([a-z0-9]+(-[a-z0-9]+)*|\{[a-z][A-Za-z]*\})(\.[a-z]+)?$/.test(part));
  return wrong.map((part) => `"${part}" is neither kebab-case nor a {camelCase} parameter`);
}

function* operationFaults(operation: ApiOperation, knownTags: ReadonlySet<string>): Generator<string> {
  const { summary = '', tags = [], security, parameters = [], responses } = operation;
  if (summary === '' || summary.length > 160 || summary.endsWith('.')) {
    yield 'needs a summary of at most 160 characters without a full stop';
  }
  if (tags.length !== 1 || !tags.every((tag) => knownTags.has(tag))) yield 'needs one of the tags of the document';
  if (security === undefined) yield 'does not say who may call it';
  for (const { name, in: place } of parameters) {
    if (place !== 'header' && !/^[a-z][A-Za-z0-9]*$/.test(name)) yield `parameter ${name} is not camelCase`;
  }
  if (!Object.keys(responses).some((status) => /^[23]/.test(status))) yield 'has no answer for success';
  for (const [status, { content }] of Object.entries(responses)) yield* answerFaults(status, content ?? {});
}

function* answerFaults(status: string, content: Readonly<Record<string, { readonly schema?: ApiSchema }>>) {
  const types = Object.keys(content);
  const isProblem = types.length === 1 && types[0] === 'application/problem+json';
  if (/^([45]|default)/.test(status) && !isProblem) yield `${status} is no problem document`;
  if (/^[23]/.test(status) && isProblem) yield `${status} is a problem document`;
  const json = content['application/json']?.schema;
  if (json?.type === 'array') yield `${status} is a bare list: an object with "items" and "next" can grow`;
  const names = Object.keys(json?.properties ?? {});
  if (names.includes('items') && !names.includes('next')) yield `${status} is a list without "next"`;
}

function wrongNames(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as ApiSchema;
  const wrong = Object.keys(properties ?? {}).filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name) && !isKind(name));
  return [...wrong, ...Object.values(schema).flatMap(wrongNames)];
}

/** The kinds of legal documents are keys, too. */
function isKind(name: string): boolean {
  return publishedKinds.some((kind) => kind === name);
}

function repeatedIds(document: ApiDocument): readonly string[] {
  const ids = operationsOf(document).map(({ operation }) => operation.operationId ?? '(none)');
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => `operationId ${id} stands there more than once`);
}
