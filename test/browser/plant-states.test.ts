import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { encodeRecord } from '../../adapters/inverter-protocol/encode.js';
import { okReply } from '../../adapters/inverter-protocol/replies.js';
import type { Channels } from '../../domain/production/channels.js';
import { Temporal } from '../../domain/kernel/time.js';
import { lightAt } from '../../domain/production/yield/light.js';
import { cellOf } from '../../domain/production/yield/weather-cell.js';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { DeviceSocket } from '../support/device-socket.js';
import { eventually } from '../support/eventually.js';
import { newInverter, newOwner, newPlant, password, plantBody } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { record } from '../support/readings.js';

const said = {
  'de-DE': {
    userName: 'Benutzername oder E-Mail-Adresse',
    password: 'Passwort',
    signIn: 'Anmelden',
    note: 'Hinweis',
    other: 'WEST: ein anderes Gerät sendet unter dieser Seriennummer',
    below: /gleich ausgerichtet.*WEST \(70\s?%\) liegt mehr als 20\s?% unter dem besten\./,
    limit: /Grenze: 20\s% unter dem besten/,
    otherState: 'Anderes Gerät sendet',
    outlook: 'Nächste Tage',
    byWeather: 'Nach dem Wetter',
    source: 'Open-Meteo.com (CC BY 4.0)',
    ...{
      forecast: 'Prognose',
      july: 'Erwartete Energie im Juli in Kilowattstunden',
      whole: '3.300,5',
      model: 'Modell',
    },
    ...{ save: 'Prognose speichern', saved: 'Prognose gespeichert', byYou: 'von Ihnen', of: 'Für' },
    ...{ hours: 'Stunden des Jahres zeigen', hoursOf: /^Stunden \d{4}$/ },
    ...{ share: 'Anteil an der Anlage', tooMuch: /kWh sind mit dieser Leistung/ },
  },
  'en-GB': {
    userName: 'User name or e-mail address',
    password: 'Password',
    signIn: 'Sign in',
    note: 'Note',
    other: 'WEST: another device sends under this serial number',
    below: /faces the same way.*WEST \(70\s?%\) is more than 20\s?% below the best\./,
    limit: /Limit: 20\s?% below the best/,
    otherState: 'Another device sends',
    outlook: 'Next days',
    byWeather: 'By the weather',
    source: 'Open-Meteo.com (CC BY 4.0)',
    ...{
      forecast: 'Forecast',
      july: 'Expected energy in July in kilowatt hours',
      whole: '3,300.5',
      model: 'model',
    },
    ...{ save: 'Save the forecast', saved: 'Forecast saved', byYou: 'by you', of: 'For' },
    ...{ hours: 'Show the hours of the year', hoursOf: /^Hours of \d{4}$/ },
    ...{ share: 'share of the plant', tooMuch: /kWh is not possible with this power/ },
  },
} as const;

/** A day back and six ahead, as a service tells them now. */
function halfClearWeek() {
  const issuedS = Math.floor(Date.now() / 1_000);
  const firstS = (Math.floor(issuedS / 86_400) - 1) * 86_400;
  const rest = { dniWm2: null, dhiWm2: null, airTemperatureC: 8, windMs: 2 };
  const intervals = Array.from({ length: 8 * 24 }, (_, hour) => {
    const fromS = firstS + hour * 3_600;
    return { ...rest, fromS, toS: fromS + 3_600, ghiWm2: lightAt(plantBody.location, fromS + 1_800).clear.ghiWm2 / 2 };
  });
  return { issuedS, intervals };
}

t.test('the page says what is the matter, and contradicts itself nowhere', async (t) => {
  const portal = await testPortal(t);
  const owner = await newOwner(portal.url);
  const plantId = await newPlant(owner);
  const subplant = { name: 'Nordseite', azimuthDeg: 0, tiltDeg: 30, moduleAreaM2: 40, generatorPowerW: 8_000 };
  const added = await owner.call('POST', `/plants/${plantId}/subplants`, subplant);
  t.equal(added.status, 201);
  const device = await DeviceSocket.open(Number(new URL(portal.url).port));
  t.teardown(async () => device.close());
  const send = async (serialNumber: string, channels: Channels, mac = '502DF400489C') => {
    // The next full second: a device stands there from the moment on in which it was added.
    const now = Temporal.Now.plainDateTimeISO('Europe/Berlin').round({ smallestUnit: 'second', roundingMode: 'ceil' });
    const body = encodeRecord({ ...record(serialNumber, now.toString(), channels), mac }, 'attribute');
    if ((await device.send(body))?.body !== okReply) throw new Error(`${serialNumber} was refused`);
  };
  const overview = async () => (await owner.call('GET', `/plants/${plantId}/overview`)).body;
  for (const [serialNumber, dayEnergyWh] of [
    ['SUED', 4_000],
    ['WEST', 2_800],
    ['NORD', 2_000],
  ] as const) {
    const id = await newInverter(owner, plantId, serialNumber);
    if (serialNumber === 'NORD')
      await owner.call('PATCH', `/plants/${plantId}/inverters/${id}`, { subplantId: added.body.id });
    await eventually(async () => {
      await send(serialNumber, { acPowerW: 900, dayEnergyWh, status: 4 });
      await pause(200);
      return (await overview()).inverters.some(
        (one: { name: string; todayWh: number | null }) => one.name === serialNumber && one.todayWh !== null,
      );
    });
  }
  t.equal((await overview()).state, 'ok');
  // A twin, later than everything that the known device has sent.
  await send('WEST', { acPowerW: 100, dayEnergyWh: 100, status: 4 }, '502DF40048AF');
  await eventually(async () => {
    await pause(100);
    return (await overview()).state === 'note';
  });
  const states = (await owner.call('GET', `/plants/${plantId}/inverters`)).body.items;
  t.same(states.map(({ name, state }: { name: string; state: string }) => `${name} ${state}`).sort(), [
    'NORD reporting',
    'SUED reporting',
    'WEST otherDevice',
  ]);

  await portal.system.weather.keep(cellOf(plantBody.location), { source: 'Open-Meteo', ...halfClearWeek() });
  const browser = await testBrowser(t);
  for (const locale of ['de-DE', 'en-GB'] as const) {
    await t.test(locale, async (t) => {
      const words = said[locale];
      const context = await browser.newContext({ locale, baseURL: portal.url });
      t.teardown(() => context.close());
      const page = await context.newPage();
      await page.goto(`/sign-in?to=/plants/${plantId}`);
      await page.getByLabel(words.userName).fill(owner.userName);
      await page.getByLabel(words.password, { exact: true }).fill(password);
      await page.getByRole('button', { name: words.signIn }).click();
      await page.locator('.plant-head').getByText(words.note, { exact: true }).waitFor();
      await page.getByText(words.other).waitFor();
      await page.getByText(words.below).first().waitFor();
      await page.getByText(words.limit).waitFor();
      t.equal(
        await page.locator('.inverter-bars li.low').count(),
        1,
        'the one that faces north is compared with nobody',
      );
      await page.getByRole('heading', { name: words.outlook }).waitFor();
      await page.locator('.chart-legend').getByText(words.byWeather).waitFor();
      t.equal(await page.getByRole('link', { name: words.source }).count(), 2, 'to whom the weather is owed');
      await noViolations(t, page, 'a plant with a note');
      await page.goto(`/plants/${plantId}/inverters`);
      await page.getByText(words.otherState, { exact: true }).waitFor();
      await noViolations(t, page, 'inverters of which one is another device');

      await t.test('the hours of a year', async (t) => {
        await page.goto(`/plants/${plantId}?view=year`);
        await page.getByRole('button', { name: words.hours }).click();
        await page.getByRole('application', { name: words.hoursOf }).press('ArrowRight');
        await page.locator('.heat-map .chart-tip').getByText(/12:00/).waitFor();
        await noViolations(t, page, 'the hours of a year');
      });

      await t.test('what is expected of each month is written with the keyboard', async (t) => {
        await page.goto(`/plants/${plantId}`);
        await page.getByRole('link', { name: words.forecast, exact: true }).click();
        const field = page.getByLabel(words.july);
        const part = page.getByRole('combobox', { name: words.of, exact: true });
        const july = page.getByRole('row').filter({ has: field });
        await july.getByText(words.model, { exact: true }).waitFor();
        await noViolations(t, page, 'a forecast by the model');
        await field.focus();
        await page.keyboard.type('9999999');
        await page.keyboard.press('Enter');
        await july.getByText(words.tooMuch).waitFor();
        await noViolations(t, page, 'a forecast that cannot be');
        await field.fill(words.whole);
        await field.press('Enter');
        await page.getByText(words.saved).first().waitFor();
        await july.getByText(words.byYou, { exact: true }).waitFor();
        await part.selectOption('SUED');
        await july.getByText(words.share, { exact: true }).waitFor();
        await noViolations(t, page, 'the forecast of an inverter');
        await part.selectOption({ index: 0 });
        await page.reload();
        t.equal(await field.inputValue(), words.whole);
        await field.fill('');
        await page.getByRole('button', { name: words.save }).press('Enter');
        await page.getByText(words.saved).first().waitFor();
        await july.getByText(words.model, { exact: true }).waitFor();
        t.equal(await field.inputValue(), '', 'an empty field is the model’s again');
      });
    });
  }
});
