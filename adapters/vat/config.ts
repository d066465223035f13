import { z } from 'zod';
import type { NightWindow } from '../../domain/account/check-schedule.js';
import { parseVatId } from '../../domain/account/vat-id.js';
import { ConfigError } from '../config-error.js';
import { address } from '../config-values.js';

/** Who is asked about VAT ids. */
export type VatConfig = {
  /** Null = ids that this authority knows stay pending, unless they are simulated. */
  readonly viesUrl: string | null;
  readonly viesProtocol: 'rest' | 'soap';
  readonly bzstUrl: string | null;
  /** German VAT id of the operator, in whose name the authorities are asked. */
  readonly ownVatId: string;
  /** When the tax office is not asked. */
  readonly night: NightWindow | null;
  /** True in a development installation that names no authority: a simulator plays them, and every page says so. */
  readonly isSimulated: boolean;
};

const sampleVatId = 'DE147167387';
const nightPattern = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;

/** What the environment may say about VAT ids. */
export const vatVariables = {
  VIES_URL: address('http:', 'https:').optional(),
  VIES_PROTOCOL: z.enum(['rest', 'soap'], { error: 'must be rest or soap' }).default('rest'),
  BZST_URL: address('http:', 'https:').optional(),
  OWN_VAT_ID: z
    .string()
    .refine((text) => parseVatId(text)?.state === 'DE', { error: 'must be a German VAT id, for example DE123456789' })
    .optional(),
  BZST_NIGHT: z
    .string()
    .refine((text) => text === 'none' || nightPattern.test(text), {
      error: 'must be none, or times of day such as 23:00-05:00',
    })
    .optional(),
};

type VatVariables = { readonly [K in keyof typeof vatVariables]?: z.output<(typeof vatVariables)[K]> };

/** Throws a `ConfigError` when the authorities cannot be asked as the environment says. */
export function vatConfig(env: VatVariables, isDevelopment: boolean): VatConfig {
  const isNobodyNamed = env.VIES_URL === undefined && env.BZST_URL === undefined;
  if (!isNobodyNamed && env.OWN_VAT_ID === undefined) {
    throw new ConfigError('OWN_VAT_ID must be set when VIES_URL or BZST_URL is, for example DE123456789.');
  }
  const isSimulated = isDevelopment && isNobodyNamed;
  return {
    viesUrl: env.VIES_URL?.replace(/\/+$/, '') ?? null,
    viesProtocol: env.VIES_PROTOCOL ?? 'rest',
    bzstUrl: env.BZST_URL?.replace(/\/+$/, '') ?? null,
    ownVatId: parseVatId(env.OWN_VAT_ID ?? sampleVatId)?.text ?? sampleVatId,
    // Whoever is not there does not sleep: that nobody was configured is what has to be said.
    night:
      isSimulated || env.BZST_URL !== undefined
        ? nightOf(env.BZST_NIGHT ?? (isSimulated ? 'none' : '23:00-05:00'))
        : null,
    isSimulated,
  };
}

function nightOf(text: string): NightWindow | null {
  const [from, to] = text.split('-');
  return from === undefined || to === undefined ? null : { from, to };
}
