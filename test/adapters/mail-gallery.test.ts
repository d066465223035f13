import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { AuditPayload } from '../../adapters/audit/notices.js';
import { mailExamples } from '../../adapters/mail/gallery/gallery.js';
import { MailTemplate, PlantMailTemplate } from '../../adapters/mail/port.js';
import { RepairMailTemplate } from '../../adapters/repair/port.js';
import { ShopMailPayload } from '../../adapters/order/port.js';

const templatesIn = (group: string) =>
  [...new Set(mailExamples.filter((example) => example.group === group).map(({ template }) => template))].sort();

t.test('every template has an example', async (t) => {
  const shop = (about: 'order' | 'licence') =>
    ShopMailPayload.options.flatMap(({ shape }) =>
      shape.about.value === about && 'template' in shape ? shape.template.options : [],
    );
  t.strictSame(templatesIn('account'), [...MailTemplate.options].sort());
  t.strictSame(templatesIn('plant'), [...PlantMailTemplate.options].sort());
  t.strictSame(templatesIn('order'), [...shop('order')].sort());
  t.strictSame(templatesIn('licence'), [...shop('licence')].sort());
  t.strictSame(templatesIn('declaration'), ['extraordinaryCancellation', 'ordinaryCancellation', 'withdrawal']);
  t.strictSame(templatesIn('repair'), [...RepairMailTemplate.options].sort());
  t.strictSame(templatesIn('audit'), AuditPayload.options.map(({ shape }) => shape.template.value).sort());
});

t.test('no letter is written anywhere of which the gallery does not know', async (t) => {
  const files = readdirSync('adapters', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const textOf = (file: string) => readFileSync(join('adapters', file), 'utf8');
  const known = files
    .filter((file) => file.startsWith(join('mail', 'gallery')) || file === join('mail', 'plain-letters.ts'))
    .map(textOf)
    .join('\n');
  const helpers = ['accountLetter'];
  const letters = files.flatMap((file) =>
    [...textOf(file).matchAll(/^export function (\w+)\((?:[^;]|;(?!\n\n))*?\): Letter \{/gm)].map(
      ([, name = '']) => name,
    ),
  );
  t.ok(letters.length > 25, `${letters.length} letters were found`);
  for (const name of letters.filter((one) => !helpers.includes(one))) {
    t.match(known, new RegExp(`\\b${name}\\b`), `${name} has an example in adapters/mail/gallery`);
  }
});

t.test('they say something in both languages, and nothing is left open', async (t) => {
  for (const { group, template, variant, say } of mailExamples) {
    const name = [group, template, variant].filter(Boolean).join(' ');
    const [de, en] = [say('de'), say('en')];
    for (const { subject, text, html } of [de, en]) {
      t.ok(subject.length > 5 && subject.length < 90, `${name}: ${subject}`);
      t.notMatch(`${subject}${text}${html}`, /undefined|NaN|\[object|Invalid Date/, name);
      if (html !== null) t.match(html, 'https://portal.example', `${name} leads somewhere`);
    }
    if (group !== 'audit') {
      t.not(de.text, en.text, name);
      t.match(
        [de.text, en.text],
        [/^Guten Tag/, /^Hello[^\n]*,\n\n[^\p{Ll}]/u],
        `${name}: English goes on in upper case`,
      );
      t.match([de.html, en.html], [/lang="de"/, /lang="en"/], name);
    }
  }
});
