/** What goes wrong, on demand. */
export type Faults = {
  /** Before each event and each answer to an append. */
  slowMs: number;
  /** Subscriptions that begin now are confirmed and then say nothing, for ever. */
  silentSubscriptions: boolean;
  accessDenied: boolean;
  /** Checkpoints that were sent for a place where nothing stood yet. */
  checkpointsAhead: number;
  /** Calls that require the leader are refused, with the address of the leader. */
  leader: { readonly host: string; readonly port: number } | null;
  /** For the appends that come next: `hang` = neither written nor answered, `drop` = written, then the call breaks. */
  readonly appends: ('hang' | 'drop' | null)[];
};

export function noFaults(): Faults {
  return { slowMs: 0, silentSubscriptions: false, accessDenied: false, checkpointsAhead: 0, leader: null, appends: [] };
}
