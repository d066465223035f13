import type { ReceivedMail } from '../../adapters/mail/port.js';
import type { Language } from '../schemas/common.js';
import { devPage, escaped } from './dev-page.js';

const texts = {
  de: {
    title: 'Postfach der Entwicklung',
    hint: 'Es ist kein Mailserver eingerichtet: Hier liegt, was sonst verschickt würde.',
    empty: 'Noch keine E-Mails. Registrieren Sie ein Konto, dann kommt hier die erste an.',
    to: 'An',
    gallery: 'Alle Vorlagen ansehen',
  },
  en: {
    title: 'Development mailbox',
    hint: 'No mail server is configured: this is what would have been sent.',
    empty: 'No mails yet. Register an account and the first one arrives here.',
    to: 'To',
    gallery: 'See all templates',
  },
} as const;

/** The mailbox as a page without scripts; the newest mail is open. Each mail stands in a frame of its own. */
export function mailboxPage(mails: readonly ReceivedMail[], language: Language): string {
  const text = texts[language];
  const items = mails.map((mail, index) => mailItem(mail, index === 0, language)).join('\n');
  return devPage(
    { language, title: text.title },
    `<h1>${text.title}</h1>
<p>${text.hint} <a href="/dev/mails/gallery">${text.gallery}</a></p>
${mails.length === 0 ? `<p>${text.empty}</p>` : items}`,
  );
}

function mailItem(mail: ReceivedMail, isOpen: boolean, language: Language): string {
  const when = new Date(mail.sentAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  const sandbox = 'allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox';
  return `<details${isOpen ? ' open' : ''}>
<summary><strong>${escaped(mail.subject)}</strong><span>${texts[language].to} ${escaped(mail.to)} · ${escaped(when)}</span></summary>
<iframe src="/dev/mails/${mail.id}" title="${escaped(mail.subject)}" sandbox="${sandbox}" loading="lazy"></iframe>
${mail.attachments.map(({ name }, index) => `<a href="/dev/mails/${mail.id}/attachments/${index + 1}">${escaped(name)}</a>`).join('\n')}
</details>`;
}

/** A mail of text alone, for the frame. */
export function textPage(text: string): string {
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<style>pre{margin:24px;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;color:#1c1e1b}</style>
</head>
<body><pre>${escaped(text)}</pre></body>
</html>
`;
}
