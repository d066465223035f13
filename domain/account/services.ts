import { isErased } from '../kernel/event.js';
import type { PlantId } from '../kernel/ids.js';
import { isMonitoring, type Action } from './access.js';
import { hasValidVatId, vatStanding, type Identity } from './identity.js';

/** Why an account cannot use monitoring and online services (A7, A9, A10). */
export type ServiceRefusal =
  | 'service.consumer-abroad'
  | 'service.data-incomplete'
  | 'service.vat-id-pending'
  | 'service.vat-id-invalid'
  | 'service.business-not-confirmed';

/** What is open of monitoring: nothing, for a reason; or these plants, null = all that the account sees. */
export type Monitoring = { readonly refusal: ServiceRefusal | null; readonly plantIds: readonly PlantId[] | null };

export const wholeMonitoring: Monitoring = { refusal: null, plantIds: null };

/** Why it cannot buy a licence, although it may use the services. */
export type PurchaseRefusal = ServiceRefusal | 'purchase.data-differs' | 'purchase.check-pending';

/**
 * Monitoring and online services: for consumers in Germany, for businesses anywhere whose VAT id an authority found valid
 * or whom the operator knows. Differences beside a valid id, and the check that follows a correction of them, do not
 * interrupt the service. Null: nothing stands against it.
 */
export function serviceRefusal(identity: Identity): ServiceRefusal | null {
  if (identity.kind === 'consumer') return isConsumerAbroad(identity) ? 'service.consumer-abroad' : null;
  if (hasValidVatId(identity)) return null;
  const standing = vatStanding(identity);
  switch (standing.state) {
    case 'incomplete':
      return 'service.data-incomplete';
    case 'pending':
      return 'service.vat-id-pending';
    case 'invalid':
      return 'service.vat-id-invalid';
    case 'awaitingConfirmation':
      return 'service.business-not-confirmed';
    case 'notNeeded':
    case 'unknown':
    case 'confirmed':
    case 'valid':
    case 'differences':
      return null;
  }
}

/** Whether monitoring is open to an account for a plant that it sees. */
export function isOpenFor({ refusal, plantIds }: Monitoring, plantId: string): boolean {
  return refusal === null && (plantIds === null || plantIds.some((id) => id === plantId));
}

/** While differences are not corrected, and the correction not checked, no licence can be bought. */
export function purchaseRefusal(identity: Identity): PurchaseRefusal | null {
  const refusal = serviceRefusal(identity);
  if (refusal !== null) return refusal;
  const { state } = vatStanding(identity);
  if (state === 'differences') return 'purchase.data-differs';
  if (state === 'incomplete') return 'service.data-incomplete';
  return state === 'pending' ? 'purchase.check-pending' : null;
}

/** Monitoring alone is not offered to consumers abroad (A10); a repair is. */
export function standsAgainst(refusal: ServiceRefusal, action: Action): boolean {
  return refusal !== 'service.consumer-abroad' || isMonitoring(action);
}

/**
 * What a service partner opens to consumers abroad (A10, A11): whatever is part of monitoring, for the plants that the partner keeps
 * for them. To add plants of their own, and to buy, stays with those in Germany.
 */
export function opensThroughPartner(refusal: ServiceRefusal, action: Action): boolean {
  return refusal === 'service.consumer-abroad' && action !== 'plants:add';
}

/** The country of a consumer whom monitoring is not offered to; null for everybody else. */
function isConsumerAbroad({ kind, address }: Identity): boolean {
  return kind === 'consumer' && !isErased(address) && address.country !== 'DE';
}
