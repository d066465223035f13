import type { RepairOrder } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { Chip } from '../ui/surfaces.js';

const looks = {
  draft: { tone: 'mute', icon: 'edit' },
  requested: { tone: 'mute', icon: 'clock' },
  offered: { tone: 'sun', icon: 'info' },
  accepted: { tone: 'ok', icon: 'check' },
  dispatched: { tone: 'ok', icon: 'swap' },
  inRepair: { tone: 'ok', icon: 'service' },
  sentBack: { tone: 'ok', icon: 'swap' },
  closed: { tone: 'mute', icon: 'check' },
  refused: { tone: 'mute', icon: 'close' },
  declined: { tone: 'mute', icon: 'close' },
  withdrawn: { tone: 'mute', icon: 'close' },
} as const;

/** How far a repair has come, in a word. */
export function RepairChip({ status }: Pick<RepairOrder, 'status'>) {
  const text = useText();
  return <Chip {...looks[status]}>{text(`repair.status.${status}`)}</Chip>;
}
