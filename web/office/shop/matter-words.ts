import type { OfficeOrder } from '../../api/types.js';
import { localeOf } from '../../format/numbers.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';

export type Matter = OfficeOrder['matters'][number];
export type Way = Matter['ways'][number];

/** What happened with money that does not fit, in sentences. */
export function useMatterWords() {
  const text = useText();
  const { language } = useFormat();
  /** In whatever currency it came. */
  const amount = ({ cents, currency }: { readonly cents: number; readonly currency: string }) =>
    new Intl.NumberFormat(localeOf(language), { style: 'currency', currency }).format(cents / 100);
  return {
    amount,
    title: ({ kind, amount: of }: Matter) => text(`office.matter.${kind}.title`, { amount: amount(of) }),
    happened: ({ kind, amount: of }: Matter, { total, status }: OfficeOrder) =>
      text(`office.matter.${kind}.text`, {
        amount: amount(of),
        total: amount(total),
        status: text(`shop.status.${status}`),
      }),
    way: (how: Way, kind: Matter['kind']) =>
      text(how === 'refund' && kind === 'refundRefused' ? 'office.way.again' : `office.way.${how}`),
  };
}
