import { accept, reject, type Decision } from '../kernel/decider.js';
import type { AcceptDocuments, AccountRejection } from './commands.js';
import { DocumentKind, type AccountEvent } from './events.js';
import type { AccountState } from './state.js';

/** A document in force that the owner of an account has not accepted. */
export type DueDocument = {
  readonly kind: DocumentKind;
  /** The one in force. */
  readonly version: string;
  /** The one that was accepted last; null for none. */
  readonly acceptedVersion: string | null;
};

/**
 * What has to be accepted before an account is open again (A6). Who works for the operator has a contract of another
 * kind and is no party to the terms of use: nothing is due from accounts that the operator made.
 */
export function dueDocuments(
  state: AccountState,
  inForce: Readonly<Record<DocumentKind, string>>,
): readonly DueDocument[] {
  if (state.status === 'unregistered' || state.kind === 'operator') return [];
  return DocumentKind.options.flatMap((kind) => {
    const acceptedVersion = state.acceptedVersions[kind] ?? null;
    const version = inForce[kind];
    return isCovered(version, acceptedVersion) ? [] : [{ kind, version, acceptedVersion }];
  });
}

/** Versions are days: who has accepted a later one is not asked for an earlier one, say by a node whose clock is behind. */
function isCovered(version: string, acceptedVersion: string | null): boolean {
  return acceptedVersion !== null && acceptedVersion >= version;
}

/** Which versions may be accepted now is known outside; what was accepted already is no news. */
export function decideAcceptance(
  { versions, at }: AcceptDocuments,
  state: AccountState,
): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered') return reject({ code: 'account.not-registered' });
  if (state.status !== 'active') return reject({ code: 'account.not-validated' });
  const { accountId, acceptedVersions } = state;
  return accept(
    ...DocumentKind.options.flatMap((kind): readonly AccountEvent[] => {
      const version = versions[kind];
      if (version === undefined || isCovered(version, acceptedVersions[kind] ?? null)) return [];
      return [{ type: 'DocumentAccepted', data: { accountId, kind, version, acceptedAt: at.toString() } }];
    }),
  );
}
