import { z } from 'zod';
import { ConfigError } from '../config-error.js';
import { address } from '../config-values.js';
import { defaultMethods, methodsIn, type MethodsByCountry } from './unzer/methods.js';

export type UnzerConfig = {
  readonly provider: 'unzer';
  readonly privateKey: string;
  readonly publicKey: string;
  /** `s` = keys of their sandbox, where no money moves; `p` = production. */
  readonly stage: 's' | 'p';
  /** All without trailing slash. */
  readonly apiUrl: string;
  readonly tokenUrl: string;
  readonly pageUrl: string;
  readonly methods: MethodsByCountry;
};

/** Who takes the money. */
export type PaymentConfig =
  | UnzerConfig
  /** The provider that is built in, for development: no money moves, and its page says so. */
  | { readonly provider: 'sandbox' }
  /** Nobody: nothing can be paid, as long as no key is set. */
  | { readonly provider: 'none' };

const httpAddress = address('http:', 'https:')
  .transform((text) => text.replace(/\/+$/, ''))
  .optional();

const key = (kind: 'priv' | 'pub') =>
  z
    .string()
    .regex(new RegExp(`^[sp]-${kind}-[\\w-]+$`), {
      error: `must be a key of Unzer that starts with s-${kind}- or p-${kind}-`,
    })
    .optional();

/** What the environment may say about payments. */
export const paymentVariables = {
  UNZER_PRIVATE_KEY: key('priv'),
  UNZER_PUBLIC_KEY: key('pub'),
  UNZER_API_URL: httpAddress,
  UNZER_TOKEN_URL: httpAddress,
  UNZER_PAGE_URL: httpAddress,
  UNZER_METHODS: z
    .string()
    .transform(methodsIn)
    .refine((methods) => methods !== null, {
      error: 'must list means of payment by country, for example AT:eps PL:przelewy24 DE:openbankingpis,wero',
    })
    .optional(),
};

type PaymentVariables = { readonly [K in keyof typeof paymentVariables]?: z.output<(typeof paymentVariables)[K]> };

/** The prefix of the key decides where it is valid. */
const hosts = {
  s: {
    api: 'https://sbx-api.unzer.com/v1',
    token: 'https://token.test.upcgw.com/v1/auth/token',
    page: 'https://paypage.test.unzer.com/v2/merchant/paypage',
  },
  p: {
    api: 'https://api.unzer.com/v1',
    token: 'https://token.upcgw.com/v1/auth/token',
    page: 'https://paypage.unzer.com/v2/merchant/paypage',
  },
} as const;

/** Throws `ConfigError` when only one key is set, or they are of two stages. */
export function paymentConfig(env: PaymentVariables, isDevelopment: boolean): PaymentConfig {
  const { UNZER_PRIVATE_KEY: privateKey, UNZER_PUBLIC_KEY: publicKey } = env;
  if (privateKey === undefined && publicKey === undefined) return { provider: isDevelopment ? 'sandbox' : 'none' };
  if (privateKey === undefined) throw new ConfigError('UNZER_PRIVATE_KEY must be set, too, when UNZER_PUBLIC_KEY is.');
  if (publicKey === undefined) {
    throw new ConfigError('UNZER_PUBLIC_KEY must be set, too: by it notifications are known to be ours.');
  }
  const stage = privateKey.startsWith('p') ? 'p' : 's';
  if (!publicKey.startsWith(stage)) {
    throw new ConfigError('UNZER_PRIVATE_KEY and UNZER_PUBLIC_KEY must both start with s- (sandbox), or both with p-.');
  }
  const { api, token, page } = hosts[stage];
  return {
    provider: 'unzer',
    privateKey,
    publicKey,
    stage,
    apiUrl: env.UNZER_API_URL ?? api,
    tokenUrl: env.UNZER_TOKEN_URL ?? token,
    pageUrl: env.UNZER_PAGE_URL ?? page,
    methods: env.UNZER_METHODS ?? defaultMethods,
  };
}
