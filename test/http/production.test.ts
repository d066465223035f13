import t from 'tap';
import { keptWeather } from '../../adapters/weather/kept-weather.js';
import { lightAt } from '../../domain/production/yield/light.js';
import { cellOf } from '../../domain/production/yield/weather-cell.js';
import type { PlantForViewing } from '../../http/routes/production-deps.js';
import type { InverterState } from '../../domain/production/condition.js';
import { inverterOverview } from '../../http/routes/production-overview.js';
import { clockS, instant, inverterId, record, serial, setAssignments } from '../support/readings.js';
import { productionApp, subplantId } from '../support/production-app.js';

const { viewer, plant, base, get, app, pool, intake, worker } = await productionApp(t);

t.test('what a removed inverter has produced stays with the plant', async (t) => {
  const [first, second, ...others] = plant.inverters;
  if (first === undefined || second === undefined) throw new Error('two inverters produce');
  const range = 'metrics=energyWh&from=2026-07-21&to=2026-07-22&resolution=P1D';
  const looks = async () => [
    (await get(`${base}/overview`)).json(),
    ...(await Promise.all(['plant', 'subplant', 'inverter'].map((by) => get(`${base}/series?${range}&by=${by}`)))).map(
      (answer) => answer.json(),
    ),
  ];
  const [before, wholeBefore] = await looks();
  viewer.shown = { ...plant, inverters: [first, ...others], removedInverterIds: [second.id] };
  const [overview, whole, bySubplant, byInverter] = await looks();
  viewer.shown = plant;
  t.same([overview.energy, overview.revenueCents], [before.energy, before.revenueCents]);
  t.same(
    overview.inverters.map(({ id }: { id: string }) => id),
    [first.id, ...others.map(({ id }) => id)],
  );
  t.same(whole.series, wholeBefore.series);
  const sum = (series: readonly { values: readonly (number | null)[] }[]) =>
    series.reduce((total, { values: [value] }) => total + (value ?? 0), 0);
  t.equal(sum(bySubplant.series), sum(wholeBefore.series), 'outside of all subplants');
  t.notOk(
    byInverter.series.some(({ of }: { of: string }) => of === second.id),
    'it has no line of its own',
  );
});

t.test('overview', async (t) => {
  const answer = await get(`${base}/overview`);
  t.equal(answer.statusCode, 200);
  t.match(answer.json(), {
    state: 'fault',
    today: '2026-07-21',
    lastValueAt: '2026-07-21T10:00:00Z',
    acPowerW: 1_503,
    energy: { todayWh: 4_400, monthWh: 4_400, yesterdayWh: null, totalWh: 4_400 },
    revenueCents: { today: 44 },
    inverters: [
      { condition: 'ok', todayWh: 4_000, specificYieldTodayKwhPerKw: 0.4 },
      { condition: 'fault', deviceState: 7 },
      { condition: 'claimOpen', acPowerW: null, todayWh: null, lastValueAt: null },
    ],
  });
  const etag = String(answer.headers.etag);
  t.equal((await get(`${base}/overview`, { 'if-none-match': etag })).statusCode, 304);
  viewer.now = instant('2026-07-21T20:00:00Z');
  t.equal((await get(`${base}/overview`)).json().acPowerW, null, 'at night nothing is measured');
  viewer.now = instant('2026-07-21T10:05:00Z');
});

t.test('what is measured on closed days may be kept, everything else is asked for', async (t) => {
  const answer = (query: string, headers = {}) => get(`${base}/series?resolution=PT1H&${query}`, headers);
  const open = await answer('from=2026-07-19&to=2026-07-21&metrics=energyWh');
  t.match(open.headers, { 'cache-control': 'private, no-cache', vary: 'accept, authorization, cookie' });
  const closed = await answer('from=2026-07-19&to=2026-07-20&metrics=acVoltageV,acPowerW');
  t.equal(closed.headers['cache-control'], 'private, max-age=86400, immutable');
  for (const [resolution, to] of [
    ['P1M', '2026-07-02'],
    ['P1Y', '2026-02-01'],
  ] as const) {
    const url = `${base}/series?resolution=${resolution}&from=2026-01-01&to=${to}&metrics=acPowerW`;
    t.equal((await get(url)).headers['cache-control'], 'private, no-cache', `${resolution} reaches to today`);
  }
  const energy = await answer('from=2026-07-19&to=2026-07-20&metrics=energyWh,acPowerW');
  t.equal(energy.headers['cache-control'], 'private, no-cache', 'people may correct it');
  const modelled = await answer('from=2026-07-19&to=2026-07-20&metrics=energyWh,expectedEnergyWh');
  t.equal(modelled.headers['cache-control'], 'private, no-cache', 'the owner may describe the plant anew');
  for (const { headers } of [open, closed]) {
    const known = `"other", W/${String(headers.etag)}`;
    const range = headers === closed.headers ? 'from=2026-07-19&to=2026-07-20&metrics=acVoltageV,acPowerW' : null;
    const again = await answer(range ?? 'from=2026-07-19&to=2026-07-21&metrics=energyWh', { 'if-none-match': known });
    t.match(again, { statusCode: 304, body: '', headers: { etag: headers.etag } });
  }
  t.equal((await answer('from=2026-07-19&to=2026-07-20', { 'if-none-match': '"other"' })).statusCode, 200);
});

t.test('what the energy was worth, in every resolution', async (t) => {
  const from = 'from=2026-07-21&to=2026-07-22&metrics=energyWh,revenueCents,avoidedCo2Kg';
  for (const resolution of ['PT10M', 'PT1H', 'P1D', 'P1M', 'P1Y']) {
    const { series } = (await get(`${base}/series?${from}&resolution=${resolution}`)).json();
    const sums = series.map(({ values }: { values: (number | null)[] }) =>
      values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    );
    t.strictSame(
      sums.map((sum: number) => Math.round(sum * 1e6) / 1e6),
      [4_400, 44, 1.76],
      resolution,
    );
    t.strictSame(
      series.map(({ unit }: { unit: string }) => unit),
      ['Wh', 'ct', 'kg'],
    );
  }
  viewer.shown = { ...plant, feedInTariffs: [{ from: '2026-07-22', centsPerKwh: 10 }] };
  const { series } = (await get(`${base}/series?${from}&resolution=P1M`)).json();
  viewer.shown = plant;
  t.strictSame(series[1].values, [null], 'before the first tariff nothing is known of what it earned');
});

t.test('who may not look', async (t) => {
  t.equal((await app.inject({ url: `${base}/overview` })).statusCode, 401);
  t.equal((await get(`/api/v1/plants/${inverterId(1)}/series?from=2026-07-21&to=2026-07-22`)).statusCode, 404);
  viewer.shown = { ...plant, licence: { state: 'expired', firstDay: null, lastDay: null, daysLeft: null } };
  const range = '?from=2026-07-21&to=2026-07-22';
  for (const path of [
    'overview',
    `series${range}`,
    `series.csv${range}`,
    `series.xlsx${range}`,
    'device-errors',
    'live',
  ]) {
    const answer = await get(`${base}/${path}`);
    t.equal(answer.statusCode, 402, path);
    t.equal(answer.json().code, 'licence.required');
  }
  viewer.shown = plant;
});

t.test('series', async (t) => {
  const series = async (query: string) => (await get(`${base}/series?${query}`)).json();
  const day = await series('from=2026-07-21&to=2026-07-22&metrics=acPowerW,energyWh,acVoltageV');
  t.equal(day.times.length, 144);
  t.equal(day.times[0], '2026-07-20T22:00:00Z');
  const at = (time: string) => day.times.indexOf(time);
  const [power, energy, voltage] = day.series.map(({ values }: { values: number[] }) => values);
  t.equal(power[at('2026-07-21T06:00:00Z')], 1_500, 'sum of power');
  t.equal(power[at('2026-07-21T07:00:00Z')], null, 'a gap');
  t.equal(voltage[at('2026-07-21T06:00:00Z')], 230, 'mean of voltage');
  t.equal(energy[at('2026-07-21T06:00:00Z')], 1_000, 'what came in the ten minutes after 8:00');
  t.equal(
    energy.reduce((sum: number, value: number | null) => sum + (value ?? 0), 0),
    4_400,
  );

  const parts = await series('from=2026-07-21&to=2026-07-22&metrics=energyWh&by=subplant&resolution=P1D');
  t.same(parts.series, [
    { metric: 'energyWh', unit: 'Wh', of: subplantId, name: 'Ost', values: [4_000] },
    { metric: 'energyWh', unit: 'Wh', of: null, name: 'Scheune', values: [400] },
  ]);
  const months = await series('from=2026-01-01&to=2027-01-01&metrics=energyWh&by=inverter&resolution=P1M');
  t.equal(months.series.length, 3);
  t.same(months.series[0].values, [null, null, null, null, null, null, 4_000, null, null, null, null, null]);
  t.same((await series('from=2020-01-01&to=2027-01-01&metrics=energyWh&resolution=P1Y')).times.length, 7);
  t.equal((await series('from=2026-10-25&to=2026-10-26&resolution=PT1H')).times.length, 25);
  const clipped = await series('from=2026-07-21T08:00:00%2B02:00&to=2026-07-21T08:30:00%2B02:00&metrics=acPowerW');
  t.same(clipped.times, ['2026-07-21T06:00:00Z', '2026-07-21T06:10:00Z', '2026-07-21T06:20:00Z']);

  const chosen = `acVoltageV@${inverterId(1)},energyWh,acPowerW@${subplantId},energyWh`;
  const lines = await series(`from=2026-07-21&to=2026-07-22&resolution=P1D&lines=${chosen}`);
  t.strictSame(
    lines.series.map(({ metric, of }: { metric: string; of: string | null }) => [metric, of]),
    [
      ['acVoltageV', inverterId(1)],
      ['energyWh', null],
      ['acPowerW', subplantId],
    ],
    'lines of ones own choice, in their order, each once',
  );
  t.same(lines.series[1].values, [4_400]);
  for (const [wrong, code] of [
    [`acPowerW@${inverterId(99)}`, 'series.part-unknown'],
    ['acPowerW@', 'series.part-unknown'],
    ['beauty', 'series.metric-unknown'],
    [',', 'series.metric-unknown'],
  ] as const) {
    const answer = await get(`${base}/series?from=2026-07-21&to=2026-07-22&lines=${wrong}`);
    t.match([answer.statusCode, answer.json().code], [422, code], wrong);
  }

  const codes = async (query: string) => (await series(query)).code;
  t.equal(await codes('from=2026-01-01&to=2026-12-31'), 'series.range-too-large');
  t.equal(await codes('from=2026-07-22&to=2026-07-21'), 'series.range-empty');
  t.equal(await codes('from=2026-07-21&to=2026-07-22&metrics=beauty'), 'series.metric-unknown');
  t.equal((await get(`${base}/series?from=yesterday&to=2026-07-22`)).statusCode, 400);
});

t.test('errors of devices, page by page', async (t) => {
  const error = { mac: null, state: 2, stateAfter: 6, short: null, long: null, type: null };
  await intake.recordErrors(
    ['0A0016', '0A010C', '0A0004'].map((code, n) => ({
      ...error,
      serialNumber: serial(n === 0 ? 'B' : 'A'),
      deviceClockS: clockS('2026-07-21T09:00') + (n === 2 ? 60 : 0),
      code,
    })),
    instant('2026-07-21T10:01:00Z'),
  );
  const list = async (query: string) =>
    (await get(`${base}/device-errors?${query}`, { 'accept-language': 'de' })).json();
  const first = await list('limit=2');
  t.match(first.items[0], {
    code: '0A0004',
    text: 'Reglerspannung 4',
    inverterName: 'WR 1',
    at: '2026-07-21T07:01:00Z',
    deviceStateText: 'Aktivierung',
  });
  const second = await list(`limit=2&cursor=${first.next}`);
  t.equal(second.items.length, 1);
  t.equal(second.next, null);
  const known = [...first.items, ...second.items].map((item) => [item.code, item.known] as const);
  const again = [...first.items, ...second.items].map((item) => [item.code, item.runningAgainAt] as const);
  t.match(
    Object.fromEntries(again),
    { '0A0004': /^2026-07-21T/, '0A0016': null, '0A010C': /^2026-07-21T/ },
    'the other one has not run since',
  );
  t.same(Object.fromEntries(known), { '0A0004': true, '0A0016': true, '0A010C': false });
  t.equal((await list(`inverterId=${inverterId(2)}`)).items.length, 1);
  t.equal((await list('to=2026-07-21')).items.length, 0);
  t.equal((await list('cursor=nonsense')).code, 'errors.cursor-invalid');
  const { headers } = await get(`${base}/device-errors`);
  t.equal((await get(`${base}/device-errors`, { 'if-none-match': String(headers.etag) })).statusCode, 304);
});

t.test('an exchange for another size, a clock that runs ahead, a late record of the former device', async (t) => {
  await setAssignments(pool, [
    { serialNumber: 'A', inverterId: inverterId(1), from: '2026-01-01T00:00:00Z', to: '2026-07-21T10:15:00Z' },
    { serialNumber: 'A2', inverterId: inverterId(1), nominalPowerW: 20_000, from: '2026-07-21T10:15:00Z' },
  ]);
  for (const serialNumber of ['A', 'A2']) intake.invalidate(serial(serialNumber));
  const send = (serialNumber: string, wall: string, received: string, acPowerW: number, dayEnergyWh: number) =>
    intake.record([record(serialNumber, wall, { acPowerW, dayEnergyWh, status: 4 })], instant(received));
  const first = async () => {
    await worker.settled();
    return (await get(`${base}/overview`)).json().inverters[0];
  };
  await intake.record(
    [record('A', '2026-07-21T12:10', { acPowerW: 2_000, dayEnergyWh: 5_000, status: 4 })],
    instant('2026-07-21T10:11:00Z'),
  );
  await send('A2', '2026-07-21T13:00', '2026-07-21T11:00:05Z', 1_500, 2_000);
  viewer.now = instant('2026-07-21T11:15:00Z');
  const value = { lastValueAt: '2026-07-21T11:00:00Z', acPowerW: 1_500 };
  const yields = (kwhPerKw: number) => ({
    specificYieldTodayKwhPerKw: kwhPerKw,
    specificYield7DaysKwhPerKw: kwhPerKw,
    specificYield30DaysKwhPerKw: kwhPerKw,
  });
  t.match(await first(), { ...value, todayWh: 7_000, isClockAhead: false, condition: 'ok', ...yields(0.6) });

  await send('A2', '2026-07-22T12:00', '2026-07-21T11:10:00Z', 9_000, 30_000);
  const ahead = { isClockAhead: true, condition: 'note' };
  t.match(
    await first(),
    { ...value, todayWh: 7_000, ...ahead, ...yields(0.6) },
    'nothing is all right with a wrong clock',
  );
  viewer.now = instant('2026-07-22T10:05:00Z');
  t.match(
    await first(),
    { lastValueAt: value.lastValueAt, acPowerW: null, todayWh: null },
    'nor is it the present value when its time has come',
  );
  viewer.now = instant('2026-07-21T11:15:00Z');

  await send('A', '2026-07-21T12:12', '2026-07-21T11:12:00Z', 2_000, 6_000);
  t.match(await first(), { ...value, todayWh: 8_000, ...yields(0.7) });
});

t.test('a device is without data when it does not report, as the list of inverters says', async (t) => {
  const nowS = instant('2026-07-21T12:00:00Z').epochMilliseconds / 1000;
  const conditionOf = (state: InverterState, valueAgeH: number | null, isClockAhead = false, deviceState = 4) => {
    const lastValueAtS = valueAgeH === null ? null : nowS - valueAgeH * 3_600;
    const numbers = { inverterId: inverterId(1), lastValueAtS, intervalS: 600, acPowerW: 1, deviceState, todayWh: 1 };
    const inverter = { ...(plant.inverters[0] as PlantForViewing['inverters'][number]), state };
    return inverterOverview(inverter, { ...numbers, isClockAhead }, nowS).condition;
  };
  t.equal(conditionOf('reporting', 1), 'ok');
  t.equal(conditionOf('reporting', 1, true), 'note');
  t.equal(conditionOf('reporting', 1, true, 7), 'fault', 'the worse of both');
  t.equal(conditionOf('silent', 30), 'noData');
  t.equal(conditionOf('awaitingData', null), 'noData');
  t.equal(conditionOf('reporting', 30), 'note', 'it sends, but nothing of today');
  t.equal(conditionOf('reporting', null, true), 'note');
  t.equal(conditionOf('claimOpen', null), 'claimOpen');
});

t.test('what the weather allows, as far as it is known', async (t) => {
  const query =
    'metrics=weatherPowerW,weatherEnergyWh,clearSkyPowerW,weatherIrradianceWPerM2&from=2026-07-21&to=2026-07-22&resolution=PT1H';
  const hours = async () => (await get(`${base}/series?${query}`)).json();
  const valuesOf = (answer: Awaited<ReturnType<typeof hours>>, metric: string) =>
    answer.series.find((one: { metric: string }) => one.metric === metric).values as (number | null)[];
  const unknown = await hours();
  t.same([unknown.weather, new Set(valuesOf(unknown, 'weatherPowerW'))], [[], new Set([null])]);

  if (plant.model === null) throw new Error('the plant stands somewhere');
  const { place } = plant.model;
  const startS = clockS('2026-07-20T00:00:00');
  const intervals = Array.from({ length: 60 }, (_, hour) => {
    const fromS = startS + hour * 3_600;
    const clear = Math.max(0, lightAt(place, fromS + 1_800).clear.ghiWm2);
    const rest = { dniWm2: null, dhiWm2: null, airTemperatureC: null, windMs: null };
    return { fromS, toS: fromS + 3_600, ghiWm2: clear / 2, ...rest };
  });
  await keptWeather(pool).keep(cellOf(place), { source: 'Bright Sky', issuedS: startS, intervals });

  const known = await hours();
  t.match(known.weather, [{ text: /Deutscher Wetterdienst/, url: /^https:/ }]);
  const power = valuesOf(known, 'weatherPowerW');
  t.strictSame(power, valuesOf(known, 'weatherEnergyWh'), 'watts over an hour are watt hours');
  const clear = valuesOf(known, 'clearSkyPowerW')[12] ?? 0;
  const noon = power[12] ?? 0;
  t.ok(noon > 0.4 * clear && noon < 0.65 * clear, 'half of the light makes about half of the power');
  t.equal(power[0], 0, 'the night is dark in any weather');

  const light = valuesOf(known, 'weatherIrradianceWPerM2');
  const horizontal = intervals.slice(22, 46).map(({ ghiWm2 }) => ghiWm2);
  t.equal(light[0], 0);
  const shareOfLight = (light[12] ?? 0) / (horizontal[12] ?? 1);
  t.ok(shareOfLight > 0.8 && shareOfLight < 1.3, 'light on the modules is not shared among inverters');

  const days = (await get(`${base}/series?${query.replace('PT1H', 'P1D').replace('07-22', '07-23')}`)).json();
  const [first, second] = valuesOf(days, 'weatherEnergyWh');
  const sum = power.reduce<number>((all, value) => all + (value ?? 0), 0);
  t.ok(Math.abs((first ?? 0) - sum) < 0.02 * sum, 'hours add up to the day');
  t.equal(second, null, 'nobody knows the afternoon of the day after');

  const ratios =
    'metrics=performanceRatioPercent,correctedPerformanceRatioPercent,energyWh&from=2026-07-20&to=2026-07-23';
  const judged = (await get(`${base}/series?${ratios}&resolution=P1D&by=subplant`)).json();
  const ratioOf = (metric: string, of: string | null) =>
    judged.series.find((one: { metric: string; of: string | null }) => one.metric === metric && one.of === of).values;
  const [, east] = ratioOf('performanceRatioPercent', subplantId);
  t.ok(east > 1 && east < 40, 'of a morning only, but of something');
  t.ok(ratioOf('correctedPerformanceRatioPercent', subplantId)[1] > east, 'warm cells could not give as much');
  t.same(
    [ratioOf('performanceRatioPercent', subplantId)[0], ratioOf('performanceRatioPercent', null)[2]],
    [null, null],
  );
  const tooLong = await get(`${base}/series?${ratios.replace('2026-07-20', '2025-01-20')}&resolution=P1M`);
  t.equal(tooLong.json().code, 'series.range-too-large');

  viewer.shown = { ...plant, model: null };
  const nowhere = await hours();
  viewer.shown = plant;
  t.same([nowhere.weather, new Set(valuesOf(nowhere, 'weatherPowerW'))], [[], new Set([null])]);
});

t.test('what is expected, beside what was measured', async (t) => {
  const range = 'from=2026-07-21&to=2026-07-22&resolution=PT1H';
  const metrics = 'metrics=expectedEnergyWh,expectedPowerW,clearSkyPowerW,energyWh';
  const series = async (query: string) => (await get(`${base}/series?${query}`)).json();
  const whole = await series(`${metrics}&${range}`);
  t.match(whole.expectation, { kind: 'table', attribution: 'EUMETSAT CM SAF / DWD / IWU', accuracyPercent: 10 });
  const valuesOf = (answer: typeof whole, metric: string, of: string | null = null) =>
    answer.series.find((one: { metric: string; of: string | null }) => one.metric === metric && one.of === of)?.values;
  const energy = valuesOf(whole, 'expectedEnergyWh');
  t.equal(energy.length, 24);
  t.equal(energy[0], 0, 'a night is expected to be dark');
  t.same(valuesOf(whole, 'expectedPowerW'), energy, 'watts over an hour are watt hours');
  const clear = valuesOf(whole, 'clearSkyPowerW');
  t.ok(clear[12] > 1.2 * energy[12], 'no cloud is more than the usual sky');
  t.equal((await series(`metrics=energyWh&${range}`)).expectation, null);

  const close = (found: number, wanted: number, what: string) => t.ok(Math.abs(found - wanted) < 1e-6 * wanted, what);
  const byInverter = await series(`metrics=expectedEnergyWh&${range}&by=inverter`);
  const noon = plant.inverters.map(({ id }) => valuesOf(byInverter, 'expectedEnergyWh', id)[12]);
  close(
    noon.reduce((sum, value) => sum + value, 0),
    energy[12],
    'inverters add up to the plant',
  );
  close(noon[1], noon[2], 'equal inverters of one field share it');
  const bySubplant = await series(`metrics=expectedEnergyWh&${range}&by=subplant`);
  close(
    valuesOf(bySubplant, 'expectedEnergyWh', subplantId)[8],
    valuesOf(byInverter, 'expectedEnergyWh', plant.inverters[0]?.id ?? '')[8],
    'east',
  );

  const month = await series('metrics=expectedEnergyWh&from=2026-07-01&to=2026-08-01&resolution=P1M');
  const days = await series('metrics=expectedEnergyWh&from=2026-07-01&to=2026-08-01&resolution=P1D');
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  close(sum(valuesOf(days, 'expectedEnergyWh')), valuesOf(month, 'expectedEnergyWh')[0], 'days add up to the month');

  viewer.shown = { ...plant, model: null };
  const nowhere = await series(`metrics=expectedEnergyWh,energyWh&${range}`);
  viewer.shown = plant;
  t.equal(nowhere.expectation, null);
  t.same(new Set(valuesOf(nowhere, 'expectedEnergyWh')), new Set([null]), 'nobody knows where it stands');
});
