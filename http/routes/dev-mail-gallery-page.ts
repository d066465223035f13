import type { MailExample } from '../../adapters/mail/gallery/port.js';
import type { Language } from '../schemas/common.js';
import { devPage, devPageStyle, escaped } from './dev-page.js';

const texts = {
  de: {
    title: 'Alle E-Mails',
    hint: 'Jede Vorlage des Portals mit Beispielwerten, als HTML und als Text.',
    all: 'Vorlagen',
    text: 'Als Text',
    none: 'Diese Mail gibt es nur als Text.',
    languages: { de: 'Deutsch', en: 'Englisch' },
    groups: {
      account: 'Konto',
      plant: 'Geteilte Anlagen',
      alert: 'Meldungen',
      report: 'Monatsberichte',
      order: 'Bestellungen',
      licence: 'Lizenzen',
      declaration: 'Erklärungen',
      repair: 'Reparaturen',
      audit: 'Prüfer',
    },
  },
  en: {
    title: 'All mails',
    hint: 'Every template of the portal with example values, as HTML and as text.',
    all: 'Templates',
    text: 'As text',
    none: 'This mail exists as text only.',
    languages: { de: 'German', en: 'English' },
    groups: {
      account: 'Account',
      plant: 'Shared plants',
      alert: 'Alerts',
      report: 'Monthly reports',
      order: 'Orders',
      licence: 'Licences',
      declaration: 'Declarations',
      repair: 'Repairs',
      audit: 'Auditors',
    },
  },
} as const;

const style = `${devPageStyle}
main{max-width:1240px}
.gallery{display:grid;grid-template-columns:250px minmax(0,1fr);gap:32px;align-items:start}
nav{position:sticky;top:16px;max-height:calc(100vh - 32px);overflow:auto;padding:2px}
nav h2{font-size:12.5px;font-weight:600;color:var(--ink-2);margin:18px 0 4px;padding:0 10px}
nav h2:first-child{margin-top:0}
nav a{display:block;padding:5px 10px;border-radius:8px;color:inherit;text-decoration:none;font-size:14px;line-height:1.4;overflow-wrap:anywhere}
nav a small{display:block;color:var(--ink-2);font-size:12.5px}
nav a:hover{background:var(--card)}
nav a[aria-current]{background:var(--card);box-shadow:inset 0 0 0 1px var(--line);font-weight:600}
nav a[aria-current] small{font-weight:400}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(380px,100%),1fr));gap:20px}
.mail{background:var(--card);border:1px solid var(--line);border-radius:14px;overflow:hidden}
.mail header{padding:14px 18px;border-bottom:1px solid var(--line)}
.mail header p{margin:0;font-size:13px;color:var(--ink-2)}
.mail h3{margin:2px 0 0;font-size:15.5px;line-height:1.35}
.mail iframe{height:660px;border-top:0}
.mail pre{margin:0;padding:16px 18px;font:13px/1.55 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;border-top:1px solid var(--line)}
.mail .none{margin:0;padding:16px 18px;color:var(--ink-2)}
.mail details{border:0;border-radius:0;margin:0;background:none}
.mail summary{padding:12px 18px;border-top:1px solid var(--line);font-size:13.5px;color:var(--ink-2)}
a:focus-visible{outline:2px solid #1f6f9f;outline-offset:-2px}
@media (max-width:820px){.gallery{grid-template-columns:minmax(0,1fr)}nav{position:static;max-height:280px;border:1px solid var(--line);border-radius:14px;padding:12px 6px}}`;

type Shown = { readonly example: MailExample; readonly index: number };

/** An index of all mails, and one of them in both languages; without scripts. */
export function mailGalleryPage(examples: readonly MailExample[], shown: Shown, language: Language): string {
  const text = texts[language];
  return devPage(
    { language, title: text.title, style },
    `<h1>${text.title}</h1>
<p>${text.hint}</p>
<div class="gallery">
<nav aria-label="${text.all}" tabindex="0">${indexOf(examples, shown, language)}</nav>
<div class="pair">
${(['de', 'en'] as const).map((one) => mailOf(shown, one, language)).join('\n')}
</div>
</div>`,
  );
}

function indexOf(examples: readonly MailExample[], shown: Shown, language: Language): string {
  let group = '';
  return examples
    .map((example, index) => {
      const heading = example.group === group ? '' : `<h2>${texts[language].groups[example.group]}</h2>`;
      group = example.group;
      const current = index === shown.index ? ' aria-current="page"' : '';
      const variant = example.variant === null ? '' : ` · ${escaped(example.variant)}`;
      return `${heading}<a href="/dev/mails/gallery?mail=${index}"${current}>${escaped(example.say(language).subject)}<small>${escaped(example.template)}${variant}</small></a>`;
    })
    .join('\n');
}

function mailOf({ example, index }: Shown, language: Language, pageLanguage: Language): string {
  const text = texts[pageLanguage];
  const said = example.say(language);
  const frame = `<iframe src="/dev/mails/gallery/${index}/${language}" title="${escaped(said.subject)}" sandbox></iframe>`;
  return `<article class="mail">
<header><p>${text.languages[language]}</p><h3 lang="${language}">${escaped(said.subject)}</h3></header>
${said.html === null ? `<p class="none">${text.none}</p>` : frame}
<details open><summary>${text.text}</summary><pre lang="${language}" tabindex="0">${escaped(said.text)}</pre></details>
</article>`;
}
