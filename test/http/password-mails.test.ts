import t from 'tap';
import { eventually } from '../support/eventually.js';
import { callJson } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { testSmtp } from '../support/smtp-server.js';

const said = {
  de: { reset: 'Neues Passwort für SiteLink', changed: 'Ihr Passwort wurde geändert', validFor: /24 Stunden/ },
  en: { reset: 'New password for SiteLink', changed: 'Your password was changed', validFor: /24 hours/ },
} as const;

t.test('the mails of a reset, over SMTP', async (t) => {
  const server = await testSmtp(t);
  const portal = await testPortal(t, { SMTP_URL: server.url, MAIL_FROM: 'SiteLink <portal@example.org>' });
  const api = `${portal.url}/api/v1`;
  const mailOf = async (email: string, pattern: RegExp | string) => {
    const find = () =>
      server.received.find(({ to, subject }) => JSON.stringify(to).includes(email) && subject?.match(pattern) != null);
    await eventually(async () => find() !== undefined);
    return find();
  };
  const tokenIn = (text: string | undefined) => new URL(/http\S+token=\S+/.exec(text ?? '')?.[0] ?? '').searchParams;

  for (const language of ['de', 'en'] as const) {
    await t.test(language, async (t) => {
      const email = `anna-${language}@example.org`;
      const documents = (await callJson(`${api}/documents?language=de`, 'GET')).body.items as readonly {
        readonly kind: string;
        readonly version: string;
      }[];
      const registered = await callJson(`${api}/accounts`, 'POST', {
        ...{ userName: `anna-${language}`, email, password: 'Sonne-2026', kind: 'consumer', language },
        person: { firstName: 'Anna', lastName: 'Wirt' },
        address: { street: 'Hauptstr. 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
        accepted: Object.fromEntries(documents.map(({ kind, version }) => [kind, version])),
      });
      t.equal(registered.status, 202);
      const invitation = await mailOf(email, /bestätigen|confirm/i);
      const token = tokenIn(invitation?.text).get('token');
      t.equal((await callJson(`${api}/accounts/validations`, 'POST', { token })).status, 200);

      t.equal((await callJson(`${api}/password-resets`, 'POST', { email })).status, 202);
      const mail = await mailOf(email, said[language].reset);
      t.match(mail?.messageId, /^<[0-9a-f-]{36}@sitelink>$/);
      t.match(mail?.text, said[language].validFor);
      const link = tokenIn(mail?.text).get('token') ?? '';
      t.match(mail?.html, `/new-password?token=${encodeURIComponent(link)}`);
      const set = await callJson(`${api}/password-resets/${encodeURIComponent(link)}`, 'PUT', {
        password: 'Mond-2027',
      });
      t.equal(set.status, 204);
      const told = await mailOf(email, said[language].changed);
      t.match(told?.text, `${portal.url}/forgot-password`);
      t.notMatch(told?.text, /token=|Mond-2027/);
      const signedIn = await callJson(`${api}/sessions`, 'POST', { userName: email, password: 'Mond-2027' });
      t.equal(signedIn.status, 200);
    });
  }
});
