import { createECDH, createPrivateKey, sign, type KeyObject } from 'node:crypto';

/** By what push services know this portal (RFC 8292). */
export type Vapid = {
  /** The uncompressed point, base64url: browsers subscribe with it. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
  /** Whom the push service may write to: `mailto:` or `https:`. */
  readonly subject: string;
};

const lifetimeS = 12 * 3_600;

/** From the 32 bytes of the private key in base64url. Throws when they are none. */
export function vapidFrom(privateKey: string, subject: string): Vapid {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  const point = ecdh.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const d = ecdh.getPrivateKey().toString('base64url').padStart(43, 'A');
  const key = createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', d, x: x ?? '', y: y ?? '' } });
  return { publicKey: point.toString('base64url'), privateKey: key, subject };
}

/** The header by which a push service believes that we are who the browser subscribed to. */
export function vapidAuthorization({ publicKey, privateKey, subject }: Vapid, endpoint: string, nowS: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(nowS) + lifetimeS, sub: subject };
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${signed}.${signature.toString('base64url')}, k=${publicKey}`;
}
