import { createHmac, hkdfSync } from 'node:crypto';

/** One key per purpose, all derived from one secret of the server, so that no key is ever used for two things. */
export type ServerSecrets = { keyFor(purpose: string): Buffer };

/** Derives keys of 32 bytes with HKDF-SHA256 (RFC 5869). Throws when the secret is shorter than 32 bytes. */
export function secretsFrom(secret: Buffer): ServerSecrets {
  if (secret.length < 32) throw new RangeError('the secret of the server needs at least 32 bytes');
  return { keyFor: (purpose) => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `sitelink/${purpose}`, 32)) };
}

/** What an e-mail address is looked up by: a keyed hash without regard to case, so that the table tells no addresses. */
export type EmailKey = (email: string) => string;

export function emailKeyWith(secrets: ServerSecrets): EmailKey {
  const key = secrets.keyFor('email-index');
  return (email) => createHmac('sha256', key).update(email.trim().normalize('NFC').toLowerCase()).digest('base64url');
}
