import type { forecastDe } from './messages.forecast.de.js';

export const forecastEn: Readonly<Record<keyof typeof forecastDe, string>> = {
  'plant.forecast.title': 'Forecast',
  'plant.forecast.lead': 'What you expect of each month. Charts and alerts compare with it what really came.',
  'plant.forecast.of': 'For',
  'plant.forecast.plant': 'the whole plant',
  'plant.forecast.month': 'Month',
  'plant.forecast.model': 'Model',
  'plant.forecast.expected': 'Expected',
  'plant.forecast.own': 'Expected energy in {month} in kilowatt hours',
  'plant.forecast.source': 'Source',
  'plant.forecast.source.user': 'by you',
  'plant.forecast.source.plant': 'share of the plant',
  'plant.forecast.source.inverters': 'sum of the inverters',
  'plant.forecast.source.mixed': 'inverters and model',
  'plant.forecast.source.model': 'model',
  'plant.forecast.year': 'Year',
  'plant.forecast.empty': 'An empty field leaves the month to the model.',
  'plant.forecast.save': 'Save the forecast',
  'plant.forecast.saved': 'Forecast saved',
  'plant.hours.show': 'Show the hours of the year',
  'plant.hours.title': 'Hours of {year}',
  'plant.hours.hour': 'Hour',
  'plant.hours.summary':
    'Each column is a day, each row an hour by the clock of the plant. What comes again every day, such as a shadow, draws a line.',
  'plant.hours.scale': 'from 0 to {power}',
};
