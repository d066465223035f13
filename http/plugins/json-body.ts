import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../problem.js';
import { pointerOf } from '../problems/fields.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const unpairedSurrogate = /\p{Surrogate}/u;

/**
 * Reads JSON bodies more strictly than Fastify does: broken UTF-8 is refused instead of replaced, `__proto__` and
 * `constructor` keys are refused, and so is text that PostgreSQL cannot hold. An empty body is no body.
 */
export function registerJsonBody(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    let text: string;
    try {
      text = utf8.decode(body as Buffer);
    } catch {
      return done(new ProblemError('request.encoding-malformed'));
    }
    return void parseJson(request, text, (error, parsed) => {
      if (error !== null) return done(error);
      const refused = text.includes('\\u') ? findUnstorable(parsed) : null;
      if (refused === null) return done(null, parsed);
      const errors = [{ pointer: refused, code: 'request.characters-refused' }];
      return done(new ProblemError('request.characters-refused', { errors }));
    });
  });
}

/** Pointer of the first text with a null character or half a surrogate pair; without recursion, for any depth. */
function findUnstorable(root: unknown): string | null {
  const open: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: root, path: [] }];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { value, path } = item;
    if (typeof value === 'string' && isUnstorable(value)) return pointerOf(path);
    if (typeof value !== 'object' || value === null || path.length > 50) continue;
    for (const [key, child] of Object.entries(value)) {
      if (isUnstorable(key)) return pointerOf(path);
      open.push({ value: child, path: [...path, key] });
    }
  }
  return null;
}

function isUnstorable(text: string): boolean {
  return text.includes('\0') || unpairedSurrogate.test(text);
}
