import { randomUUID } from 'node:crypto';
import t from 'tap';
import { createOperator } from '../../commands/account/create-operator.js';
import { AccountId, InvitationId } from '../../domain/kernel/ids.js';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { callJson, newOwner, password } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

const said = {
  'de-DE': {
    userName: 'Benutzername oder E-Mail-Adresse',
    password: 'Passwort',
    signIn: 'Anmelden',
    change: 'E-Mail-Adresse ändern',
    email: 'Neue E-Mail-Adresse',
    present: 'Ihr Passwort',
    send: 'Link senden',
    wrongEmail: 'Bitte eine vollständige E-Mail-Adresse eingeben, zum Beispiel ada@example.org.',
    waiting: /wartet auf Bestätigung/,
    confirm: 'Neue Adresse bestätigen',
    confirmed: 'Die neue Adresse gilt',
    used: 'Dieser Link gilt nicht mehr',
    toAccount: 'Zur Kontoseite',
    cancel: 'Abbrechen',
    invalid: 'Dieser Link ist nicht gültig',
    incomplete: 'Dieser Link ist unvollständig',
    activate: 'Passwort speichern und anmelden',
    usedBefore: 'Dieser Link wurde bereits benutzt',
    expired: 'Dieser Link ist abgelaufen',
    invitationExpired: 'Diese Einladung ist abgelaufen',
    newLink: 'Neuen Link anfordern',
    toPlants: 'Zu Ihren Anlagen',
  },
  'en-GB': {
    userName: 'User name or e-mail address',
    password: 'Password',
    signIn: 'Sign in',
    change: 'Change the e-mail address',
    email: 'New e-mail address',
    present: 'Your password',
    send: 'Send the link',
    wrongEmail: 'Please enter a complete e-mail address, for example ada@example.org.',
    waiting: /waits to be confirmed/,
    confirm: 'Confirm the new address',
    confirmed: 'The new address counts',
    used: 'This link is no longer valid',
    toAccount: 'To the account page',
    cancel: 'Cancel',
    invalid: 'This link is not valid',
    incomplete: 'This link is incomplete',
    activate: 'Save password and sign in',
    usedBefore: 'This link has already been used',
    expired: 'This link has expired',
    invitationExpired: 'This invitation has expired',
    newLink: 'Request a new link',
    toPlants: 'To your plants',
  },
} as const;

const ownData = {
  'de-DE': {
    ask: 'Archiv anfordern',
    gone: /Jedes wird nach 7 Tagen gelöscht/,
    ready: /Ihr Archiv liegt bereit/,
    download: 'Herunterladen',
    askAgain: 'Neues anfordern',
    tooSoon: 'Gerade erst wurde ein Archiv erstellt',
    open: 'Konto löschen …',
    losses: /alle Messwerte und Meldungen/,
    wrong: 'Das Passwort stimmt nicht.',
    request: 'Löschung beantragen',
    waiting: /Ihr Konto wird am .* gelöscht\./,
    cancel: 'Löschung zurücknehmen',
    title: 'Konto löschen',
    edit: 'Angaben berichtigen',
    lastName: 'Nachname',
    town: 'Ort',
    mailLanguage: 'Sprache der E-Mails',
    office: /Das Land ändert unser Büro/,
    save: 'Speichern',
    saved: 'Ihre Angaben sind gespeichert.',
  },
  'en-GB': {
    ask: 'Ask for the archive',
    gone: /each is deleted after 7 days/,
    ready: /Your archive is ready/,
    download: 'Download',
    askAgain: 'Ask for a new one',
    tooSoon: 'An archive was made only just now',
    open: 'Delete account …',
    losses: /all measured values and messages/,
    wrong: 'The password is not right.',
    request: 'Request deletion',
    waiting: /Your account will be deleted on /,
    cancel: 'Take the deletion back',
    title: 'Delete the account',
    edit: 'Correct details',
    lastName: 'Last name',
    town: 'Town',
    mailLanguage: 'Language of the mails',
    office: /Our office changes the country/,
    save: 'Save',
    saved: 'Your details are saved.',
  },
} as const;

t.test('taking one’s data along, and the end of the account', async (t) => {
  const portal = await testPortal(t);
  const browser = await testBrowser(t);
  for (const locale of ['de-DE', 'en-GB'] as const) {
    await t.test(locale, async (t) => {
      const words = { ...said[locale], ...ownData[locale] };
      const owner = await newOwner(portal.url);
      const context = await browser.newContext({ locale, baseURL: portal.url });
      t.teardown(() => context.close());
      const page = await context.newPage();
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      // As the link in the mail leads there.
      await page.goto('/account#own-data');
      await page.getByLabel(words.userName).fill(owner.userName);
      await page.getByLabel(words.password, { exact: true }).fill(password);
      await page.getByRole('button', { name: words.signIn }).click();
      await page.locator('#own-data:focus').waitFor();
      await page.getByText(words.gone).waitFor();
      await button(words.ask).click();
      await page.getByText(words.ready).waitFor();
      t.equal(await page.getByText(words.gone).count(), 0);
      await noViolations(t, page, 'the archive');
      const coming = page.waitForEvent('download');
      await button(words.download).click();
      const file = await coming;
      t.match(file.suggestedFilename(), /^sitelink-.*\.zip$/);
      t.ok(await file.path());
      await button(words.askAgain).click();
      await page.getByText(words.tooSoon).waitFor();

      const dialog = page.getByRole('dialog');
      await button(words.edit).click();
      await dialog.getByText(words.office).waitFor();
      await dialog.getByLabel(words.lastName, { exact: true }).fill('');
      await button(words.save).click();
      await dialog.getByRole('alert').waitFor();
      await noViolations(t, page, 'details with an error');
      await dialog.getByLabel(words.lastName, { exact: true }).fill('Berichtigt');
      await dialog.getByLabel(words.town, { exact: true }).fill('Reutlingen');
      await dialog.getByLabel(words.mailLanguage, { exact: true }).selectOption('en');
      await button(words.save).click();
      await page.getByText(words.saved).waitFor();
      await page.locator('dd', { hasText: 'Berichtigt' }).waitFor();
      await page.locator('dd', { hasText: 'Reutlingen' }).waitFor();
      await page.locator('dd', { hasText: 'English' }).waitFor();

      const focused = () => page.evaluate<string>('document.activeElement.textContent');
      await button(words.open).click();
      await dialog.getByText(words.losses).waitFor();
      const ask = async (given: string) => {
        await dialog.getByLabel(words.password, { exact: true }).fill(given);
        await dialog.getByRole('button', { name: words.request }).click();
      };
      await ask('Falsch-2026');
      await dialog.getByText(words.wrong).first().waitFor();
      await noViolations(t, page, 'the dialog with an error');
      await ask(password);
      await page.getByText(words.waiting).first().waitFor();
      await eventually(async () => (await focused()) === words.title);
      await noViolations(t, page, 'an account that waits for its end');
      await page.goto('/plants');
      await page.getByText(words.waiting).waitFor();
      await noViolations(t, page, 'another page of it');
      await button(words.cancel).click();
      await page.getByText(words.waiting).waitFor({ state: 'detached' });
      await page.goto('/account');
      await button(words.open).waitFor();
    });
  }
});

t.test('another e-mail address', async (t) => {
  const portal = await testPortal(t);
  const browser = await testBrowser(t);
  for (const locale of ['de-DE', 'en-GB'] as const) {
    await t.test(locale, async (t) => {
      const words = said[locale];
      const owner = await newOwner(portal.url);
      const email = `new-${owner.userName}@example.org`;
      const context = await browser.newContext({ locale, baseURL: portal.url });
      t.teardown(() => context.close());
      const page = await context.newPage();
      await page.goto('/sign-in?to=/account');
      await page.getByLabel(words.userName).fill(owner.userName);
      await page.getByLabel(words.password, { exact: true }).fill(password);
      await page.getByRole('button', { name: words.signIn }).click();

      const dialog = page.getByRole('dialog');
      const ask = async () => {
        await page.getByRole('button', { name: words.change }).click();
        await dialog.getByLabel(words.email).fill(email);
        await dialog.getByLabel(words.present, { exact: true }).fill(password);
        await dialog.getByRole('button', { name: words.send }).click();
      };
      await page.getByRole('button', { name: words.change }).click();
      await dialog.getByLabel(words.email).fill('nowhere');
      const cancel = dialog.getByRole('button', { name: words.cancel });
      const place = await cancel.boundingBox();
      if (place === null) throw new Error('there is nothing to press');
      await page.mouse.move(place.x + 5, place.y + 5);
      await page.mouse.down();
      t.equal(await dialog.locator('[aria-invalid=true]').count(), 0, 'what is pressed does not move away');
      t.same(await cancel.boundingBox(), place);
      await page.mouse.up();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: words.change }).click();
      await dialog.getByLabel(words.email).fill('nowhere');
      await page.keyboard.press('Tab');
      await dialog.locator('[aria-invalid=true]').waitFor();
      await dialog.getByRole('button', { name: words.send }).click();
      await dialog.getByText(words.wrongEmail).first().waitFor();
      await noViolations(t, page, 'the form with an error');
      await page.keyboard.press('Escape');
      await ask();
      await page.getByText(words.waiting).waitFor();
      await noViolations(t, page, 'an address that waits');

      let link = '';
      await eventually(async () => {
        const { items } = (await callJson(`${portal.url}/dev/mails?to=${email}`, 'GET')).body;
        link = /http\S+\/confirm-email\?token=\S+/.exec(items[0]?.text ?? '')?.[0] ?? '';
        return link !== '';
      });
      const other = await context.newPage();
      await other.goto(link);
      await noViolations(t, other, 'the question');
      await other.getByRole('button', { name: words.confirm }).click();
      await other.getByText(words.confirmed).waitFor();
      await noViolations(t, other, 'the answer');
      await other.getByRole('link', { name: words.toAccount }).click();
      await other.getByText(email, { exact: true }).waitFor();
      await other.goto(link);
      await other.getByText(words.used).waitFor();
      t.equal(await other.getByRole('button', { name: words.confirm }).count(), 0, 'nothing to click in vain');
      await noViolations(t, other, 'a link that was used');
    });

    await t.test(`what fails outside the pages says what to do, ${locale}`, async (t) => {
      const context = await browser.newContext({ locale, baseURL: portal.url });
      t.teardown(() => context.close());
      const page = await context.newPage();
      // As a browser does that may store nothing.
      await page.addInitScript(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })",
      );
      await page.goto('/');
      const [first, second] = locale === 'de-DE' ? (['de', 'en'] as const) : (['en', 'de'] as const);
      const titles = { de: 'Das Portal konnte nicht angezeigt werden', en: 'The portal could not be shown' };
      await page.getByRole('heading', { name: titles[first] }).waitFor();
      t.same(await page.getByRole('heading').allTextContents(), [titles[first], titles[second]]);
      await noViolations(t, page, 'the last resort');
      await page.getByRole('button', { name: locale === 'de-DE' ? 'Neu laden' : 'Reload' }).click();
      await page.getByRole('heading', { name: titles[first] }).waitFor();

      const odd = await context.newPage();
      await odd.addInitScript("localStorage.setItem('sitelink.signed-in', 'yes')");
      await odd.route('**/api/v1/me', (route) => route.fulfill({ json: {} }));
      await odd.goto('/plants');
      await odd
        .getByText(locale === 'de-DE' ? 'Das hat nicht geklappt' : 'That did not work')
        .first()
        .waitFor();
      await noViolations(t, odd, 'a page that failed');
    });

    await t.test(`links that lead nowhere say so before a form, ${locale}`, async (t) => {
      const words = said[locale];
      const context = await browser.newContext({ locale, baseURL: portal.url });
      t.teardown(() => context.close());
      const page = await context.newPage();
      for (const path of ['/activate', '/confirm-email', '/new-password']) {
        await page.goto(`${path}?token=cut.off`);
        await page.getByText(words.invalid).waitFor();
        t.equal(await page.locator('form').count(), 0, path);
        for (const broken of ['', '?token=', `?token=${'x'.repeat(600)}`]) {
          await page.goto(`${path}${broken}`);
          await page.getByText(words.incomplete).waitFor();
          t.equal(await page.locator('form').count(), 0, `${path}${broken.slice(0, 9)}`);
        }
        await noViolations(t, page, `${path} with a broken link`);
      }
      const userName = `lea-${locale.slice(0, 2)}`;
      const wish = { userName, email: `${userName}@example.org`, language: 'de' } as const;
      const byTest = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
      const made = await createOperator(portal.system, { ...wish, grant: ['support'], revoke: [] }, byTest);
      const accountId = made.ok ? made.accountId : null;
      const link = `/activate?token=${portal.system.tokens.issue('activate-operator', AccountId.parse(accountId), portal.system.clock.now())}`;
      await page.goto(link);
      await page.getByLabel(words.password, { exact: true }).fill(password);
      await page.getByRole('button', { name: words.activate }).click();
      await page.waitForURL(`${portal.url}/account`);
      await context.clearCookies();
      await page.goto(link);
      await page.getByText(words.usedBefore).waitFor();
      await page.getByRole('link', { name: words.signIn }).first().waitFor();
      await noViolations(t, page, 'an invitation that was used');

      await context.clearCookies();
      const { tokens, clock } = portal.system;
      const longAgo = clock.now().subtract({ hours: 24 * 15 });
      const ofAccount = (purpose: 'validate-account' | 'activate-operator' | 'reset-password' | 'change-email') =>
        tokens.issue(purpose, AccountId.parse(accountId), longAgo);
      const ofInvitation = tokens.issue('accept-invitation', InvitationId.parse(randomUUID()), longAgo);
      for (const [path, token, says, wayOn] of [
        ['validate', ofAccount('validate-account'), words.expired, words.signIn],
        ['activate', ofAccount('activate-operator'), words.expired, words.signIn],
        ['new-password', ofAccount('reset-password'), words.expired, words.newLink],
        ['confirm-email', ofAccount('change-email'), words.expired, words.toAccount],
        ['invitation', ofInvitation, words.invitationExpired, words.toPlants],
      ] as const) {
        await page.goto(`/${path}?token=${token}`);
        await page.getByText(says).waitFor();
        await page.getByRole('main').getByRole('link', { name: wayOn }).waitFor();
        await noViolations(t, page, `${path}: a link that has expired`);
      }
    });
  }
});
