import t from 'tap';
import { legalTimeZone, Temporal } from '../../domain/kernel/time.js';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { earlierOwner } from '../support/earlier-owner.js';
import { editionFiles, editionFolder } from '../support/editions.js';
import { newOwner, newPlant, password } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

const languages = {
  'de-DE': {
    language: 'de',
    userName: 'Benutzername oder E-Mail-Adresse',
    password: 'Passwort',
    signIn: 'Anmelden',
    signOut: 'Abmelden',
    name: 'Name der Anlage',
    save: 'Speichern',
    openDelete: 'Anlage löschen …',
    confirmDelete: 'Endgültig löschen',
    typeName: 'Zum Bestätigen den Namen der Anlage eingeben',
    title: 'Bitte lesen und zustimmen',
    lead: /Ein Dokument hat eine neue Fassung/,
    terms: /Ich stimme den neuen Nutzungsbedingungen zu/,
    privacy: /Ich habe die neue Datenschutzerklärung gelesen/,
    missing: 'Ohne Zustimmung zu den Nutzungsbedingungen geht es nicht weiter.',
    accept: 'Zustimmen und weiter',
    fullText: 'Ganzen Text lesen',
    removed: 'Entfallen',
    account: 'Ihr Konto',
    termsName: 'Nutzungsbedingungen',
    changes: 'Änderungen',
    edition: 'Fassung',
    outdated: /Sie wurde durch eine neuere abgelöst/,
    added: 'als Archiv in gängigen Formaten',
    privacyTitle: 'Datenschutzerklärung',
    askForArchive: 'Archiv anfordern',
    archiveReady: /Ihr Archiv liegt bereit/,
    openErasure: 'Konto löschen …',
    faqTitle: 'Häufige Fragen',
    imprint: 'Impressum',
    madeUp: /Diese Angaben sind ein Muster/,
    privacyLink: 'Datenschutz',
  },
  'en-GB': {
    language: 'en',
    userName: 'User name or e-mail address',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    name: 'Name of the plant',
    save: 'Save',
    openDelete: 'Delete plant …',
    confirmDelete: 'Delete for good',
    typeName: 'Enter the name of the plant to confirm',
    title: 'Please read and accept',
    lead: /One document has a new edition/,
    terms: /I accept the new terms of use/,
    privacy: /I have read the new privacy policy/,
    missing: 'You cannot go on without accepting the terms of use.',
    accept: 'Accept and go on',
    fullText: 'Read the whole text',
    removed: 'Removed',
    account: 'Your account',
    termsName: 'Terms of use',
    changes: 'Changes',
    edition: 'Edition',
    outdated: /It was replaced by a newer one/,
    added: 'as an archive in common formats',
    privacyTitle: 'Privacy policy',
    askForArchive: 'Ask for the archive',
    archiveReady: /Your archive is ready/,
    openErasure: 'Delete account …',
    faqTitle: 'Frequently asked questions',
    imprint: 'Legal notice',
    madeUp: /These details are made up/,
    privacyLink: 'Privacy',
  },
} as const;

const today = Temporal.Now.zonedDateTimeISO(legalTimeZone).toPlainDate().toString();
const newTerms = '# New terms\n\n## 1. One\n\n{operator} now sells cake, too.\n\n- with cream\n- without\n';

for (const [locale, said] of Object.entries(languages)) {
  t.test(`documents, ${locale}`, async (t) => {
    const before = await testPortal(t);
    const browser = await testBrowser(t);
    const context = await browser.newContext({ locale, timezoneId: 'Europe/Berlin' });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(error.message));
    const heading = (name: string) => page.getByRole('heading', { name, exact: true });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const field = (name: string) => page.getByLabel(name, { exact: true });

    async function signIn(userName: string, to: string, at = page) {
      await at.goto(`${before.url}${to}`);
      await at.getByLabel(said.userName, { exact: true }).fill(userName);
      await at.getByLabel(said.password, { exact: true }).fill(password);
      await at.getByRole('button', { name: said.signIn, exact: true }).last().click();
    }

    await t.test('a document is read, printed, and compared with its former edition', async (t) => {
      await page.goto(`${before.url}/documents/faq`);
      await heading(said.faqTitle).waitFor();
      await noViolations(t, page, 'the questions');
      await page.getByRole('contentinfo').getByRole('link', { name: said.imprint, exact: true }).click();
      await heading(said.imprint).waitFor();
      await page.getByText(said.madeUp).waitFor();
      await page.getByRole('link', { name: 'rechnung@example.org' }).waitFor();
      await page.getByText('Amtsgericht Musterstadt, HRB 000000').waitFor();
      await noViolations(t, page, 'the imprint');
      await page.goto(`${before.url}/legal/privacy`);
      await heading(said.privacyTitle).waitFor();
      t.match(page.url(), /\/documents\/privacy$/, 'the former address leads on');
      const link = await page.getByRole('link', { name: 'PDF', exact: true }).getAttribute('href');
      const file = await page.request.get(`${before.url}${link}`);
      t.equal(file.headers()['content-type'], 'application/pdf');
      await page.getByText(said.changes, { exact: true }).click();
      const added = page.locator('ins', { hasText: said.added });
      await added.waitFor();
      await noViolations(t, page, 'what has changed');
      t.match(page.url(), /since=2026-11-27/);
      await page.reload();
      await added.waitFor();
      await field(said.edition).selectOption('2026-11-27');
      await page.getByText(said.outdated).waitFor();
      t.equal(await page.getByText(said.added).count(), 0, 'the former edition says nothing of it');
      await noViolations(t, page, 'a former edition');
    });

    await t.test('who accepted former editions is led to what is new before anything else', async (t) => {
      const early = Temporal.Instant.from('2026-11-24T12:00:00Z');
      const { userName } = await earlierOwner(before, early, said.language);
      await signIn(userName, '/account');
      await heading(said.title).waitFor();
      await page.getByText(said.lead).waitFor();
      await page.locator('ins', { hasText: said.added }).waitFor();
      t.match(page.url(), /\/account$/, 'where the reader wanted to go');
      await page.getByText(said.fullText).click();
      await noViolations(t, page, 'what waits for consent');
      await page.getByRole('checkbox', { name: said.privacy }).check();
      await button(said.accept).click();
      await heading(said.account).waitFor();
      await noViolations(t, page, 'the account with its documents');
      const foot = await page.locator('.own-footer').getByRole('link').allTextContents();
      t.strictSame(foot.slice(0, 2), [said.imprint, said.privacyLink], 'also for whoever is signed in');
      const link = page.locator('.fact', { hasText: said.termsName }).getByRole('link');
      t.match(
        await link.first().getAttribute('href'),
        /\/documents\/terms\?version=2026-11-23|"2026-11-23"|%222026-11-23%22/,
      );
      await button(said.signOut).first().click();
      await page.waitForURL(`${before.url}/`);
    });

    await t.test('new terms while somebody fills in a form: read, accept, and go on in that form', async (t) => {
      const owner = await newOwner(before.url, {}, { language: said.language });
      const plantId = await newPlant(owner, { name: 'Scheune' });
      await signIn(owner.userName, `/plants/${plantId}/edit`);
      await field(said.name).fill('Uracher Straße');
      const berta = await newOwner(before.url, {}, { language: said.language });
      const bertasPlant = await newPlant(berta, { name: 'Stall' });
      const bertasPage = await (await browser.newContext({ locale, timezoneId: 'Europe/Berlin' })).newPage();
      bertasPage.setDefaultTimeout(30_000);
      await signIn(berta.userName, `/plants/${bertasPlant}/edit`, bertasPage);
      await bertasPage.getByRole('button', { name: said.openDelete }).click();
      const dialog = bertasPage.getByRole('dialog');
      await dialog.getByLabel(said.typeName, { exact: true }).fill('Stall');
      await before.close();
      const after = await testPortal(t, {
        DATABASE_URL: before.databaseUrl,
        PORT: new URL(before.url).port,
        DOCUMENTS_DIR: editionFolder(t, editionFiles('terms', today, newTerms)),
      });
      t.match(await owner.call('GET', '/plants'), { status: 412, body: { code: 'documents.not-accepted' } });

      await button(said.save).click();
      await heading(said.title).waitFor();
      await page.locator('h1:focus', { hasText: said.title }).waitFor();
      await page.getByText(said.removed, { exact: true }).first().waitFor();
      await page.locator('ins', { hasText: 'now sells cake, too.' }).waitFor();
      t.notOk(await field(said.name).isVisible(), 'the form is not to be seen');
      await noViolations(t, page, 'new terms');
      await button(said.accept).click();
      await page.getByText(said.missing).first().waitFor();
      await noViolations(t, page, 'new terms without consent');
      await page.getByRole('checkbox', { name: said.terms }).check();
      await button(said.accept).click();

      await heading('Uracher Straße').waitFor();
      t.match(new URL(page.url()).pathname, `/plants/${plantId}`, 'what was typed is saved, and the way goes on');
      t.match(await owner.call('GET', `/plants/${plantId}`), { status: 200, body: { name: 'Uracher Straße' } });
      const me = await owner.call('GET', '/me');
      t.match(
        me.body.acceptedDocuments.find(({ kind }: { readonly kind: string }) => kind === 'terms'),
        { version: today },
      );
      t.equal(after.url, before.url);

      await t.test('a dialog that stands open does not hold the page shut, and is answered afterwards', async (t) => {
        await dialog.getByRole('button', { name: said.confirmDelete, exact: true }).click();
        await bertasPage.getByRole('heading', { name: said.title, exact: true }).waitFor();
        t.equal(await dialog.count(), 0, 'the dialog is out of the way');
        await bertasPage.getByRole('checkbox', { name: said.terms }).check();
        await bertasPage.getByRole('button', { name: said.accept, exact: true }).click();
        await bertasPage.waitForURL(`${after.url}/plants`);
        t.match(await berta.call('GET', `/plants/${bertasPlant}`), { status: 404 });
      });

      await t.test('who does not accept takes the data along, and can leave', async (t) => {
        const carla = await earlierOwner(after, Temporal.Instant.from('2026-11-24T12:00:00Z'), said.language);
        await button(said.signOut)
          .or(page.getByRole('link', { name: 'Anna Wirt' }))
          .first()
          .click();
        await button(said.signOut).first().click();
        await page.waitForURL(`${after.url}/`);
        await signIn(carla.userName, '/plants');
        await heading(said.title).waitFor();
        t.equal(await page.getByRole('checkbox').count(), 2, 'both documents are new');
        await button(said.askForArchive).click();
        await page.getByText(said.archiveReady).waitFor();
        await button(said.openErasure).waitFor();
        await noViolations(t, page, 'the ways out');
        await button(said.signOut).click();
        await page.waitForURL(`${after.url}/`);
      });
    });
    t.strictSame(broken, []);
  });
}
