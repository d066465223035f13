import t from 'tap';
import { Temporal } from '../../domain/kernel/time.js';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { newInverter, newOwner, newPlant, password } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

t.test('an exchange is told with the time when it happened', async (t) => {
  const portal = await testPortal(t);
  const owner = await newOwner(portal.url);
  const plantId = await newPlant(owner);
  await newInverter(owner, plantId, 'OLD1');
  const browser = await testBrowser(t);
  const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'America/New_York', baseURL: portal.url });
  const page = await context.newPage();
  await page.goto(`/sign-in?to=/plants/${plantId}/inverters`);
  await page.getByLabel('Benutzername oder E-Mail-Adresse').fill(owner.userName);
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Anmelden' }).click();

  await page.getByRole('button', { name: 'OLD1 tauschen' }).click();
  const dialog = page.getByRole('dialog');
  const at = dialog.getByLabel('Getauscht am');
  const inHours = (hours: number) =>
    Temporal.Now.plainDateTimeISO('Europe/Berlin').add({ hours }).toString({ smallestUnit: 'minute' });
  t.equal((await at.getAttribute('max'))?.slice(0, 13), inHours(0).slice(0, 13), 'none is offered that is to come');
  // Two hours on in the plant are still to come, wherever the browser stands.
  await at.fill(inHours(2));
  await dialog.getByRole('button', { name: 'Jetzt tauschen' }).click();
  await dialog.getByText('Dieser Zeitpunkt kommt erst noch').first().waitFor();
  t.equal(await dialog.locator('[aria-invalid=true]').count(), 2, 'what is wrong is said at once, not one by one');
  await dialog.getByLabel('Seriennummer des neuen Geräts').fill('NEW1');
  await at.fill(inHours(-2));
  await dialog.getByRole('button', { name: 'Jetzt tauschen' }).click();
  await dialog.getByText('Da stand das alte Gerät noch nicht an diesem Platz').first().waitFor();
  await noViolations(t, page, 'the exchange with a time that cannot be');
  await at.fill('');
  await at.click({ position: { x: 12, y: 12 } });
  await page.keyboard.type('01022026');
  await dialog.getByRole('button', { name: 'Jetzt tauschen' }).click();
  await dialog.getByText('Bitte ganz ausfüllen oder ganz leeren.').first().waitFor();
  t.match((await owner.call('GET', `/plants/${plantId}/inverters`)).body.items, [{ serialNumber: 'OLD1' }]);
  await at.fill('');
  await dialog.getByRole('button', { name: 'Jetzt tauschen' }).click();
  await page
    .getByText(/OLD1 getauscht: das neue Gerät zählt ab .*\d{2}:\d{2}/)
    .first()
    .waitFor();
  t.match((await owner.call('GET', `/plants/${plantId}/inverters`)).body.items, [
    { serialNumber: 'NEW1', devices: [{ serialNumber: 'NEW1' }, { serialNumber: 'OLD1' }] },
  ]);
});
