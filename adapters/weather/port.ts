import type { MeasuredClimate, MonthlyMeans } from '../../domain/production/yield/climate.js';
import type { Place } from '../../domain/production/yield/sun-position.js';
import type { Span } from '../../domain/production/yield/sun-events.js';
import type { WeatherCell } from '../../domain/production/yield/weather-cell.js';
import type { WeatherInterval } from '../../domain/production/yield/weather-sky.js';
import type { Attribution, WeatherServiceName } from './attributions.js';

/** Why there is no answer, and when it makes sense to ask again; null = when the question or the configuration is another. */
export type NoWeather = {
  readonly ok: false;
  readonly reason:
    /** Too many questions. */
    | 'busy'
    /** Nothing came back, or an error of the service. */
    | 'unavailable'
    /** The service says no: no data there, a wrong key. */
    | 'refused'
    /** What came back cannot be believed or understood. */
    | 'unreadable';
  /** For the log: the words of the service, or what is wrong with its answer. */
  readonly detail: string;
  readonly retryAfterS: number | null;
};

/** Weather by the hour, measured or forecast. Whatever the network or the service does, it resolves. */
export type WeatherSource = {
  readonly name: WeatherServiceName;
  hourly(
    place: Place,
    span: Span,
  ): Promise<{ readonly ok: true; readonly intervals: readonly WeatherInterval[] } | NoWeather>;
};

/** Weather that is kept, by the hour; without hours of which nothing is known, and with those to whom it is owed. */
export type KeptWeather = {
  readonly intervals: readonly WeatherInterval[];
  readonly attributions: readonly Attribution[];
};

/** Weather by the cell, past and to come. */
export type WeatherQueries = {
  during(cell: WeatherCell, span: Span): Promise<KeptWeather>;
};

/** The climate of the cell of a place; null where nothing was measured, or nobody knows the place. */
export type ClimateQueries = {
  at(place: Pick<Place, 'latitudeDeg' | 'longitudeDeg'> | null): Promise<MeasuredClimate | null>;
};

/** What is asked once and kept. */
export type ClimateService = {
  readonly name: WeatherServiceName;
  /** Means over years, such as `2005-2023`. */
  monthly(
    place: Place,
  ): Promise<{ readonly ok: true; readonly means: MonthlyMeans; readonly period: string } | NoWeather>;
  /** Each hour of a year made of typical months, laid into the (non-leap) year that is asked for. */
  typicalYear(
    place: Place,
    year: number,
  ): Promise<{ readonly ok: true; readonly intervals: readonly WeatherInterval[] } | NoWeather>;
};
