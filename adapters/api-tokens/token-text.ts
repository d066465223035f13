import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 190 random bits. */
const secretLength = 32;
const checksumLength = 6;

/** By which people, programs and scanners for lost secrets know a personal token. */
export const tokenPrefix = 'slpat_';

const pattern = new RegExp(`^${tokenPrefix}([0-9A-Za-z]{${secretLength}})([0-9A-Za-z]{${checksumLength}})$`);

/** `slpat_`, 32 random characters and 6 of a checksum over them: CRC-32 in base 62. */
export function newTokenText(): string {
  const secret = Array.from({ length: secretLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${tokenPrefix}${secret}${checksumOf(secret)}`;
}

/** Whether it may be a token at all: a typo is known without asking anybody. */
export function isTokenText(text: string): boolean {
  const [, secret = '', checksum] = pattern.exec(text) ?? [];
  return checksum === checksumOf(secret);
}

/** What is stored of a token, and looked up. It is random, so a plain hash is enough. */
export function tokenHash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function checksumOf(secret: string): string {
  let rest = crc32(secret);
  let text = '';
  for (let place = 0; place < checksumLength; place++) {
    text = `${alphabet[rest % alphabet.length]}${text}`;
    rest = Math.floor(rest / alphabet.length);
  }
  return text;
}
