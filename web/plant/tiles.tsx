import './tiles.css';
import type { ReactNode } from 'react';
import type { Overview } from '../api/types.js';
import { PowerArc } from '../charts/power-arc.js';
import { shareOfExpected } from '../charts/expected.js';
import { change } from '../charts/summary.js';
import { nextSunrise } from '../charts/time.js';
import { narrowSpace } from '../format/numbers.js';
import type { Quantity } from '../format/quantities.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { useFactorWords } from './emission-factor.js';
import { usePlant } from './queries.js';
import { changeToYearBefore, useCalendarBars } from './use-bars.js';
import type { Day } from './use-day.js';
import { useNow } from './use-now.js';

type TilesProps = {
  readonly overview: Overview;
  /** Today, for the comparison with yesterday up to the same time. */
  readonly today: Day | null;
};

/** Power now, today, this month, total. */
export function Tiles({ overview, today }: TilesProps) {
  const text = useText();
  const format = useFormat();
  const factorWords = useFactorWords();
  const { energy, revenueCents, acPowerW, nominalPowerW, co2 } = overview;
  const share = acPowerW === null || nominalPowerW === 0 ? null : Math.max(0, acPowerW) / nominalPowerW;
  const money = (cents: number | null) => (cents === null ? null : format.inWords(format.money(cents)));
  // The whole month a year ago says little in the middle of this one: only its finished days are compared.
  const month = useCalendarBars(overview, 'month', overview.today);
  // Weather evens out over days; fewer say nothing.
  const ofExpected = shareOfExpected(month.bars, 5);
  const ofWeather = today?.expected?.share ?? null;
  const lastYear = format.inWords(format.energy(energy.sameMonthLastYearWh));
  const yesterday = format.inWords(format.energy(energy.yesterdayWh));
  const sunriseMs = useNextSunrise(overview);
  const isNight = acPowerW === null && sunriseMs !== null;
  const clockOf = (ms: number) => format.instant(new Date(ms).toISOString(), overview.timeZone, 'time');
  return (
    <section className="tiles" aria-label={text('plant.tiles')}>
      <Tile
        title={text('plant.tile.now')}
        quantity={isNight ? { figure: text('plant.tile.night'), unit: '' } : format.power(acPowerW)}
        aside={share !== null && <PowerArc share={share} />}
      >
        {isNight && <span>{text('plant.tile.sunrise', { time: clockOf(sunriseMs) })}</span>}
        <span>
          {share === null
            ? text('plant.tile.nominal', { power: format.inWords(format.ratedPower(nominalPowerW)) })
            : text('plant.tile.share', {
                share: format.inWords(format.percent(share)),
                power: format.inWords(format.ratedPower(nominalPowerW)),
              })}
        </span>
      </Tile>
      {energy.todayWh === null && energy.yesterdayWh !== null ? (
        <Tile title={text('plant.tile.yesterdayTitle')} quantity={format.energy(energy.yesterdayWh)}>
          <span>{text('plant.tile.nothingToday')}</span>
        </Tile>
      ) : (
        <Tile title={text('plant.tile.today')} quantity={format.energy(energy.todayWh)}>
          <Delta
            fraction={change(energy.todayWh, today?.energyBeforeSameTimeWh ?? null)}
            words={(delta) => text('plant.tile.vsYesterday', { delta })}
            otherwise={energy.yesterdayWh === null ? null : text('plant.tile.yesterday', { energy: yesterday })}
          />
          {ofWeather !== null && (
            <span>{text('plant.tile.ofWeather', { share: format.inWords(format.percent(ofWeather)) })}</span>
          )}
          <span>{energy.todayWh === null ? text('plant.tile.nothingToday') : money(revenueCents.today)}</span>
        </Tile>
      )}
      <Tile title={format.day(overview.today, 'monthName')} quantity={format.energy(energy.monthWh)}>
        <Delta
          fraction={changeToYearBefore(month.bars)}
          words={(delta) => text('plant.tile.vsLastYear', { delta })}
          otherwise={energy.sameMonthLastYearWh === null ? null : text('plant.tile.lastYear', { energy: lastYear })}
        />
        {ofExpected !== null && (
          <span>{text('plant.tile.ofExpected', { share: format.inWords(format.percent(ofExpected)) })}</span>
        )}
        <span>{money(revenueCents.month)}</span>
      </Tile>
      <Tile title={text('plant.tile.total')} quantity={format.energy(energy.totalWh)}>
        {energy.totalWh !== null && <span>{text('plant.tile.totalCounter')}</span>}
        {co2.totalKg !== null && (
          <span>
            {text('plant.tile.co2', { mass: format.inWords(format.mass(co2.totalKg)) })}
            {` (${factorWords(co2)})`}
          </span>
        )}
        {revenueCents.total !== null && (
          <span>{text('plant.tile.totalRevenue', { money: format.inWords(format.money(revenueCents.total)) })}</span>
        )}
      </Tile>
    </section>
  );
}

/** When the sun rises again at the plant; null by day and while its place is not known. */
function useNextSunrise({ plantId, today }: Overview): number | null {
  const location = usePlant(plantId).data?.location;
  const now = useNow(30_000);
  return location === undefined ? null : nextSunrise(now, today, location.latitudeDeg, location.longitudeDeg);
}

type TileProps = {
  readonly title: string;
  readonly quantity: Quantity;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

function Tile({ title, quantity, aside, children }: TileProps) {
  return (
    <div className="card tile">
      <h2>{title}</h2>
      <div className="tile-body">
        <div>
          <p className="big num">
            {quantity.figure}
            <small>
              {quantity.unit === '' ? '' : narrowSpace}
              {quantity.unit}
            </small>
          </p>
          <p className="sub num">{children}</p>
        </div>
        {aside}
      </div>
    </div>
  );
}

type DeltaProps = {
  readonly fraction: number | null;
  readonly words: (delta: string) => string;
  readonly otherwise: string | null;
};

/** A change with its sign in words and colour; a change under half a percent is none. */
function Delta({ fraction, words, otherwise }: DeltaProps) {
  const format = useFormat();
  if (fraction === null || fraction > 9.99) return otherwise === null ? null : <span>{otherwise}</span>;
  const sign = Math.round(fraction * 100) > 0 ? '+' : '';
  const tone = Math.abs(fraction) < 0.005 ? '' : fraction > 0 ? 'up' : 'down';
  return <b className={tone}>{words(`${sign}${format.inWords(format.percent(fraction))}`)}</b>;
}
