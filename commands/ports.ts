import type { VatCheckQuestion, VatCheckResult } from '../domain/account/vat-check.js';
import type { DomainEvent, EventMetadata } from '../domain/kernel/event.js';
import type { AccountId, InverterId, InvitationId, PlantId, SerialNumber } from '../domain/kernel/ids.js';
import type { Temporal } from '../domain/kernel/time.js';
import type { InverterType } from '../domain/plant/inverter-types.js';

/** What use cases need from outside. Each is implemented in one folder of `adapters/`. */

export type Clock = { now(): Temporal.Instant };

/** The event store seen through the event catalogue: decoded, upcast, personal fields in clear or `Erased`. */
export type EventLog = {
  /**
   * Throws `UnreadableHistory` when an event of the stream is unknown or does not parse: nobody may decide on half a
   * history.
   */
  load(streamId: string): Promise<History>;
  /** Continues the history that was read: refused when the stream stands elsewhere by now. */
  append(
    streamId: string,
    events: readonly { readonly id: string; readonly event: DomainEvent }[],
    after: StreamHead,
    metadata: EventMetadata,
  ): Promise<LogAppendResult>;
};

/** Where a stream stands: what is appended next is chained to the hash of its last event. */
export type StreamHead = { readonly revision: bigint | 'no_stream'; readonly hash: string | null };

export type History = StreamHead & {
  readonly events: readonly DomainEvent[];
  /** Id of each event, in the same order. */
  readonly ids: readonly string[];
  /** Position of the last event, null without events. */
  readonly position: bigint | null;
};

type LogAppendResult =
  | { readonly ok: true; readonly revision: bigint; readonly position: bigint }
  | { readonly ok: false; readonly reason: 'wrong-revision' | 'stream-deleted' | 'idempotency-corrupted' };

export class UnreadableHistory extends Error {
  override readonly name = 'UnreadableHistory';
}

/** Password hashes; they live outside the log. */
export type Credentials = {
  /**
   * Reserves user name and e-mail address for an account and keeps its password hash. Case, compatibility forms and
   * look-alikes of a user name do not count. The same account may repeat its reservation; its first hash stays.
   */
  reserve(reservation: CredentialsReservation): Promise<ReservationResult>;
  /**
   * Keeps a user name whose registration had the address of somebody else, with its password hash: from outside it looks
   * like an account that waits for validation. False when the name is taken.
   */
  keepDecoy(reservation: Omit<CredentialsReservation, 'email'>): Promise<boolean>;
  /** The account stands in the log: its reservation never ends. */
  confirm(accountId: AccountId, at: Temporal.Instant): Promise<void>;
  /** Gives an unconfirmed reservation up; a confirmed one stays. */
  release(accountId: AccountId): Promise<void>;
  /** Gives up everything that is kept for an account whose registration has expired, confirmed or not. */
  forget(accountId: AccountId): Promise<void>;
  /** Gives up the address of an account that was replaced: as a decoy it keeps its name for as long as it would have. */
  giveUpEmail(accountId: AccountId): Promise<void>;
  /** Gives up what was kept as a decoy since then, or before. */
  forgetDecoys(until: Temporal.Instant): Promise<void>;
  findByUserName(userName: string): Promise<KnownCredentials | null>;
  findById(accountId: AccountId): Promise<KnownCredentials | null>;
  /** By e-mail address, validated or not, or user name. */
  findByEmailOrUserName(name: string): Promise<KnownCredentials | null>;
  /** Whoever holds the address, confirmed or not. */
  findByEmail(email: string): Promise<AccountId | null>;
  /** As `findByEmail`, by what is kept instead of the address where one waits (`EmailKey`). */
  findByEmailKey(emailKey: string): Promise<AccountId | null>;
  /** The hashes of the password and of those before it, the newest first; at least as many as the policy asks for. */
  passwordsUsed(accountId: AccountId): Promise<readonly string[]>;
  /** Replaces the hash that was read before, which is kept among those used; false when it is another one by now. */
  changePassword(
    accountId: AccountId,
    change: { readonly from: string; readonly to: string; readonly at: Temporal.Instant },
  ): Promise<boolean>;
  /**
   * The account is found by another address from now on, unless somebody else is. Until `emailChangeNoted` it is among
   * those whose log does not know it yet.
   */
  changeEmail(accountId: AccountId, email: string, at: Temporal.Instant): Promise<ReservationResult>;
  /** The log knows the address. */
  emailChangeNoted(accountId: AccountId): Promise<void>;
  /** Accounts that were given another address before then and whose log was not told: a process ended in between. */
  unnotedEmailChanges(before: Temporal.Instant): Promise<readonly AccountId[]>;
  /** The same password under another hash; false when the hash that was read is another one by now. */
  renewHash(accountId: AccountId, change: { readonly from: string; readonly to: string }): Promise<boolean>;
};

export type KnownCredentials = {
  readonly accountId: AccountId;
  readonly passwordHash: string;
  readonly passwordChosenAt: Temporal.Instant;
  readonly isDecoy: boolean;
};

/** Requests for a mail with a link that leads in, which are looked at after they were answered. */
export type MailRequests = {
  /** Does the same for every address, with and without an account. */
  leave(kind: 'password-reset' | 'validation-mail', email: string, correlationId: string): Promise<void>;
};

export type CredentialsReservation = {
  readonly accountId: AccountId;
  readonly userName: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly at: Temporal.Instant;
};

export type ReservationResult = { readonly ok: true } | ReservationHolder;

/** Who has what was to be reserved. */
export type ReservationHolder = {
  readonly ok: false;
  readonly taken: 'userName' | 'email';
  readonly by: AccountId;
  /** When an unconfirmed reservation was made; null when it is confirmed. */
  readonly unconfirmedSince: Temporal.Instant | null;
  /** True when no account stands behind the name, and none will. */
  readonly isDecoy: boolean;
};

export type PasswordHasher = {
  hash(password: string): Promise<string>;
  /** Takes as long for a missing hash (null) as for a wrong one. */
  verify(passwordHash: string | null, password: string): Promise<boolean>;
  /** Whether the hash was made with other parameters than those of today. */
  isOutdated(passwordHash: string): boolean;
};

/** Passwords that attackers try first. */
export type CommonPasswords = {
  /** False when the operator has switched the check off. */
  readonly areRefused: boolean;
  /** `ownWords` are tried along with the common ones: what is known of the owner. */
  includes(password: string, ownWords: readonly string[]): boolean;
};

/** The authorities that know VAT ids. */
export type VatIdValidator = {
  /**
   * Asks the authority that answers for this id. Whatever the network or the authority does, it resolves: with a verdict,
   * or with the reason why there is none.
   */
  check(question: VatCheckQuestion): Promise<VatCheckResult>;
};

/** Devices that the operator knows, and which place of which plant each device is claimed for. */
export type DeviceRegistry = {
  find(serialNumber: SerialNumber): Promise<RegisteredDevice | null>;
  /**
   * Claims a device for a place, or repeats the claim of the same place. `taken` when another place holds it.
   * The claim is a reservation that keeps two plants from adding one device; the facts are the plant's events.
   */
  claim(serialNumber: SerialNumber, place: ClaimedPlace): Promise<'claimed' | 'taken'>;
  /** Gives a claim up, unless the device stands in that place. */
  release(serialNumber: SerialNumber, place: ClaimedPlace): Promise<void>;
  /** The place for which the device is claimed now, or null. */
  holder(serialNumber: SerialNumber): Promise<ClaimedPlace | null>;
};

export type ClaimedPlace = { readonly plantId: PlantId; readonly inverterId: InverterId };

/** The operator's live catalogue of supported inverter types. */
export type InverterCatalogue = {
  list(): Promise<readonly InverterType[]>;
  find(id: string): Promise<InverterType | null>;
};

export type RegisteredDevice = {
  readonly serialNumber: SerialNumber;
  readonly activationCode: string;
  /** Id of the inverter type, or null when the operator does not know it. */
  readonly typeId: string | null;
};

/** Lists of inverters that owners have uploaded and look through before they add them; each is kept for a day. */
export type InverterLists = {
  /** Keeps the list, or what was corrected in it. Of one account only the latest few stay. */
  save(list: InverterList): Promise<void>;
  /** Null when there is none of this account, or no more. */
  find(id: string, accountId: AccountId): Promise<InverterList | null>;
  /** Forgets those whose day is over. */
  removeOld(): Promise<void>;
};

export type InverterList = {
  readonly id: string;
  readonly accountId: AccountId;
  readonly plantId: PlantId;
  readonly uploadedAt: Temporal.Instant;
  readonly rows: readonly ListedInverter[];
};

/** A row as it was typed; subplant and type are named, not chosen. */
export type ListedInverter = {
  /** Line of the file, 1 = first. */
  readonly line: number;
  readonly serialNumber: string;
  readonly activationCode: string;
  readonly name: string;
  readonly subplant: string;
  readonly type: string;
  /** Set once the row has been added. */
  readonly inverterId: InverterId | null;
};

/** What was heard last under a serial number. */
export type Sighting = {
  readonly lastSeenAt: Temporal.Instant;
  /** It came from another device than the one that is known by this number, and counts for nobody. */
  readonly isOtherDevice: boolean;
};

/** What is known of a device from its messages. */
export type DeviceSightings = {
  lastSeen(serialNumber: SerialNumber): Promise<Temporal.Instant | null>;
};

export type KnownInvitation = { readonly invitationId: InvitationId; readonly plantId: PlantId };

/** For whom invitations to plants are: beside the log, so that an account finds those to its address. */
export type InvitationAddresses = {
  /** Comes before the fact; the same invitation may be noted again. */
  note(invitation: KnownInvitation & { readonly email: string }): Promise<void>;
  /** Null when the invitation is not known, or no more. */
  plantOf(invitationId: InvitationId): Promise<PlantId | null>;
  /** Every invitation to the present address of the account, answered or not, the newest first. */
  listFor(accountId: AccountId): Promise<readonly KnownInvitation[]>;
  /** Those that have led nowhere since that time, or no longer do; at most 500. */
  listOver(since: Temporal.Instant): Promise<readonly KnownInvitation[]>;
  forget(invitationId: InvitationId): Promise<void>;
};
