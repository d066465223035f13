import type { OfficeRepairOrder, RepairOrder } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';

/** What is left to be paid for after a withdrawal from work that had begun. */
export function Compensation({ repair: { compensation } }: { readonly repair: RepairOrder | OfficeRepairOrder }) {
  const text = useText();
  const format = useFormat();
  if (compensation === null) return null;
  return (
    <p>
      {text('repair.compensation', { percent: compensation.workDonePercent, amount: format.euro(compensation.gross) })}
    </p>
  );
}
