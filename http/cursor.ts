import { ProblemError } from './problem.js';

/** Where the next page begins, as a text that the caller hands back: the keys of the last row. */
export function cursorText(keys: readonly string[] | null): string | null {
  return keys === null ? null : Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys of a cursor, each of which must look like its pattern; null without one. Anything else is a problem beside it. */
export function cursorKeys<const P extends readonly RegExp[]>(
  cursor: string | undefined,
  ...patterns: P
): { readonly [K in keyof P]: string } | null {
  if (cursor === undefined) return null;
  const keys = parsed(Buffer.from(cursor, 'base64url').toString());
  const fits = keys?.length === patterns.length && patterns.every((pattern, at) => pattern.test(keys[at] ?? ''));
  if (!fits) throw new ProblemError('request.query-invalid', { errors: [{ pointer: '/cursor', code: 'invalid' }] });
  return keys as unknown as { readonly [K in keyof P]: string };
}

function parsed(text: string): readonly string[] | null {
  try {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) && json.every((one) => typeof one === 'string') ? json : null;
  } catch {
    return null;
  }
}

/** A moment as PostgreSQL writes it: `2026-11-28 01:02:03.123456+00`. */
export const momentKey = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;
export const uuidKey = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
