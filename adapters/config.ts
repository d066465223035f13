import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { auditConfig, auditVariables, type AuditConfig } from './audit/config.js';
import { ConfigError } from './config-error.js';
import { address } from './config-values.js';
import { defaultArgon2Parameters, type Argon2Parameters } from './crypto/password-hasher.js';
import { isKey, keptSecret } from './kept-secret.js';
import { dkimVariables, dkimOf, type DkimKey } from './mail/dkim.js';
import { isTileTemplate, mapTiles, type MapTiles } from './map-tiles.js';
import { operatorFiles, type OperatorFiles } from './operator-files.js';
import { paymentConfig, paymentVariables, type PaymentConfig } from './payment/config.js';
import { pushConfig, pushVariables } from './push/config.js';
import type { Vapid } from './push/vapid.js';
import { outboundConfig, webhookVariables, type OutboundConfig } from './webhook/config.js';
import { vatConfig, vatVariables, type VatConfig } from './vat/config.js';
import { weatherConfig, weatherVariables, type WeatherConfig } from './weather/config.js';

/** What the environment says, checked once at start. */
export type Config = OperatorFiles & {
  /** True when an embedded default is in use (database or mailbox): marked in the log and on every page. */
  readonly development: boolean;
  /** `web` serves people and devices, `worker` does what happens in the background, `all` does both. */
  readonly role: 'web' | 'worker' | 'all';
  readonly port: number;
  /** Only this machine, unless NODE_ENV=production or HOST says otherwise. */
  readonly host: string;
  /** Without trailing slash; links in mails start with it. */
  readonly publicUrl: string;
  /** Null = the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** `postgres` = in the database; else the address of EventStoreDB. */
  readonly eventStore: string;
  /** Null = the local mailbox at `/dev/mailbox`. */
  readonly smtpUrl: string | null;
  /** Everybody who reaches the portal may read the local mailbox, not only this machine. */
  readonly isMailboxOpen: boolean;
  readonly mailFrom: string;
  /** Null: mails go unsigned. */
  readonly dkim: DkimKey | null;
  readonly audit: AuditConfig;
  readonly jwtSecret: string;
  /** 32 bytes that encrypt the keys of personal data. */
  readonly masterKey: Buffer;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly operatorName: string;
  /** User name of the account that everybody may look around in, and nobody changes; null = there is none. */
  readonly demoAccount: string | null;
  /** Addresses and networks of the proxies whose `X-Forwarded-*` is believed. */
  readonly trustProxy: readonly string[];
  /** Null = the map that the portal serves itself, and no request leaves it. */
  readonly mapTiles: MapTiles | null;
  readonly passwords: PasswordConfig;
  readonly vat: VatConfig;
  readonly payment: PaymentConfig;
  readonly weather: WeatherConfig;
  readonly outbound: OutboundConfig;
  /** Between two calls of an old portal. */
  readonly historyFetchPauseMs: number;
  /** Null = browsers are shown nothing. */
  readonly vapid: Vapid | null;
};

export type PasswordConfig = {
  /** Hashes made with others are renewed when their owner signs in. */
  readonly argon2: Argon2Parameters;
  readonly areCommonOnesRefused: boolean;
};

const argon2Pattern = /^m=(\d{4,7}),t=(\d{1,2}),p=(\d{1,2})$/;

const wholeNumber = 'must be a whole number from 0 to 65535';

const Environment = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], { error: 'must be production, development or test' })
    .optional(),
  ROLE: z.enum(['web', 'worker', 'all'], { error: 'must be web, worker or all' }).default('all'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: wholeNumber })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: wholeNumber })
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, { error: 'must be a host name or an address to listen on, for example 0.0.0.0' })
    .optional(),
  PUBLIC_URL: address('http:', 'https:').optional(),
  DATABASE_URL: address('postgres:', 'postgresql:').optional(),
  DATA_DIR: z.string().default('./data'),
  EVENT_STORE: z
    .string()
    .regex(/^(postgres|esdb(\+discover)?:\/\/[^/?].*)$/, {
      error: 'must be postgres, or an address that starts with esdb:// or esdb+discover://',
    })
    .refine((text) => !/[?&]throwOnAppendFailure=/i.test(text), { error: 'must not set throwOnAppendFailure' })
    .default('postgres'),
  SMTP_URL: address('smtp:', 'smtps:').optional(),
  DEV_MAILBOX: z.enum(['local', 'open'], { error: 'must be local or open' }).default('local'),
  MAIL_FROM: z
    .string()
    .regex(/@/, { error: 'must contain an e-mail address, for example SiteLink <portal@example.org>' })
    .default('SiteLink <portal@localhost>'),
  ...dkimVariables,
  ...auditVariables,
  JWT_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  MASTER_KEY: z
    .string()
    .refine(isKey, { error: 'must be 32 random bytes in base64, for example from: openssl rand -base64 32' })
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  ARGON2: z
    .string()
    .transform((text) => argon2Pattern.exec(text))
    .refine(isAffordable, {
      error: 'must be m=<KiB, 7168 to 1048576>,t=<1 to 20>,p=<1 to 16>, for example m=19456,t=2,p=1',
    })
    .optional(),
  COMMON_PASSWORDS: z.enum(['refused', 'allowed'], { error: 'must be refused or allowed' }).default('refused'),
  OPERATOR_NAME: z.string().max(80, { error: 'must have at most 80 characters' }).default('SiteLink'),
  DEMO_ACCOUNT: z.string().trim().min(3, { error: 'must be the user name of an account' }).optional(),
  SELLER: z.string().optional(),
  ACCOUNTING: z.string().optional(),
  SERVICE_PARTNERS: z.string().optional(),
  DOCUMENTS_DIR: z.string().optional(),
  ...vatVariables,
  ...paymentVariables,
  ...weatherVariables,
  ...webhookVariables,
  HISTORY_FETCH_PAUSE_MS: z
    .string()
    .regex(/^\d{1,6}$/, { error: 'must be a number of milliseconds' })
    .transform(Number)
    .default(5_000),
  ...pushVariables,
  TRUST_PROXY: z
    .string()
    .transform((text) => (text === 'false' ? [] : text.split(',').map((part) => part.trim())))
    .refine((proxies) => proxies.every(isNetwork), {
      error: 'must list the addresses of the proxies in front, for example 10.0.0.2 or 172.16.0.0/12,fd00::/8',
    })
    .default([]),
  MAP_TILES_URL: z
    .string()
    .refine(isTileTemplate, {
      error: 'must be an address with {z}, {x} and {y}, for example https://tiles.example/{z}/{x}/{y}.png',
    })
    .optional(),
  MAP_TILES_ATTRIBUTION: z.string().max(300, { error: 'must have at most 300 characters' }).optional(),
});

/**
 * Reads the configuration; throws a `ConfigError` that names the variable. Empty variables count as not set.
 * With NODE_ENV=production or a DATABASE_URL both secrets must be given, because several nodes share them and a lost
 * MASTER_KEY means lost personal data; otherwise they are made once and kept in DATA_DIR, readable by the owner only.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`${String(issue?.path[0])} ${issue?.message}.`);
  }
  const env = parsed.data;
  if (env.NODE_ENV === 'production' && env.SMTP_URL === undefined) {
    throw new ConfigError('SMTP_URL must be set when NODE_ENV=production, for example smtp://user:password@host:587.');
  }
  if (env.ROLE !== 'all' && env.DATABASE_URL === undefined) {
    throw new ConfigError(`DATABASE_URL must be set when ROLE=${env.ROLE}: other processes work on the same database.`);
  }
  const dataDir = resolve(env.DATA_DIR);
  const mustBeGiven = env.NODE_ENV === 'production' || env.DATABASE_URL !== undefined;
  return {
    development: env.DATABASE_URL === undefined || env.SMTP_URL === undefined,
    role: env.ROLE,
    port: env.PORT,
    host: env.HOST ?? (env.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1'),
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir,
    eventStore: env.EVENT_STORE,
    smtpUrl: env.SMTP_URL ?? null,
    isMailboxOpen: env.DEV_MAILBOX === 'open',
    mailFrom: env.MAIL_FROM,
    dkim: dkimOf(env, env.MAIL_FROM),
    audit: auditConfig(env),
    jwtSecret: env.JWT_SECRET ?? keptSecret('JWT_SECRET', dataDir, mustBeGiven),
    masterKey: Buffer.from(env.MASTER_KEY ?? keptSecret('MASTER_KEY', dataDir, mustBeGiven), 'base64'),
    logLevel: env.LOG_LEVEL,
    operatorName: env.OPERATOR_NAME,
    demoAccount: env.DEMO_ACCOUNT ?? null,
    trustProxy: env.TRUST_PROXY,
    mapTiles: mapTilesOf(env),
    passwords: { argon2: argon2Of(env), areCommonOnesRefused: env.COMMON_PASSWORDS === 'refused' },
    vat: vatConfig(env, isDevelopment(env)),
    payment: paymentConfig(env, isDevelopment(env)),
    weather: weatherConfig(env),
    outbound: outboundConfig(env),
    historyFetchPauseMs: env.HISTORY_FETCH_PAUSE_MS,
    vapid: pushConfig(env),
    ...operatorFiles(env),
  };
}

/** From what OWASP asks for at least to what a sign-in can wait for. */
function isAffordable(parameters: RegExpExecArray | null): boolean {
  const [m = 0, t = 0, p = 0] = (parameters ?? []).slice(1).map(Number);
  return m >= 7168 && m <= 1_048_576 && t >= 1 && t <= 20 && p >= 1 && p <= 16;
}

function argon2Of({ ARGON2 }: z.infer<typeof Environment>): Argon2Parameters {
  if (ARGON2 == null) return defaultArgon2Parameters;
  const [memoryCostKiB = 0, timeCost = 0, parallelism = 0] = ARGON2.slice(1).map(Number);
  return { memoryCostKiB, timeCost, parallelism };
}

/** Where nothing is meant to be real yet: what is not configured is played by ourselves, and marked. */
function isDevelopment(env: z.infer<typeof Environment>): boolean {
  return env.NODE_ENV !== 'production' && (env.DATABASE_URL === undefined || env.SMTP_URL === undefined);
}

function mapTilesOf(env: z.infer<typeof Environment>): MapTiles | null {
  const { MAP_TILES_URL: url, MAP_TILES_ATTRIBUTION: attribution } = env;
  if (url === undefined && attribution === undefined) return null;
  if (url === undefined) throw new ConfigError('MAP_TILES_URL must be set when MAP_TILES_ATTRIBUTION is set.');
  if (attribution === undefined) {
    throw new ConfigError(
      'MAP_TILES_ATTRIBUTION must be set when MAP_TILES_URL is set, for example © OpenStreetMap contributors.',
    );
  }
  return mapTiles(url, attribution);
}

function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const maxLength = { 4: 32, 6: 128 }[isIP(address)];
  if (maxLength === undefined || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= maxLength);
}
