import type { Order } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Chip } from '../ui/surfaces.js';

const looks = {
  open: { tone: 'warn', icon: 'clock' },
  paid: { tone: 'ok', icon: 'check' },
  accepted: { tone: 'ok', icon: 'check' },
  active: { tone: 'ok', icon: 'check' },
  queued: { tone: 'ok', icon: 'clock' },
  over: { tone: 'mute', icon: 'clock' },
  expired: { tone: 'mute', icon: 'close' },
  cancelled: { tone: 'mute', icon: 'close' },
  ended: { tone: 'mute', icon: 'close' },
  withdrawn: { tone: 'mute', icon: 'close' },
} as const;

/** How an order stands, in a word. */
export function OrderChip({ order }: { readonly order: Order }) {
  const text = useText();
  const format = useFormat();
  const state = stateOf(order);
  const day = order.items.map(({ firstDay }) => firstDay).toSorted()[0];
  return <Chip {...looks[state]}>{text(`shop.status.${state}`, { day: format.day(day) })}</Chip>;
}

function stateOf({ status, withdrawnAt, items, repair, supplement }: Order): keyof typeof looks {
  const isEnded = repair === null ? items.every(({ endedBy }) => endedBy !== null) : withdrawnAt !== null;
  if (isEnded) return withdrawnAt === null ? 'ended' : 'withdrawn';
  if (status !== 'accepted') return status;
  // What was owed anyway is paid, and nothing begins with it.
  if (repair !== null || supplement !== null) return 'paid';
  const states = items.map(({ licenceState }) => licenceState);
  if (states.includes(null)) return 'accepted';
  if (states.includes('running')) return 'active';
  return states.includes('queued') ? 'queued' : 'over';
}
