import { createHmac, randomInt } from 'node:crypto';

/** Without letters and digits that look alike. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const groupLength = 4;
const groups = 6;
const count = 10;

/** Ten codes like `k7mq-2xwd-9hbt-…`, 118 random bits each: too many to guess, whoever has the hashes. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: count }, () => Array.from({ length: groups }, newGroup).join('-'));
}

function newGroup(): string {
  return Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** What is stored of a code. Case, blanks and hyphens do not count; the codes are random, so a keyed hash is enough. */
export function recoveryCodeHash(key: Buffer, accountId: string, code: string): Buffer {
  const typed = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return createHmac('sha256', key).update(`${accountId}/${typed}`).digest();
}
