import type { FetchedPiece, OldInverter } from '../../domain/correction/history-fetch.js';

/** A portal that speaks as the data service of the original did (wire.md section 2). Throws `OldPortalRefusal`. */
export type OldPortal = {
  /** Of a plant, by the number that the old portal gave it. */
  inverters(plantNumber: number): Promise<readonly OldInverter[]>;
  /** Years in which the plant made something, in order. */
  years(plantNumber: number): Promise<readonly number[]>;
  /** Days since 1970-01-01, both included; days without a value are left out. */
  dailyYields(inverterNumber: number, firstDay: number, lastDay: number): Promise<FetchedPiece['days']>;
};

export type OldPortalLogin = { readonly userName: string; readonly password: string };

/** Opens the data service at an address for one look. */
export type OldPortals = (address: string, login: OldPortalLogin) => OldPortal & { close(): Promise<void> };

export const refusals = [
  /** The old portal does not know user name and password. */
  'credentials',
  /** It does not show this plant to them. */
  'noAccess',
  /** It wants to be asked less often. */
  'busy',
  /** It said something else. */
  'refused',
  'unreachable',
  /** The name leads into a network that is not public. */
  'notPublic',
  /** Whatever answers there, it is no data service. */
  'noDataService',
] as const;
export type Refusal = (typeof refusals)[number];

export class OldPortalRefusal extends Error {
  override readonly name = 'OldPortalRefusal';
  readonly reason: Refusal;
  /** What the old portal said, shortened; null when it said nothing. */
  readonly said: string | null;

  constructor(reason: Refusal, said: string | null = null) {
    super(reason);
    this.reason = reason;
    this.said = said;
  }
}
