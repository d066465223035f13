import type { ValueCalculation } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';

/** "How is this computed?": every number of what a licence was still worth. */
export function Calculations({ of }: { readonly of: readonly ValueCalculation[] }) {
  const text = useText();
  if (of.length === 0) return null;
  return (
    <details className="calculation">
      <summary>{text('shop.how')}</summary>
      <p className="secondary">{text('shop.howText')}</p>
      {of.map((calculation) => (
        <Calculation key={`${calculation.licenceId}-${calculation.day}`} of={calculation} />
      ))}
    </details>
  );
}

function Calculation({ of }: { readonly of: ValueCalculation }) {
  const text = useText();
  const format = useFormat();
  const rows = [
    [text('shop.calc.day'), format.day(of.day)],
    [text('shop.calc.cost'), format.euro(of.costNet)],
    [text('shop.calc.term'), String(of.termDays)],
    [text('shop.calc.used'), String(of.usedDays)],
    [text('shop.calc.unused'), String(of.unusedDays)],
    [text('shop.calc.formula'), of.formula],
    [text('shop.calc.value'), `${format.euro(of.net)} / ${format.euro(of.gross)}`],
  ] as const;
  return (
    <dl className="facts">
      {rows.map(([label, value]) => (
        <div className="fact" key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
