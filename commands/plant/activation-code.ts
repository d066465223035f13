import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares a typed code with the printed one; case, blanks and dashes do not count. Takes the same time for every code. */
export function isRightCode(typed: string, printed: string): boolean {
  return timingSafeEqual(digest(typed), digest(printed));
}

/** Nothing but blanks and dashes: no code was given. */
export function isBlankCode(typed: string): boolean {
  return plain(typed) === '';
}

function digest(code: string): Buffer {
  return createHash('sha256').update(plain(code)).digest();
}

function plain(code: string): string {
  return code.replace(/[\s\p{Pd}_.]/gu, '').toUpperCase();
}
