import type { FleetPlant } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { useNow } from '../plant/use-now.js';
import { Figure } from '../ui/figure.js';
import { Icon } from '../ui/icon.js';
import { Chip } from '../ui/surfaces.js';
import { isResting, looks } from './plant-card.js';

type Of = { readonly plant: FleetPlant };

export function PlantStateChip({ plant: { state } }: Of) {
  const text = useText();
  const [tone, icon] = looks[state];
  return (
    <Chip tone={tone} icon={icon}>
      {text(`plants.state.${state}`)}
    </Chip>
  );
}

export function PowerNow({ plant }: Of) {
  const text = useText();
  const format = useFormat();
  const now = useNow(30_000);
  return isResting(plant, now) ? (
    <span className="tertiary">{text('plants.resting')}</span>
  ) : (
    <Figure of={format.power(plant.acPowerW)} />
  );
}

/** Today's energy by the power of the modules. */
export function YieldToday({ plant: { todayEnergyWh, generatorPowerW } }: Of) {
  const format = useFormat();
  const kwhPerKw = todayEnergyWh === null || generatorPowerW === 0 ? null : todayEnergyWh / generatorPowerW;
  return <Figure of={{ figure: format.number(kwhPerKw, { min: 2 }), unit: '' }} />;
}

export function OfExpected({ plant: { shareOfExpected, expectedBy, isBelowExpected } }: Of) {
  const text = useText();
  const format = useFormat();
  const figure = <Figure of={format.percent(shareOfExpected)} />;
  if (expectedBy === null) return figure;
  return (
    <span className={isBelowExpected ? 'fleet-low' : undefined} title={text(`fleet.by.${expectedBy}`)}>
      {isBelowExpected && <Icon name="alert" size={14} />}
      {figure}
      {isBelowExpected && <span className="visually-hidden"> {text('fleet.show.belowExpected')}</span>}
    </span>
  );
}

export function OpenIncidents({ plant: { openIncidents } }: Of) {
  const text = useText();
  const format = useFormat();
  if (openIncidents === 0) return <span className="tertiary">0</span>;
  return (
    <span className="fleet-alerts">
      <Icon name="bell" size={14} />
      <span aria-hidden="true">{format.number(openIncidents)}</span>
      <span className="visually-hidden">{text('fleet.incidents', { count: openIncidents })}</span>
    </span>
  );
}

export function LastValueAge({ plant: { lastValueAt } }: Of) {
  const format = useFormat();
  const now = useNow(30_000);
  return <>{lastValueAt === null ? '–' : format.age(lastValueAt, now)}</>;
}

/** The seven days before today as small bars; gaps are gaps. */
export function Week({ plant: { weekWh } }: Of) {
  const text = useText();
  const format = useFormat();
  const known = weekWh.filter((wh) => wh !== null);
  if (known.length === 0) return <span className="tertiary">–</span>;
  const most = Math.max(...known, 1);
  const sum = format.inWords(format.energy(known.reduce((total, wh) => total + wh, 0)));
  return (
    <svg className="fleet-week" viewBox="0 0 62 22" role="img" aria-label={text('fleet.weekOf', { energy: sum })}>
      {weekWh.map((wh, day) =>
        wh === null ? (
          <path key={day} d={`M${day * 9 + 1} 21h6`} />
        ) : (
          <rect
            key={day}
            x={day * 9}
            width="7"
            y={22 - Math.max(1, (wh / most) * 22)}
            height={Math.max(1, (wh / most) * 22)}
            rx="1.5"
          />
        ),
      )}
    </svg>
  );
}
