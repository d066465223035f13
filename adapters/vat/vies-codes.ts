import { allFields, type VatCheckFailure, type VatCheckVerdict } from '../../domain/account/vat-check.js';

/**
 * What the error codes of VIES mean (texts of both WSDLs, reports about the REST interface). None of them is a verdict on
 * the number; `malformed` says that it does not fit the pattern of its state.
 */
const meanings: Readonly<Record<string, VatCheckFailure['outcome'] | 'malformed'>> = {
  INVALID_INPUT: 'malformed',
  'VOW-ERR-2600': 'malformed',
  INVALID_REQUESTER_INFO: 'refused',
  'VOW-ERR-11': 'refused',
  'VOW-ERR-2500': 'refused',
  'VOW-ERR-2700': 'refused',
  VAT_BLOCKED: 'refused',
  IP_BLOCKED: 'refused',
  SERVER_BUSY: 'busy',
  GLOBAL_MAX_CONCURRENT_REQ: 'busy',
  GLOBAL_MAX_CONCURRENT_REQ_TIME: 'busy',
  MS_MAX_CONCURRENT_REQ: 'busy',
  MS_MAX_CONCURRENT_REQ_TIME: 'busy',
  SERVICE_UNAVAILABLE: 'unavailable',
  MS_UNAVAILABLE: 'unavailable',
  TIMEOUT: 'unavailable',
  'VOW-ERR-1': 'unavailable',
};

/** What an error of VIES leads to; a code that nobody knows may pass. */
export function viesError(code: string, service: string, raw: string): VatCheckVerdict | VatCheckFailure {
  const outcome = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  if (outcome !== 'malformed') return { outcome: outcome ?? 'unavailable', rawStatus: code };
  return {
    ...{ authority: 'VIES', service, outcome, fields: allFields('notAsked') },
    ...{ validFrom: null, validUntil: null, evidenceId: null, authorityTime: null, rawStatus: code, raw },
  };
}
