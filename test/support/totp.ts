import { generateSync } from 'otplib';
import type { Temporal } from '../../domain/kernel/time.js';

/** What an authenticator shows at this instant, `steps` of 30 s later. */
export function codeAt(secret: string, at: Temporal.Instant, steps = 0): string {
  return generateSync({ secret, epoch: Math.floor(at.epochMilliseconds / 1000) + steps * 30 });
}
