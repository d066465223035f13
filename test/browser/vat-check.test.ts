import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import t from 'tap';
import { createOperator } from '../../commands/account/create-operator.js';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { linkInMail } from '../support/mail-link.js';
import { newOwner, newPlant } from '../support/owner.js';
import { testPortal, type Portal } from '../support/portal.js';

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

t.test('the VAT id of a business, in both languages', async (t) => {
  const file = join(t.testdir(), 'partners.json');
  await writeFile(file, JSON.stringify(partners));
  const portal = await testPortal(t, { SERVICE_PARTNERS: file });
  const browser = await testBrowser(t);

  await t.test('German: a second field for ß, a wrong town, corrected', async (t) => {
    const page = await pageIn(browser, portal, 'de-DE');
    await page.goto(`${portal.url}/register`);
    await page.getByText('Unternehmer', { exact: true }).click();
    await page.getByLabel('Firma', { exact: true }).fill('Musterhaus');
    await page.getByLabel('Rechtsform').fill('GmbH & Co KG');
    await page.getByLabel('Umsatzsteuer-Identifikationsnummer').fill('ATU12345678');
    await page.getByLabel('Straße und Hausnummer', { exact: true }).fill('Musterstraße 22');
    const spelling = page.getByLabel('Straße und Hausnummer, für die Prüfung');
    await spelling.waitFor();
    t.equal(await spelling.inputValue(), 'Musterstrasse 22', 'a proposal stands beside it');
    await page.getByText('Diese Zeichen nimmt die Prüfung nicht an: ß').waitFor();
    t.equal(await page.locator('[aria-invalid]').count(), 0, 'with it nothing is wrong any more');
    await noViolations(t, page, 'the form with the second field');
    await fillRest(page, { name: 'anna', town: 'Wien', postcode: '1010', country: 'AT' });
    await enter(page, portal, 'anna@example.org');

    await page.goto(`${portal.url}/account`);
    await page.getByText('Angaben weichen ab').first().waitFor();
    await page.getByText('Solange das so ist, ist kein Lizenzkauf möglich.', { exact: false }).waitFor();
    const town = page.getByRole('textbox', { name: 'Ort', exact: true });
    t.match(
      await describedBy(page, await town.getAttribute('aria-describedby')),
      /Der Ort weicht von der Registrierung ab/,
    );
    t.equal(await spelling.inputValue(), 'Musterstrasse 22');
    await noViolations(t, page, 'the differences');
    await town.fill('Musterort');
    await page.getByRole('button', { name: 'Speichern und prüfen' }).click();
    await page.getByText('Die Nummer ist gültig.', { exact: false }).waitFor();
    await page.getByText('Entwicklung: Diese Antwort kam von einem Simulator', { exact: false }).waitFor();
    await noViolations(t, page, 'the valid id');
    await page.getByRole('link', { name: 'Anlagen' }).first().click();
    await page.getByRole('heading', { name: 'Noch keine Anlage' }).waitFor();
  });

  await t.test('English: without an id no monitoring; a member state that is down', async (t) => {
    const page = await pageIn(browser, portal, 'en-GB');
    await page.goto(`${portal.url}/register`);
    await page.getByText('Business', { exact: true }).click();
    await page.getByLabel('Company name', { exact: true }).fill('Solar Yard');
    await page.getByLabel('Legal form').fill('Ltd');
    await page.getByLabel('Street and number', { exact: true }).fill('Main Street 1');
    await fillRest(page, { name: 'ben', town: 'Dublin', postcode: 'D01', country: 'IE' });
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
    await vatId.fill('IE123');
    await page.getByRole('button', { name: 'Save and check' }).click();
    await page.getByText('This is no VAT id of the EU', { exact: false }).first().waitFor();
    await noViolations(t, page, 'the malformed id');
    await vatId.fill('IE 0000 301 A');
    await page.getByRole('button', { name: 'Save and check' }).click();
    await page
      .getByText(/Valid|Being checked/)
      .first()
      .waitFor();
    await page.getByText('Valid', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Change data' }).click();
    await page.getByRole('textbox', { name: 'VAT id' }).fill('DE000000301');
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
