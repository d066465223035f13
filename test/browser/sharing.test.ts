import type { Page } from 'playwright-core';
import t from 'tap';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { openIncident } from '../support/open-incident.js';
import { newInverter, newOwner, newPlant, password, type Owner } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

const languages = {
  'de-DE': {
    userName: 'Benutzername oder E-Mail-Adresse',
    password: 'Passwort',
    signIn: 'Anmelden',
    invite: 'Person einladen',
    email: 'E-Mail-Adresse',
    send: 'Einladung senden',
    needed: 'Bitte ausfüllen.',
    twice: 'Diese Adresse ist schon eingeladen',
    waiting: 'Offene Einladungen',
    needsAccount: /legen Sie eines mit dieser Adresse an/,
    other: /Diese Einladung ging an/,
    switch: 'Mit anderem Konto anmelden',
    accept: 'Annehmen',
    acceptOf: 'Einladung zu „Wohnhaus“ annehmen',
    sharedBy: 'Geteilt von Anna Wirt',
    inverters: 'Wechselrichter',
    edit: 'Anlage bearbeiten',
    add: 'Wechselrichter hinzufügen',
    serialNumber: 'WR1',
    editInverter: 'WR1 bearbeiten',
    viewOnly: 'Diese Anlage dürfen Sie nur ansehen',
    rightOf: 'Recht von Anna Wirt',
    manager: 'Verwalten',
    changed: 'Anna Wirt: Verwalten',
    history: /Recht von Anna Wirt geändert in „Verwalten“/,
    revokeOf: 'Anna Wirt das Recht entziehen',
    revoke: 'Recht entziehen',
    revoked: 'Anna Wirt sieht diese Anlage nicht mehr.',
    gone: 'Diese Anlage gibt es nicht mehr',
    sharing: 'Freigaben',
    leave: 'Anlage verlassen',
    left: 'Sie haben „Wohnhaus“ verlassen.',
    howInvited: /Anlage von jemand anderem sehen/,
    emptyTitle: 'Noch mit niemandem geteilt',
    ...{
      silent: /2 keine Daten/,
      search: 'Name oder Ort suchen',
      keep: 'Ansicht speichern',
      viewName: 'Name der Ansicht',
    },
    ...{
      save: 'Speichern',
      select: 'Dach 7 auswählen',
      snooze: 'Meldungen zurückstellen',
      snoozed: /1 Meldung zurückgestellt/,
    },
    ...{ file: 'Auswahl als Excel-Datei', byName: 'Anlage', all: /14 Anlagen/, selected: '1 Anlage ausgewählt' },
  },
  'en-GB': {
    userName: 'User name or e-mail address',
    password: 'Password',
    signIn: 'Sign in',
    invite: 'Invite somebody',
    email: 'E-mail address',
    send: 'Send invitation',
    needed: 'Please fill this in.',
    twice: 'This address is invited already',
    waiting: 'Open invitations',
    needsAccount: /make one with this address/,
    other: /This invitation went to/,
    switch: 'Sign in with another account',
    accept: 'Accept',
    acceptOf: 'Accept the invitation to “Wohnhaus”',
    sharedBy: 'Shared by Anna Wirt',
    inverters: 'Inverters',
    edit: 'Edit plant',
    add: 'Add inverter',
    serialNumber: 'INV2',
    editInverter: 'Edit INV2',
    viewOnly: 'You may only look at this plant',
    rightOf: 'Right of Anna Wirt',
    manager: 'Manage',
    changed: 'Anna Wirt: Manage',
    history: /The right of Anna Wirt was changed to “Manage”/,
    revokeOf: 'Take the right away from Anna Wirt',
    revoke: 'Take the right away',
    revoked: 'Anna Wirt no longer sees this plant.',
    gone: 'This plant is no longer there',
    sharing: 'Shared with',
    leave: 'Leave this plant',
    left: 'You have left “Wohnhaus”.',
    howInvited: /see the plant of somebody else/,
    emptyTitle: 'Not shared with anybody yet',
    ...{ silent: /2 no data/, search: 'Search name or town', keep: 'Save this view', viewName: 'Name of the view' },
    ...{ save: 'Save', select: 'Select Dach 7', snooze: 'Snooze alerts', snoozed: /1 alert snoozed/ },
    ...{ file: 'Selection as Excel file', byName: 'Plant', all: /14 plants/, selected: '1 plant selected' },
  },
} as const;

t.test('a plant is shared, looked at, managed, and no longer shared', async (t) => {
  const portal = await testPortal(t);
  const browser = await testBrowser(t);
  for (const [locale, said] of Object.entries(languages)) {
    await t.test(locale, async (t) => {
      const [owner, guest, stranger] = [
        await newOwner(portal.url),
        await newOwner(portal.url),
        await newOwner(portal.url),
      ];
      const plantId = await newPlant(owner, { name: 'Scheune' });
      await newInverter(owner, plantId, said.serialNumber);
      const address = `${guest.userName}@example.org`;
      const broken: string[] = [];
      const open = async () => {
        const page = await (await browser.newContext({ locale, timezoneId: 'Europe/Berlin' })).newPage();
        page.setDefaultTimeout(30_000);
        page.on('pageerror', (error) => broken.push(error.message));
        return page;
      };
      const signIn = async (page: Page, who: Owner) => {
        await page.getByLabel(said.userName).fill(who.userName);
        await page.getByLabel(said.password, { exact: true }).fill(password);
        await page.getByRole('main').getByRole('button', { name: said.signIn }).click();
      };
      const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
      const [home, away] = [await open(), await open()];

      await t.test('the owner invites', async (t) => {
        await home.goto(`${portal.url}/sign-in?to=/plants/${plantId}/sharing`);
        await signIn(home, owner);
        await home.getByRole('heading', { name: said.emptyTitle }).waitFor();
        await noViolations(t, home, 'the page before the first invitation');
        await button(home, said.invite).click();
        const dialog = home.getByRole('dialog');
        await button(home, said.send).click();
        await dialog.getByText(said.needed).first().waitFor();
        await dialog.getByLabel(said.email).fill(address);
        await noViolations(t, home, 'the form');
        await button(home, said.send).click();
        await home.getByRole('heading', { name: said.waiting }).waitFor();
        await button(home, said.invite).click();
        await dialog.getByLabel(said.email).fill(address);
        await button(home, said.send).click();
        await dialog.getByText(said.twice).first().waitFor();
        await home.keyboard.press('Escape');
        await noViolations(t, home, 'an open invitation');
      });

      await t.test('who follows the link has to be the right one', async (t) => {
        let link = '';
        await eventually(async () => {
          const mails = (await portal.system.mailbox?.list({ to: address })) ?? [];
          link = mails.map(({ text }) => /http\S+\/invitation\?token=\S+/.exec(text)?.[0] ?? '').find(Boolean) ?? '';
          return link !== '';
        });
        await away.goto(link);
        await away.getByText(said.needsAccount).waitFor();
        await noViolations(t, away, 'the invitation, without an account');
        await away.locator('main a[href^="/register"]').click();
        t.equal(await away.locator('[autocomplete="email"]').inputValue(), address, 'the form knows who was invited');
        await away.goBack();
        await away.getByRole('main').getByRole('link', { name: said.signIn }).click();
        await signIn(away, stranger);
        await away.getByText(said.other).waitFor();
        await noViolations(t, away, 'the invitation, with another account');
        await button(away, said.switch).click();
        await signIn(away, guest);
        await noViolations(t, away, 'the invitation');
        await button(away, said.accept).click();
        await away.getByText(said.sharedBy).waitFor();
      });

      await t.test('a viewer looks, and is offered nothing else', async (t) => {
        await away.getByRole('link', { name: said.inverters, exact: true }).click();
        await away.getByRole('heading', { name: said.serialNumber }).waitFor();
        for (const name of [said.add, said.editInverter]) t.equal(await button(away, name).count(), 0, name);
        t.equal(await away.getByRole('link', { name: said.edit }).count(), 0);
        await noViolations(t, away, 'the inverters, for a viewer');
        await away.goto(`${portal.url}/plants/${plantId}/edit`);
        await away.getByRole('heading', { name: said.viewOnly }).waitFor();
      });

      await t.test('a manager changes, until the right is taken away', async (t) => {
        await home.reload();
        await home.getByLabel(said.rightOf, { exact: true }).selectOption({ label: said.manager });
        await home.getByText(said.changed).waitFor();
        await home.getByText(said.history).waitFor();
        await noViolations(t, home, 'people and history');
        await away.goto(`${portal.url}/plants/${plantId}/inverters`);
        await button(away, said.editInverter).waitFor();
        await away.goto(`${portal.url}/plants/${plantId}`);
        await away.getByText(said.sharedBy).waitFor();
        await button(home, said.revokeOf).click();
        await home.getByRole('dialog').getByRole('button', { name: said.revoke }).click();
        await home.getByText(said.revoked).waitFor();
        await away.getByRole('heading', { name: said.gone }).waitFor();
        t.pass('the open page says so by itself');
      });

      await t.test('an invitation waits above the list of plants, and who accepts can leave', async (t) => {
        const other = await newPlant(owner, { name: 'Wohnhaus' });
        const wish = { email: address, right: 'viewer', language: 'de' };
        t.equal((await owner.call('POST', `/plants/${other}/grants/invitations`, wish)).status, 201);
        await away.goto(`${portal.url}/plants`);
        await button(away, said.acceptOf).waitFor();
        await noViolations(t, away, 'the list with an invitation');
        await button(away, said.acceptOf).click();
        await away.getByRole('link', { name: said.sharing, exact: true }).click();
        await button(away, said.leave).click();
        await noViolations(t, away, 'leaving');
        await away.getByRole('dialog').getByRole('button', { name: said.leave }).click();
        await away.getByText(said.left).waitFor();
        await away.getByText(said.howInvited).waitFor();
        await away.getByText(address, { exact: false }).first().waitFor();
        await noViolations(t, away, 'a third party without a plant');
        t.same((await guest.call('GET', '/plants')).body.items, []);
      });
      t.same(broken, [], 'no script failed');
    });
  }
});

t.test('many plants are counted, searched, kept as a view and acted on together', async (t) => {
  const portal = await testPortal(t);
  const browser = await testBrowser(t);
  for (const [locale, said] of Object.entries(languages)) {
    await t.test(locale, async (t) => {
      const owner = await newOwner(portal.url);
      const ids: string[] = [];
      for (let n = 1; n <= 14; n++) ids.push(await newPlant(owner, { name: `Dach ${n}` }));
      for (const n of [3, 7]) await newInverter(owner, ids[n - 1] ?? '', `${locale}-${n}`.toUpperCase());
      const page = await (await browser.newContext({ locale, timezoneId: 'Europe/Berlin' })).newPage();
      page.setDefaultTimeout(30_000);
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      const names = () => page.locator('a.fleet-name').allTextContents();
      const shows = (wanted: readonly string[]) => eventually(async () => String(await names()) === String(wanted));
      const button = (name: string | RegExp) => page.getByRole('button', { name });
      await page.goto(`${portal.url}/sign-in?to=/plants`);
      await page.getByLabel(said.userName).fill(owner.userName);
      await page.getByLabel(said.password, { exact: true }).fill(password);
      await page.getByRole('main').getByRole('button', { name: said.signIn }).click();

      await button(said.silent).waitFor();
      t.strictSame((await names()).slice(0, 2).toSorted(), ['Dach 3', 'Dach 7'], 'what hurts most stands first');
      t.equal((await names()).length, 14);
      await noViolations(t, page, 'the table of plants');

      await page.getByRole('columnheader', { name: said.byName, exact: true }).getByRole('button').click();
      await eventually(async () => (await names())[0] === 'Dach 1');
      t.match(page.url(), /sort=name/, 'the way back leads here');
      await button(said.silent).click();
      await shows(['Dach 3', 'Dach 7']);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      t.equal(await page.evaluate('document.activeElement.textContent'), 'Dach 7');
      await page.keyboard.press('/');
      await page.keyboard.type('7');
      await shows(['Dach 7']);

      await button(said.keep).click();
      await page.getByRole('dialog').getByLabel(said.viewName).fill('Meine Sieben');
      await noViolations(t, page, 'naming a view');
      await page.getByRole('dialog').getByRole('button', { name: said.save }).click();
      await page.goto(`${portal.url}/plants`);
      await button('Meine Sieben').click();
      await shows(['Dach 7']);
      t.equal(await page.getByLabel(said.search).inputValue(), '7');

      await openIncident(portal, ids[6] ?? '');
      await page.getByLabel(said.select).check();
      await page.getByText(said.selected).waitFor();
      await noViolations(t, page, 'a selection');
      const [file] = await Promise.all([page.waitForEvent('download'), button(said.file).click()]);
      t.match(file.suggestedFilename(), /^plants-\d{4}-\d\d-\d\d\.xlsx$/);
      await page.getByLabel(said.snooze).selectOption('7');
      await page.getByText(said.snoozed).waitFor();

      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${portal.url}/plants`);
      await button(said.all).waitFor();
      await page.locator('.fleet-cards').waitFor();
      await noViolations(t, page, 'the plants on a phone');
      t.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false);
      t.same(broken, [], 'no script failed');
    });
  }
});
