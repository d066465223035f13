import type { Series } from '../api/types.js';
import { useText } from '../i18n/use-text.js';

/** To whom the weather is owed that the expected energy rests on. */
export function WeatherSource({ weather }: { readonly weather: Series['weather'] }) {
  const text = useText();
  return (
    <small className="source">
      {text('plant.weather.source')}{' '}
      {weather.map(({ text: name, url }, index) => (
        <span key={name}>
          {index > 0 && ', '}
          {url === null ? (
            name
          ) : (
            <a href={url} rel="noreferrer" target="_blank">
              {name}
            </a>
          )}
        </span>
      ))}
    </small>
  );
}
