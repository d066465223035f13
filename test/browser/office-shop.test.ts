import { readFile } from 'node:fs/promises';
import t from 'tap';
import type { OperatorRole } from '../../domain/account/access.js';
import { eventually } from '../support/eventually.js';
import { testBrowser } from '../support/browser.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { newBuyer, plantWithPower } from '../support/shop.js';
import { looked, signedInPage } from '../support/signed-in-page.js';

const portal = await testPortal(t);
const browser = await testBrowser(t);
const buyer = await newBuyer(portal.url);
const { buy } = buyer;
const newPlant = (name?: string) => plantWithPower(buyer, 1, name);
const phone = { width: 390, height: 844 };

/** A page of somebody who works in the office. */
async function signedIn(roles: readonly OperatorRole[], locale: string, viewport?: typeof phone) {
  const { accessToken } = await sessionOf(portal, await newOperator(portal, roles), { secondFactor: true });
  return signedInPage(browser, portal.url, accessToken, viewport === undefined ? { locale } : { locale, viewport });
}

t.test('a price list is drafted, compared and published, in German', async (t) => {
  const page = await signedIn(['catalogue-manager'], 'de-DE', phone);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.goto(`${portal.url}/office`);
  await page.getByText('Noch gelten Beispielpreise').waitFor();
  await looked(t, page, 'the price lists');
  await page.getByRole('link', { name: 'Neue Preisliste' }).click();
  const first = page.getByRole('group', { name: 'Zeile 1', exact: true });
  const second = page.getByRole('group', { name: 'Zeile 2', exact: true });
  await first.getByLabel('365 Tage, netto').fill('');
  await second.getByLabel('bis Nennleistung').fill('9,5');
  await button('Änderungen ansehen').click();
  await first.getByText('Bitte ausfüllen.').waitFor();
  await second.getByText('Bitte mehr als in der Zeile davor.').waitFor();
  await looked(t, page, 'a draft with mistakes');
  await first.getByLabel('365 Tage, netto').fill('59,50');
  await second.getByLabel('bis Nennleistung').fill('30');
  await button('Zeile 6 entfernen').click();
  await page.getByLabel('Gültig ab').fill('2020-01-01');
  await button('Änderungen ansehen').click();
  await page.getByText('+21,4 %').waitFor();
  await page.getByText('auf Anfrage').first().waitFor();
  await looked(t, page, 'what changes');
  await button('Veröffentlichen').click();
  await page.locator('.field', { hasText: 'Gültig ab' }).getByText('nicht rückwirkend').waitFor();
  await page.getByLabel('Gültig ab').fill(`${new Date().getFullYear() + 1}-02-01`);
  await button('Änderungen ansehen').click();
  await button('Veröffentlichen').click();
  await page.getByText(/^Die Preisliste gilt ab 1. Februar/).waitFor();
  await page.getByText('angekündigt').waitFor();
  await looked(t, page, 'a list that is announced');
});

t.test('money that does not fit is dealt with, in English', async (t) => {
  const order = await buy([await newPlant()], 'payTooLittle');
  const auditor = await signedIn(['auditor'], 'en-GB', phone);
  await auditor.goto(`${portal.url}/office/orders`);
  await auditor.getByText('Only a part has come: €47.00').waitFor();
  t.equal(await auditor.getByRole('button', { name: 'Give back' }).count(), 0);
  await looked(t, auditor, 'what an auditor sees of payments');
  await auditor.context().close();
  const page = await signedIn(['support'], 'en-GB');
  await page.goto(`${portal.url}/office/orders`);
  await page.getByRole('button', { name: 'Settled elsewhere' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Settled elsewhere' }).click();
  await dialog.getByText('Please fill this in').first().waitFor();
  await dialog.getByLabel('What was done?').fill('paid back at the counter');
  await looked(t, page, 'the last question');
  await dialog.getByRole('button', { name: 'Settled elsewhere' }).click();
  await page.getByText('Everything fits').waitFor();
  await page.getByLabel('Find an order').fill(order.id);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByText('What happened so far').click();
  await page.getByText(/settled elsewhere: paid back at the counter/).waitFor();
  t.match(page.url(), `find=${order.id}`, 'what was looked for stands in the address');
  await looked(t, page, 'an order that was found');
});

t.test('a withdrawal is matched and takes effect, in German', async (t) => {
  const order = await buy([await newPlant()]);
  const who = { name: 'Eva Wirt', contract: 'meine Anlage in Metzingen', email: 'eva@example.org' };
  await callJson(`${portal.url}/api/v1/withdrawals`, 'POST', who);
  const page = await signedIn(['support'], 'de-DE', phone);
  await page.goto(`${portal.url}/office/declarations`);
  await page.getByText('meine Anlage in Metzingen').waitFor();
  await page.getByText('nicht zugeordnet').waitFor();
  await looked(t, page, 'a withdrawal that nobody could match');
  await page.getByRole('button', { name: 'Vertrag zuordnen' }).click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel('Bestellnummer oder Rechnungsnummer');
  await field.fill('2020-000001');
  await dialog.getByRole('button', { name: 'Vertrag zuordnen' }).click();
  await dialog.getByText('Diese Bestellung oder Rechnung gibt es nicht').first().waitFor();
  await looked(t, page, 'a contract that is not there');
  await field.fill(order.id);
  await dialog.getByRole('button', { name: 'Vertrag zuordnen' }).click();
  await page.getByText('der Widerruf ist wirksam').waitFor();
  await page.getByText('Nichts wartet').waitFor();
  await page.getByText('Erledigt', { exact: true }).click();
  await page.getByRole('link', { name: /^Vertrag vom/ }).waitFor();
  await looked(t, page, 'what is done');
});

t.test('a cancellation for good cause is decided for one plant of two, in English', async (t) => {
  const order = await buy([await newPlant('Old barn'), await newPlant('New barn')]);
  const who = { name: 'Eva Wirt', contract: order.id, email: 'eva@example.org' };
  await callJson(`${portal.url}/api/v1/cancellations`, 'POST', {
    ...who,
    kind: 'extraordinary',
    reason: 'barn was sold',
  });
  const page = await signedIn(['support'], 'en-GB');
  await page.goto(`${portal.url}/office/declarations`);
  await page.getByRole('button', { name: 'Assign a contract' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Order number or invoice number').fill(order.id);
  await dialog.getByRole('button', { name: 'Assign a contract' }).click();
  await page.getByRole('button', { name: 'Decide' }).click();
  await dialog.getByRole('button', { name: 'Let it take effect' }).click();
  await dialog.getByText('Please choose at least one plant').first().waitFor();
  await dialog.getByLabel('Old barn').check();
  await dialog.getByLabel('Why is the cancellation accepted?').fill('the barn was sold');
  await looked(t, page, 'the decision on a cancellation');
  const endsOn = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel('First day after the end').fill(endsOn);
  await looked(t, page, 'the decision on a day to come');
  await dialog.getByRole('button', { name: 'Plan the end' }).click();
  await page.getByText(/^Planned: the licences are over from/).waitFor();
  await page.getByText('Nothing is waiting').waitFor();
  await page.getByText('Done', { exact: true }).click();
  await page.getByRole('link', { name: /^Old barn \(cancelled, ends with/ }).waitFor();
  await looked(t, page, 'an end that is planned');
  const own = await signedInPage(browser, portal.url, buyer.accessToken, { locale: 'en-GB' });
  const { plantId } = order.items.find(({ plantName }: { plantName: string }) => plantName === 'Old barn');
  await own.goto(`${portal.url}/plants/${plantId}/licence`);
  await own.getByText(/^cancelled, ends with/).waitFor();
  t.equal(await own.getByText(/^valid until/).count(), 0, 'one last day, not two');
  await page.locator(`a[href$="find=${order.id}"]`).click();
  await page.getByText(/^Cancelled, ends with/).waitFor();
  await page.getByRole('button', { name: 'Take the cancellation back' }).click();
  await dialog.getByLabel('Why is it taken back?').fill('the sale came to nothing');
  await looked(t, page, 'the question before a cancellation is taken back');
  await dialog.getByRole('button', { name: 'Take the cancellation back' }).click();
  await page.getByText('Taken back: the contract goes on').waitFor();
  await page.getByText(/^Cancelled, ends with/).waitFor({ state: 'detached' });
});

t.test('a licence is proven, looked back at and given back, in English', async (t) => {
  const plantId = await newPlant('Barn');
  await buy([plantId]);
  const types = (await buyer.call('GET', '/inverter-types')).body.items as { id: string; nominalPowerW: number }[];
  const [inverter] = (await buyer.call('GET', `/plants/${plantId}/inverters`)).body.items;
  const setType = (isRight: (powerW: number) => boolean) =>
    buyer.call('PATCH', `/plants/${plantId}/inverters/${inverter.id}`, {
      typeId: types.find(({ nominalPowerW }) => isRight(nominalPowerW))?.id,
    });
  await setType((powerW) => powerW > 20_000);
  await eventually(async () => {
    const { summary } = (await buyer.call('GET', `/plants/${plantId}/licence`)).body;
    return summary.state === 'exceeded' ? summary : null;
  });
  await setType((powerW) => powerW <= 20_000);

  const page = await signedIn(['admin'], 'en-GB');
  await page.goto(`${portal.url}/office/licences`);
  await page.getByLabel('Plant', { exact: true }).fill('nothing like it');
  await page.getByRole('button', { name: 'Find the plant' }).click();
  await page.getByText('No such plant').waitFor();
  await page.getByLabel('Plant', { exact: true }).fill('bar');
  await page.getByRole('button', { name: 'Find the plant' }).click();
  await looked(t, page, 'plants that were found');
  await page.getByRole('link', { name: 'Barn' }).click();
  await page.getByText('Everything is right').waitFor();
  await page.getByText('The credit is computed rightly.').waitFor();
  await page.getByText('Remaining value credited').click();
  await page.getByText('7900 × 365 ÷ 365 = 7900.00').first().waitFor();
  await looked(t, page, 'a proven history');
  await page.getByRole('button', { name: 'Give back' }).click();
  await page.getByRole('dialog').getByLabel('What was done?').fill('the type was wrong');
  await looked(t, page, 'the question before a licence is given back');
  await page.getByRole('dialog').getByRole('button', { name: 'Give back' }).click();
  await page.getByText('The licence is valid again').waitFor();
  await page.getByText('Licence given back').waitFor();
  await page.getByRole('button', { name: 'Show an earlier state' }).click();
  await page.getByLabel('At the end of the day').fill('2020-01-01');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText('Nothing was recorded by then').waitFor();
  t.match(page.url(), 'asOf=');
  await looked(t, page, 'a history as it stood then');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'History as a file' }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\n');
  t.match(JSON.parse(lines[0] ?? ''), { stream: `licence-${plantId}`, revision: '0' });
});

t.test('invoices of a year, without a gap, and their export, in German', async (t) => {
  const page = await signedIn(['auditor'], 'de-DE', phone);
  await page.goto(`${portal.url}/office/invoices`);
  await page.getByText(/^Die Nummern sind lückenlos/).waitFor();
  await looked(t, page, 'the invoices of a year');
  await page.getByLabel('Art').selectOption('Stornorechnung');
  await page.getByText(/gibt es hier keinen Beleg/).waitFor();
  t.match(page.url(), 'kind=cancellation');
  const year = new Date().getFullYear();
  await page.getByLabel('Bis').fill(`${year + 1}-01-31`);
  await page.getByRole('button', { name: 'Herunterladen' }).click();
  await page
    .getByText(/muss in einem Kalenderjahr/)
    .first()
    .waitFor();
  await looked(t, page, 'a range that is too long');
  await page.getByLabel('Format').selectOption('Tabelle (CSV)');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Herunterladen' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  t.match(text, /^\ufeffnumber,kind/);
});

t.test('power that was not stated is charged and dropped again, in German and in English', async (t) => {
  const name = `Ziegelei ${Date.now()}`;
  const plantId = await newPlant(name);
  await buy([plantId]);
  await buyer.invoicesOf(plantId, 1);
  const page = await signedIn(['support'], 'de-DE', phone);
  const button = (label: string) => page.getByRole('button', { name: label, exact: true });
  await page.goto(`${portal.url}/office/charges`);
  await page.getByText('Noch nichts nachberechnet').waitFor();
  await looked(t, page, 'no charges');
  await page.getByRole('link', { name: 'Neue Nachberechnung' }).click();
  await page.getByLabel('Anlage', { exact: true }).fill(name);
  await button('Anlage suchen').click();
  await page.getByRole('link', { name }).click();
  await page.getByLabel('Tatsächliche Nennleistung').fill('20');
  await button('Vorschau').click();
  await page.getByText('Bitte ausfüllen.').first().waitFor();
  await page.getByLabel('Nachweis').fill('Typenschilder auf den Fotos vom 12. März');
  await button('Vorschau').click();
  await page.locator('.field', { hasText: 'Tatsächliche Nennleistung' }).getByText('von der Lizenz gedeckt').waitFor();
  await looked(t, page, 'a finding that owes nothing');
  await page.getByLabel('Tatsächliche Nennleistung').fill('45');
  const photo = {
    name: 'Schild.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('ffd8ffe000104a46494600ffd9', 'hex'),
  };
  await page.getByLabel('Datei anhängen').setInputFiles(photo);
  await button('Datei entfernen').click();
  await page.getByLabel('Datei anhängen').setInputFiles(photo);
  await button('Datei entfernen').waitFor();
  await button('Vorschau').click();
  await page.getByText('Das wird berechnet').waitFor();
  await page.getByText('Typ unbekannt, Leistung angenommen').waitFor();
  await page.getByText('83,30 €').waitFor();
  await looked(t, page, 'what a charge comes to');
  await button('Rechnung ausstellen').click();
  await page.getByText('Die Nachberechnung ist ausgestellt').waitFor();
  await page.getByText('angegeben 20 kW, tatsächlich 45 kW').waitFor();
  await page.getByText(/^offen bis/).waitFor();
  const [{ orderId }] = await buyer.invoicesOf(plantId, 2);
  const own = await signedInPage(browser, portal.url, buyer.accessToken, { locale: 'en-GB' });
  await own.goto(`${portal.url}/orders/${orderId}`);
  await own.getByText('See the evidence').click();
  await own.getByText('type unknown, power assumed').waitFor();
  await own.getByRole('link', { name: 'Attached photo' }).waitFor();
  await looked(t, own, 'a charge and its evidence, as its customer sees it');

  const auditor = await signedIn(['auditor'], 'en-GB');
  await auditor.goto(`${portal.url}/office/charges`);
  await auditor.getByText('€83.30 (€70.00 net)').waitFor();
  t.equal(await auditor.getByRole('button', { name: 'Drop the charge' }).count(), 0);
  t.equal(await auditor.getByRole('link', { name: 'New charge' }).count(), 0);
  await looked(t, auditor, 'what an auditor sees of charges');

  await button('Stornieren').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Warum wird storniert?').fill('Das Foto zeigt eine andere Anlage');
  await looked(t, page, 'the question before a charge is dropped');
  await dialog.getByRole('button', { name: 'Stornieren' }).click();
  await page.getByText('Die Nachberechnung ist storniert').waitFor();
  await page.getByText('Offen', { exact: true }).click();
  await page.getByText('Keine solche Nachberechnung').waitFor();
  t.match(page.url(), 'state=open');
  await page.getByText('Storniert', { exact: true }).first().click();
  await page.getByText(/Das Foto zeigt eine andere Anlage$/).waitFor();
  await looked(t, page, 'a charge that was dropped');
  await auditor.getByLabel('Find charges').fill(name);
  await auditor.getByRole('button', { name: 'Find', exact: true }).click();
  await auditor.getByText(/Das Foto zeigt eine andere Anlage$/).waitFor();
  await looked(t, auditor, 'charges of a plant');
});
