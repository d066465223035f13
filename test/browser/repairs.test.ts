import type { Page } from 'playwright-core';
import t from 'tap';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { testBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { newInverter, newOwner, newPlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { looked, signedInPage } from '../support/signed-in-page.js';
import { wallS } from '../support/watched-portal.js';

const said = {
  'de-DE': {
    ...{ repairs: 'Reparaturen', begin: 'Reparaturanfrage', plant: 'Aus meinen Anlagen', inverter: 'Wechselrichter' },
    ...{
      type: 'Gerätetyp',
      delivered: 'Geliefert am',
      proposed: /^Unser Vorschlag: Reparatur außerhalb/,
      because: /die Gewährleistung endete am 30. April 2017/,
      send: 'Anfrage senden',
    },
    ...{ file: 'Datei hinzufügen', takeOut: 'Protokoll.pdf entfernen', refused: /^Solche Dateien/ },
    ...{ next: 'Weiter', confirm: 'Kategorie bestätigen', required: 'Bitte ausfüllen.', phone: 'Telefon' },
    ...{ open: /^Für dieses Gerät läuft schon/, now: /In Prüfung/ },
    ...{
      fault: 'Genaues Störungsbild',
      monitoring: 'Fernüberwachung',
      siteLink: 'mit SiteLink',
      sent: 'Anfrage gesendet',
    },
    ...{ take: 'Übernehmen', own: /^Bearbeitet von/, from: 'Aus der Preisliste' },
    ...{ change: 'Bearbeitung und Termin ändern', assign: 'Zuweisen', day: 'Fällig', life: /^Lebenslauf/ },
    ...{ until: 'Gültig bis', offer: 'Angebot senden', message: 'Nachricht', write: 'Nachricht senden' },
    ...{ total: '583,10 €', accept: 'Jetzt kostenpflichtig bestellen', dispatch: 'Gerät ist unterwegs' },
    ...{ arrived: 'Gerät ist in der Werkstatt', invoice: 'Rechnung stellen', back: 'Gerät zurückschicken' },
    ...{ mustAgree: /^Bitte bestätigen/, invoiceFile: 'Rechnung herunterladen', pay: 'Jetzt online bezahlen' },
    ...{ isPaid: /^Bezahlt, vielen Dank/, toRepair: 'Zum Reparaturauftrag', curve: /^Leistung der letzten/ },
    ...{
      carrier: 'Spedition',
      returned: 'Ist auf dem Rückweg',
      close: 'Reparatur abschließen',
      closed: 'Abgeschlossen',
    },
    ...{ prices: 'Online Services Preise', example: /^Beispielpreise/, none: 'Nichts zu tun', you: 'SiteLink Service' },
  },
  'en-GB': {
    ...{ repairs: 'Repairs', begin: 'Request a repair', plant: 'From my plants', inverter: 'Inverter' },
    ...{ type: 'Type of device', delivered: 'Delivered on', send: 'Send request' },
    ...{ proposed: /^Our proposal: Repair outside/, because: /the warranty ended on 30 April 2017/ },
    ...{ file: 'Add a file', takeOut: 'Remove Protokoll.pdf', refused: /^We do not take files/ },
    ...{ next: 'Continue', confirm: 'Confirm the category', required: 'Please fill this in.', phone: 'Phone' },
    ...{ open: /^A repair of this device is under way/, now: /In check/ },
    ...{ fault: 'The exact fault', monitoring: 'Remote monitoring', siteLink: 'with SiteLink', sent: 'Request sent' },
    ...{ take: 'Take over', own: /^Handled by/, from: 'From the price list' },
    ...{ change: 'Change who handles it, and by when', assign: 'Assign', day: 'Due', life: /^Life of the device/ },
    ...{ until: 'Valid until', offer: 'Send the offer', message: 'Message', write: 'Send message' },
    ...{ total: '€583.10', accept: 'Order with obligation to pay', dispatch: 'Device is on its way' },
    ...{ arrived: 'Device is in the workshop', invoice: 'Issue the invoice', back: 'Send the device back' },
    ...{ mustAgree: /^Please confirm/, invoiceFile: 'Download the invoice', pay: 'Pay online now' },
    ...{ isPaid: /^Paid, thank you/, toRepair: 'To the repair order', curve: /^Power of the last/ },
    ...{ carrier: 'Carrier', returned: 'It is on its way back', close: 'Close the repair', closed: 'Closed' },
    ...{ prices: 'Online services prices', example: /^Example prices/, none: 'Nothing to do', you: 'SiteLink service' },
  },
} as const;

/** A picture of one pixel. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const portal = await testPortal(t);
const browser = await testBrowser(t);
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const pageOf = (accessToken: string, locale: string, viewport: typeof phone): Promise<Page> =>
  signedInPage(browser, portal.url, accessToken, { locale, viewport });

/** The device has sent a value, which its place knows. */
async function measured(serial: string): Promise<void> {
  const { intake, deviceEvidences } = portal.system;
  const serialNumber = SerialNumber.parse(serial);
  const of = { serialNumber, mac: null, deviceClockS: wallS(Date.now()), intervalS: 600 };
  await eventually(async () => {
    await intake.record(
      [{ ...of, channels: { acPowerW: 4_200, dayEnergyWh: 100, status: 4 } }],
      Temporal.Now.instant(),
    );
    const [stay] = await deviceEvidences.staysOf(serialNumber);
    return stay !== undefined && (await deviceEvidences.of(stay)).powerCurve !== null;
  });
}

for (const [locale, words] of Object.entries(said)) {
  t.test(`a repair from the request to the end, ${locale}`, async (t) => {
    const owner = await newOwner(portal.url);
    const plantId = await newPlant(owner, { name: 'Scheune' });
    const serial = `S${Math.random().toString(36).slice(2, 10).toUpperCase()}`;
    await newInverter(owner, plantId, serial);
    await measured(serial);
    const isGerman = locale === 'de-DE';
    const page = await pageOf(owner.accessToken, locale, isGerman ? phone : desk);
    const { accessToken } = await sessionOf(portal, await newOperator(portal, ['advocate']), { secondFactor: true });
    const office = await pageOf(accessToken, locale, isGerman ? desk : phone);
    const press = (where: Page, name: string) => where.getByRole('button', { name, exact: true }).click();

    await page.goto(`${portal.url}/repairs`);
    await page.getByRole('heading', { name: words.repairs, level: 1 }).waitFor();
    await looked(t, page, 'no repairs yet');
    await page.getByRole('link', { name: words.begin, exact: true }).click();
    await page.getByLabel(words.plant).selectOption({ label: 'Scheune' });
    await press(page, words.next);
    await page.getByText(words.required).first().waitFor();
    await looked(t, page, 'a request with gaps');
    await page.getByLabel(new RegExp(`^${words.inverter}`)).selectOption({ label: serial });
    await page.getByLabel(words.type).fill('REFUsol 020K');
    await page.getByText(words.required).waitFor({ state: 'detached' });
    await page.getByLabel(words.delivered).fill('2012-05-01');
    await press(page, words.next);
    await page.getByRole('heading', { name: words.curve }).waitFor();
    await page.getByLabel(words.fault).fill('Schaltet mittags ab');
    await page.getByLabel(words.monitoring).selectOption({ label: words.siteLink });
    await looked(t, page, 'what goes along with a request');
    await press(page, words.next);
    await page.getByText(words.proposed).waitFor();
    await page.getByText(words.because).waitFor();
    await looked(t, page, 'a category that is proposed');
    await press(page, words.confirm);
    await page.getByLabel(words.phone).fill('07123 969');
    await page.reload();
    t.equal(await page.getByLabel(words.phone).inputValue(), '07123 969', 'a reload loses nothing');
    await press(page, words.next);
    await page.getByLabel(words.file).setInputFiles([
      { name: 'Typenschild.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') },
      { name: 'Protokoll.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 .. %%EOF') },
    ]);
    await page.getByRole('link', { name: 'Protokoll.pdf' }).waitFor();
    await press(page, words.takeOut);
    await page.getByRole('link', { name: 'Protokoll.pdf' }).waitFor({ state: 'detached' });
    await page
      .getByLabel(words.file)
      .setInputFiles([{ name: 'Bild.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') }]);
    await page.getByText(words.refused).waitFor();
    await press(page, words.next);
    await page.getByText('Schaltet mittags ab').waitFor();
    await looked(t, page, 'a request before it is sent');
    await press(page, words.send);
    await page.getByText(words.sent, { exact: true }).waitFor();
    await page.getByRole('heading', { name: /R-[0-9A-F]{8}/, level: 1 }).waitFor();
    await page.locator('.track .now', { hasText: words.now }).waitFor();
    await looked(t, page, 'a request that was sent');
    await page.goto(`${portal.url}/repairs/new`);
    await page.getByLabel(/^(Seriennummer|Serial number)/).fill(serial);
    await page.getByLabel(words.type).focus();
    await page.getByText(words.open).getByRole('link').click();
    await page.getByRole('heading', { name: /R-[0-9A-F]{8}/, level: 1 }).waitFor();

    await office.goto(`${portal.url}/office/repairs`);
    await looked(t, office, 'the queue');
    await office.getByRole('row').filter({ hasText: serial }).getByRole('link').click();
    await press(office, words.take);
    await office.getByText(words.own).first().waitFor();
    await office.getByText(words.change, { exact: true }).click();
    await office.getByLabel(words.day, { exact: true }).fill('2031-05-06');
    await press(office, words.assign);
    await office.getByText(words.own).filter({ hasText: '2031' }).waitFor();
    await office.getByRole('link', { name: words.life }).click();
    await office.getByRole('heading', { name: serial, level: 1 }).waitFor();
    await office.getByRole('cell', { name: 'Scheune' }).waitFor();
    await looked(t, office, 'the life of the device');
    await office.goBack();
    await office.getByLabel(words.from).selectOption('repair-flat');
    t.match(await office.getByLabel(words.until).inputValue(), /^\d{4}-\d\d-\d\d$/, 'a month by itself');
    await office.getByRole('link', { name: 'Typenschild.png' }).waitFor();
    await office.getByRole('heading', { name: words.curve }).waitFor();
    await looked(t, office, 'an offer in the making');
    await press(office, words.offer);
    await office.getByText(words.total).first().waitFor();
    await office.getByRole('textbox', { name: words.message, exact: true }).fill('Wir holen ab <b>am Montag</b>');
    await press(office, words.write);

    await page.reload();
    await page.getByText('Wir holen ab <b>am Montag</b>').waitFor();
    await page.getByText(words.you, { exact: true }).waitFor();
    await page.getByText(words.total).first().waitFor();
    await looked(t, page, 'an offer');
    await press(page, words.accept);
    await page.getByText(words.mustAgree).first().waitFor();
    await page.getByRole('checkbox').check();
    await press(page, words.accept);
    await press(page, words.dispatch);
    await page.getByRole('button', { name: words.dispatch, exact: true }).waitFor({ state: 'detached' });

    await office.reload();
    await press(office, words.arrived);
    await office.getByRole('button', { name: words.arrived, exact: true }).waitFor({ state: 'detached' });
    await press(office, words.invoice);
    await office.getByRole('button', { name: words.invoice, exact: true }).waitFor({ state: 'detached' });
    await looked(t, office, 'a device in the workshop');

    await page.reload();
    await page.getByRole('link', { name: words.invoiceFile }).waitFor();
    await looked(t, page, 'an invoice to be paid');
    await press(page, words.pay);
    await page.locator('button[value=pay]').click();
    await page.getByText(words.isPaid).waitFor();
    await looked(t, page, 'a repair that is paid');
    await page.getByRole('link', { name: words.toRepair }).click();
    await page.getByRole('heading', { name: /R-[0-9A-F]{8}/, level: 1 }).waitFor();

    await office.reload();
    await press(office, words.back);
    await office.getByLabel(words.carrier).fill('DHL');
    await press(office, words.returned);
    await press(office, words.close);
    await office.locator('.chip', { hasText: words.closed }).waitFor();
    await page.reload();
    await page.locator('.chip', { hasText: words.closed }).waitFor();
    await looked(t, page, 'a repair that is over');
    await Promise.all([page.context().close(), office.context().close()]);
  });

  t.test(`prices are for everybody, ${locale}`, async (t) => {
    const context = await browser.newContext({ locale, viewport: phone });
    const page = await context.newPage();
    await page.goto(`${portal.url}/repair-prices`);
    await page.getByRole('heading', { name: words.prices, level: 1 }).waitFor();
    await page.getByText(words.example).waitFor();
    await looked(t, page, 'the prices of repairs');
    await context.close();
  });
}

t.test('prices of repairs are published, and devices brought in, in German', async (t) => {
  const manager = await newOperator(portal, ['catalogue-manager']);
  const { accessToken } = await sessionOf(portal, manager, { secondFactor: true });
  const page = await pageOf(accessToken, 'de-DE', phone);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.goto(`${portal.url}/office/repair-prices`);
  await page.getByText(/^Noch gelten Beispielpreise/).waitFor();
  await looked(t, page, 'the price lists for repairs');
  await page.getByRole('link', { name: 'Neue Preisliste' }).click();
  const work = (nth: number) => page.getByRole('group', { name: `Arbeit ${nth}`, exact: true });
  await page.getByLabel('Gültig ab').fill(inDays(0));
  await work(2)
    .getByLabel(/^außerhalb/i)
    .fill('500,50');
  await press('Arbeit 5 entfernen');
  await press('Arbeit hinzufügen');
  await work(7).getByLabel('Bezeichnung, deutsch').fill('Reinigung');
  await work(7).getByLabel('Bezeichnung, englisch').fill('Cleaning');
  await work(7).getByLabel('Kürzel').fill('check');
  await press('Änderungen ansehen');
  await page.getByText('Dieses Kürzel steht schon weiter oben.').first().waitFor();
  await looked(t, page, 'a draft with a mistake');
  await work(7).getByLabel('Kürzel').fill('cleaning');
  await press('Änderungen ansehen');
  await page.getByRole('row').filter({ hasText: 'Tausch des Lüfters' }).filter({ hasText: 'entfällt' }).waitFor();
  await page.getByText('500,50 €').waitFor();
  await looked(t, page, 'what changes');
  await press('Veröffentlichen');
  await page.getByText(/^Preisliste 1, ab/).waitFor();
  await page.getByText(/^Beispielpreise, ab/).waitFor();

  await page.goto(`${portal.url}/office/devices`);
  await page.getByRole('heading', { name: 'Geräteverzeichnis', level: 1 }).waitFor();
  const list = 'serialNumber,activationCode,type\nBROWSER-1,ABCD-1,\nBROWSER-1,ABCD-2,\n';
  await page.getByLabel(/Datei hierher ziehen/).setInputFiles({
    ...{ name: 'geraete.csv', mimeType: 'text/csv', buffer: Buffer.from(list) },
  });
  await page.getByText('Das würde aus geraete.csv').waitFor();
  await page.getByText('Ein neues Gerät').waitFor();
  await page.getByRole('cell', { name: /^Steht schon weiter oben/ }).waitFor();
  await looked(t, page, 'what would become of a list of devices');
  await press('Ins Verzeichnis übernehmen');
  await page.getByRole('heading', { name: 'Übernommen' }).waitFor();
  await page.context().close();
});
