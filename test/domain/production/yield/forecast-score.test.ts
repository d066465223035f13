import t from 'tap';
import { forecastScores } from '../../../../domain/production/yield/forecast-score.js';
import { cellOf, centreOf } from '../../../../domain/production/yield/weather-cell.js';
import type { WeatherInterval } from '../../../../domain/production/yield/weather-sky.js';

const hourS = 3_600;
const noonS = Date.parse('2026-06-21T12:00:00Z') / 1_000;

const hour = (fromS: number, ghiWm2: number | null): WeatherInterval => ({
  ...{ fromS, toS: fromS + hourS, ghiWm2 },
  ...{ dniWm2: null, dhiWm2: null, airTemperatureC: null, windMs: null },
});
const said = (hoursBefore: number, ghiWm2: number | null) => ({
  issuedS: noonS + hourS - hoursBefore * hourS,
  intervals: [hour(noonS, ghiWm2)],
});

t.test('forecasts are told apart by how far ahead they looked', async (t) => {
  const came = [hour(noonS, 500)];
  t.strictSame(forecastScores([said(6, 550), said(5, 480), said(7, 450), said(100, 900)], came), [
    { horizonH: 6, hours: 2, ghiWhm2: 1_000, errorWhm2: 30, absoluteErrorWhm2: 70 },
    { horizonH: 24, hours: 1, ghiWhm2: 500, errorWhm2: -50, absoluteErrorWhm2: 50 },
    { horizonH: 120, hours: 1, ghiWhm2: 500, errorWhm2: 400, absoluteErrorWhm2: 400 },
  ]);
});

t.test('what says nothing about a forecast', async (t) => {
  const cases = {
    'the hour had begun': [[said(0.5, 400)], [hour(noonS, 500)]],
    'too far ahead': [[said(169, 400)], [hour(noonS, 500)]],
    'nothing was said': [[said(6, null)], [hour(noonS, 500)]],
    'nobody knows what came': [[said(6, 400)], [hour(noonS, null)]],
    'another hour': [[said(6, 400)], [hour(noonS - hourS, 500)]],
    night: [[said(6, 0)], [hour(noonS, 0)]],
  } as const;
  for (const [name, [forecasts, came]] of Object.entries(cases))
    t.strictSame(forecastScores(forecasts, came), [], name);
  t.match(forecastScores([said(6, 40)], [hour(noonS, 0)]), [{ errorWhm2: 40 }], 'light that did not come is an error');
});

t.test('a cell is where a place lies, and does not tell where', async (t) => {
  t.strictSame(cellOf({ latitudeDeg: 48.5432, longitudeDeg: 9.2761 }), { latitudeTenths: 485, longitudeTenths: 93 });
  t.strictSame(cellOf({ latitudeDeg: -0.04, longitudeDeg: -0.01 }), { latitudeTenths: 0, longitudeTenths: 0 });
  t.strictSame(centreOf({ latitudeTenths: 485, longitudeTenths: 93 }), {
    latitudeDeg: 48.5,
    longitudeDeg: 9.3,
    altitudeM: 0,
  });
});
