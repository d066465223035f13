import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import type { PasswordHasher } from '../../commands/ports.js';

export type Argon2Parameters = {
  readonly memoryCostKiB: number;
  readonly timeCost: number;
  readonly parallelism: number;
};

/** `Algorithm.Argon2id` of @node-rs/argon2, a const enum that isolated modules cannot read. */
const argon2id = 2;

/** The first choice of the OWASP Password Storage Cheat Sheet for machines with little memory to spare. */
export const defaultArgon2Parameters: Argon2Parameters = { memoryCostKiB: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id. The same password typed with other keyboards (composed or not) is the same password. */
export function argon2PasswordHasher(parameters: Argon2Parameters = defaultArgon2Parameters): PasswordHasher {
  const { memoryCostKiB, timeCost, parallelism } = parameters;
  const options = { algorithm: argon2id, memoryCost: memoryCostKiB, timeCost, parallelism };
  // How the PHC string format begins: https://github.com/P-H-C/phc-string-format
  const present = `$argon2id$v=19$m=${memoryCostKiB},t=${timeCost},p=${parallelism}$`;
  const normalized = (password: string) => password.normalize('NFKC');
  let decoy: Promise<string> | null = null;
  return {
    hash: (password) => hash(normalized(password), options),
    async verify(passwordHash, password) {
      // Nobody may tell by the time it takes whether a user name exists.
      decoy ??= hash(randomBytes(32), options);
      const matches = await verify(passwordHash ?? (await decoy), normalized(password));
      return matches && passwordHash !== null;
    },
    isOutdated: (passwordHash) => !passwordHash.startsWith(present),
  };
}
