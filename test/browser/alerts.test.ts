import t from 'tap';
import { setTimeout as pause } from 'node:timers/promises';
import { encodeRecord } from '../../adapters/inverter-protocol/encode.js';
import { okReply } from '../../adapters/inverter-protocol/replies.js';
import { Temporal } from '../../domain/kernel/time.js';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { DeviceSocket } from '../support/device-socket.js';
import { eventually } from '../support/eventually.js';
import { newOwner, password } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { record } from '../support/readings.js';
import { dayOfRecords, watchedPortal } from '../support/watched-portal.js';
import { webhookReceiver } from '../support/webhook-receiver.js';

const said = {
  'de-DE': {
    ...{ userName: 'Benutzername oder E-Mail-Adresse', password: 'Passwort', signIn: 'Anmelden' },
    ...{ nobodyWatches: 'Auf diese Anlage achtet noch niemand', add: 'Regel hinzufügen', kind: 'Worauf achten' },
    ...{ noData: 'Keine Daten', period: 'Zeitraum', fourHours: '4 Stunden', twoDays: '2 Tage' },
    ...{ told: 'Hätte einmal gemeldet', nothingTold: 'Hätte nichts gemeldet.' },
    ...{ atNight: 'Nachtruhe von 22:00 bis 07:00', save: 'Regel speichern', saved: 'Regel gespeichert' },
    sentence: 'Melden, wenn ein Wechselrichter 4 Stunden nichts sendet, nur bei Tageslicht gezählt.',
    ...{ nothingFound: 'Nichts gefunden', mail: /meldet seit .* keine Daten/, over: /wieder in Ordnung/ },
    ...{ acknowledge: 'Gesehen', acknowledged: 'Vermerkt: keine Erinnerungen mehr', by: 'Gesehen von Anna Wirt' },
    ...{ snooze: 'Stummschalten', aWeek: 'eine Woche', quiet: /^Stumm bis/, isQuiet: 'Stumm' },
    ...{ push: 'In diesem Browser einschalten' },
    ...{ newWebhook: 'Neuer Webhook', url: 'Adresse des Programms', create: 'Anlegen', kept: 'Ich habe es aufbewahrt' },
    ...{
      openOne: / öffnen$/,
      test: 'Test senden',
      taken: /^Angenommen, nach/,
      refused: 'Nicht angenommen: Antwort 500.',
    },
    ...{ webhookOn: 'Ein', sendAgain: 'Ab hier erneut senden', sentAgain: /erneut gesendet/, isTaken: 'Angenommen' },
    ...{ remove: 'Löschen', removeNow: 'Endgültig löschen', removed: 'Der Webhook ist gelöscht.' },
    ...{ open: 'Offen', recovered: 'Behoben', delivered: 'Anna Wirt: zugestellt' },
    ...{ now: 'Wie es jetzt steht', lastData: 'Letzte Daten', endSnooze: 'Stummschaltung beenden' },
    ...{ awake: 'Beendet: Es wird wieder gemeldet', repair: 'Reparatur anfragen', serial: 'Seriennummer' },
    ...{ search: 'Anlage, Ort oder Gerät suchen', noneFound: 'Nichts passt zur Auswahl' },
  },
  'en-GB': {
    ...{ userName: 'User name or e-mail address', password: 'Password', signIn: 'Sign in' },
    ...{ nobodyWatches: 'Nobody watches this plant yet', add: 'Add a rule', kind: 'What for' },
    ...{ noData: 'No data', period: 'Period', fourHours: '4 hours', twoDays: '2 days' },
    ...{ told: 'Would have alerted once', nothingTold: 'Would not have alerted.' },
    ...{ atNight: 'Quiet at night, from 22:00 to 07:00', save: 'Save the rule', saved: 'Rule saved' },
    sentence: 'Tell me when an inverter sends nothing for 4 hours, counted by day only.',
    ...{ nothingFound: 'Nothing found', mail: /has sent no data for/, over: /is sound again/ },
    ...{ acknowledge: 'Seen', acknowledged: 'Noted: no more reminders', by: 'Seen by Anna Wirt' },
    ...{ snooze: 'Snooze', aWeek: 'for a week', quiet: /^Snoozed until/, isQuiet: 'Snoozed' },
    ...{ push: 'Switch on in this browser' },
    ...{ newWebhook: 'New webhook', url: 'Address of the program', create: 'Create', kept: 'I have kept it' },
    ...{ openOne: /^Open http/, test: 'Send a test', taken: /^Taken, after/, refused: 'Not taken: answer 500.' },
    ...{ webhookOn: 'On', sendAgain: 'Send again from here', sentAgain: /sent again/, isTaken: 'Taken' },
    ...{ remove: 'Delete', removeNow: 'Delete for good', removed: 'The webhook is deleted.' },
    ...{ open: 'Open', recovered: 'Over', delivered: 'Anna Wirt: sent' },
    ...{ now: 'As it stands now', lastData: 'Last data', endSnooze: 'End the snooze' },
    ...{ awake: 'Ended: you will hear of it again', repair: 'Request a repair', serial: 'Serial number' },
    ...{ search: 'Search plant, town or device', noneFound: 'Nothing fits the choice' },
  },
} as const;

t.test('a rule is set, something is found, told, seen, muted and over', async (t) => {
  const portal = await testPortal(t, {
    ...{ WEBHOOK_PRIVATE_ADDRESSES: 'allowed', VAPID_SUBJECT: 'mailto:portal@example.org' },
    VAPID_PRIVATE_KEY: Buffer.alloc(32, 7).toString('base64url'),
  });
  const owner = await newOwner(portal.url);
  const plants = await watchedPortal(portal, owner);
  const device = await DeviceSocket.open(Number(new URL(portal.url).port));
  t.teardown(async () => device.close());
  const browser = await testBrowser(t);
  for (const locale of ['de-DE', 'en-GB'] as const) {
    await t.test(locale, async (t) => {
      const words = said[locale];
      const [east = '', west = ''] = plants.serials('O', 'W');
      const { plantId } = await plants.plantWith(east, west);
      for (const ago of [3, 2, 1, 0]) {
        await plants.report(east, dayOfRecords(ago, 24_000));
        // The afternoon of one day is missing.
        await plants.report(west, dayOfRecords(ago, 23_000).slice(0, ago === 2 ? 9 : 20));
      }
      await portal.system.sumsSettled();

      const context = await browser.newContext({ locale, baseURL: portal.url, timezoneId: 'Europe/Berlin' });
      t.teardown(() => context.close());
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const dialog = page.getByRole('dialog');
      await page.goto(`/sign-in?to=/plants/${plantId}/alerts`);
      await page.getByLabel(words.userName).fill(owner.userName);
      await page.getByLabel(words.password, { exact: true }).fill(password);
      await button(words.signIn).last().click();
      await page.getByText(words.nobodyWatches).waitFor();
      await noViolations(t, page, 'alerts without rules');

      await button(words.add).click();
      await dialog.getByLabel(words.kind).selectOption(words.noData);
      await dialog.getByLabel(words.period).selectOption(words.twoDays);
      await dialog.getByText(words.nothingTold).waitFor();
      await dialog.getByLabel(words.period).selectOption(words.fourHours);
      await dialog.getByText(words.told).waitFor();
      await dialog.locator('.rule-preview li').filter({ hasText: west }).waitFor();
      await noViolations(t, page, 'a rule and what it would have told');
      // This test may run at night.
      await dialog.getByLabel(words.atNight).uncheck();
      await button(words.save).click();
      await page.getByText(words.saved).waitFor();
      await page.getByText(words.sentence).waitFor();
      await page.getByText(words.nothingFound).waitFor();

      const program = await webhookReceiver(t);
      await page.goto('/account#webhooks');
      await button(words.push).waitFor();
      await button(words.newWebhook).click();
      await dialog.getByLabel(words.url).fill(program.url);
      await button(words.create).click();
      const secret = await dialog.locator('.token-text').textContent();
      t.match(secret, /^whsec_/);
      await noViolations(t, page, 'the secret of a webhook');
      await button(words.kept).click();
      await page.getByRole('button', { name: words.openOne }).click();
      await button(words.test).click();
      await dialog.getByText(words.taken).waitFor();
      program.answerStatus(500);
      await button(words.test).click();
      await dialog.getByText(words.refused).waitFor();
      program.answerStatus(204);

      await plants.silence(west, 48);
      await plants.lookNow(plantId);
      await eventually(async () => (await plants.mailsTo(owner, words.mail)).length === 1);
      const [mail] = await plants.mailsTo(owner, words.mail);
      const link = /https?:\/\/\S+\/incidents\/[0-9a-f-]+/.exec(mail?.text ?? '')?.[0] ?? '';
      await page.goto(link);
      await page.getByRole('heading', { level: 1, name: west }).waitFor();
      await page.getByText(words.open, { exact: true }).waitFor();
      await page.getByRole('heading', { name: words.now }).waitFor();
      await page.getByText(words.lastData, { exact: true }).waitFor();
      await page.locator('.day-chart').waitFor();
      await noViolations(t, page, 'an open incident');

      await button(words.acknowledge).click();
      await page.getByText(words.acknowledged).waitFor();
      await page.getByText(words.by).waitFor();
      await page.getByLabel(words.snooze).selectOption(words.aWeek);
      await page.getByText(words.quiet).first().waitFor();
      await page.locator('.chip').filter({ hasText: words.isQuiet }).waitFor();
      await button(words.endSnooze).click();
      await page.getByText(words.awake).waitFor();
      t.equal(await page.locator('.chip').filter({ hasText: words.isQuiet }).count(), 0);
      await page.getByRole('link', { name: words.repair }).click();
      const serialNumber = page.getByLabel(words.serial, { exact: true });
      await serialNumber.waitFor();
      t.equal(await serialNumber.inputValue(), west, 'with the device');
      await page.goto(`/plants/${plantId}`);
      await page.locator('.open-incidents li').filter({ hasText: west }).waitFor();
      await page.goto('/incidents');
      const listed = page.locator('.incident-list li').filter({ hasText: west });
      await listed.first().waitFor();
      await noViolations(t, page, 'the incidents of all plants');
      await page.getByLabel(words.search).fill('nobody');
      await page.getByText(words.noneFound).first().waitFor();
      await page.getByLabel(words.search).fill(west);
      await listed.first().getByRole('link').click();
      await page.getByText(words.by).waitFor();

      const now = () => Temporal.Now.plainDateTimeISO('Europe/Berlin').round('second').toString();
      await eventually(async () => {
        const body = encodeRecord(record(west, now(), { acPowerW: 900, dayEnergyWh: 23_100, status: 4 }), 'attribute');
        if ((await device.send(body))?.body !== okReply) return false;
        await plants.lookNow(plantId);
        await pause(200);
        return (await plants.mailsTo(owner, words.over)).length === 1;
      });
      await page.reload();
      await page.locator('.chip').filter({ hasText: words.recovered }).waitFor();
      await page.getByText(words.delivered).first().waitFor();
      t.equal(await button(words.acknowledge).count(), 0, 'there is nothing left to do');
      await noViolations(t, page, 'an incident that is over');
      await page.goto(`/plants/${plantId}/alerts`);
      await page.locator('.incident-list li').filter({ hasText: west }).getByText(words.recovered).waitFor();
      await noViolations(t, page, 'rules and what they found');
      const heard = (what: string) => program.received.some(({ event }) => event.type === `sitelink.incident.${what}`);
      await eventually(() => heard('recovered'));
      await page.goto('/account#webhooks');
      await page.getByRole('button', { name: words.openOne }).click();
      const newest = dialog.locator('.webhook-log li').first();
      await newest.getByText(words.isTaken, { exact: true }).waitFor();
      await noViolations(t, page, 'a webhook and what became of each event');
      program.received.length = 0;
      await newest.getByRole('button', { name: words.sendAgain }).click();
      await page.getByText(words.sentAgain).waitFor();
      await eventually(() => heard('recovered'));
      await button(words.remove).click();
      await button(words.removeNow).click();
      await page.getByText(words.removed).waitFor();
      t.strictSame(broken, []);
    });
  }
});
