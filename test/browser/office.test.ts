import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import t from 'tap';
import { putDown } from '../../adapters/outbox/messages.js';
import { accessCookie } from '../../http/plugins/auth.js';
import type { OperatorRole } from '../../domain/account/access.js';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner, newPlant } from '../support/owner.js';
import { testPortal, type Portal } from '../support/portal.js';

t.test('the office', async (t) => {
  const portal = await testPortal(t);
  const browser = await testBrowser(t);
  await newPlant(await newOwner(portal.url));

  /** A page of somebody who has signed in; `locale` is the language of the browser. */
  async function signedIn(roles: readonly OperatorRole[], locale: string, secondFactor = true): Promise<Page> {
    const context = await browser.newContext({ locale, timezoneId: 'Europe/Berlin' });
    context.setDefaultTimeout(20_000);
    await useSession(context, portal, roles, secondFactor);
    return context.newPage();
  }

  await t.test('verifies and rebuilds a read model, in German', async (t) => {
    const page = await signedIn(['admin'], 'de-DE');
    await page.goto(`${portal.url}/plants`);
    await page.getByRole('link', { name: 'Büro' }).first().click();
    await page.getByRole('heading', { name: 'Konten', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Lesemodelle' }).click();
    await page.getByRole('heading', { name: 'Lesemodelle', level: 1 }).waitFor();
    const plants = page.locator('section', { has: page.getByRole('heading', { name: 'plants', exact: true }) });
    await plants.getByText('Aktuell').waitFor();
    await plants.getByRole('button', { name: 'Prüfen' }).click();
    await plants.getByText(/Gleich: Alle Zeilen stimmen/).waitFor();
    await plants.getByRole('button', { name: 'Neu aufbauen' }).click();
    const dialog = page.getByRole('dialog', { name: 'plants neu aufbauen?' });
    await dialog.getByRole('checkbox').check();
    await noViolations(t, page, 'the question before a rebuild');
    await dialog.getByRole('button', { name: 'Neu aufbauen' }).click();
    await plants.getByText(/hat Fassung \d+ abgelöst/).waitFor();
    await plants.getByText('Aufbewahrt', { exact: true }).waitFor();
    await noViolations(t, page, 'the page of read models');
    await plants.getByRole('button', { name: 'Aufbewahrte Tabellen löschen' }).click();
    await page.getByRole('button', { name: 'Jetzt löschen' }).click();
    await plants.getByText('Gelöscht.').waitFor();
  });

  for (const [locale, words] of [
    ['de-DE', { field: 'Wonach suchen Sie?', plants: 'Anlagen', nothing: /Nichts beginnt mit/ }],
    ['en-GB', { field: 'What are you looking for?', plants: 'Plants', nothing: /Nothing begins with/ }],
  ] as const) {
    await t.test(`finds a plant and an account by the keys alone, ${locale}`, async (t) => {
      const owner = await newOwner(portal.url);
      const name = `Zehntscheune ${locale}`;
      await newPlant(owner, { name });
      const page = await signedIn(['support'], locale);
      await page.goto(`${portal.url}/office/search`);
      await page.getByLabel(words.field).waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('zehntsch');
      await page.getByRole('heading', { name: words.plants, level: 2 }).waitFor();
      await noViolations(t, page, 'hits');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Escape');
      await page.getByLabel(words.field).fill('nobody-is-called-so');
      await page.getByText(words.nothing).waitFor();
      await noViolations(t, page, 'nothing found');
      await page.getByLabel(words.field).fill(owner.userName.slice(0, -2));
      await page.getByRole('link', { name: owner.userName }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/office\/accounts\?find=/);
      await page.getByRole('heading', { name: owner.userName }).first().waitFor();
    });
  }

  for (const [locale, words] of [
    [
      'de-DE',
      {
        page: 'Unternehmen',
        ask: 'Alpenstrom AG bestätigen',
        what: 'Womit ist das Unternehmen nachgewiesen?',
        confirm: 'Bestätigen',
        done: 'Alpenstrom AG ist bestätigt',
        none: 'Niemand wartet',
        required: 'Bitte ausfüllen',
      },
    ],
    [
      'en-GB',
      {
        page: 'Businesses',
        ask: 'Confirm Alpenstrom AG',
        what: 'What shows that the business exists?',
        confirm: 'Confirm',
        done: 'Alpenstrom AG is confirmed',
        none: 'Nobody is waiting',
        required: 'Please fill this in',
      },
    ],
  ] as const) {
    await t.test(`confirms a business outside the EU, ${locale}`, async (t) => {
      const business = await newOwner(
        portal.url,
        {},
        {
          kind: 'business',
          company: { name: 'Alpenstrom AG', legalForm: 'AG', vatId: 'CHE-107.787.577 MWST' },
          address: { street: 'Bahnhofstrasse 1', postcode: '8001', town: 'Zürich', country: 'CH' },
        },
      );
      t.match(await business.call('GET', '/plants'), { status: 403, body: { code: /^service\./ } });
      const page = await signedIn(['support'], locale);
      await page.goto(`${portal.url}/office/businesses`);
      await page.getByRole('heading', { name: words.page, level: 1 }).waitFor();
      await noViolations(t, page, 'the businesses that wait');
      await page.getByRole('button', { name: words.ask }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: words.confirm, exact: true }).click();
      await dialog.getByText(words.required).first().waitFor();
      await dialog.getByLabel(words.what).fill('Handelsregister Zürich');
      await noViolations(t, page, 'the question before a confirmation');
      await dialog.getByRole('button', { name: words.confirm, exact: true }).click();
      await page.getByText(words.done).waitFor();
      await page.getByText(words.none).waitFor();
      t.equal((await business.call('GET', '/plants')).status, 200);
    });
  }

  for (const [locale, words] of [
    [
      'de-DE',
      {
        name: 'Benutzername oder E-Mail-Adresse',
        find: 'Konto suchen',
        none: 'Kein solches Konto',
        one: 'An einem Gerät angemeldet',
        signOut: 'Überall abmelden',
        done: /ist überall abgemeldet/,
        nowhere: 'Nirgends angemeldet',
        unlock: 'Entsperren',
        locked: 'Anmeldung gesperrt',
        unlocked: /ist entsperrt/,
        send: 'Link für ein neues Passwort senden',
        sent: /Ein Link ist unterwegs an/,
        country: 'Land ändern',
        choose: 'Bitte ein anderes Land wählen',
        reason: 'Grund und Nachweis',
        postcode: 'Postleitzahl',
        moved: 'Das Land ist jetzt Österreich',
        closed: 'Nicht im Angebot: Verbraucher außerhalb Deutschlands',
        inHistory: 'Deutschland → Österreich: Umzug',
        history: 'Historie',
        evidence: 'Nachweise zur USt-IdNr.',
        raw: 'Antwort im Wortlaut',
        lifted: 'Sperre vom Betreiber aufgehoben',
      },
    ],
    [
      'en-GB',
      {
        name: 'User name or e-mail address',
        find: 'Find the account',
        none: 'No such account',
        one: 'Signed in on one device',
        signOut: 'Sign out everywhere',
        done: /is signed out everywhere/,
        nowhere: 'Signed in nowhere',
        unlock: 'Unlock',
        locked: 'Sign-in locked',
        unlocked: /is unlocked/,
        send: 'Send a link for a new password',
        sent: /A link is on its way to/,
        country: 'Change the country',
        choose: 'Please choose another country',
        reason: 'Reason and evidence',
        postcode: 'Postcode',
        moved: 'The country is Austria now',
        closed: 'Not offered: consumer outside Germany',
        inHistory: 'Germany → Austria: Umzug',
        history: 'History',
        evidence: 'Evidence of the VAT id',
        raw: 'Answer as it came',
        lifted: 'Lock lifted by the operator',
      },
    ],
  ] as const) {
    await t.test(`signs an account out everywhere, ${locale}`, async (t) => {
      const owner = await newOwner(portal.url);
      const page = await signedIn(['support'], locale);
      await page.goto(`${portal.url}/office/accounts`);
      await page.getByLabel(words.name).fill('nobody at all');
      await page.getByRole('button', { name: words.find }).click();
      await page.getByText(words.none).waitFor();
      await noViolations(t, page, 'an account that is not there');
      await page.getByLabel(words.name).fill(owner.userName);
      await page.getByRole('button', { name: words.find }).click();
      await page.getByText(words.one).waitFor();
      await noViolations(t, page, 'an account');
      await page.getByRole('button', { name: words.signOut }).click();
      await noViolations(t, page, 'the question before signing out');
      await page.getByRole('dialog').getByRole('button', { name: words.signOut }).click();
      await page.getByText(words.done).waitFor();
      await page.getByText(words.nowhere).waitFor();
      t.equal((await owner.call('GET', '/me')).status, 401);
    });

    await t.test(`shows what an authority said of a VAT id, ${locale}`, async (t) => {
      const company = { name: 'Musterhaus GmbH & Co KG', legalForm: 'GmbH & Co KG', vatId: 'ATU12345678' };
      const address = { street: 'Musterstrasse 22', postcode: '1010', town: 'Wien', country: 'AT' };
      const { userName } = await newOwner(portal.url, {}, { kind: 'business', company, address });
      const page = await signedIn(['auditor'], locale);
      await eventually(async () => {
        await page.goto(`${portal.url}/office/accounts?find=${userName}`);
        await page.getByRole('heading', { name: words.history, exact: true }).waitFor();
        return (await page.getByRole('heading', { name: words.evidence }).count()) > 0;
      });
      await page.getByText(words.raw).click();
      await page.getByText('evatr-').first().waitFor();
      await noViolations(t, page, 'the evidence of a VAT id');
    });

    await t.test(`unlocks an account, sends a link and changes its country, ${locale}`, async (t) => {
      const owner = await newOwner(portal.url);
      for (let wrong = 0; wrong < 5; wrong++) {
        const tried = { userName: owner.userName, password: 'Falsch-2026' };
        await callJson(`${portal.url}/api/v1/sessions`, 'POST', tried);
      }
      const page = await signedIn(['support'], locale);
      await page.goto(`${portal.url}/office/accounts`);
      await page.getByLabel(words.name).fill(owner.userName);
      await page.getByRole('button', { name: words.find }).click();
      await page.getByText(words.locked).waitFor();
      await noViolations(t, page, 'an account that is locked');
      const inDialog = page.getByRole('dialog');
      await page.getByRole('button', { name: words.unlock }).click();
      await inDialog.getByRole('button', { name: words.unlock }).click();
      await page.getByText(words.unlocked).waitFor();
      await page.getByText(words.lifted).waitFor();
      t.equal(await page.getByText(words.locked).count(), 0);
      await page.getByRole('button', { name: words.send }).click();
      await noViolations(t, page, 'the question before a link is sent');
      await inDialog.getByRole('button', { name: words.send }).click();
      await page.getByText(words.sent).waitFor();

      await page.getByRole('button', { name: words.country }).click();
      await inDialog.getByRole('button', { name: words.country }).click();
      await inDialog.getByText(words.choose).first().waitFor();
      await inDialog.getByRole('combobox').selectOption('AT');
      await inDialog.getByLabel(words.postcode).fill('1010');
      await inDialog.getByLabel(words.reason).fill('Umzug');
      await noViolations(t, page, 'another country');
      await inDialog.getByRole('button', { name: words.country }).click();
      await page.getByText(words.moved).waitFor();
      await page.getByText(words.closed).waitFor();
      await page.getByText(words.inHistory).waitFor();
      t.match(await owner.call('GET', '/plants'), { status: 403 });
    });
  }

  await t.test('tells rows that differ, and a read model that an event stopped', async (t) => {
    // Before: its account is an event, with which read models go on.
    const page = await signedIn(['admin'], 'en-GB');
    const { pool } = portal.system.database;
    await pool.query('update accounts.accounts set is_validated = not is_validated');
    await pool.query(
      `update log.checkpoints set failed_position = position + 1, failed_reason = 'cannot digest this'
        where name = 'licences'`,
    );
    await page.goto(`${portal.url}/office/read-models`);
    const section = (name: string) =>
      page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });
    await section('licences')
      .getByText(/Stopped at position \d+: cannot digest this/)
      .waitFor();
    await pool.query(`update log.checkpoints set failed_position = position where name = 'licences'`);
    await section('licences').getByText('Ahead of the log').waitFor();
    await section('licences')
      .getByText(/restore a newer log, or rebuild the tables/)
      .waitFor();
    await section('accounts').getByRole('button', { name: 'Verify' }).click();
    await section('accounts')
      .getByText(/Not equal at position/)
      .first()
      .waitFor();
    await noViolations(t, page, 'differences and a stopped read model');
  });

  await t.test('shows what nobody took, and sends it again', async (t) => {
    const page = await signedIn(['support'], 'en-GB');
    const { pool } = portal.system.database;
    await eventually(async () => (await portal.system.outbox.status()).waiting === 0);
    await page.goto(`${portal.url}/office`);
    await page.getByRole('link', { name: 'Outbox' }).click();
    await page.getByText('Everything is delivered').waitFor();
    await page.getByLabel('Delivered', { exact: true }).check();
    await page.locator('.chip').filter({ hasText: 'Delivered' }).first().waitFor();
    await noViolations(t, page, 'what was delivered');
    await page.getByLabel('Open', { exact: true }).check();
    await page.getByText('Everything is delivered').waitFor();
    await noViolations(t, page, 'an empty outbox');

    const [lost, other, early] = [randomUUID(), randomUUID(), randomUUID()];
    // Nobody delivers this kind here, so that only what is asked for happens.
    const payload = { template: 'daily-root', accountId: randomUUID() };
    await putDown(
      pool,
      [lost, other, early].map((id) => ({ id, kind: 'audit-webhook', payload, eventId: randomUUID() })),
    );
    await pool.query(
      `update outbox set attempts = 20, next_attempt_at = 'infinity', last_error = 'WebhookNotSent: answered with 503'
        where id = any($1)`,
      [[lost, other]],
    );
    const row = (id: string) => page.getByRole('row', { name: id });
    await page.getByText('One message waits for its next attempt, 2 are given up.').waitFor();
    await page.getByText('WebhookNotSent: answered with 503').first().waitFor();
    t.equal(await page.getByText(`Account ${payload.accountId}`).count(), 3);
    await noViolations(t, page, 'messages that nobody took');
    await row(lost)
      .getByRole('button', { name: /^Send again/ })
      .click();
    await page.getByText('2 messages wait for their next attempt, one is given up.').waitFor();
    await page.getByRole('button', { name: 'Send all given up again' }).click();
    await noViolations(t, page, 'the question before all are sent again');
    await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
    await page.getByText('3 messages wait for their next attempt, nothing is given up.').waitFor();
    t.equal(await page.getByRole('button', { name: /^Send again/ }).count(), 0);

    await pool.query(`update outbox set next_attempt_at = 'infinity' where id = any($1)`, [[lost]]);
    const auditor = await signedIn(['auditor'], 'de-DE');
    await auditor.goto(`${portal.url}/office/outbox`);
    await auditor.getByText('Sie dürfen den Stand sehen.').waitFor();
    await auditor.getByText('2 Nachrichten warten auf den nächsten Versuch, eine ist aufgegeben.').waitFor();
    t.equal(await auditor.getByRole('button', { name: /^Noch einmal senden/ }).count(), 0);
    await pool.query(`delete from outbox where id = any($1)`, [[lost, other, early]]);
    await auditor.getByText('Alles ist zugestellt').waitFor();
  });

  for (const [locale, words] of [
    [
      'de-DE',
      {
        navigation: 'Seiten des Büros',
        operators: 'Wer im Büro arbeitet',
        give: 'Rolle vergeben',
        user: 'Benutzername oder E-Mail-Adresse',
        nobody: 'Ein solches Konto gibt es nicht.',
        role: 'Rolle',
        reason: 'Grund',
        given: /hat jetzt die Rolle Prüfung/,
        take: (name: string) => `Prüfung von ${name} entziehen`,
        takeNow: 'Entziehen',
        taken: /hat die Rolle Prüfung nicht mehr/,
        documents: 'Rechtstexte',
        faq: 'Häufige Fragen',
        source: 'Deutsch',
        save: 'Entwurf sichern',
        wrong: /Zeile \d+ steht so nicht/,
        saved: 'Der Entwurf ist gesichert.',
        added: 'Neu',
        publish: 'Veröffentlichen',
        published: /Die neue Fassung gilt ab/,
        history: /Veröffentlicht, gilt ab/,
      },
    ],
    [
      'en-GB',
      {
        navigation: 'Pages of the office',
        operators: 'Who works in the office',
        give: 'Give a role',
        user: 'User name or e-mail address',
        nobody: 'There is no such account.',
        role: 'Role',
        reason: 'Reason',
        given: /has the role Auditor now/,
        take: (name: string) => `Take back Auditor from ${name}`,
        takeNow: 'Take back',
        taken: /no longer has the role Auditor/,
        documents: 'Legal documents',
        faq: 'FAQ',
        source: 'English',
        save: 'Save draft',
        wrong: /Line \d+ does not fit/,
        saved: 'The draft is saved.',
        added: 'New',
        publish: 'Publish',
        published: /The new edition is in force from/,
        history: /Published, in force from/,
      },
    ],
  ] as const) {
    await t.test(`gives roles and publishes a legal document, ${locale}`, async (t) => {
      const owner = await newOwner(portal.url);
      const page = await signedIn(['admin'], locale);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${portal.url}/office`);
      const navigation = page.getByRole('navigation', { name: words.navigation });
      await navigation.getByRole('link', { name: words.operators }).click();
      await page.getByRole('heading', { name: words.operators, level: 1 }).waitFor();
      const isCutOff = await page
        .locator('.office-nav')
        .evaluate((element: { readonly scrollWidth?: number; readonly clientWidth?: number }) => {
          return (element.scrollWidth ?? 0) > (element.clientWidth ?? 0);
        });
      t.notOk(isCutOff, 'all pages are seen');
      await noViolations(t, page, 'roles');
      const dialog = page.getByRole('dialog');
      await page.getByRole('button', { name: words.give }).click();
      await dialog.getByLabel(words.user).fill('nobody-at-all');
      await dialog.getByLabel(words.role, { exact: true }).selectOption('auditor');
      await dialog.getByLabel(words.reason).fill('Jahresprüfung');
      await dialog.getByRole('button', { name: words.give }).click();
      await dialog.getByText(words.nobody).first().waitFor();
      await dialog.getByLabel(words.user).fill(owner.userName);
      await noViolations(t, page, 'the question before a role is given');
      await dialog.getByRole('button', { name: words.give }).click();
      await page.getByText(words.given).waitFor();
      await page.getByRole('button', { name: words.take(owner.userName) }).click();
      await dialog.getByLabel(words.reason).fill('Prüfung beendet');
      await dialog.getByRole('button', { name: words.takeNow }).click();
      await page.getByText(words.taken).waitFor();

      await navigation.getByRole('link', { name: words.documents }).click();
      await page.getByRole('heading', { name: words.documents, level: 1 }).waitFor();
      await noViolations(t, page, 'legal documents');
      await page.getByRole('main').getByRole('link', { name: words.faq }).first().click();
      const source = page.getByLabel(words.source, { exact: true }).and(page.locator('textarea'));
      const written = await source.inputValue();
      await source.fill(`${written}\n## A **bold** heading\n\nText.\n`);
      await page.getByRole('button', { name: words.save }).click();
      await page.getByText(words.wrong).first().waitFor();
      await source.fill(`${written}\n## ${locale}\n\nA paragraph.\n`);
      await page.getByRole('button', { name: words.save }).click();
      await page.getByText(words.saved).waitFor();
      await page.getByText('A paragraph.').locator('visible=true').nth(0).waitFor();
      await noViolations(t, page, 'a draft and what is new in it');
      await page.getByRole('button', { name: words.publish }).click();
      await dialog.getByLabel(words.reason).fill('Neue Frage');
      await noViolations(t, page, 'the question before a document is published');
      await dialog.getByRole('button', { name: words.publish }).click();
      await page.getByText(words.published).waitFor();
      await page.getByText(words.history).first().waitFor();
      await page.getByText('Neue Frage').first().waitFor();
    });
  }

  await t.test('each role begins with its pages', async (t) => {
    const pages = {
      support: [/Accounts/, /Search/, /Businesses/, /Repair/, /Payments/, /Licences/, /Outbox/],
      advocate: [/Search/, /Repair/],
      'catalogue-manager': [/Repair prices/, /Device registry/, /Price lists/],
      auditor: [/Accounts/, /Payments/, /Invoices/, /Licences/, /Legal documents/, /Read models/],
    } as const;
    for (const [role, names] of Object.entries(pages)) {
      const page = await signedIn([role as keyof typeof pages], 'en-GB');
      await page.goto(`${portal.url}/office`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const said = (await page.getByRole('navigation', { name: 'Pages of the office' }).innerText()).split('\n');
      for (const name of names)
        t.ok(
          said.some((one) => name.test(one)),
          `${role}: ${String(name)} in ${said.join(', ')}`,
        );
      await page.context().close();
    }
  });

  await t.test('a mail that was found leads to that mail, from a link with q', async (t) => {
    const { pool } = portal.system.database;
    const [found, other] = [randomUUID(), randomUUID()];
    const payload = { template: 'daily-root' };
    await putDown(
      pool,
      [found, other].map((id) => ({ id, kind: 'audit-webhook', payload, eventId: null })),
    );
    const page = await signedIn(['support'], 'en-GB');
    await page.goto(`${portal.url}/office/search?q=${found.slice(0, 13)}`);
    await page.getByRole('link', { name: /daily-root/ }).click();
    await page.getByRole('heading', { name: 'Message', level: 1 }).waitFor();
    await page.getByRole('row').nth(1).waitFor();
    t.equal(await page.getByRole('row').count(), 2, 'it, and the heads of the columns');
    await noViolations(t, page, 'one message');
    await page.getByRole('link', { name: 'All messages' }).click();
    await page.getByRole('row').nth(2).waitFor();
    await pool.query('delete from outbox where id = any($1)', [[found, other]]);
  });

  await t.test('who may only read sees no buttons', async (t) => {
    const page = await signedIn(['auditor'], 'en-GB');
    await page.goto(`${portal.url}/office/read-models`);
    await page.getByText('You may see how things stand.').waitFor();
    t.equal(await page.getByRole('button', { name: 'Rebuild' }).count(), 0);
  });

  await t.test('lets nobody in without a second factor or a role', async (t) => {
    const page = await signedIn(['admin'], 'de-DE', false);
    await page.goto(`${portal.url}/office`);
    await page.getByText('Bitte zuerst die Zwei-Faktor-Anmeldung einrichten').waitFor();
    await noViolations(t, page, 'the way to the second factor');
    const partner = await signedIn(['partner'], 'de-DE');
    await partner.goto(`${portal.url}/office/read-models`);
    await partner.getByText('Das Büro ist dem Betreiber vorbehalten').waitFor();
    t.equal(await partner.getByRole('link', { name: 'Büro' }).count(), 0);
  });
});

async function useSession(
  context: BrowserContext,
  portal: Portal,
  roles: readonly OperatorRole[],
  secondFactor: boolean,
): Promise<void> {
  const { accessToken } = await sessionOf(portal, await newOperator(portal, roles), { secondFactor });
  await context.addCookies([{ name: accessCookie, value: accessToken, url: portal.url }]);
  // What the pages remember of a sign-in.
  await context.addInitScript("localStorage.setItem('sitelink.signed-in', 'yes')");
}
