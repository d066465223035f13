import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import t from 'tap';
import { localMailbox } from '../../adapters/mail/mailbox.js';
import { smtpMailer } from '../../adapters/mail/smtp.js';
import { alreadyRegistered } from '../../adapters/mail/templates/already-registered.js';
import { renderLetter } from '../../adapters/mail/templates/letter.js';
import { validateAccount } from '../../adapters/mail/templates/validate-account.js';
import { Temporal } from '../../domain/kernel/time.js';
import { testDatabase } from '../support/database.js';

const facts = {
  language: 'de',
  firstName: '<script>Anna</script>',
  userName: 'anna"&',
  validationUrl: 'https://portal.example/validate?token=abc',
  signInUrl: 'https://portal.example/sign-in',
  isValidated: false,
  sender: 'Solarbetrieb & Söhne',
} as const;
const mail = { key: 'k1', to: 'anna@example.org', ...renderLetter(validateAccount(facts)) };

t.test('letters say the same in text and HTML, in both languages', async (t) => {
  for (const language of ['de', 'en'] as const) {
    for (const template of [validateAccount, alreadyRegistered]) {
      const { subject, text, html } = renderLetter(template({ ...facts, language }));
      t.match(text, facts.validationUrl);
      t.match(html, `href="${facts.validationUrl}"`);
      t.match(text, facts.userName);
      t.match(html, 'anna&quot;&amp;');
      t.notMatch(html, '<script>');
      t.match(html, `<html lang="${language}">`);
      t.notMatch(subject, /[\r\n]/);
    }
    const { text } = renderLetter(alreadyRegistered({ ...facts, language, isValidated: true }));
    t.match(text, facts.signInUrl);
    t.notMatch(text, facts.validationUrl, 'nothing is left to confirm');
  }
});

t.test('the local mailbox shows a mail once, the newest first', async (t) => {
  const { db } = await testDatabase(t);
  const mailbox = localMailbox(db, { now: () => Temporal.Instant.from('2026-11-23T10:00:00Z') });
  await mailbox.send(mail);
  await mailbox.send(mail);
  await mailbox.send({ ...mail, key: 'k2', to: 'paul@example.org' });
  await mailbox.send({ ...mail, key: 'k3', subject: 'Newer' });
  t.match(await mailbox.list({ to: 'ANNA@example.org' }), [{ subject: 'Newer' }, { subject: mail.subject }]);
  const all = await mailbox.list();
  t.equal(all.length, 3);
  t.strictSame(await mailbox.find(all[0]?.id ?? ''), all[0]);
  t.equal(await mailbox.find('999999'), null);
});

t.test('SMTP', async (t) => {
  const server = await smtpServer(t);
  const mailer = smtpMailer({ url: server.url, from: 'SiteLink <portal@example.org>' });
  t.teardown(() => mailer.close());

  await mailer.send(mail);
  const [received] = server.received;
  t.match(received?.commands, [/^EHLO/, 'MAIL FROM:<portal@example.org>', 'RCPT TO:<anna@example.org>', 'DATA']);
  t.match(received?.data, /Message-ID: <k1@sitelink>/i);
  t.match(received?.data, /Auto-Submitted: auto-generated/);
  t.match(received?.data, /multipart\/alternative/);

  server.refuse();
  const error: unknown = await mailer.send(mail).then(
    () => null,
    (reason: unknown) => reason,
  );
  t.match(error, { name: 'MailNotSent', message: /451 after RCPT TO/ }, 'a mail that was not taken is an error');
  t.notMatch(inspect(error, { showHidden: true, depth: 9 }), /anna@/, 'which does not tell whose');
});

/** As much of RFC 5321 as a sender needs. */
async function smtpServer(t: { teardown(handler: () => Promise<void>): unknown }) {
  const received: { commands: string[]; data: string }[] = [];
  let isRefusing = false;
  const server = createServer((socket) => serve(socket));
  function serve(socket: Socket): void {
    const message = { commands: [] as string[], data: '' };
    let isData = false;
    let rest = '';
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (isData && line !== '.') message.data += `${line}\n`;
        else socket.write(answerTo(line));
      }
    });
    function answerTo(line: string): string {
      if (isData) {
        isData = false;
        received.push(message);
        return '250 taken\r\n';
      }
      message.commands.push(line);
      if (line.startsWith('RCPT') && isRefusing) return `451 ${line.slice(8)} later\r\n`;
      if (line === 'QUIT') return '221 bye\r\n';
      isData = line === 'DATA';
      return isData ? '354 go on\r\n' : '250 ok\r\n';
    }
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received, refuse: () => void (isRefusing = true) };
}
