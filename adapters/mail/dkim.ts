import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from '../config-error.js';

/** Signs mails for a domain (RFC 6376): the public half of the key lies in the DNS at `selector._domainkey.domain`. */
export type DkimKey = {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
};

const name = /^(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*$/i;

export const dkimVariables = {
  DKIM_DOMAIN: z.string().regex(name, { error: 'must be a domain, for example example.org' }).optional(),
  DKIM_SELECTOR: z.string().regex(name, { error: 'must be a name in the DNS, for example sitelink' }).optional(),
  DKIM_KEY: z.string().optional(),
  DKIM_KEY_FILE: z.string().optional(),
};

type DkimEnvironment = {
  readonly DKIM_DOMAIN?: string | undefined;
  readonly DKIM_SELECTOR?: string | undefined;
  readonly DKIM_KEY?: string | undefined;
  readonly DKIM_KEY_FILE?: string | undefined;
};

/** Shorter ones receivers take for broken (RFC 8301). */
const leastBits = 1024;

/**
 * The key as it is configured; null when mails go unsigned. Throws `ConfigError` on half a configuration, on a key that
 * cannot sign, and on a sender whose domain the signature would not stand for (alignment of DMARC, RFC 7489 3.1.1).
 */
export function dkimOf(env: DkimEnvironment, mailFrom: string): DkimKey | null {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY: key, DKIM_KEY_FILE: file } = env;
  if ([domain, selector, key, file].every((value) => value === undefined)) return null;
  if (domain === undefined || selector === undefined || (key === undefined) === (file === undefined)) {
    throw new ConfigError('DKIM_DOMAIN, DKIM_SELECTOR and either DKIM_KEY_FILE or DKIM_KEY belong together.');
  }
  const senderDomain = /@([^\s>@]+)>?\s*$/.exec(mailFrom)?.[1]?.toLowerCase() ?? '';
  if (senderDomain !== domain.toLowerCase() && !senderDomain.endsWith(`.${domain.toLowerCase()}`)) {
    throw new ConfigError(`MAIL_FROM (${senderDomain}) must be an address of DKIM_DOMAIN (${domain}).`);
  }
  return { domain, selector, privateKey: pemOf(key ?? read(file ?? '')) };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`DKIM_KEY_FILE (${file}) cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** Line ends of a variable may be written as \n. */
function pemOf(text: string): string {
  const pem = text.replaceAll('\\n', '\n').trim();
  let bits = 0;
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    bits = asymmetricKeyType === 'rsa' ? (asymmetricKeyDetails?.modulusLength ?? 0) : 0;
  } catch {
    // Says nothing of the key.
  }
  if (bits < leastBits) {
    throw new ConfigError('The DKIM key must be a private RSA key as PEM, best of 2048 bits: openssl genrsa 2048.');
  }
  return pem;
}
