import type { AccountLanguage } from '../../domain/account/person.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';

/** An archive of everything about an account, as its owner sees it. */
export type DataExport = {
  readonly id: string;
  /** `failed`: several attempts came to nothing; another one may be asked for at once. */
  readonly state: 'waiting' | 'building' | 'ready' | 'failed';
  readonly requestedAt: Temporal.Instant;
  /** 0 to 1. */
  readonly progress: number;
  /** What is known once it is ready. */
  readonly file: {
    readonly sizeBytes: number;
    readonly readyAt: Temporal.Instant;
    readonly expiresAt: Temporal.Instant;
  } | null;
};

export type ExportRequest = {
  readonly id: string;
  readonly accountId: AccountId;
  /** Of the explanations in it. */
  readonly language: AccountLanguage;
  readonly at: Temporal.Instant;
};

type Requested =
  | { readonly ok: true; readonly export: DataExport }
  /** The last one was asked for only a short time ago. */
  | { readonly ok: false; readonly nextAt: Temporal.Instant };

/** The archives of people's own data. Each account has one at most; an expired one is as good as none. */
export type DataExports = {
  find(accountId: AccountId, at: Temporal.Instant): Promise<DataExport | null>;
  /** Asks for one, in the place of a former one. While one is being built, and for the same id, the answer is that one. */
  request(request: ExportRequest): Promise<Requested>;
  /** The bytes of one that is ready; whoever reads slowly holds one piece of it in memory. */
  read(id: string): AsyncGenerator<Buffer, void, undefined>;
  /** Drops whatever there is of an account. */
  forget(accountId: AccountId): Promise<void>;
};
