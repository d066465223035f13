import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;

/** A personal field as it is stored; `key` names the key, a UUID; the rest is base64. Nothing is trusted: the tag proves it. */
type Sealed = {
  readonly enc: 'v1';
  readonly key: string;
  readonly iv: string;
  readonly data: string;
  readonly tag: string;
};

/** Key of one person: 32 bytes and the name under which it stands in events. */
export type PersonKey = { readonly id: string; readonly secret: Buffer };

/** Where a field stands; bound to the cipher text, so that nobody can move a value to another event or field. */
type FieldPlace = { readonly eventId: string; readonly field: string };

export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && (value as { enc?: unknown }).enc === 'v1';
}

/**
 * AES-256-GCM over the JSON text of the value. The IV is derived from key, place and value: another value never meets
 * the same IV, and an append that is repeated seals, and hashes, to the same.
 */
export function seal(key: PersonKey, place: FieldPlace, value: unknown): Sealed {
  const plain = Buffer.from(JSON.stringify(value));
  const ivKey = createHmac('sha256', key.secret).update('iv').digest();
  const iv = createHmac('sha256', ivKey).update(aad(place)).update('\0').update(plain).digest().subarray(0, ivBytes);
  const { data, tag } = encrypt(key.secret, iv, aad(place), plain);
  return {
    enc: 'v1',
    key: key.id,
    iv: iv.toString('base64'),
    data: data.toString('base64'),
    tag: tag.toString('base64'),
  };
}

/** Throws when the key is another one, or when value or place were changed. */
export function unseal(secret: Buffer, place: FieldPlace, sealed: Sealed): unknown {
  const [iv, data, tag] = [sealed.iv, sealed.data, sealed.tag].map((text) => Buffer.from(text, 'base64'));
  if (iv === undefined || data === undefined || tag === undefined) throw new TypeError('not a sealed value');
  return JSON.parse(decrypt(secret, aad(place), { iv, data, tag }).toString());
}

/** A person's key as it is stored: IV, tag and cipher text, bound to the id of the key. */
export function wrapKey(masterKey: Buffer, key: PersonKey): Buffer {
  const iv = randomBytes(ivBytes);
  const { data, tag } = encrypt(masterKey, iv, Buffer.from(key.id), key.secret);
  return Buffer.concat([iv, tag, data]);
}

/** Throws when the master key is another one. */
export function unwrapKey(masterKey: Buffer, id: string, wrapped: Buffer): PersonKey {
  const iv = wrapped.subarray(0, ivBytes);
  const tag = wrapped.subarray(ivBytes, ivBytes + 16);
  return { id, secret: decrypt(masterKey, Buffer.from(id), { iv, tag, data: wrapped.subarray(ivBytes + 16) }) };
}

type Encrypted = { readonly iv: Buffer; readonly data: Buffer; readonly tag: Buffer };

function encrypt(key: Buffer, iv: Buffer, associated: Buffer, plain: Buffer): Omit<Encrypted, 'iv'> {
  const cipher = createCipheriv(algorithm, key, iv).setAAD(associated);
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { data, tag: cipher.getAuthTag() };
}

function decrypt(key: Buffer, associated: Buffer, { iv, data, tag }: Encrypted): Buffer {
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: 16 }).setAAD(associated).setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]);
}

function aad({ eventId, field }: FieldPlace): Buffer {
  return Buffer.from(`${eventId}/${field}`);
}
