import { readFileSync } from 'node:fs';
import t from 'tap';
import { createOperator } from '../../commands/account/create-operator.js';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { newOwner, password, callJson } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { codeAt } from '../support/totp.js';

const languages = {
  'de-DE': {
    userName: 'Benutzername oder E-Mail-Adresse',
    password: 'Passwort',
    signIn: 'Anmelden',
    set: 'Einrichten',
    next: 'Weiter',
    setUpTitle: 'Zwei-Faktor-Anmeldung einrichten',
    code: 'Code aus der App',
    codeOrRecovery: 'Code aus der App oder Wiederherstellungscode',
    codesTitle: 'Ihre Wiederherstellungscodes',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    kept: 'Ich habe sie aufbewahrt',
    save: 'Als Datei sichern',
    areKept: /Haben Sie die Codes aufbewahrt/,
    stay: 'Zurück zu den Codes',
    title: 'Zwei-Faktor-Anmeldung',
    signOutAll: 'Wirklich überall abmelden?',
    isOn: 'Eingerichtet',
    isOff: 'Nicht eingerichtet',
    disable: 'Abschalten',
    office: 'Büro',
    officeClosed: 'Bitte zuerst die Zwei-Faktor-Anmeldung einrichten',
    operators: 'Wer im Büro arbeitet',
    role: 'Verwaltung',
    signOutThere: /Unbekanntes Gerät abmelden|Test abmelden/,
    ended: 'Die Sitzung ist beendet.',
    everywhere: 'Überall abmelden',
    wrongCode: /Der Code stimmt nicht/,
    codeTitle: 'Code eingeben',
    denied: 'Das Büro ist dem Betreiber vorbehalten',
    toAccount: 'Zum Konto',
    firstPage: 'Konten',
    account: 'Ihr Konto',
  },
  'en-GB': {
    userName: 'User name or e-mail address',
    password: 'Password',
    signIn: 'Sign in',
    set: 'Set up',
    next: 'Next',
    setUpTitle: 'Set up two-factor sign-in',
    code: 'Code of the app',
    codeOrRecovery: 'Code of the app or recovery code',
    codesTitle: 'Your recovery codes',
    copy: 'Copy',
    copied: 'Copied.',
    kept: 'I have kept them',
    save: 'Save as a file',
    areKept: /Have you kept the codes/,
    stay: 'Back to the codes',
    title: 'Two-factor sign-in',
    signOutAll: 'Really sign out everywhere?',
    isOn: 'Set up',
    isOff: 'Not set up',
    disable: 'Disable',
    office: 'Office',
    officeClosed: 'Please set up two-factor sign-in first',
    operators: 'Who works in the office',
    role: 'Administration',
    signOutThere: /Sign out (Unknown device|Test)/,
    ended: 'The session has ended.',
    everywhere: 'Sign out everywhere',
    wrongCode: /The code is not right/,
    codeTitle: 'Enter the code',
    denied: 'The office is for the operator',
    toAccount: 'To the account',
    firstPage: 'Accounts',
    account: 'Your account',
  },
} as const;

t.test('the account page and the office', async (t) => {
  const portal = await testPortal(t);
  const browser = await testBrowser(t);
  for (const [locale, said] of Object.entries(languages)) {
    await t.test(locale, async (t) => {
      const owner = await newOwner(portal.url);
      const email = `${owner.userName}@example.org`;
      const context = await browser.newContext({ locale, timezoneId: 'Europe/Berlin' });
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: portal.url });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
      const heading = (name: string) => page.getByRole('heading', { name, exact: true });
      const focused = () => page.evaluate<string>('document.activeElement.textContent');
      let secret = '';
      let codes: string[] = [];
      /** Of a time step that was not used yet; the portal accepts the next one early. */
      let step = 0;
      const nextCode = () => codeAt(secret, portal.system.clock.now(), step++);

      async function signIn(to = '/account') {
        await page.goto(`${portal.url}/sign-in?to=${to}`);
        await page.getByLabel(said.userName).fill(owner.userName);
        await page.getByLabel(said.password, { exact: true }).fill(password);
        await button(said.signIn).last().click();
      }

      await t.test('for owners there is no office', async (t) => {
        await signIn('/office');
        await page.getByText(said.denied).waitFor();
        t.equal(await page.getByRole('link', { name: said.office, exact: true }).count(), 0);
      });

      await t.test('who works there is led to the second factor', async (t) => {
        const wish = { userName: owner.userName, email, language: 'de', grant: ['admin'], revoke: [] } as const;
        const made = await createOperator(portal.system, wish, {
          actor: { kind: 'system', id: 'create-operator' },
          correlationId: 'test',
        });
        t.ok(made.ok);
        await page.goto(`${portal.url}/office`);
        await page.getByText(said.officeClosed).waitFor();
        await noViolations(t, page, 'the closed office');
        await page.getByRole('link', { name: said.toAccount }).click();
        await heading(said.account).waitFor();
        await page.reload();
        await page.getByText(said.isOff, { exact: true }).waitFor();
        t.ok(await page.evaluate('document.activeElement === document.body'), 'what is loaded late takes no focus');
      });

      await t.test('setting up two-factor sign-in', async (t) => {
        await button(said.set).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel(said.password, { exact: true }).fill('Sonne#2027');
        await dialog.getByRole('button', { name: said.next }).click();
        await dialog.getByRole('alert').waitFor();
        await dialog.getByLabel(said.password, { exact: true }).fill(password);
        await dialog.getByRole('button', { name: said.next }).click();
        secret = (await dialog.locator('.code').innerText()).replaceAll(/\s/g, '');
        t.match(secret, /^[A-Z2-7]{32}$/);
        t.equal(await focused(), said.setUpTitle, 'the step with the secret begins at its heading');
        const code = dialog.getByLabel(said.code);
        t.strictSame(
          [await code.getAttribute('inputmode'), await code.getAttribute('autocomplete')],
          ['numeric', 'one-time-code'],
        );
        await noViolations(t, page, 'the secret');
        await dialog.getByLabel(said.code).fill('000000');
        await dialog.getByRole('button', { name: said.set }).click();
        await dialog.getByText(said.wrongCode).first().waitFor();
        await dialog.getByLabel(said.code).fill(nextCode());
        await dialog.getByRole('button', { name: said.set }).click();
        await heading(said.codesTitle).waitFor();
        codes = await dialog.locator('li.code').allInnerTexts();
        t.equal(codes.length, 10);
        t.equal(await focused(), said.codesTitle, 'the step with the codes begins at its heading');
        await button(said.copy).click();
        await dialog.getByText(said.copied).waitFor();
        t.equal(await page.evaluate<string>('navigator.clipboard.readText()'), codes.join('\n'));
        const download = page.waitForEvent('download');
        await button(said.save).click();
        const file = readFileSync(await (await download).path(), 'utf8');
        for (const one of codes) t.match(file, one);
        for (const _ of [1, 2]) {
          await page.keyboard.press('Escape');
          await dialog.getByText(said.areKept).waitFor();
          await page.keyboard.press('Escape');
          await dialog.getByText(said.areKept).waitFor({ state: 'detached' });
        }
        await page.keyboard.press('Escape');
        await noViolations(t, page, 'the recovery codes');
        t.match(await focused(), said.areKept);
        await button(said.stay).click();
        t.equal(await dialog.locator('li.code').count(), 10, 'they are still there');
        await button(said.kept).click();
        await page.getByText(said.isOn, { exact: true }).waitFor();
        await eventually(async () => (await focused()) === said.title);
        await noViolations(t, page, 'the account page');
      });

      await t.test('the office and who works in it', async (t) => {
        await page.getByRole('link', { name: said.office, exact: true }).click();
        await heading(said.firstPage).waitFor();
        await noViolations(t, page, 'the first page of the office');
        await page
          .getByRole('main')
          .getByRole('link', { name: new RegExp(said.operators) })
          .click();
        await heading(said.operators).waitFor();
        const row = page.getByRole('row', { name: new RegExp(owner.userName) });
        t.match(await row.innerText(), said.role);
        await noViolations(t, page, 'the operators');
      });

      await t.test('other sessions are shown and can be ended', async () => {
        const { body } = await callJson(`${portal.url}/api/v1/sessions`, 'POST', {
          userName: owner.userName,
          password,
          totp: nextCode(),
        });
        await page.goto(`${portal.url}/account`);
        await button(said.signOutThere).click();
        await page.getByText(said.ended).waitFor();
        const answer = await callJson(`${portal.url}/api/v1/me`, 'GET', undefined, {
          authorization: `Bearer ${body.accessToken}`,
        });
        t.equal(answer.status, 401);
      });

      await t.test('signing out everywhere, and in again with a recovery code', async (t) => {
        await button(said.everywhere).click();
        const dialog = page.getByRole('dialog', { name: said.signOutAll });
        await noViolations(t, page, 'the question before signing out');
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        await button(said.everywhere).click();
        await dialog.getByRole('button', { name: said.everywhere }).click();
        await page.waitForURL(`${portal.url}/`);
        await signIn('/office');
        await heading(said.codeTitle).waitFor();
        await noViolations(t, page, 'the code');
        await page.getByLabel(said.codeOrRecovery).fill('000000');
        await button(said.signIn).last().click();
        await page.getByText(said.wrongCode).first().waitFor();
        await page.getByLabel(said.codeOrRecovery).fill(codes.shift() ?? '');
        await button(said.signIn).last().click();
        await heading(said.firstPage).waitFor();
      });

      await t.test('disabling it closes the office', async () => {
        await page.goto(`${portal.url}/account`);
        await button(said.disable).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel(said.password, { exact: true }).fill(password);
        await dialog.getByLabel(said.codeOrRecovery).fill(codes.shift() ?? '');
        await dialog.getByRole('button', { name: said.disable }).click();
        await page.getByText(said.isOff, { exact: true }).waitFor();
        await page.goto(`${portal.url}/office`);
        await page.getByText(said.officeClosed).waitFor();
      });

      t.same(broken, [], 'no script failed');
      await context.close();
    });
  }
});
