import t from 'tap';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { callJson, newOwner, newPlant, password } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { codeAt } from '../support/totp.js';

const languages = {
  'de-DE': {
    userName: 'Benutzername oder E-Mail-Adresse',
    password: 'Passwort',
    signIn: 'Anmelden',
    new: 'Neuer Zugriffsschlüssel',
    name: 'Name',
    readings: 'Messwerte lesen',
    some: 'Nur bestimmte',
    expiresIn: 'Gültig für',
    ownDate: 'Eigenes Datum',
    date: 'Gültig bis einschließlich',
    create: 'Anlegen',
    scopeNeeded: 'Bitte wählen Sie mindestens ein Recht.',
    shown: 'Ihr Zugriffsschlüssel',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    kept: 'Ich habe ihn aufbewahrt',
    never: /Noch nie benutzt/,
    used: /Zuletzt benutzt/,
    soon: 'Läuft bald ab',
    revokeOne: 'Heizung widerrufen',
    revoke: 'Widerrufen',
    revoked: 'Der Zugriffsschlüssel ist widerrufen.',
    renew: 'Neue Wiederherstellungscodes',
    code: 'Code aus der App oder Wiederherstellungscode',
    renewConfirm: 'Neue Codes anzeigen',
    codesKept: 'Ich habe sie aufbewahrt',
    renewed: 'Sie haben neue Wiederherstellungscodes.',
  },
  'en-GB': {
    userName: 'User name or e-mail address',
    password: 'Password',
    signIn: 'Sign in',
    new: 'New access token',
    name: 'Name',
    readings: 'Read readings',
    some: 'Only some',
    expiresIn: 'Valid for',
    ownDate: 'A date of your own',
    date: 'Valid until the end of',
    create: 'Create',
    scopeNeeded: 'Please choose at least one.',
    shown: 'Your access token',
    copy: 'Copy',
    copied: 'Copied.',
    kept: 'I have kept it',
    never: /Never used/,
    used: /Last used/,
    soon: 'Expires soon',
    revokeOne: 'Revoke Heizung',
    revoke: 'Revoke',
    revoked: 'The access token is revoked.',
    renew: 'New recovery codes',
    code: 'Code of the app or recovery code',
    renewConfirm: 'Show new codes',
    codesKept: 'I have kept them',
    renewed: 'You have new recovery codes.',
  },
} as const;

t.test('access tokens and new recovery codes on the account page', async (t) => {
  const portal = await testPortal(t);
  const browser = await testBrowser(t);
  for (const [locale, said] of Object.entries(languages)) {
    await t.test(locale, async (t) => {
      const owner = await newOwner(portal.url);
      const plantId = await newPlant(owner, { name: 'Scheune' });
      const otherId = await newPlant(owner, { name: 'Wohnhaus' });
      const context = await browser.newContext({ locale, timezoneId: 'Europe/Berlin' });
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: portal.url });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const dialog = page.getByRole('dialog');
      let token = '';

      await page.goto(`${portal.url}/sign-in?to=/account`);
      await page.getByLabel(said.userName).fill(owner.userName);
      await page.getByLabel(said.password, { exact: true }).fill(password);
      await button(said.signIn).last().click();

      await t.test('one is made, and shown once', async (t) => {
        await button(said.new).click();
        await dialog.getByLabel(said.name, { exact: true }).fill('Heizung');
        await dialog.getByLabel(said.password, { exact: true }).fill(password);
        await dialog.getByRole('button', { name: said.create }).click();
        await dialog.getByText(said.scopeNeeded).first().waitFor();
        await dialog.getByLabel(said.readings, { exact: true }).check();
        await dialog.getByLabel(said.some).check();
        await dialog.getByLabel('Scheune').check();
        await dialog.getByLabel(said.expiresIn).selectOption({ label: said.ownDate });
        const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
        await dialog.getByLabel(said.date).fill(inAWeek);
        await noViolations(t, page, 'the form');
        await dialog.getByRole('button', { name: said.create }).click();
        await page.getByRole('heading', { name: said.shown }).waitFor();
        token = await dialog.locator('.token-text').innerText();
        t.match(token, /^slpat_[0-9A-Za-z]{38}$/);
        await noViolations(t, page, 'the token');
        await button(said.copy).click();
        await dialog.getByText(said.copied).waitFor();
        t.equal(await page.evaluate<string>('navigator.clipboard.readText()'), token);
        await button(said.kept).click();
        await page.getByText(said.never).waitFor();
        await page.getByText(said.soon, { exact: true }).waitFor();
        t.notMatch(await page.content(), token);
        await noViolations(t, page, 'the list');
      });

      await t.test('a program uses it', async (t) => {
        const get = async (path: string) =>
          (await callJson(`${portal.url}/api/v1${path}`, 'GET', undefined, { authorization: `Bearer ${token}` }))
            .status;
        t.equal(await get(`/plants/${plantId}/overview`), 200);
        t.equal(await get(`/plants/${otherId}/overview`), 404);
        t.equal(await get('/plants'), 403);
        await page.reload();
        const row = page.getByRole('listitem').filter({ hasText: 'Heizung' });
        await row.getByText(said.used).waitFor();
        await row.getByText(/Scheune/).waitFor();
      });

      await t.test('and it is revoked', async (t) => {
        await button(said.revokeOne).click();
        await noViolations(t, page, 'the question');
        await dialog.getByRole('button', { name: said.revoke }).click();
        await page.getByText(said.revoked).waitFor();
        t.equal(await button(said.revokeOne).count(), 0);
        const answer = await callJson(`${portal.url}/api/v1/plants/${plantId}/overview`, 'GET', undefined, {
          authorization: `Bearer ${token}`,
        });
        t.equal(answer.status, 401);
      });

      await t.test('new recovery codes', async (t) => {
        const { secret } = (await owner.call('POST', '/me/totp', { password })).body;
        const now = () => portal.system.clock.now();
        const signedIn = await owner.call('POST', '/me/totp/confirmation', { code: codeAt(secret, now()) });
        const [first = ''] = signedIn.body.recoveryCodes as readonly string[];
        await page.goto(`${portal.url}/sign-in?to=/account`);
        await page.getByLabel(said.userName).fill(owner.userName);
        await page.getByLabel(said.password, { exact: true }).fill(password);
        await button(said.signIn).last().click();
        await page.getByLabel(said.code).fill(codeAt(secret, now(), 1));
        await button(said.signIn).last().click();
        await button(said.renew).click();
        await dialog.getByLabel(said.password, { exact: true }).fill(password);
        await dialog.getByLabel(said.code).fill(first);
        await noViolations(t, page, 'the proof');
        await dialog.getByRole('button', { name: said.renewConfirm }).click();
        await dialog.locator('li.code').first().waitFor();
        const codes = await dialog.locator('li.code').allInnerTexts();
        t.equal(codes.length, 10);
        t.notOk(codes.includes(first));
        await button(said.codesKept).click();
        await page.getByText(said.renewed).waitFor();
      });

      t.same(broken, [], 'no script failed');
      await context.close();
    });
  }
});
