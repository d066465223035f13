import type { Order } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { Chip } from '../ui/surfaces.js';

const looks = {
  open: { tone: 'warn', icon: 'clock' },
  paid: { tone: 'ok', icon: 'check' },
  accepted: { tone: 'ok', icon: 'check' },
  expired: { tone: 'mute', icon: 'close' },
  cancelled: { tone: 'mute', icon: 'close' },
} as const;

/** How an order stands, in a word. */
export function OrderChip({ order: { status, withdrawnAt, items, repair } }: { readonly order: Order }) {
  const text = useText();
  const isEnded = repair === null ? items.every(({ endedBy }) => endedBy !== null) : withdrawnAt !== null;
  if (isEnded)
    return (
      <Chip tone="mute" icon="close">
        {text(withdrawnAt === null ? 'shop.status.ended' : 'shop.status.withdrawn')}
      </Chip>
    );
  return <Chip {...looks[status]}>{text(`shop.status.${status}`)}</Chip>;
}
