import type { VatCheckFailure, VatCheckQuestion, VatCheckResult } from '../../domain/account/vat-check.js';
import type { VatId } from '../../domain/account/vat-id.js';
import type { Reply } from '../ask.js';

/** One way to ask one authority. Throws `NoReply` when it does not answer. */
export type Authority = {
  ask(vatId: VatId, question: VatCheckQuestion): Promise<VatCheckResult>;
};

/** An answer in which the words of the authority cannot be found: an error page, a broken document. Never a verdict. */
export function unreadable({ status, contentType }: Reply): VatCheckFailure {
  // An address that does not exist is a wrong configuration; everything else may pass.
  const outcome = status === 404 || status === 405 ? 'refused' : 'unavailable';
  return { outcome, rawStatus: `HTTP ${status} ${contentType.split(';')[0] ?? ''}`.trim() };
}

/** Member state and number of the VAT id of whoever runs the portal. */
export type Requester = Pick<VatId, 'state' | 'number' | 'text'>;
