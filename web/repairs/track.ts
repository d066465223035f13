import type { RepairOrder } from '../api/types.js';

type Status = RepairOrder['status'];

export type TrackStep = {
  readonly key:
    | ('sent' | 'inCheck' | 'offer' | 'accepted' | 'paid' | 'underWay' | 'inRepair' | 'shippedBack' | 'closed')
    | ('refused' | 'declined' | 'withdrawn' | 'return');
  readonly state: 'done' | 'now' | 'coming' | 'ended';
  /** RFC 3339, or a calendar day; null = not known, or still to come. */
  readonly at: string | null;
};

/** The way of a repair to whose steps a status belongs: what comes to it, and what is done then. */
const way = [
  ['sent', 'requested', null],
  ['inCheck', null, 'requested'],
  ['offer', 'offered', 'offered'],
  ['accepted', 'accepted', 'accepted'],
  ['paid', null, null],
  ['underWay', 'dispatched', 'dispatched'],
  ['inRepair', 'inRepair', 'inRepair'],
  ['shippedBack', 'sentBack', 'sentBack'],
  ['closed', 'closed', null],
] as const satisfies readonly (readonly [TrackStep['key'], Status | null, Status | null])[];

const order: readonly Status[] = [
  ...(['draft', 'requested', 'offered', 'accepted', 'dispatched', 'inRepair', 'sentBack', 'closed'] as const),
];
const ends = ['refused', 'declined', 'withdrawn'] as const;

type Tracked = Pick<RepairOrder, 'status' | 'steps' | 'isDeviceAway'> & {
  readonly offer: { readonly gross: { readonly cents: number } } | null;
  readonly invoice: { readonly paidOn: string | null } | null;
};

/** All steps of a repair: those it came through, where it is, and those to come; of one that ended before, only what was. */
export function trackOf(repair: Tracked): readonly TrackStep[] {
  const { status, steps, offer, invoice, isDeviceAway } = repair;
  const since = (one: Status | null) => steps.findLast((step) => step.status === one)?.at ?? null;
  const end = ends.find((one) => one === status);
  const place = order.indexOf(status);
  const costs = offer === null || offer.gross.cents > 0;
  const walked = way
    .filter(([key]) => key !== 'paid' || costs)
    .map(([key, reachedBy, present]): TrackStep => {
      if (key === 'paid') {
        const paidOn = invoice?.paidOn ?? null;
        return { key, state: paidOn === null ? 'coming' : 'done', at: paidOn };
      }
      const at = since(reachedBy);
      if (end === undefined && present === status) return { key, state: 'now', at };
      const isPast =
        key === 'inCheck'
          ? since('offered') !== null
          : end === undefined && order.indexOf(reachedBy ?? 'draft') <= place;
      return { key, state: at !== null || isPast ? 'done' : 'coming', at };
    });
  if (end === undefined) return walked;
  const past = walked.filter(({ key, state }) => state === 'done' && key !== 'shippedBack');
  const back = since('sentBack');
  return [
    ...past,
    { key: end, state: 'ended', at: since(end) },
    ...(isDeviceAway ? [{ key: 'return', state: 'coming', at: null } as const] : []),
    ...(back === null ? [] : [{ key: 'return', state: 'done', at: back } as const]),
  ];
}
