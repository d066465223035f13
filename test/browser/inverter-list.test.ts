import { importDevices } from '../../adapters/device-registry/import.js';
import { parseCsv } from '../../adapters/spreadsheet/csv.js';
import { readFile } from 'node:fs/promises';
import t from 'tap';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { newInverter, newOwner, newPlant, password } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { xlsxOf } from '../support/spreadsheet-files.js';

t.test('a list of inverters comes from a spreadsheet', async (t) => {
  const portal = await testPortal(t);
  const { db } = portal.system.database;
  const registry = 'serialNumber,activationCode,type\nLIST1,AA-11,802R020\nLIST2,BB-22,PVM10\nLIST3,CC-33,\n';
  await importDevices(db, parseCsv(registry).rows, await portal.system.catalogue.list());
  const owner = await newOwner(portal.url);
  const plantId = await newPlant(owner);
  await owner.call('POST', `/plants/${plantId}/subplants`, { name: 'Dach Ost' });
  await newInverter(owner, plantId, 'DA1');

  const browser = await testBrowser(t);
  const context = await browser.newContext({ locale: 'de-DE', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await page.goto(`${portal.url}/sign-in?to=/plants/${plantId}/inverters`);
  await page.getByLabel(/Benutzername/).fill(owner.userName);
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('link', { name: 'Wechselrichterliste hinzufügen' }).click();
  await page.getByRole('heading', { name: 'Vorlage ausfüllen' }).waitFor();
  await noViolations(t, page, 'the upload');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: /Vorlage herunterladen/ }).click();
  const download = await downloading;
  t.equal(download.suggestedFilename(), 'wechselrichter.xlsx');
  t.match(await portal.system.spreadsheets.read(await readFile(await download.path())), {
    ok: true,
    rows: [{ cells: ['Seriennummer *', 'Aktivierungscode', 'Name', 'Teilanlage', 'Typ'] }, {}],
  });

  const choose = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await choose('seite.xlsx', Buffer.from('<html></html>'));
  await page.getByRole('alert').getByText('Das ist keine Tabelle').waitFor();
  await choose(
    'liste.xlsx',
    xlsxOf([
      ['Seriennummer', 'Aktivierungscode', 'Name', 'Teilanlage', 'Typ'],
      ['LIST1', 'AA-11', 'Ost 1', 'Dach Ost'],
      ['LIST2', 'falsch', 'Ost 2', 'Dach Ost'],
      ['LIST3', 'CC-33', 'Carport', 'Dach West'],
      ['LIST1', 'AA-11', 'doppelt'],
      ['DA1', '', 'schon da'],
      ['FELD1', '', '', '', 'PVM17'],
    ]),
  );
  await page.getByText('2 Zeilen sind bereit, 3 sind zu verbessern.').waitFor();
  const row = (line: number) => page.getByRole('listitem', { name: `Zeile ${line}`, exact: true });
  for (const [line, verdict] of [
    [2, 'Code richtig, noch nichts empfangen'],
    [3, 'Code falsch'],
    [4, 'Angaben verbessern'],
    [5, 'Steht schon weiter oben'],
    [6, 'Schon hinzugefügt'],
    [7, 'Wird durch erste Daten zugeordnet'],
  ] as const) {
    await row(line).getByText(verdict).waitFor();
  }
  await row(4).getByText('Diese Teilanlage gehört nicht zur Anlage').waitFor();
  await noViolations(t, page, 'the rows');

  await row(3).getByLabel('Aktivierungscode').fill('BB-22');
  await row(4).getByLabel('Teilanlage').selectOption('Dach Ost');
  await row(3).getByText('Geändert, noch nicht geprüft').waitFor();
  await page.getByRole('button', { name: 'Noch einmal prüfen' }).click();
  await page.getByText('4 Zeilen sind bereit, 1 ist zu verbessern.').waitFor();
  await page.reload();
  await row(3).getByText('Code richtig').waitFor();
  await page.getByRole('checkbox', { name: 'Zeile 7 hinzufügen: FELD1' }).uncheck();
  // Meanwhile somebody else takes one of them.
  const rival = await newOwner(portal.url);
  const theirs = await newPlant(rival);
  const taken = { serialNumber: 'LIST3', activationCode: 'CC-33', name: 'x' };
  t.equal((await rival.call('POST', `/plants/${theirs}/inverters`, taken)).status, 201);
  await page.getByRole('button', { name: '3 Wechselrichter hinzufügen' }).click();
  await page.getByText('2 Wechselrichter hinzugefügt.').waitFor();
  await row(4)
    .getByText(/Dieses Gerät steht schon in einer Anlage/)
    .waitFor();
  await noViolations(t, page, 'the result');

  await page.getByRole('link', { name: 'Zu den Wechselrichtern' }).click();
  await page.getByRole('heading', { name: 'Ost 2' }).waitFor();
  t.equal(await page.getByRole('heading', { name: 'Carport' }).count(), 0);
  t.same(broken, [], 'no script failed');
});
