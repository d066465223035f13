import type { ReceivedMail } from '../../adapters/mail/port.js';
import type { Language } from '../schemas/common.js';

const texts = {
  de: {
    title: 'Postfach der Entwicklung',
    hint: 'Es ist kein Mailserver eingerichtet: Hier liegt, was sonst verschickt würde.',
    empty: 'Noch keine E-Mails. Registrieren Sie ein Konto, dann kommt hier die erste an.',
    to: 'An',
  },
  en: {
    title: 'Development mailbox',
    hint: 'No mail server is configured: this is what would have been sent.',
    empty: 'No mails yet. Register an account and the first one arrives here.',
    to: 'To',
  },
} as const;

const style = `
:root{color-scheme:light dark;--paper:#f7f6f2;--card:#fffefb;--line:#e4e1d8;--ink:#1c1e1b;--ink-2:#565a52;--sun:#e39a0b}
@media (prefers-color-scheme:dark){:root{--paper:#111412;--card:#181c19;--line:#2b302c;--ink:#eceee9;--ink-2:#b4b9b0;--sun:#f2b233}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 Inter,system-ui,sans-serif}
main{max-width:720px;margin:0 auto;padding:36px 16px 64px}
h1{font-size:25px;letter-spacing:-.02em;margin:0 0 4px}
h1::before{content:'●';color:var(--sun);font-size:16px;margin-right:10px;vertical-align:3px}
main>p{margin:0 0 24px;color:var(--ink-2)}
details{background:var(--card);border:1px solid var(--line);border-radius:14px;margin-bottom:12px;overflow:hidden}
summary{cursor:pointer;padding:16px 20px;display:grid;gap:2px;list-style:none}
summary::-webkit-details-marker{display:none}
summary:focus-visible{outline:2px solid #1f6f9f;outline-offset:-3px;border-radius:14px}
summary span{font-size:13.5px;color:var(--ink-2);font-variant-numeric:tabular-nums}
iframe{display:block;width:100%;height:620px;border:0;border-top:1px solid var(--line);background:#f7f6f2}
details a{display:block;padding:12px 20px;color:inherit;border-top:1px solid var(--line)}
details a::before{content:'📎';margin-right:8px}`;

/** The mailbox as a page without scripts; the newest mail is open. Each mail stands in a frame of its own. */
export function mailboxPage(mails: readonly ReceivedMail[], language: Language): string {
  const text = texts[language];
  const items = mails.map((mail, index) => mailItem(mail, index === 0, language)).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title} · SiteLink</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${text.title}</h1>
<p>${text.hint}</p>
${mails.length === 0 ? `<p>${text.empty}</p>` : items}
</main>
</body>
</html>
`;
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

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
