import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { emailChangePeriod } from '../../domain/account/email-change.js';
import { resetPeriod } from '../../domain/account/password-life.js';
import { AccountId, InvitationId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { invitationPeriod } from '../../domain/plant/sharing.js';
import type { ActionPurpose, ActionSubject, ActionTokens } from './port.js';
import type { ServerSecrets } from './secrets.js';

/** How long a link may be followed (A3). */
const invitationLifetime = Temporal.Duration.from({ hours: 72 });

const lifetimes: Readonly<Record<ActionPurpose, Temporal.Duration>> = {
  'validate-account': invitationLifetime,
  'activate-operator': invitationLifetime,
  'reset-password': resetPeriod,
  'change-email': emailChangePeriod,
  'accept-invitation': invitationPeriod,
};

/**
 * Tokens `subject.issuedAt.nonce.mac`: HMAC-SHA256 over purpose, subject, time (seconds since 1970) and nonce, so that
 * a token can neither be made nor lent to another subject, time or purpose.
 */
export function actionTokensWith(secrets: ServerSecrets): ActionTokens {
  const key = secrets.keyFor('action-token');
  const mac = (purpose: ActionPurpose, body: string) => createHmac('sha256', key).update(`${purpose}|${body}`).digest();
  return {
    issue(purpose, subject, at) {
      const issuedAt = Math.floor(at.epochMilliseconds / 1000).toString(36);
      const body = `${subject}.${issuedAt}.${randomBytes(12).toString('base64url')}`;
      return `${body}.${mac(purpose, body).toString('base64url')}`;
    },
    check(purpose, token, at) {
      const parts = /^(([0-9a-f-]{36})\.([0-9a-z]{1,10})\.[\w-]{16})\.([\w-]{43})$/.exec(token);
      const [, body = '', id = '', issuedAt = '', signature = ''] = parts ?? [];
      const subject = subjectOf(purpose, id);
      const isGenuine = timingSafeEqual(mac(purpose, body), digestOf(signature));
      if (parts === null || !isGenuine || subject === null) return { ok: false, reason: 'forged' };
      const issued = Temporal.Instant.fromEpochMilliseconds(parseInt(issuedAt, 36) * 1000);
      const isExpired = Temporal.Instant.compare(at, issued.add(lifetimes[purpose])) > 0;
      return isExpired ? { ok: false, reason: 'expired' } : { ok: true, subject, issuedAt: issued };
    },
  };
}

function subjectOf<P extends ActionPurpose>(purpose: P, id: string): ActionSubject<P> | null {
  const schema = purpose === 'accept-invitation' ? InvitationId : AccountId;
  return (schema.safeParse(id).data ?? null) as ActionSubject<P> | null;
}

/** Always 32 bytes, so that comparing never throws. */
function digestOf(signature: string): Buffer {
  const digest = Buffer.alloc(32);
  Buffer.from(signature, 'base64url').copy(digest);
  return digest;
}
