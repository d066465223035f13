import './wall.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { fleetQuery } from '../api/fleet.js';
import type { Fleet, FleetPlant } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { useNow } from '../plant/use-now.js';
import { isResting, looks } from '../plants/plant-card.js';
import { LoadFailure } from '../shell/failure.js';
import { IconButton } from '../ui/button.js';
import { Figure } from '../ui/figure.js';
import { useDocumentTitle } from '../ui/page.js';
import { Chip, Loading } from '../ui/surfaces.js';
import { usualSeconds } from './wall-search.js';

/** For a screen on a wall: one plant after the other in large figures, without anything to click on the way. */
export function WallPage() {
  const text = useText();
  useDocumentTitle(text('wall.title'));
  const navigate = useNavigate();
  const { seconds = usualSeconds } = useSearch({ from: '/signed-in/wall' });
  const fleet = useInfiniteQuery(fleetQuery({ show: 'all', search: '', sort: 'name', order: 'asc' }));
  const [first] = fleet.data?.pages ?? [];
  const plants = fleet.data?.pages.flatMap(({ items }) => items) ?? [];
  const [isPaused, setPaused] = useState(false);
  const [index, turn] = useTurn(plants.length === 1 ? 1 : plants.length + 1, isPaused ? null : seconds);
  useAwakeScreen();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void navigate({ to: '/plants' });
      else if (event.key === 'ArrowRight') turn(1);
      else if (event.key === 'ArrowLeft') turn(-1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, turn]);
  if (first === undefined) return fleet.isError ? <LoadFailure error={fleet.error} /> : <Loading />;
  // With one plant there is nothing to add up.
  const plant = plants.length === 1 ? plants[0] : plants[index - 1];
  return (
    <div className="wall">
      {plant === undefined ? <Whole fleet={first} /> : <OnePlant key={plant.id} plant={plant} />}
      <div className="wall-controls">
        <span className="num" aria-hidden="true">
          <Clock />
        </span>
        <IconButton
          icon={isPaused ? 'right' : 'clock'}
          quiet
          label={text(isPaused ? 'wall.goOn' : 'wall.pause')}
          onClick={() => setPaused(!isPaused)}
        />
        <IconButton icon="close" quiet label={text('wall.close')} onClick={() => void navigate({ to: '/plants' })} />
      </div>
    </div>
  );
}

/** Which of `count` is shown; the next one after each pause, none while there is no pause. */
function useTurn(count: number, seconds: number | null): readonly [number, (by: number) => void] {
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (seconds === null || count < 2) return;
    const timer = setInterval(() => setAt((before) => before + 1), seconds * 1_000);
    return () => clearInterval(timer);
  }, [count, seconds]);
  const [turn] = useState(() => (by: number) => setAt((before) => before + by));
  return [((at % Math.max(1, count)) + count) % Math.max(1, count), turn];
}

/** The screen stays on, where the browser lets us ask for it. */
function useAwakeScreen(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    const ask = () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      navigator.wakeLock.request('screen').then(
        (granted) => (lock = granted),
        () => undefined, // the operator's own settings decide then
      );
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}

function Clock() {
  const format = useFormat();
  const now = useNow(10_000);
  return <>{format.instant(new Date(now).toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone, 'time')}</>;
}

function Whole({ fleet: { counts, totals } }: { readonly fleet: Fleet }) {
  const text = useText();
  const format = useFormat();
  const troubled = counts.fault + counts.noData;
  return (
    <section className="wall-slide">
      <h1>{text('wall.all', { count: counts.all })}</h1>
      <p>
        <Chip tone={troubled === 0 ? 'ok' : 'fault'} icon={troubled === 0 ? 'check' : 'fault'}>
          {troubled === 0 ? text('wall.allOk') : text('wall.troubled', { count: troubled })}
        </Chip>
      </p>
      <dl>
        <Big name={text('wall.now')} of={format.power(totals.acPowerW)} />
        <Big name={text('wall.today')} of={format.energy(totals.todayEnergyWh)} />
        <Big name={text('wall.power')} of={format.ratedPower(totals.generatorPowerW)} />
      </dl>
    </section>
  );
}

function OnePlant({ plant }: { readonly plant: FleetPlant }) {
  const text = useText();
  const format = useFormat();
  const now = useNow(30_000);
  const [tone, icon] = looks[plant.state];
  const isAsleep = isResting(plant, now);
  const kwhPerKw =
    plant.todayEnergyWh === null || plant.generatorPowerW === 0 ? null : plant.todayEnergyWh / plant.generatorPowerW;
  return (
    <section className={isAsleep ? 'wall-slide asleep' : 'wall-slide'}>
      <h1>{plant.name}</h1>
      <p>
        <Chip tone={tone} icon={icon}>
          {text(`plants.state.${plant.state}`)}
        </Chip>{' '}
        <span className="secondary">
          {plant.town} · {format.inWords(format.ratedPower(plant.generatorPowerW))}
        </span>
      </p>
      <dl>
        <Big
          name={text('wall.now')}
          of={isAsleep ? { figure: text('plants.resting'), unit: '' } : format.power(plant.acPowerW)}
        />
        <Big name={text('wall.today')} of={format.energy(plant.todayEnergyWh)} />
        <Big name={text('wall.yield')} of={{ figure: format.number(kwhPerKw, { min: 2 }), unit: 'kWh/kWp' }} />
      </dl>
    </section>
  );
}

function Big({ name, of }: { readonly name: string; readonly of: Parameters<typeof Figure>[0]['of'] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Figure of={of} />
      </dd>
    </div>
  );
}
