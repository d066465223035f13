import type { AccountLanguage } from '../../../domain/account/person.js';

/** Whoever runs the portal, as mails name them: somebody who can be written to. */
export type Sender = { readonly name: string; readonly email: string };

type Way = { readonly label: string; readonly url: string };

/** A mail as its author writes it; `renderLetter` makes text and HTML of it, which always say the same. */
export type Letter = {
  readonly language: AccountLanguage;
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly button: Way;
  /** For whom it was not what the letter takes for granted; a plain link below the button. */
  readonly otherwise?: Way;
  /** What is good to know, in small print below the button. */
  readonly notes: readonly string[];
  readonly sender: Sender;
};

type RenderedLetter = {
  readonly language: AccountLanguage;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** How a letter begins; without a name where none is known. */
export function greetingOf(language: AccountLanguage, name: string | null): string {
  const hello = language === 'de' ? 'Guten Tag' : 'Hello';
  return name === null ? `${hello},` : `${hello} ${name},`;
}

export function renderLetter(letter: Letter): RenderedLetter {
  const { language } = letter;
  return { language, subject: oneLine(letter.subject), text: textOf(letter), html: htmlOf(letter) };
}

function textOf(letter: Letter): string {
  const { greeting, paragraphs, facts, button, otherwise, notes, sender } = letter;
  const blocks = [
    greeting,
    ...paragraphs,
    ...(facts.length === 0 ? [] : [facts.map(({ label, value }) => `${label}: ${value}`).join('\n')]),
    `${button.label}:\n${button.url}`,
    ...(otherwise === undefined ? [] : [`${otherwise.label}:\n${otherwise.url}`]),
    ...notes,
    `-- \nSiteLink\n${sender.name}\n${sender.email}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

// Mail programs ignore style sheets and variables: the tokens of the interface stand here as plain values.
const colour = { paper: '#f7f6f2', card: '#fffefb', line: '#e4e1d8', ink: '#1c1e1b', ink2: '#565a52', sun: '#e39a0b' };
const font = `font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;

/** For mail programs that show no links, and for those who want to see where one leads. */
const belowButton = { de: 'Oder öffnen Sie diese Adresse im Browser:', en: 'Or open this address in your browser:' };

function htmlOf(letter: Letter): string {
  const { language, subject, greeting, paragraphs, facts, button, otherwise, notes, sender } = letter;
  const url = escaped(button.url);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;background:${colour.paper};color:${colour.ink};${font};font-size:16px;line-height:1.55">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:520px;text-align:left">
<tr><td style="padding:0 4px 16px;font-size:17px;font-weight:650;letter-spacing:-0.01em"><span style="color:${colour.sun}">&#9679;</span>&nbsp; SiteLink</td></tr>
<tr><td style="background:${colour.card};border:1px solid ${colour.line};border-radius:14px;padding:28px">
<h1 style="margin:0 0 16px;font-size:21px;line-height:1.3;letter-spacing:-0.015em">${escaped(subject)}</h1>
${[greeting, ...paragraphs].map((text) => `<p style="margin:0 0 14px">${escaped(text)}</p>`).join('\n')}
${factsOf(facts)}
<p style="margin:24px 0"><a href="${url}" style="display:inline-block;background:${colour.ink};color:${colour.card};text-decoration:none;font-weight:600;border-radius:10px;padding:12px 22px">${escaped(button.label)}</a></p>
<p style="margin:0 0 18px;font-size:12.5px;color:${colour.ink2};word-break:break-all">${belowButton[language]}<br>${url}</p>
${otherwise === undefined ? '' : `<p style="margin:0 0 14px"><a href="${escaped(otherwise.url)}" style="color:${colour.ink}">${escaped(otherwise.label)}</a></p>`}
${notes.map((text) => `<p style="margin:0 0 10px;font-size:13.5px;color:${colour.ink2}">${escaped(text)}</p>`).join('\n')}
</td></tr>
<tr><td style="padding:16px 4px;font-size:12.5px;color:${colour.ink2}">${escaped(sender.name)} &middot; <a href="mailto:${escaped(sender.email)}" style="color:${colour.ink2}">${escaped(sender.email)}</a></td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

function factsOf(facts: Letter['facts']): string {
  if (facts.length === 0) return '';
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><td style="padding:10px 14px;color:${colour.ink2};font-size:13.5px">${escaped(label)}</td>` +
      `<td style="padding:10px 14px;font-weight:600">${escaped(value)}</td></tr>`,
  );
  return `<table role="presentation" cellspacing="0" cellpadding="0" style="margin:4px 0;border:1px solid ${colour.line};border-radius:10px">${rows.join('')}</table>`;
}

/** Text for HTML content and for attributes in double quotes. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A subject is a header: line breaks in it would begin another. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
