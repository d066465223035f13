import type { Documents } from '../../adapters/documents/port.js';
import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import { dueDocuments, type DueDocument } from '../../domain/account/documents.js';
import { DocumentKind } from '../../domain/account/events.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';
import { loadAccount } from './load-account.js';

export type AcceptDocumentsDeps = {
  readonly log: EventLog;
  readonly documents: Documents;
  readonly clock: Clock;
};

/** Why a version cannot be accepted now. */
export type VersionError = {
  /** JSON pointer to the version. */
  readonly pointer: string;
  readonly code: 'documents.version-announced' | 'documents.version-outdated' | 'documents.version-unknown';
};

export type AcceptanceRejection =
  AccountRejection | { readonly code: 'documents.version-refused'; readonly errors: readonly VersionError[] };

type Accepted =
  | {
      readonly ok: true;
      /** Position to wait for before reading; null when nothing happened. */
      readonly position: bigint | null;
    }
  | { readonly ok: false; readonly rejection: AcceptanceRejection };

type Versions = Readonly<Partial<Record<DocumentKind, string>>>;

/** The owner of the account accepts documents in force; one version that is not refuses them all. */
export async function acceptDocuments(
  deps: AcceptDocumentsDeps,
  accountId: AccountId,
  versions: Versions,
  context: CommandContext,
): Promise<Accepted> {
  const at = deps.clock.now();
  const errors = versionErrors(deps.documents, versions, '', at);
  if (errors.length > 0) return reject({ code: 'documents.version-refused', errors });
  const command = { type: 'AcceptDocuments', versions, at } as const;
  const handled = await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
  return handled.ok ? { ok: true, position: handled.position } : handled;
}

/** The versions that are not those in force. */
export function versionErrors(
  documents: Documents,
  versions: Versions,
  pointer: string,
  at: Temporal.Instant,
): readonly VersionError[] {
  return DocumentKind.options.flatMap((kind): readonly VersionError[] => {
    const version = versions[kind];
    const standing = version === undefined ? 'current' : documents.standing(kind, version, at);
    return standing === 'current' ? [] : [{ pointer: `${pointer}/${kind}`, code: `documents.version-${standing}` }];
  });
}

/** More accounts than are active at one time on a node; each costs a hundred bytes. */
const maxRemembered = 50_000;

/**
 * What an account still has to accept, read from the log. An acceptance is never taken back: that nothing is due is
 * remembered for as long as the same versions are in force, so that an account costs one look-up and not one a request.
 */
export function dueDocumentsWith(
  deps: Pick<AcceptDocumentsDeps, 'documents' | 'clock'> & { readonly log: Pick<EventLog, 'load'> },
): (accountId: AccountId) => Promise<readonly DueDocument[]> {
  const settled = new Map<AccountId, string>();
  return async (accountId) => {
    const inForce = deps.documents.versionsInForce(deps.clock.now());
    const versions = `${inForce.terms} ${inForce.privacy}`;
    if (settled.get(accountId) === versions) return [];
    const due = dueDocuments(await loadAccount(deps.log, accountId), inForce);
    if (due.length > 0) return due;
    if (settled.size >= maxRemembered) settled.clear();
    settled.set(accountId, versions);
    return due;
  };
}
