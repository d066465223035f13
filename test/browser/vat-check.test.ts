import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import t from 'tap';
import { startAuthorities } from '../../adapters/vat/simulator/server.js';
import { createOperator } from '../../commands/account/create-operator.js';
import { eventually } from '../support/eventually.js';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { linkInMail } from '../support/mail-link.js';
import { newOwner, newPlant, password } from '../support/owner.js';
import { testPortal, type Portal } from '../support/portal.js';
import { nextInBerlin, travellingClock } from '../support/travelling-clock.js';

const partners = [
  { country: 'GR', name: 'Helios Service E.P.E.', email: 'service@helios.example', phone: '+30 21 0000000' },
  { country: 'CH', name: 'Sonnenwerk AG', website: 'https://sonnenwerk.example/' },
];

const abroad = [
  {
    ...{ locale: 'de-DE', name: 'eleni', street: 'Straße und Hausnummer', toAccount: 'Zu Ihrem Konto' },
    notOffered: 'Das Monitoring bieten wir Verbrauchern derzeit nur in Deutschland an',
    invited: 'lädt Ihre Adresse eleni@example.org zu der Anlage ein',
    ...{ accept: /annehmen/i, add: 'Anlage hinzufügen', served: 'Ein Servicepartner betreut Ihre Anlage' },
  },
  {
    ...{ locale: 'en-GB', name: 'nikos', street: 'Street and number', toAccount: 'To your account' },
    notOffered: 'At present we offer monitoring to consumers in Germany only',
    invited: 'invite your address nikos@example.org to the plant',
    ...{ accept: /accept/i, add: 'Add a plant', served: 'A service partner looks after your plant' },
  },
] as const;

const businesses = [
  {
    ...{ locale: 'de-DE', name: 'anna', language: 'de', business: 'Unternehmer', company: 'Firma' },
    ...{ legalForm: 'Rechtsform', vatId: 'Umsatzsteuer-Identifikationsnummer', street: 'Straße und Hausnummer' },
    ...{ spelling: 'Straße und Hausnummer, für die Prüfung', town: 'Ort', save: 'Speichern und prüfen' },
    characters: 'Diese Zeichen nimmt die Prüfung nicht an: ß',
    ...{ differs: 'Angaben weichen ab', noLicence: /Solange das so ist, ist kein Lizenzkauf möglich\./ },
    ...{ townDiffers: /Der Ort weicht von der Registrierung ab/, valid: /Die Nummer ist gültig\./ },
    ...{
      simulated: /Entwicklung: Diese Antwort kam von einem Simulator/,
      plants: 'Anlagen',
      noPlant: 'Noch keine Anlage',
    },
    night: /nachts geschlossen, in der Regel von 23:00 bis 05:00 Uhr/,
    nextAttempt: /^Nächster Versuch: (\d+\. \S+ 20\d\d um 05:0\d) Uhr \(deutsche Zeit\)$/,
    mail: 'Ihre USt-IdNr. ist bestätigt',
    ...{ announced: /wie angekündigt/, checked: /Geprüft am \d+\. \S+ 20\d\d um 05:\d\d.* durch das Bundeszentralamt/ },
  },
  {
    ...{ locale: 'en-GB', name: 'amy', language: 'en', business: 'Business', company: 'Company name' },
    ...{ legalForm: 'Legal form', vatId: 'VAT identification number', street: 'Street and number' },
    ...{ spelling: 'Street and number, for the check', town: 'Town', save: 'Save and check' },
    characters: 'The check does not take these characters: ß',
    ...{
      differs: 'Data differs',
      noLicence: /As long as that is so, no licence can be bought\./,
      townDiffers: /The town differs/i,
    },
    ...{ valid: /The number is valid\./, simulated: /Development: this answer came from a simulator/ },
    ...{ plants: 'Plants', noPlant: 'No plant yet' },
    night: /is closed at night, as a rule from 23:00 to 05:00/,
    nextAttempt: /^Next attempt: (\d+ \S+ 20\d\d at 05:0\d) \(German time\)$/,
    mail: 'Your VAT id is confirmed',
    ...{
      announced: /As announced/,
      checked: /Checked on \d+ \S+ 20\d\d at 05:\d\d by the German Federal Central Tax Office/,
    },
  },
] as const;

t.test('the VAT id of a business, in both languages', async (t) => {
  const file = join(t.testdir(), 'partners.json');
  await writeFile(file, JSON.stringify(partners));
  const portal = await testPortal(t, { SERVICE_PARTNERS: file });
  const browser = await testBrowser(t);

  for (const { locale, name, ...words } of businesses) {
    await t.test(`a second field for ß, a wrong town, corrected, ${locale}`, async (t) => {
      const page = await pageIn(browser, portal, locale);
      await page.goto(`${portal.url}/register`);
      await page.getByText(words.business, { exact: true }).click();
      await page.getByLabel(words.company, { exact: true }).fill('Musterhaus');
      await page.getByLabel(words.legalForm).fill('GmbH & Co KG');
      await page.locator('[autocomplete="country"]').selectOption('AT');
      await page.getByLabel(words.vatId).fill('ATU12345678');
      await page.getByLabel(words.street, { exact: true }).fill('Musterstraße 22');
      const spelling = page.getByLabel(words.spelling);
      await spelling.waitFor();
      t.equal(await spelling.inputValue(), 'Musterstrasse 22', 'a proposal stands beside it');
      await page.getByText(words.characters).waitFor();
      t.equal(await page.locator('[aria-invalid]').count(), 0, 'with it nothing is wrong any more');
      await noViolations(t, page, 'the form with the second field');
      await fillRest(page, { name, town: 'Wien', postcode: '1010', country: 'AT' });
      await enter(page, portal, `${name}@example.org`);
      // The page opens by itself when the check is answered.
      await page.getByRole('heading', { name: words.noPlant }).waitFor();

      await page.goto(`${portal.url}/account`);
      await page.getByText(words.differs).first().waitFor();
      await page.getByText(words.noLicence).waitFor();
      const town = page.getByRole('textbox', { name: words.town, exact: true });
      t.match(await describedBy(page, await town.getAttribute('aria-describedby')), words.townDiffers);
      t.equal(await spelling.inputValue(), 'Musterstrasse 22');
      await noViolations(t, page, 'the differences');
      await town.fill('Musterort');
      await page.getByRole('button', { name: words.save }).click();
      await page.getByText(words.valid).waitFor();
      await page.getByText(words.simulated).waitFor();
      await noViolations(t, page, 'the valid id');
      await page.getByRole('link', { name: words.plants }).first().click();
      await page.getByRole('heading', { name: words.noPlant }).waitFor();
    });
  }

  await t.test('English: without an id no monitoring; a member state that is down', async (t) => {
    const page = await pageIn(browser, portal, 'en-GB');
    await page.goto(`${portal.url}/register`);
    await page.getByText('Business', { exact: true }).click();
    await page.getByLabel('Company name', { exact: true }).fill('Solar Yard');
    await page.getByLabel('Legal form').fill('Ltd');
    await page.getByLabel('Street and number', { exact: true }).fill('Main Street 1');
    await fillRest(page, { name: 'ben', town: 'Wien', postcode: '1010', country: 'AT' });
    await enter(page, portal, 'ben@example.org');

    await page.goto(`${portal.url}/plants`);
    await page.getByRole('heading', { name: 'The data of your business is not complete yet' }).waitFor();
    await noViolations(t, page, 'the closed door');
    await page.getByRole('link', { name: 'To your account' }).click();
    const vatId = page.getByRole('textbox', { name: 'VAT id' });
    t.match(
      await describedBy(page, await vatId.getAttribute('aria-describedby')),
      /Businesses in the EU need a VAT id/,
    );
    await vatId.fill('AT123');
    await page.getByRole('button', { name: 'Save and check' }).click();
    await page.getByText('This is no VAT id of the EU', { exact: false }).first().waitFor();
    await noViolations(t, page, 'the malformed id');
    await vatId.fill('AT U 0000 0100');
    await page.getByRole('button', { name: 'Save and check' }).click();
    await page
      .getByText(/Valid|Being checked/)
      .first()
      .waitFor();
    await page.getByText('Valid', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Change data' }).click();
    await page.getByRole('textbox', { name: 'VAT id' }).fill('ATU00000301');
    await page.getByRole('button', { name: 'Save and check' }).click();
    await page.getByText('cannot be reached at the moment', { exact: false }).waitFor();
    await page.getByText(/Next attempt: .+ \(German time\)/).waitFor();
    await noViolations(t, page, 'the pending check');
  });

  for (const { locale, name, ...words } of abroad) {
    await t.test(
      `a consumer in Greece is told why and who helps, and sees what the partner set up, ${locale}`,
      async (t) => {
        const page = await pageIn(browser, portal, locale);
        await page.goto(`${portal.url}/register`);
        await page.getByLabel(words.street, { exact: true }).fill('Odos Ermou 1');
        await fillRest(page, { name, town: 'Athina', postcode: '10563', country: 'GR' });
        await page.getByText('Helios Service E.P.E.').waitFor();
        await noViolations(t, page, 'what stands before the registration');
        await enter(page, portal, `${name}@example.org`);
        await page.goto(`${portal.url}/plants`);
        await page.getByRole('heading', { name: words.notOffered }).waitFor();
        await page.getByRole('link', { name: words.toAccount }).click();
        await page.getByText('Helios Service E.P.E.').waitFor();
        t.equal(await page.getByText('Sonnenwerk AG').count(), 0);
        await page.getByText(words.invited).waitFor();
        await noViolations(t, page, 'the partners');

        const partner = await newOwner(portal.url);
        const role = { userName: partner.userName, email: `${partner.userName}@example.org`, language: 'de' } as const;
        const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
        const named = await createOperator(portal.system, { ...role, grant: ['partner'], revoke: [] }, context);
        t.match(named, { ok: true });
        const plantId = await newPlant(partner, { name: 'Odos Ermou' });
        const wish = { email: `${name}@example.org`, right: 'viewer', language: 'en' };
        await partner.call('POST', `/plants/${plantId}/grants/invitations`, wish);
        await page.goto(`${portal.url}/plants`);
        await page.getByRole('button', { name: words.accept }).click();
        await page.waitForURL(`**/plants/${plantId}`);
        await page.getByRole('heading', { name: 'Odos Ermou' }).waitFor();
        await page.goto(`${portal.url}/plants`);
        await page.getByText('Odos Ermou').waitFor();
        t.equal(await page.getByRole('link', { name: words.add }).count(), 0, 'their partner adds plants');
        await noViolations(t, page, 'a plant of the partner');
        await page.goto(`${portal.url}/account`);
        await page.getByText(words.served).waitFor();
        await noViolations(t, page, 'who is served');
      },
    );
  }

  await t.test('asked at 23:30, told when, answered after five, in both languages', async (t) => {
    const clock = travellingClock();
    clock.travelTo(nextInBerlin(clock, '23:30'));
    const authorities = await startAuthorities({ clock, night: { from: '23:00', to: '05:00' } });
    t.teardown(() => authorities.close());
    const own = { VIES_URL: authorities.viesRestUrl, BZST_URL: authorities.bzstUrl, OWN_VAT_ID: 'DE147167387' };
    const portal = await testPortal(t, own, { clock });
    const waiting = [];
    for (const { locale, language, ...words } of businesses) {
      const company = { name: 'Musterhaus', legalForm: 'GmbH & Co KG', vatId: 'ATU12345678' };
      const address = { street: 'Musterstrasse 22', postcode: '1010', town: 'Musterort', country: 'AT' };
      const { userName } = await newOwner(portal.url, {}, { kind: 'business', company, address, language });
      const page = await pageIn(browser, portal, locale);
      // The clock of the page goes with that of the portal.
      await page.clock.install({ time: clock.now().epochMilliseconds });
      await page.goto('/sign-in?to=/account');
      await page.locator('[autocomplete="username"]').fill(userName);
      await page.locator('[autocomplete="current-password"]').fill(password);
      await page.keyboard.press('Enter');
      await page.getByText(words.night).waitFor();
      const next = await page.getByText(words.nextAttempt).textContent();
      t.match(next, words.nextAttempt);
      await noViolations(t, page, 'a check that waits for the morning');
      waiting.push({ page, userName, words });
    }
    t.equal(authorities.questions.length, 0, 'nobody was asked at night');

    const morning = nextInBerlin(clock, '05:10');
    const aheadMs = morning.epochMilliseconds - clock.now().epochMilliseconds;
    clock.travelTo(morning);
    for (const { page, userName, words } of waiting) {
      const mail = await eventually(async () =>
        (await portal.system.mailbox?.list({ to: `${userName}@example.org` }))?.find(
          ({ subject }) => subject === words.mail,
        ),
      );
      t.match(mail.text, words.announced);
      await page.clock.fastForward(aheadMs);
      await page.getByText(words.valid).waitFor();
      await page.getByText(words.checked).waitFor();
      await noViolations(t, page, 'the answer, without a reload');
    }
  });
});

async function pageIn(browser: Browser, portal: Portal, locale: string): Promise<Page> {
  const context = await browser.newContext({ locale, timezoneId: 'Europe/Berlin', baseURL: portal.url });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** The fields whose names do not matter here, found by what browsers fill in there. */
async function fillRest(page: Page, who: { name: string; town: string; postcode: string; country: string }) {
  const fill = (autoComplete: string, value: string) => page.locator(`[autocomplete="${autoComplete}"]`).fill(value);
  await fill('given-name', who.name);
  await fill('family-name', 'Wirt');
  await fill('postal-code', who.postcode);
  await fill('address-level2', who.town);
  await page.locator('[autocomplete="country"]').selectOption(who.country);
  await fill('email', `${who.name}@example.org`);
  await fill('username', who.name);
  await fill('new-password', 'Sonne#2026');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('checkbox').nth(1).check();
}

async function enter(page: Page, portal: Portal, email: string): Promise<void> {
  await page.locator('form button[type="submit"]').click();
  await page.goto(await linkInMail(portal, email));
  await page.waitForURL(/\/plants/);
}

async function describedBy(page: Page, ids: string | null): Promise<string> {
  const texts = await Promise.all((ids ?? '').split(' ').map((id) => page.locator(`[id="${id}"]`).textContent()));
  return texts.join(' ');
}
