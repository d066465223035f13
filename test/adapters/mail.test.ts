import t from 'tap';
import { localMailbox } from '../../adapters/mail/mailbox.js';
import { apiTokenCreated } from '../../adapters/mail/templates/api-token-created.js';
import { alreadyRegistered } from '../../adapters/mail/templates/already-registered.js';
import { renderLetter } from '../../adapters/mail/templates/letter.js';
import { dataExportReady } from '../../adapters/mail/templates/data-export-ready.js';
import { accountErased, erasureCancelled, erasureRequested } from '../../adapters/mail/templates/erasure.js';
import type { AccountMailFacts } from '../../adapters/mail/templates/facts.js';
import { confirmEmail, emailChangeAsked, emailChanged } from '../../adapters/mail/templates/change-email.js';
import { signedOutEverywhere } from '../../adapters/mail/templates/signed-out-everywhere.js';
import { passwordChanged } from '../../adapters/mail/templates/password-changed.js';
import { resetPassword } from '../../adapters/mail/templates/reset-password.js';
import {
  recoveryCodeUsed,
  recoveryCodesRenewed,
  totpDisabled,
  totpEnabled,
} from '../../adapters/mail/templates/second-factor.js';
import {
  grantChanged,
  grantRevoked,
  invitation,
  invitationAccepted,
  invitationDeclined,
  thirdPartyLeft,
} from '../../adapters/mail/templates/sharing.js';
import { validateAccount } from '../../adapters/mail/templates/validate-account.js';
import { Temporal } from '../../domain/kernel/time.js';
import { testDatabase } from '../support/database.js';

const facts = {
  language: 'de',
  firstName: '<script>Anna</script>',
  userName: 'anna"&',
  validationUrl: 'https://portal.example/validate?token=abc',
  activationUrl: 'https://portal.example/activate?token=abc',
  resetUrl: 'https://portal.example/new-password?token=abc',
  resetHours: 24,
  confirmEmailUrl: 'https://portal.example/confirm-email?token=abc',
  emailChangeHours: 24,
  exportDays: 7,
  endingTokens: ['Haus & <Hof>'],
  forgotPasswordUrl: 'https://portal.example/forgot-password',
  signInUrl: 'https://portal.example/sign-in',
  accountUrl: 'https://portal.example/account',
  sender: { name: 'Solarbetrieb & Söhne', email: 'service@example.org' },
} as const;
const letters = [
  [validateAccount, facts.validationUrl],
  [alreadyRegistered, facts.signInUrl],
  [resetPassword, facts.resetUrl],
  [passwordChanged, facts.forgotPasswordUrl],
  [confirmEmail, facts.confirmEmailUrl],
  [emailChangeAsked, facts.forgotPasswordUrl],
  [emailChanged, facts.accountUrl],
  [dataExportReady, `${facts.accountUrl}#own-data`],
  [
    (about: AccountMailFacts) => erasureRequested(about, Temporal.Instant.from('2026-12-16T09:00:00Z')),
    `${facts.accountUrl}#erasure`,
  ],
  [erasureCancelled, facts.accountUrl],
  [accountErased, 'https://portal.example/'],
  [signedOutEverywhere, facts.forgotPasswordUrl],
  [totpEnabled, facts.forgotPasswordUrl],
  [totpDisabled, facts.forgotPasswordUrl],
  [recoveryCodeUsed, facts.forgotPasswordUrl],
  [recoveryCodesRenewed, facts.forgotPasswordUrl],
] as const;
const mail = { key: 'k1', to: 'anna@example.org', ...renderLetter(validateAccount(facts)) };

t.test('letters say the same in text and HTML, in both languages', async (t) => {
  for (const language of ['de', 'en'] as const) {
    for (const [template, url] of letters) {
      const { subject, text, html } = renderLetter(template({ ...facts, language }));
      t.match(text, url);
      t.match(html, `href="${url}"`);
      t.match(html, `<br>${url}</p>`, 'the address to read, below the button');
      t.match(text, facts.userName);
      t.match(html, 'anna&quot;&amp;');
      t.notMatch(html, '<script>');
      t.match(html, `<html lang="${language}">`);
      t.notMatch(subject, /[\r\n]/);
    }
    const { text } = renderLetter(alreadyRegistered({ ...facts, language }));
    t.notMatch(text, facts.validationUrl, 'nothing is left to confirm');
  }
});

t.test('whoever did not do it is led to the reset by mail, never to a change that may have to wait', (t) => {
  const at = Temporal.Instant.from('2026-12-16T09:00:00Z');
  const scopes = ['plants:read'] as const;
  for (const language of ['de', 'en'] as const) {
    const about = { ...facts, language };
    const token = { name: 'Haus', scopes, plantIds: null, expiresAt: at };
    const told = [
      ...[emailChangeAsked(about), dataExportReady(about), erasureRequested(about, at), apiTokenCreated(about, token)],
    ];
    for (const { subject, text, html } of told.map(renderLetter)) {
      t.match(text, `\n${facts.forgotPasswordUrl}\n`, subject);
      t.match(html, `href="${facts.forgotPasswordUrl}"`, subject);
      t.notMatch(text, /change (your|the) password|ändern Sie (Ihr|das) Passwort/i, subject);
    }
  }
  t.end();
});

t.test('a reset names the access tokens that end with it, a change none', (t) => {
  for (const language of ['de', 'en'] as const) {
    for (const write of [resetPassword, passwordChanged, signedOutEverywhere]) {
      const { text, html } = renderLetter(write({ ...facts, language }));
      t.match(text, 'Haus & <Hof>');
      t.match(html, 'Haus &amp; &lt;Hof&gt;');
      const plain = renderLetter(write({ ...facts, language, endingTokens: [] })).text;
      t.notMatch(plain, /Zugriffsschlüssel|access token/);
    }
  }
  t.end();
});

t.test('the foot of every letter says whom to write to', (t) => {
  const { text, html } = renderLetter(validateAccount(facts));
  t.match(text, /-- \nSiteLink\nSolarbetrieb & Söhne\nservice@example\.org\n$/);
  t.match(html, 'Solarbetrieb &amp; Söhne');
  t.match(html, 'href="mailto:service@example.org"');
  t.end();
});

t.test('letters about a shared plant name plant, people and right, in both languages', async (t) => {
  const plantName = '<b>Scheune</b>';
  for (const language of ['de', 'en'] as const) {
    const about = { language, plantName, sender: facts.sender, url: 'https://portal.example/x?token=abc' };
    const toAccount = { ...about, firstName: facts.firstName };
    const [ownerName, personName] = ['Otto\r\nBcc: x@example.org', 'Paul & Söhne'];
    const written = [
      invitation({ ...about, ownerName, right: 'manager', expiresAt: '2026-12-11T23:30:00Z' }),
      invitationAccepted({ ...toAccount, personName, right: 'viewer' }),
      invitationDeclined(toAccount),
      thirdPartyLeft({ ...toAccount, personName: null }),
      thirdPartyLeft({ ...toAccount, personName }),
      grantChanged({ ...toAccount, right: 'manager' }),
      grantRevoked(toAccount),
    ].map(renderLetter);
    for (const { subject, text, html } of written) {
      t.match(text, plantName);
      t.match(text, about.url);
      t.match(html, `href="${about.url}"`);
      t.match(html, '&lt;b&gt;Scheune');
      t.notMatch(html, '<script>');
      t.notMatch(subject, /[\r\n]/);
    }
    t.match(written[0]?.text, language === 'de' ? /12\. Dezember 2026/ : /12 December 2026/, 'the day in Germany');
    t.match(written[0]?.text, language === 'de' ? 'Verwalten:' : 'Manage:');
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
  const attachments = [{ name: 'roots.jsonl', contentType: 'application/jsonl', text: '{}\n' }];
  await mailbox.send({ ...mail, key: 'k4', html: null, attachments });
  t.match(await mailbox.list(), [{ html: null, attachments }]);
});
