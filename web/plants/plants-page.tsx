import './plants.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { mayAddPlants, useMe } from '../api/accounts.js';
import { plantsQuery } from '../api/plants.js';
import type { PlantListItem } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { ReceivedInvitations } from '../sharing/received-invitations.js';
import { Figure } from '../ui/figure.js';
import { Page } from '../ui/page.js';
import { Chip, EmptyState, Loading, type Tone } from '../ui/surfaces.js';
import { Icon, type IconName } from '../ui/icon.js';

/** All plants of the owner, or how to get the first one. */
export function PlantsPage() {
  const text = useText();
  const plants = useQuery(plantsQuery);
  const me = useMe().data;
  const mayAdd = me != null && mayAddPlants(me);
  const some = plants.data !== undefined && plants.data.length > 0;
  return (
    <Page
      title={text('plants.title')}
      actions={
        some &&
        mayAdd && (
          <ButtonLink icon="add" to="/plants/new">
            {text('plants.add')}
          </ButtonLink>
        )
      }
      {...(some && plants.data.length > 1 ? { lead: <Total plants={plants.data} /> } : {})}
    >
      <ReceivedInvitations />
      {plants.data === undefined ? (
        plants.isError ? (
          <LoadFailure error={plants.error} retry={() => void plants.refetch()} />
        ) : (
          <Loading />
        )
      ) : some ? (
        <ul className="plant-grid">
          {plants.data.map((plant) => (
            <PlantCard key={plant.id} plant={plant} />
          ))}
        </ul>
      ) : (
        <FirstSteps />
      )}
    </Page>
  );
}

const sum = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
};

function Total({ plants }: { readonly plants: readonly PlantListItem[] }) {
  const text = useText();
  const format = useFormat();
  const powerW = sum(plants.map(({ acPowerW }) => acPowerW));
  const energy = format.inWords(format.energy(sum(plants.map(({ todayEnergyWh }) => todayEnergyWh))));
  if (powerW === null) return <>{text('plants.totalToday', { energy })}</>;
  return <>{text('plants.total', { power: format.inWords(format.power(powerW)), energy })}</>;
}

const looks: Readonly<Record<PlantListItem['state'], readonly [Tone, IconName]>> = {
  ok: ['ok', 'check'],
  note: ['warn', 'alert'],
  fault: ['fault', 'fault'],
  noData: ['mute', 'noData'],
  noInverters: ['sun', 'inverter'],
};

/** Silent for less than a day: the night, as a rule. */
const dayMs = 24 * 3_600_000;

function PlantCard({ plant }: { readonly plant: PlantListItem }) {
  const text = useText();
  const format = useFormat();
  const [tone, icon] = looks[plant.state];
  const now = useMinute();
  const isResting =
    plant.acPowerW === null && plant.lastValueAt !== null && now - Date.parse(plant.lastValueAt) < dayMs;
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
          <dd>{isResting ? text('plants.resting') : <Figure of={format.power(plant.acPowerW)} />}</dd>
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

function LastValue({ at }: { readonly at: string | null }) {
  const text = useText();
  const format = useFormat();
  const now = useMinute();
  return <span>{at === null ? text('plants.noValue') : text('plants.lastValue', { age: format.age(at, now) })}</span>;
}

function LicenceLine({ plant: { licence } }: { readonly plant: PlantListItem }) {
  const text = useText();
  const format = useFormat();
  const line =
    licence.state === 'none'
      ? text('plants.licence.none')
      : licence.state === 'expired'
        ? text('plants.licence.expired', { day: format.day(licence.lastDay) })
        : licence.state === 'exceeded'
          ? text('shop.state.exceeded')
          : licence.state === 'licensed'
            ? text('plants.licence.licensed', { day: format.day(licence.lastDay) })
            : text('plants.licence.trial', { days: licence.daysLeft ?? 0 });
  return <span className="licence">{line}</span>;
}

/** The time, renewed often enough for "3 minutes ago". */
function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function FirstSteps() {
  const text = useText();
  return (
    <div className="card">
      <EmptyState
        icon="sun"
        title={text('plants.emptyTitle')}
        actions={
          <ButtonLink look="primary" large to="/plants/new">
            {text('plants.addFirst')}
          </ButtonLink>
        }
      >
        <p>{text('plants.emptyText')}</p>
        <ol className="first-steps">
          {([1, 2, 3] as const).map((step) => (
            <li key={step}>
              <span aria-hidden="true">{step}</span>
              <h3>{text(`plants.step${step}`)}</h3>
              <p>{text(`plants.step${step}Text`)}</p>
            </li>
          ))}
        </ol>
      </EmptyState>
    </div>
  );
}
