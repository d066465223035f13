import { createHmac, randomBytes } from 'node:crypto';
import type { PasswordHasher } from '../../commands/ports.js';

const maxRemembered = 10_000;

/**
 * A hasher that need not compute again that a password is right: for programs that send it with each call. What it remembers
 * is a digest of hash and password under a key that this process alone has, so that another password is never meant, and
 * ends after `lifetimeMs`. Wrong passwords cost the same each time.
 */
export function rememberingHasher(
  hasher: Pick<PasswordHasher, 'verify'>,
  lifetimeMs = 3_600_000,
  now: () => number = performance.now.bind(performance),
): Pick<PasswordHasher, 'verify'> {
  const key = randomBytes(32);
  const rightUntil = new Map<string, number>();
  return {
    async verify(passwordHash, password) {
      const digest = createHmac('sha256', key)
        .update(JSON.stringify([passwordHash, password]))
        .digest('base64');
      if ((rightUntil.get(digest) ?? 0) > now()) return true;
      const isRight = await hasher.verify(passwordHash, password);
      if (!isRight) return false;
      if (rightUntil.size >= maxRemembered) rightUntil.clear();
      rightUntil.set(digest, now() + lifetimeMs);
      return true;
    },
  };
}
