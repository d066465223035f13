import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import t, { type Test } from 'tap';
import { smtpMailer } from '../../adapters/mail/smtp.js';
import { openOutbox } from '../../adapters/outbox/outbox.js';
import { putDown } from '../../adapters/outbox/messages.js';
import { testDatabase } from '../support/database.js';
import { checkDkim } from '../support/dkim.js';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/free-port.js';
import { smtpRefusal, testSmtp } from '../support/smtp-server.js';

const mail = {
  ...{ key: 'k1', to: 'anna@example.org', language: 'de' },
  ...{ subject: 'Grüße', text: 'Guten Tag\n', html: '<p>Guten Tag</p>' },
};
const from = 'SiteLink <portal@example.org>';

function mailerTo(t: { teardown(handler: () => void): unknown }, url: string) {
  const mailer = smtpMailer({ url, from });
  t.teardown(() => mailer.close());
  return mailer;
}

/** How sending ended; a failure tells nobody's address. */
async function outcome(t: Test, sending: Promise<void>): Promise<string> {
  const error: unknown = await sending.then(
    () => null,
    (reason: unknown) => reason,
  );
  t.notMatch(inspect(error, { showHidden: true, depth: 9 }), /anna@/);
  return error === null ? 'taken' : String(error);
}

t.test('what arrives', async (t) => {
  const server = await testSmtp(t);
  const attachments = [{ name: 'roots.jsonl', contentType: 'application/jsonl', text: '{"day":"ä"}\n' }];
  await mailerTo(t, server.url).send({ ...mail, attachments });
  const [received] = server.received;
  t.match(received, { messageId: '<k1@sitelink>', subject: 'Grüße', text: 'Guten Tag\n', html: '<p>Guten Tag</p>' });
  t.match(received?.from, { text: '"SiteLink" <portal@example.org>' });
  t.match(received?.to, { text: 'anna@example.org' });
  const headers = ['auto-submitted', 'x-auto-response-suppress', 'content-language'];
  t.strictSame(
    headers.map((name) => received?.headers.get(name)),
    ['auto-generated', 'All', 'de'],
    'no machine answers',
  );
  const [attachment] = received?.attachments ?? [];
  t.match(attachment, { filename: 'roots.jsonl', contentType: 'application/jsonl' });
  t.equal(attachment?.content.toString('utf8'), '{"day":"ä"}\n');
  await mailerTo(t, server.url).send({ ...mail, html: null });
  t.equal(server.received[1]?.html, false, 'a mail of text alone');
});

t.test('mails are signed for a domain', async (t) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const server = await testSmtp(t);
  const mailer = smtpMailer({
    url: server.url,
    from,
    dkim: { domain: 'example.org', selector: 'portal', privateKey: pem },
  });
  t.teardown(() => mailer.close());
  const attachments = [
    { name: 'a.pdf', contentType: 'application/pdf', base64: randomBytes(9_000).toString('base64') },
  ];
  await mailer.send({ ...mail, subject: `Grüße ${'über viele Zeilen '.repeat(9)}`, attachments });
  const [raw = Buffer.alloc(0)] = server.raw;
  const check = checkDkim(raw, publicKey);
  t.match(check, { isBodyRight: true, isSignatureRight: true });
  t.strictSame(
    ['v', 'a', 'c', 'd', 's'].map((tag) => check?.tags.get(tag)),
    ['1', 'rsa-sha256', 'relaxed/relaxed', 'example.org', 'portal'],
  );
  const signed = check?.tags.get('h')?.toLowerCase().split(':') ?? [];
  for (const header of ['from', 'to', 'subject', 'message-id', 'date']) t.ok(signed.includes(header), header);

  const tampered = (from: string, to: string) =>
    checkDkim(Buffer.from(raw.toString('latin1').replace(from, to), 'latin1'), publicKey);
  t.match(tampered('anna@example.org', 'mallory@example.org'), { isBodyRight: true, isSignatureRight: false });
  t.match(tampered('Guten Tag', 'Guten Abend'), { isBodyRight: false });
  const { publicKey: other } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  t.match(checkDkim(raw, other), { isSignatureRight: false });

  await mailerTo(t, server.url).send(mail);
  t.equal(checkDkim(server.raw[1] ?? Buffer.alloc(0), publicKey), null, 'without a key there is no signature');
});

t.test('what is refused, and for how long', async (t) => {
  const server = await testSmtp(t);
  const mailer = mailerTo(t, server.url);
  for (const [code, ending] of [
    [451, /^MailNotSent: EENVELOPE 451 after RCPT TO$/],
    [550, /^PermanentFailure: EENVELOPE 550 after RCPT TO$/],
  ] as const) {
    server.onRecipient = async () => {
      throw smtpRefusal(code, '<anna@example.org> is not here');
    };
    t.match(await outcome(t, mailer.send(mail)), ending);
  }
  server.onRecipient = async () => undefined;
  for (const [code, ending] of [
    [452, /^MailNotSent: EMESSAGE 452 after DATA$/],
    [554, /^PermanentFailure: EMESSAGE 554 after DATA$/],
  ] as const) {
    server.onMail = async () => {
      throw smtpRefusal(code, 'not from <anna@example.org>');
    };
    t.match(await outcome(t, mailer.send(mail)), ending);
  }
});

t.test('what the operator has to mend loses no mail', async (t) => {
  const wrongPassword = await testSmtp(t, {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(smtpRefusal(535, 'wrong password')),
  });
  const { port } = wrongPassword;
  t.match(await outcome(t, mailerTo(t, `smtp://user:wrong@127.0.0.1:${port}`).send(mail)), /^MailNotSent: EAUTH 535/);
  t.match(await outcome(t, mailerTo(t, wrongPassword.url).send(mail)), /^MailNotSent: EENVELOPE 530 after MAIL FROM/);
  const closed = `smtp://127.0.0.1:${await freePort()}`;
  t.match(await outcome(t, mailerTo(t, closed).send(mail)), /^MailNotSent: ESOCKET after CONN/);
});

t.test('over TLS to a server that proves who it is only', async (t) => {
  const server = await testSmtp(t, { secure: true });
  t.match(await outcome(t, mailerTo(t, server.url).send(mail)), /^MailNotSent: ESOCKET/);
  t.strictSame(server.received, [], 'nothing is told to one that does not');
  await mailerTo(t, `${server.url}?tls.rejectUnauthorized=false`).send(mail);
  t.match(server.received, [{ messageId: '<k1@sitelink>' }]);
});

t.test('a slow server', async (t) => {
  const server = await testSmtp(t);
  let answer: () => void = () => undefined;
  server.onMail = () => new Promise((resolve) => (answer = resolve));
  const ended = await outcome(t, mailerTo(t, `${server.url}?socketTimeout=200`).send(mail));
  t.match(ended, /^MailNotSent: ETIMEDOUT/);
  answer();
});

t.test('a message arrives once in effect, whatever breaks', async (t) => {
  const { pool } = await testDatabase(t);
  const server = await testSmtp(t);
  const mailer = mailerTo(t, server.url);
  const id = '3c0f6d0e-5b8e-4f0c-8f4e-5f1d3b6a7c21';
  const troubles: string[] = [];
  let attempts = 0;
  server.onRecipient = async () => {
    attempts++;
    if (attempts === 1) throw smtpRefusal(451, 'later');
    if (attempts === 2) server.breakConnections();
    if (attempts === 3) server.breakInData();
  };
  server.onMail = async () => {
    // The mail is there, its sender never hears so.
    if (attempts === 4) server.breakConnections();
  };
  const outbox = openOutbox({
    pool,
    retrySeconds: () => 0.01,
    onTrouble: (_id, error) => troubles.push(String(error)),
    handlers: { mail: ({ id: key }) => mailer.send({ ...mail, key, text: 'much to say '.repeat(100_000) }) },
  });
  t.teardown(() => outbox.stop());
  await putDown(pool, [{ id, kind: 'mail', payload: {}, eventId: null }]);
  outbox.start();
  await eventually(async () => (await outbox.status()).waiting === 0);
  t.equal(attempts, 5);
  t.equal(troubles.length, 4, troubles.join('; '));
  t.strictSame(
    server.received.map(({ messageId }) => messageId),
    [`<${id}@sitelink>`, `<${id}@sitelink>`],
    'twice over the wire, one message to who looks at its id',
  );
  t.equal((await pool.query('select from outbox where sent_at is not null')).rowCount, 1);
});
