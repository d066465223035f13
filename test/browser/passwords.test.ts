import t from 'tap';
import { noViolations } from '../support/accessibility.js';
import { testBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { newOwner, password, callJson } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { codeAt } from '../support/totp.js';
import { travellingClock } from '../support/travelling-clock.js';

const languages = {
  'de-DE': {
    language: 'de',
    userName: 'Benutzername oder E-Mail-Adresse',
    password: 'Passwort',
    signIn: 'Anmelden',
    forgotLink: 'Passwort vergessen?',
    forgot: 'Passwort vergessen',
    email: 'E-Mail-Adresse',
    request: 'Link anfordern',
    sent: 'Bitte sehen Sie in Ihr Postfach',
    reset: 'Neues Passwort',
    newPassword: 'Neues Passwort',
    save: 'Passwort speichern',
    rules: 'Das Passwort erfüllt noch nicht alle Regeln.',
    usedBefore: /eines Ihrer letzten 8/,
    saved: 'Ihr Passwort ist gespeichert. Bitte melden Sie sich damit an.',
    linkUsed: 'Dieser Link gilt nicht mehr',
    linkInvalid: 'Dieser Link ist nicht gültig',
    anotherLink: 'Neuen Link anfordern',
    changeableFrom: /Ändern lässt es sich wieder ab/,
    change: 'Passwort ändern',
    present: 'Bisheriges Passwort',
    wrong: 'Das Passwort stimmt nicht.',
    changed: 'Ihr Passwort ist geändert.',
    expired: 'Neues Passwort wählen',
    saveAndSignIn: 'Passwort speichern und anmelden',
    code: 'Code aus der App oder Wiederherstellungscode',
    mismatch: 'Benutzername oder Passwort ist falsch',
    locked: 'Nach mehreren Fehlversuchen gesperrt',
    lockedUntil: /Die Anmeldung ist bis (\d\d:\d\d) Uhr gesperrt/,
  },
  'en-GB': {
    language: 'en',
    userName: 'User name or e-mail address',
    password: 'Password',
    signIn: 'Sign in',
    forgotLink: 'Forgot your password?',
    forgot: 'Forgot your password',
    email: 'E-mail address',
    request: 'Request a link',
    sent: 'Please check your mail',
    reset: 'New password',
    newPassword: 'New password',
    save: 'Save password',
    rules: 'The password does not meet all rules yet.',
    usedBefore: /one of your last 8/,
    saved: 'Your password is saved. Please sign in with it.',
    linkUsed: 'This link is no longer valid',
    linkInvalid: 'This link is not valid',
    anotherLink: 'Request a new link',
    changeableFrom: /It can be changed again from/,
    change: 'Change password',
    present: 'Current password',
    wrong: 'The password is not right.',
    changed: 'Your password is changed.',
    expired: 'Choose a new password',
    saveAndSignIn: 'Save password and sign in',
    code: 'Code of the app or recovery code',
    mismatch: 'User name or password is wrong',
    locked: 'Locked after several failed attempts',
    lockedUntil: /Signing in is locked until (\d\d:\d\d)/,
  },
} as const;

t.test('forgotten, changed and expired passwords', async (t) => {
  const clock = travellingClock();
  const portal = await testPortal(t, {}, { clock });
  const browser = await testBrowser(t);
  for (const [locale, said] of Object.entries(languages)) {
    await t.test(locale, async (t) => {
      const owner = await newOwner(portal.url, {}, { language: said.language });
      const email = `${owner.userName}@example.org`;
      const context = await browser.newContext({ locale, timezoneId: 'Europe/Berlin' });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const heading = (name: string) => page.getByRole('heading', { name, exact: true });
      const field = (name: string) => page.getByLabel(name, { exact: true });
      let link = '';

      async function signIn(secret: string, search = '') {
        await page.goto(`${portal.url}/sign-in${search}`);
        await field(said.userName).fill(owner.userName);
        await field(said.password).fill(secret);
        await button(said.signIn).last().click();
      }
      /** As if the password had been chosen so long ago. */
      async function age(days: number) {
        const known = await portal.system.credentials.findByUserName(owner.userName);
        await portal.system.database.pool.query(
          'update credentials set changed_at = now() - make_interval(days => $2) where account_id = $1',
          [known?.accountId, days],
        );
      }

      await t.test('after five failures the lock says until when, and ends by the office or by itself', async (t) => {
        const known = await portal.system.credentials.findByUserName(owner.userName);
        const support = await sessionOf(portal, await newOperator(portal, ['support']), { secondFactor: true });
        const lock = `${portal.url}/api/v1/office/accounts/${known?.accountId ?? ''}/lock`;
        // Ways to another host, which a sign-in does not take.
        for (const [end, elsewhere] of Object.entries({
          office: '?to=/.//evil.example',
          time: '?to=/%09/evil.example',
        })) {
          const wrong = { userName: owner.userName, password: 'Falsch#2026' };
          for (let n = 0; n < 4; n++) await callJson(`${portal.url}/api/v1/sessions`, 'POST', wrong);
          await signIn(wrong.password, elsewhere);
          await page.getByText(said.mismatch).first().waitFor();
          await field(said.password).fill(password);
          await button(said.signIn).last().click();
          await page.getByText(said.locked).waitFor();
          const sentence = (await page.getByRole('alert').textContent()) ?? '';
          const minutes = [14, 15, 16].map((ahead) =>
            new Date(Date.now() + ahead * 60_000).toLocaleTimeString('de-DE', {
              ...{ hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' },
            }),
          );
          t.ok(minutes.includes(said.lockedUntil.exec(sentence)?.[1] ?? ''), sentence);
          await noViolations(t, page, 'the locked sign-in');
          if (end === 'office') t.equal((await callJson(lock, 'DELETE', undefined, support.headers)).status, 204);
          else clock.travel({ minutes: 15 });
          await button(said.signIn).last().click();
          await page.waitForURL(`${portal.url}/plants`);
          await context.clearCookies();
        }
      });

      await t.test('asking for a link', async (t) => {
        await page.goto(`${portal.url}/sign-in`);
        await page.getByRole('link', { name: said.forgotLink }).click();
        await heading(said.forgot).waitFor();
        await noViolations(t, page, 'the forgotten password');
        await field(said.email).fill(email);
        await button(said.request).click();
        await heading(said.sent).waitFor();
        await noViolations(t, page, 'what happens next');
        await eventually(async () => {
          const { items } = (await callJson(`${portal.url}/dev/mails?to=${email}`, 'GET')).body;
          link = /http\S+\/new-password\?token=\S+/.exec(items[0].text)?.[0] ?? '';
          return link !== '';
        });
      });

      await t.test('the new password', async (t) => {
        await page.goto(link);
        await heading(said.reset).waitFor();
        await field(said.newPassword).fill('kurz');
        await button(said.save).click();
        await page.getByText(said.rules).first().waitFor();
        await noViolations(t, page, 'the new password with an error');
        await field(said.newPassword).fill(password);
        await button(said.save).click();
        await page.getByText(said.usedBefore).first().waitFor();
        await field(said.newPassword).fill('Sonne#2101');
        await button(said.save).click();
        await page.getByText(said.saved).waitFor();
        await field(said.userName).waitFor();
        await signIn('Sonne#2101');
        await page.waitForURL(`${portal.url}/plants`);
        for (const spent of [link, `${portal.url}/new-password?token=bad`]) {
          await page.goto(spent);
          await page.getByText(spent === link ? said.linkUsed : said.linkInvalid).waitFor();
          t.equal(await field(said.newPassword).count(), 0, 'nobody thinks up a password in vain');
          await page.getByRole('link', { name: said.anotherLink }).waitFor();
        }
        await noViolations(t, page, 'a link that does not count');
      });

      await t.test('changing it', async (t) => {
        await page.goto(`${portal.url}/account`);
        await page.getByText(said.changeableFrom).waitFor();
        t.equal(await button(said.change).count(), 0, 'not so soon');
        await age(3);
        await page.reload();
        await button(said.change).click();
        await field(said.present).fill('Sonne#2999');
        await field(said.newPassword).fill('Sonne#2102');
        await button(said.save).click();
        await page.getByText(said.wrong).first().waitFor();
        await noViolations(t, page, 'changing the password');
        await field(said.present).fill('Sonne#2101');
        await button(said.save).click();
        await page.getByText(said.changed).waitFor();
        await page.getByText(said.changeableFrom).waitFor();
        await noViolations(t, page, 'the account page');
      });

      await t.test('an expired one opens nothing but its replacement', async (t) => {
        await age(365);
        await context.clearCookies();
        await signIn('Sonne#2102');
        await heading(said.expired).waitFor();
        await noViolations(t, page, 'the expired password');
        await field(said.newPassword).fill('Sonne#2102');
        await button(said.saveAndSignIn).click();
        await page.getByText(said.usedBefore).first().waitFor();
        await page.goto(`${portal.url}/plants`);
        await page.waitForURL(/sign-in/);
        await signIn('Sonne#2102');
        await field(said.newPassword).fill('Sonne#2103');
        await button(said.saveAndSignIn).click();
        await page.waitForURL(`${portal.url}/plants`);
      });

      await t.test('an expired one of an account with a second factor takes a code, too', async (t) => {
        const api = `${portal.url}/api/v1`;
        const credentials = { userName: owner.userName, password: 'Sonne#2103' };
        const { accessToken } = (await callJson(`${api}/sessions`, 'POST', credentials)).body;
        const own = { authorization: `Bearer ${accessToken}` };
        const { secret } = (await callJson(`${api}/me/totp`, 'POST', { password: 'Sonne#2103' }, own)).body;
        const code = (steps: number) => codeAt(secret, portal.system.clock.now(), steps);
        const confirmed = await callJson(`${api}/me/totp/confirmation`, 'POST', { code: code(0) }, own);
        t.equal(confirmed.status, 200);
        await age(365);
        await context.clearCookies();
        await signIn('Sonne#2103');
        await field(said.newPassword).fill('Sonne#2104');
        await noViolations(t, page, 'the expired password with a code');
        await field(said.code).fill(code(1));
        await button(said.saveAndSignIn).click();
        await page.waitForURL(`${portal.url}/plants`);
      });

      t.same(broken, [], 'no script failed');
      await context.close();
    });
  }
});
