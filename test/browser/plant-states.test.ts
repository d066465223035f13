import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { encodeRecord } from '../../adapters/inverter-protocol/encode.js';
import { okReply } from '../../adapters/inverter-protocol/replies.js';
import type { Channels } from '../../domain/production/channels.js';
import { Temporal } from '../../domain/kernel/time.js';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { DeviceSocket } from '../support/device-socket.js';
import { eventually } from '../support/eventually.js';
import { newInverter, newOwner, newPlant, password } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { record } from '../support/readings.js';

const said = {
  'de-DE': {
    userName: 'Benutzername oder E-Mail-Adresse',
    password: 'Passwort',
    signIn: 'Anmelden',
    note: 'Hinweis',
    other: 'WEST: ein anderes Gerät sendet unter dieser Seriennummer',
    below:
      /^Spezifischer Ertrag.*WEST \(70\s%\) und NORD \(50\s%\) liegen unter 80\s% des besten\..*verschieden ausgerichtet/,
    limit: /Markiert: unter 80\s% des besten/,
    otherState: 'Anderes Gerät sendet',
  },
  'en-GB': {
    userName: 'User name or e-mail address',
    password: 'Password',
    signIn: 'Sign in',
    note: 'Note',
    other: 'WEST: another device sends under this serial number',
    below: /^Specific yield.*WEST \(70\s?%\) and NORD \(50\s?%\) are below 80\s?% of the best\..*face different ways/,
    limit: /Marked: below 80\s?% of the best/,
    otherState: 'Another device sends',
  },
} as const;

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
      t.equal(await page.locator('.inverter-bars li.low').count(), 2);
      await noViolations(t, page, 'a plant with a note');
      await page.goto(`/plants/${plantId}/inverters`);
      await page.getByText(words.otherState, { exact: true }).waitFor();
      await noViolations(t, page, 'inverters of which one is another device');
    });
  }
});
