import './public-plants.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Figure } from '../ui/figure.js';
import { publicTotalsQuery } from './api.js';

/** All public plants together; nothing while there are none. */
export function PublicTotals() {
  const text = useText();
  const format = useFormat();
  const totals = useQuery(publicTotalsQuery).data;
  if (totals === undefined || totals.plants === 0) return null;
  return (
    <dl className="public-totals">
      <Total name={text('public.plants')}>
        <span className="num">{format.number(totals.plants)}</span>
      </Total>
      <Total name={text('public.generatorPower')}>
        <Figure of={format.ratedPower(totals.generatorPowerW)} />
      </Total>
      <Total name={text('public.today')}>
        <Figure of={format.energy(totals.energyTodayWh)} />
      </Total>
      <Total name={text('public.total')}>
        <Figure of={format.energy(totals.energyTotalWh)} />
      </Total>
    </dl>
  );
}

function Total({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
