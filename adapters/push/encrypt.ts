import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser gives away when it subscribes; base64url. */
export type PushKeys = { readonly p256dh: string; readonly auth: string };

/** One record holds all of it. */
const recordBytes = 4_096;
/** What push services take at least (RFC 8030, 7.2), without head, padding mark and tag of the encryption. */
export const mostPlainBytes = recordBytes - 86 - 17;

type Chosen = { readonly salt: Buffer; readonly privateKey: Buffer };

/** Encrypts for the browser alone: Message Encryption for Web Push (RFC 8291) in `aes128gcm` (RFC 8188), one record. */
export function encryptForBrowser(plain: Buffer, keys: PushKeys, chosen?: Chosen): Buffer {
  const ours = createECDH('prime256v1');
  if (chosen === undefined) ours.generateKeys();
  else ours.setPrivateKey(chosen.privateKey);
  const salt = chosen?.salt ?? randomBytes(16);
  const theirs = Buffer.from(keys.p256dh, 'base64url');
  const publicKey = ours.getPublicKey();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, publicKey]);
  const auth = Buffer.from(keys.auth, 'base64url');
  const secret = Buffer.from(hkdfSync('sha256', ours.computeSecret(theirs), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // 2 marks the last record.
  const sealed = Buffer.concat([
    cipher.update(plain),
    cipher.update(Buffer.of(2)),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(recordBytes);
  return Buffer.concat([salt, size, Buffer.of(publicKey.length), publicKey, sealed]);
}

/** Whether these can be keys of a browser: a point of the curve, and 16 bytes. */
export function arePushKeys({ p256dh, auth }: PushKeys): boolean {
  try {
    const ours = createECDH('prime256v1');
    ours.generateKeys();
    ours.computeSecret(Buffer.from(p256dh, 'base64url'));
    return Buffer.from(auth, 'base64url').length === 16;
  } catch {
    return false;
  }
}
