import { Link } from '@tanstack/react-router';
import type { FleetPlant } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { useNow } from '../plant/use-now.js';
import { Figure } from '../ui/figure.js';
import { Icon, type IconName } from '../ui/icon.js';
import { Chip, type Tone } from '../ui/surfaces.js';

/** How a state looks. */
export const looks: Readonly<Record<FleetPlant['state'], readonly [Tone, IconName]>> = {
  ok: ['ok', 'check'],
  note: ['warn', 'alert'],
  fault: ['fault', 'fault'],
  noData: ['mute', 'noData'],
  noInverters: ['sun', 'inverter'],
};

/** Silent for less than a day: the night, as a rule. */
const dayMs = 24 * 3_600_000;

/** Without power, but heard of lately: it is night there, as a rule. */
export function isResting({ acPowerW, lastValueAt }: FleetPlant, now: number): boolean {
  return acPowerW === null && lastValueAt !== null && now - Date.parse(lastValueAt) < dayMs;
}

/** A plant of which there are few: large, with its numbers. */
export function PlantCard({ plant }: { readonly plant: FleetPlant }) {
  const text = useText();
  const format = useFormat();
  const [tone, icon] = looks[plant.state];
  const now = useNow(30_000);
  const share = plant.acPowerW === null || plant.nominalPowerW === 0 ? null : plant.acPowerW / plant.nominalPowerW;
  return (
    <li className="card plant-card">
      <div className="plant-card-head">
        <div>
          <h2>
            <Link to="/plants/$plantId" params={{ plantId: plant.id }}>
              {plant.name}
            </Link>
          </h2>
          <p className="secondary">{plant.town}</p>
          {plant.ownerName !== null && (
            <p className="shared-by">
              <Icon name="account" size={15} />
              {text('sharing.by', { owner: plant.ownerName })}
            </p>
          )}
        </div>
        <Chip tone={tone} icon={icon}>
          {text(`plants.state.${plant.state}`)}
        </Chip>
      </div>
      <dl className="plant-figures">
        <div>
          <dt>{text('plants.now')}</dt>
          <dd>{isResting(plant, now) ? text('plants.resting') : <Figure of={format.power(plant.acPowerW)} />}</dd>
        </div>
        <div>
          <dt>{text('plants.today')}</dt>
          <dd>
            <Figure of={format.energy(plant.todayEnergyWh)} />
          </dd>
        </div>
      </dl>
      <div className="meter" aria-hidden="true">
        {share !== null && <span style={{ width: `${Math.min(100, share * 100)}%` }} />}
      </div>
      <div className="plant-card-foot num">
        <span>
          {share === null
            ? text('plants.inverters', { count: plant.inverterCount })
            : text('plants.shareOfNominal', {
                share: format.inWords(format.percent(share)),
                power: format.inWords(format.ratedPower(plant.nominalPowerW)),
              })}
        </span>
        <LastValue at={plant.lastValueAt} />
        <LicenceLine plant={plant} />
      </div>
    </li>
  );
}

/** How old the newest value is. */
function LastValue({ at }: { readonly at: string | null }) {
  const text = useText();
  const format = useFormat();
  const now = useNow(30_000);
  return <span>{at === null ? text('plants.noValue') : text('plants.lastValue', { age: format.age(at, now) })}</span>;
}

/** Until when the plant may be looked at, in words. */
function useLicenceText({ licence }: Pick<FleetPlant, 'licence'>): string {
  const text = useText();
  const format = useFormat();
  return licence.state === 'none'
    ? text('plants.licence.none')
    : licence.state === 'expired'
      ? text('plants.licence.expired', { day: format.day(licence.lastDay) })
      : licence.state === 'exceeded'
        ? text('shop.state.exceeded')
        : licence.state === 'licensed'
          ? text('plants.licence.licensed', { day: format.day(licence.lastDay) })
          : text('plants.licence.trial', { days: licence.daysLeft ?? 0 });
}

function LicenceLine({ plant }: { readonly plant: FleetPlant }) {
  return <span className="licence">{useLicenceText(plant)}</span>;
}
