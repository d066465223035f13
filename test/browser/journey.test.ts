import { text } from 'node:stream/consumers';
import { connect } from 'node:net';
import { once } from 'node:events';
import type { Page } from 'playwright-core';
import t, { type Test } from 'tap';
import { encodeErrors, encodeRecord } from '../../adapters/inverter-protocol/encode.js';
import { parseCsv } from '../../adapters/spreadsheet/csv.js';
import { importDevices } from '../../adapters/device-registry/import.js';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { linkInMail } from '../support/mail-link.js';
import { testPortal, type Portal } from '../support/portal.js';

const serialNumber = SerialNumber.parse('LBAN02261010322');

const registration = {
  de: {
    ...{ userName: 'ada', register: 'Registrieren', firstName: 'Vorname', lastName: 'Nachname' },
    ...{ street: 'Straße und Hausnummer', postcode: 'Postleitzahl', town: 'Ort', email: 'E-Mail-Adresse' },
    ...{ userNameLabel: 'Benutzername', password: 'Passwort', submit: 'Konto anlegen' },
    ...{ rules: 'Das Passwort erfüllt noch nicht alle Regeln.', sent: 'Bitte sehen Sie in Ihr Postfach' },
    ...{
      empty: 'Noch keine Anlage',
      signedIn: 'Sie sind als Ada Sonnenschein angemeldet',
      toPlants: 'Zu Ihren Anlagen',
    },
    ...{ confirm: 'Bestätigen und anmelden', unknown: 'Ich kenne es nicht', newPassword: 'Sonne#2028' },
    wrongPassword: 'Das Passwort stimmt nicht.',
    mail: /Guten Tag Ada/,
  },
  en: {
    ...{ userName: 'ada-in-english', register: 'Register', firstName: 'First name', lastName: 'Last name' },
    ...{ street: 'Street and number', postcode: 'Postcode', town: 'Town', email: 'E-mail address' },
    ...{ userNameLabel: 'User name', password: 'Password', submit: 'Create account' },
    ...{ rules: 'The password does not meet all rules yet.', sent: 'Please check your mail' },
    ...{ empty: 'No plant yet', signedIn: 'You are signed in as Ada Sonnenschein', toPlants: 'To your plants' },
    ...{ confirm: 'Confirm and sign in', unknown: 'I do not know it', newPassword: null },
    wrongPassword: 'The password is not right.',
    mail: /Hello Ada/,
  },
} as const;

t.test('from registration to a live dashboard, in German', async (t) => {
  const portal = await testPortal(t);
  const browser = await testBrowser(t);
  const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await importDevices(
    portal.system.database.db,
    parseCsv(`serialNumber,activationCode,type\n${serialNumber},SONN-2026,802R020\n`).rows,
    await portal.system.catalogue.list(),
  );

  await t.test('register and follow the link in the mail', (t) => registered(t, portal, page, registration.de));

  await t.test('the same in English', async (t) => {
    const english = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
    const other = await english.newPage();
    other.setDefaultTimeout(20_000);
    other.on('pageerror', (error) => broken.push(error.message));
    await registered(t, portal, other, registration.en);
    await english.close();
  });

  await t.test('add a plant with the map', async (t) => {
    await page.getByRole('link', { name: 'Erste Anlage hinzufügen' }).click();
    await page.getByLabel('Name der Anlage').fill('Scheune Süd');
    await page.getByLabel('Straße und Hausnummer').fill('Uracher Straße 91');
    await page.getByLabel('Postleitzahl').fill('7255');
    await page.getByRole('textbox', { name: 'Ort', exact: true }).fill('Metzingen');
    await page.getByText('Bitte so: 72555').waitFor();
    await page.getByLabel('Postleitzahl').fill('72555');
    await page.getByRole('button', { name: 'Vergütung hinzufügen' }).click();
    t.equal(await page.locator('[aria-invalid]').count(), 0, 'a new line is not wrong yet');
    await page.getByRole('button', { name: 'Anlage hinzufügen' }).click();
    await page.getByRole('link', { name: /^Vergütung 1, Gültig ab: / }).waitFor();
    await page.getByRole('button', { name: 'Vergütung 1 entfernen' }).click();
    await page.getByRole('combobox', { name: 'Ort suchen' }).fill('metzi');
    await page.getByRole('option', { name: /^Metzingen/ }).waitFor();
    await noViolations(t, page, 'the towns');
    await page.keyboard.press('Enter');
    t.match(await page.getByLabel('Breite').inputValue(), /^48,5/, 'the town moves the pin');
    await page.getByRole('link', { name: 'Anlagen', exact: true }).first().click();
    await page.getByRole('dialog', { name: 'Ungespeicherte Änderungen' }).waitFor();
    await page.getByRole('button', { name: 'Weiter bearbeiten' }).click();
    await page.getByRole('group', { name: 'Karte' }).or(page.locator('.leaflet-container')).first().click();
    t.match(await page.getByLabel('Breite').inputValue(), /^\d+,\d+$/, 'the map fills the latitude');
    t.match(await page.getByLabel('Länge').inputValue(), /^\d+,\d+$/, 'the map fills the longitude');
    await page.getByLabel('Höhe über dem Meer').fill('350');
    await page.getByLabel('Modulfläche').fill('120,5');
    await page.getByLabel('Generatorleistung').fill('23,4');
    await page.getByLabel('Temperaturkoeffizient der Leistung').fill('0,4');
    await noViolations(t, page, 'the form');
    await page.getByRole('button', { name: 'Anlage hinzufügen' }).click();
    await page.getByRole('heading', { name: 'Scheune Süd' }).waitFor();
    await page.goto(`${portal.url}/PlantDetails.aspx?id=1`);
    await page.getByRole('heading', { name: 'Scheune Süd' }).waitFor();
    t.notMatch(page.url(), /PlantDetails|number/, 'a bookmark of the original portal leads to the page');
  });

  await t.test('add the inverter with its activation code', async (t) => {
    await page
      .getByRole('link', { name: /Wechselrichter hinzufügen/ })
      .first()
      .click();
    await page.getByLabel('Seriennummer').fill('Größe 8');
    await page.getByText('Das ist keine Seriennummer.').waitFor();
    await page.getByLabel('Seriennummer').fill(serialNumber);
    await page.getByText('Aktivierungscode fehlt.').waitFor();
    await page.getByLabel('Aktivierungscode', { exact: true }).waitFor();
    await page.getByLabel('Aktivierungscode').fill('FALSCH');
    await page
      .getByText(/Code falsch|stimmt nicht/)
      .first()
      .waitFor();
    await page.getByLabel('Aktivierungscode').fill('sonn 2026');
    await page
      .getByText(/Code richtig/)
      .first()
      .waitFor();
    await page.getByLabel('Name', { exact: true }).fill('WR 1');
    await noViolations(t, page, 'the form');
    await page
      .getByRole('button', { name: /hinzufügen/ })
      .last()
      .click();
    await page.getByText('WR 1').first().waitFor();
    await page.getByRole('link', { name: 'Übersicht' }).click();
    await page.getByText(/Testzeitraum, noch 40 Tage/).waitFor();
    await page.getByText('Warten auf die erste Nachricht').waitFor();
    const settings = page.getByRole('region', { name: 'So wird das Gerät eingestellt' });
    await settings.getByText('Parameter 474').waitFor();
    t.notMatch(await settings.innerText(), /\b(localhost|127\.0\.0\.1)\b/, 'no name that means the device itself');
  });

  await t.test('the message of the device moves the page without reload', async (t) => {
    t.equal((await push(portal, { acPowerW: 2429.1, dayEnergyWh: 2_000, totalEnergyWh: 22_384_000 }, 600)).length, 83);
    await page.getByText('2,4', { exact: false }).first().waitFor();
    await page.getByText('22,38', { exact: false }).first().waitFor();
    await push(portal, { acPowerW: 11_500, dayEnergyWh: 3_900, totalEnergyWh: 22_385_900 }, 0);
    await page.getByText('11,5', { exact: false }).first().waitFor();
    await page.getByText('3,9', { exact: false }).first().waitFor();
    await noViolations(t, page, 'the plant page');
  });

  await t.test('curves, device errors and English', async (t) => {
    await page.getByRole('link', { name: 'Kurven' }).click();
    await page.getByRole('heading', { name: 'Scheune Süd' }).waitFor();
    await noViolations(t, page, 'the curves');
    await page.getByRole('button', { name: 'Tag davor' }).click();
    await page.waitForURL(/channels\?date=\d{4}-\d\d-\d\d$/);
    const dayBefore = await page.getByLabel(/^Tag wählen/).inputValue();
    await page.reload();
    t.equal(await page.getByLabel(/^Tag wählen/).inputValue(), dayBefore, 'a reload keeps the day');
    await page.goBack();
    await page.waitForURL(/channels$/);
    await page.getByRole('link', { name: 'Gerätefehler' }).click();
    await page.getByText('Keine Gerätefehler').first().waitFor();
    t.equal((await pushError(portal, '0A0004')).length, 83);
    await page.getByText('0A0004').first().waitFor();
    await noViolations(t, page, 'the device errors, one of them come without reload');
    await page
      .getByRole('button', { name: /English|EN/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Inverters', exact: true }).click();
    await page.getByText('WR 1').first().waitFor();
    t.equal(await page.locator('html').getAttribute('lang'), 'en');
  });

  await t.test('what was measured, as a file', async (t) => {
    await page.getByRole('link', { name: 'Export' }).click();
    await page.getByRole('heading', { name: 'Download data' }).waitFor();
    await page.getByLabel('File').selectOption('csv');
    await page.getByLabel('Resolution').selectOption('PT10M');
    const today = await page.getByLabel('Last day').inputValue();
    await page.getByLabel('Last day').fill('2020-01-01');
    await page.getByRole('button', { name: 'Download' }).click();
    await page.getByText('The last day is before the first.').first().waitFor();
    await page.getByLabel('Last day').fill(today);
    await page.getByRole('checkbox', { name: 'Power', exact: true }).check();
    await page.getByText(/Columns of values: 3$/).waitFor();
    await noViolations(t, page, 'the export');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    t.match(download.suggestedFilename(), new RegExp(`^Scheune-Sud-\\d{4}-\\d\\d-\\d\\d-${today}\\.csv$`));
    const csv = await text(await download.createReadStream());
    t.match(csv, 'localTime,utc,energyWh,acPowerW,dcPowerW\r\n');
    t.match(csv, ',2429.1,', 'what the device has sent');
  });

  await t.test('a day is corrected, and earlier days come from a table', async (t) => {
    const exportPage = page.url();
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('link', { name: 'Correct values' }).click();
    await page.getByRole('heading', { name: 'Correct values' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Please say briefly why.').first().waitFor();
    await page.getByLabel('Energy on each of these days').fill('12.5');
    await page.getByLabel('Why').fill('The meter says so');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('12.5 kWh a day (corrected)').waitFor();
    await noViolations(t, page, 'the corrections');

    await page.getByRole('link', { name: 'Bring in earlier years' }).click();
    const file = {
      name: 'old.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Day,kWh\n2019-05-01,30\n2019-05-02,much\n'),
    };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('There is no number in “kWh”.').waitFor();
    await noViolations(t, page, 'the preview of a table');
    await page.getByRole('button', { name: 'Take them' }).click();
    await page.getByText('1 daily value').waitFor();
    await page.getByRole('button', { name: 'Take old.csv back' }).click();
    await page.getByText(/^Taken back by/).waitFor();
    await noViolations(t, page, 'a table that was taken back');
    await page.goto(exportPage);
  });

  await t.test('a plant that is deleted in another window', async (t) => {
    const other = await context.newPage();
    await other.goto(page.url().replace(/\/export.*/, '/edit'));
    await other.getByRole('button', { name: /^Delete plant|^Delete the plant/ }).click();
    await other.getByRole('dialog').getByRole('textbox').fill('Scheune Süd');
    await other
      .getByRole('dialog')
      .getByRole('button', { name: /^Delete/ })
      .click();
    await other.waitForURL(/\/plants$/);
    await page.getByRole('heading', { name: 'This plant is no longer there' }).first().waitFor();
    await noViolations(t, page, 'the page of a plant that is gone');
  });

  t.same(broken, [], 'no script failed');
});

/** From the landing page to the empty list of plants, with mistakes on the way. */
async function registered(
  t: Test,
  portal: Portal,
  page: Page,
  said: (typeof registration)['de' | 'en'],
): Promise<void> {
  const email = `${said.userName}@example.org`;
  const complaints: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  await page.goto(portal.url);
  await page.getByRole('link', { name: said.register }).first().click();
  await page.getByLabel(said.firstName).fill('Ada');
  t.same(complaints, [], 'nothing is asked in vain for a first visitor');
  await page.getByLabel(said.lastName).fill('Sonnenschein');
  for (const _way of ['there', 'back']) await page.locator('button.language').first().click();
  t.equal(await page.getByLabel(said.firstName).inputValue(), 'Ada', 'what was typed stays in another language');
  await page.getByLabel(said.street).fill('Uracher Straße 91');
  await page.getByLabel(said.postcode).fill('72555');
  await page.getByRole('textbox', { name: said.town, exact: true }).fill('Metzingen');
  await page.getByLabel(said.email).fill(email);
  await page.getByLabel(said.userNameLabel).fill(said.userName);
  await page.getByLabel(said.password, { exact: true }).fill('kurz');
  // As slow as a hand: the error that leaving the field shows must not move the button away.
  await page.getByRole('button', { name: said.submit }).click({ delay: 100 });
  await page.locator('[type=checkbox][aria-invalid=true]').first().waitFor();
  await page.getByText(said.rules).first().waitFor();
  await noViolations(t, page, 'the form with errors');
  await page.getByLabel(said.password, { exact: true }).fill('Sonne#2026');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('checkbox').nth(1).check();
  await noViolations(t, page, 'the form');
  await page.getByRole('button', { name: said.submit }).click();
  await page.getByRole('heading', { name: said.sent }).waitFor();
  if (said.newPassword !== null) await page.evaluate("localStorage.removeItem('sitelink-registered')");
  await page.goto(await linkInMail(portal, email));
  await validated(t, page, said);
  await page.getByRole('heading', { name: said.empty }).waitFor();
  const [mail] = (await portal.system.mailbox?.list({ to: email })) ?? [];
  t.match(mail?.text, said.mail, 'in the language of the form');
  await page.goto(await linkInMail(portal, email));
  await page.getByText(said.signedIn).waitFor();
  await page.getByRole('link', { name: said.toPlants }).click();
  await page.getByRole('heading', { name: said.empty }).waitFor();
  await noViolations(t, page, 'the empty list');
}

/** The page that the link leads to, elsewhere: a wrong password, then another one. In the browser of the registration nothing is asked. */
async function validated(t: Test, page: Page, said: (typeof registration)['de' | 'en']): Promise<void> {
  if (said.newPassword === null) return;
  await page.locator('[autocomplete="current-password"]').fill('Sonne#2027');
  await noViolations(t, page, 'the page of the link');
  await page.getByRole('button', { name: said.confirm }).click();
  await page.getByText(said.wrongPassword).first().waitFor();
  await page.getByRole('button', { name: said.unknown }).click();
  await page.locator('[autocomplete="new-password"]').fill(said.newPassword);
  await noViolations(t, page, 'a new password');
  await page.getByRole('button', { name: said.confirm }).click();
}

/** What the clock of the device shows, as it sends it. */
function deviceClockS(ageS: number): number {
  const then = Temporal.Now.zonedDateTimeISO('Europe/Berlin').subtract({ seconds: ageS });
  return Math.floor((then.epochMilliseconds + then.offsetNanoseconds / 1e6) / 1000);
}

const device = { serialNumber, mac: '502DF400489C' };

function push(portal: Portal, channels: Parameters<typeof encodeRecord>[0]['channels'], ageS: number) {
  const record = { ...device, deviceClockS: deviceClockS(ageS), intervalS: 600, channels };
  return send(portal, encodeRecord(record, 'element'));
}

function pushError(portal: Portal, code: string) {
  const states = { state: 4, stateAfter: 6, short: 0, long: 0, type: null };
  return send(portal, encodeErrors([{ ...device, deviceClockS: deviceClockS(0), code, ...states }], 'element'));
}

/** As a device does it: raw XML on a socket of its own. Resolves to the body. */
async function send(portal: Portal, body: string): Promise<string> {
  const { hostname, port } = new URL(portal.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    'POST /sinvertwebmonitor/InverterService/InverterService.asmx/CollectInverterData HTTP/1.1\r\n' +
      `Host: www.automation.siemens.com\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`,
  );
  socket.write(body);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1').split('\r\n\r\n')[1] ?? '';
}
