import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import t from 'tap';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { refreshPublicYields } from '../../adapters/public-map/yields.js';
import { newOwner, newPlant, password } from '../support/owner.js';
import { testPortal, type Portal } from '../support/portal.js';

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The form for a new plant, and every origin but the portal that the page asked for something. */
async function openForm(portal: Portal, browser: Browser) {
  const owner = await newOwner(portal.url);
  const page = await (await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Lisbon' })).newPage();
  page.setDefaultTimeout(20_000);
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${portal.url}/`) && /^https?:/.test(url)) elsewhere.push(url);
  });
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  await page.goto(`${portal.url}/sign-in?to=/plants/new`);
  await page.getByLabel(/Benutzername/).fill(owner.userName);
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.locator('.leaflet-container').waitFor();
  return { page, elsewhere, refused };
}

const helpOf = (page: Page, label: string) => page.locator('.field', { has: page.getByLabel(label) }).locator('.help');

t.test('without tiles: towns for orientation, proposals, and no request leaves the portal', async (t) => {
  const portal = await testPortal(t);
  const { page, elsewhere, refused } = await openForm(portal, await testBrowser(t));
  await page.locator('.map-town').getByText('Berlin', { exact: true }).waitFor();
  await page.locator('.map-town').getByText('München', { exact: true }).waitFor();
  await page.locator('.leaflet-control-attribution').getByText('Natural Earth').waitFor();
  await page.locator('.leaflet-control-attribution').getByText('GeoNames').waitFor();
  t.equal(await page.getByLabel('Zeitzone').inputValue(), 'Europe/Berlin', 'by the country');
  await helpOf(page, 'Zeitzone').getByText('Vorschlag').waitFor();

  await page.getByLabel('Breite').fill('48,537');
  await page.getByLabel('Länge').fill('9,283');
  await helpOf(page, 'Höhe über dem Meer').getByText('Höhe von Metzingen').waitFor();
  t.equal(await page.getByLabel('Höhe über dem Meer').inputValue(), '350');
  await page.locator('.map-town').getByText('Reutlingen', { exact: true }).waitFor();

  await page.getByLabel('Höhe über dem Meer').fill('380');
  await helpOf(page, 'Höhe über dem Meer').getByText('Auf 50 m genau genügt').waitFor();
  await page.getByLabel('Breite').fill('40,71');
  await page.getByLabel('Länge').fill('-74,00');
  await page.locator('option:checked[value="America/New_York"]').waitFor({ state: 'attached' });
  t.equal(await page.getByLabel('Höhe über dem Meer').inputValue(), '380', 'what was typed stays');
  await page.getByLabel('Zeitzone').selectOption('Europe/Vienna');
  await page.getByLabel('Breite').fill('48,537');
  await page.getByLabel('Länge').fill('9,283');
  await page.locator('.map-town').getByText('Reutlingen', { exact: true }).waitFor();
  t.equal(await page.getByLabel('Zeitzone').inputValue(), 'Europe/Vienna', 'what was chosen stays');

  await page.getByLabel('Modulfläche').fill('100');
  await page.locator('input[name="/generatorPowerW"][value="20"]').waitFor();
  await helpOf(page, 'Generatorleistung').getByText('Vorschlag', { exact: true }).waitFor();
  const coefficient = page.getByLabel('Temperaturkoeffizient der Leistung');
  const proposed = (value: string) =>
    page.locator(`input[name="/powerTemperatureCoefficientPercentPerK"][value$="${value}"]`).waitFor();
  await proposed('0,38');
  await page.getByText('CdTe').click();
  await proposed('0,29');
  await coefficient.fill('-0,41');
  await helpOf(page, 'Temperaturkoeffizient der Leistung').getByText('Steht im Datenblatt').waitFor();
  t.equal(await page.getByText('CdTe').count(), 0, 'a typed value is no proposal');
  await noViolations(t, page, 'the form');

  const search = page.getByRole('combobox', { name: 'Ort suchen' });
  await search.fill('Neuenkirchen');
  const options = page.getByRole('listbox', { name: 'Ort suchen' }).getByRole('option');
  await options.nth(1).waitFor();
  const offered = await options.allTextContents();
  t.equal(new Set(offered).size, offered.length, `no two look the same: ${offered.join('; ')}`);
  t.match(offered[0], /^Neuenkirchen bei .+, Deutschland$/);
  await noViolations(t, page, 'towns of the same name');
  await options.nth(2).hover();
  t.equal(await options.and(page.locator('[aria-selected=true]')).textContent(), offered[2], 'one looks chosen');
  await search.press('ArrowUp');
  t.equal(await options.and(page.locator('[aria-selected=true]')).textContent(), offered[1]);
  await search.press('Enter');
  await options.first().waitFor({ state: 'hidden' });
  const chosen = await page.getByLabel('Breite').inputValue();
  // The pointer still rests where the list comes up again.
  await search.fill('');
  await search.fill('Neuenkirchen');
  t.equal(await options.and(page.locator('[aria-selected=true]')).textContent(), offered[0]);
  await search.press('Enter');
  await options.first().waitFor({ state: 'hidden' });
  t.not(await page.getByLabel('Breite').inputValue(), chosen, 'another one of the same name');
  t.same(elsewhere, []);
  t.same(refused, []);

  await t.test('public plants: from the map and the list to a plant, by keyboard, in both languages', async (t) => {
    const owner = await newOwner(portal.url);
    const shown = (town: string, postcode: string, latitudeDeg: number, longitudeDeg: number) =>
      newPlant(owner, {
        name: 'Villa Geheim',
        public: true,
        address: { street: 'Geheimweg 1', postcode, town, country: 'DE' },
        location: { latitudeDeg, longitudeDeg, altitudeM: 300, timeZone: 'Europe/Berlin' },
      });
    await shown('Metzingen', '72555', 48.54, 9.28);
    await shown('Reutlingen', '72764', 48.49, 9.21);
    const munich = await shown('München', '80331', 48.14, 11.58);
    await refreshPublicYields(portal.system.database.pool);
    for (const [locale, said] of Object.entries(saidOfPublicPlants)) {
      const visitor = await (await page.context().browser()?.newContext({ locale }))?.newPage();
      if (visitor === undefined) throw new Error('there is no browser');
      visitor.setDefaultTimeout(20_000);
      await visitor.goto(portal.url);
      await visitor.getByRole('heading', { name: said.title }).waitFor();
      await visitor.getByRole('button', { name: said.cluster }).waitFor();
      await noViolations(t, visitor, `the start page (${locale})`);

      await visitor.getByLabel(said.town, { exact: true }).fill('munch');
      await visitor.getByRole('row').nth(2).waitFor({ state: 'detached' });
      t.match(await visitor.getByRole('row').nth(1).innerText(), /München\s+80331/);
      await visitor.getByLabel(said.postcode, { exact: true }).fill('99');
      await visitor.getByRole('heading', { name: said.none }).waitFor();
      await visitor.getByRole('button', { name: said.reset }).click();
      await visitor.getByRole('link', { name: 'Metzingen' }).waitFor();

      await visitor.getByRole('button', { name: said.cluster }).focus();
      await visitor.keyboard.press('Enter');
      await visitor.getByLabel(said.town, { exact: true }).fill('München');
      await visitor.getByRole('link', { name: 'Metzingen' }).waitFor({ state: 'detached' });
      await visitor.getByRole('link', { name: 'München' }).focus();
      await visitor.keyboard.press('Enter');
      await visitor.getByRole('heading', { name: said.plant }).waitFor();
      t.notMatch(await visitor.locator('main').innerText(), /Geheim/);
      await noViolations(t, visitor, `a public plant (${locale})`);
      t.equal(new URL(visitor.url()).pathname, `/public-plants/${munich}`);
      await visitor.context().close();
    }
    await owner.call('PATCH', `/plants/${munich}`, { public: false });
    await page.goto(`${portal.url}/public-plants/${munich}`);
    await page.getByRole('heading', { name: 'Diese Anlage ist nicht öffentlich' }).waitFor();
  });
});

const saidOfPublicPlants = {
  'de-DE': {
    title: 'Öffentliche Anlagen',
    cluster: /^2 Anlagen/,
    town: 'Ort',
    postcode: 'Postleitzahl',
    none: 'Keine Anlage passt dazu',
    reset: 'Alle Anlagen zeigen',
    plant: 'Anlage in München',
  },
  'en-GB': {
    title: 'Public plants',
    cluster: /^2 plants/,
    town: 'Town',
    postcode: 'Postcode',
    none: 'No plant matches',
    reset: 'Show all plants',
    plant: 'Plant in München',
  },
} as const;

t.test('with tiles: they come from the configured server and from nowhere else', async (t) => {
  const asked: { readonly path: string; readonly referer: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', referer: request.headers.referer });
    response.writeHead(200, { 'content-type': 'image/png' }).end(onePixel);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  const tiles = `http://127.0.0.1:${port}`;
  const portal = await testPortal(t, {
    MAP_TILES_URL: `${tiles}/{z}/{x}/{y}.png?key=open`,
    MAP_TILES_ATTRIBUTION: '© <b>Karten</b> https://tiles.example/copyright',
  });
  const browser = await testBrowser(t);
  const { page, elsewhere, refused } = await openForm(portal, browser);
  await page.locator('.leaflet-tile-loaded').first().waitFor();
  const credit = page.locator('.leaflet-control-attribution').getByRole('link', { name: '© <b>Karten</b>' });
  t.equal(await credit.getAttribute('href'), 'https://tiles.example/copyright');
  t.ok(asked.length > 0);
  t.ok(asked.every(({ path }) => /^\/\d+\/\d+\/\d+\.png\?key=open$/.test(path)));
  t.same(
    [...new Set(asked.map(({ referer }) => referer))],
    [`${portal.url}/`],
    'they learn the address of the portal only',
  );
  t.ok(elsewhere.every((url) => url.startsWith(`${tiles}/`)));
  t.equal(await page.locator('.map-town').count(), 0);
  const head = await page.request.get(portal.url);
  t.match(
    head.headers()['content-security-policy'],
    new RegExp(`img-src 'self' data: ${tiles.replaceAll('.', '\\.')};`),
  );
  t.same(refused, []);
  await noViolations(t, page, 'the map');
});
