import type { VatIdValidator } from '../../commands/ports.js';
import type { VatCheckResult } from '../../domain/account/vat-check.js';
import { authorityFor, parseVatId, type VatAuthority } from '../../domain/account/vat-id.js';
import { NoReply } from '../ask.js';
import type { Authority } from './authority.js';
import { takingTurns } from './turns.js';

/** How many questions about ids of one member state are under way at a time: they refuse more (`MS_MAX_CONCURRENT_REQ`). */
const perState = 1;

/** Sends each id to its authority; null = nobody was configured to be asked. */
export function vatIdValidator(authorities: Readonly<Record<VatAuthority, Authority | null>>): VatIdValidator {
  const inTurn = takingTurns(perState);
  return {
    async check(question): Promise<VatCheckResult> {
      const vatId = parseVatId(question.vatId);
      if (vatId === null) throw new TypeError('only VAT ids with the right structure are asked for');
      const authority = authorities[authorityFor(vatId)];
      if (authority === null) return { outcome: 'notConfigured', rawStatus: `no ${authorityFor(vatId)} configured` };
      try {
        return await inTurn(vatId.state, () => authority.ask(vatId, question));
      } catch (error) {
        if (error instanceof NoReply) return { outcome: 'unavailable', rawStatus: error.message };
        throw error;
      }
    },
  };
}
