import './outlook.css';
import type { Overview } from '../api/types.js';
import { addDays } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { useSeries } from './queries.js';
import { valuesByDay } from './series.js';
import { WeatherSource } from './weather-source.js';

const shownDays = 6;

/** What the weather forecast lets expect of today and the next days; nothing as long as nobody knows the weather. */
export function Outlook({ overview: { plantId, timeZone, today } }: { readonly overview: Overview }) {
  const text = useText();
  const format = useFormat();
  const series = useSeries(plantId, {
    ...{ metrics: ['weatherEnergyWh'], from: today, to: addDays(today, shownDays) },
    ...{ resolution: 'P1D', by: 'plant' },
  }).data;
  const energies = valuesByDay(series, timeZone, 'weatherEnergyWh');
  const days = [...energies].flatMap(([day, energyWh]) => (energyWh === null ? [] : [{ day, energyWh }]));
  if (series === undefined || days.length === 0) return null;
  const most = Math.max(...days.map(({ energyWh }) => energyWh), 1);
  return (
    <section className="card panel" aria-labelledby="plant-outlook">
      <div className="panel-head">
        <h2 id="plant-outlook">{text('plant.outlook.title')}</h2>
      </div>
      <ol className="outlook">
        {days.map(({ day, energyWh }) => (
          <li key={day}>
            <span>{day === today ? text('plant.current.day') : format.day(day, 'weekdayName')}</span>
            <span className="outlook-bar" aria-hidden="true">
              <i style={{ inlineSize: `${(100 * energyWh) / most}%` }} />
            </span>
            <b>{format.inWords(format.energy(energyWh))}</b>
          </li>
        ))}
      </ol>
      <WeatherSource weather={series.weather} />
    </section>
  );
}
