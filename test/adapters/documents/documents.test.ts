import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { readConfig } from '../../../adapters/config.js';
import { legalDocuments } from '../../../adapters/documents/documents.js';
import { operatorEditions } from '../../../adapters/documents/editions.js';
import { publishedKinds } from '../../../adapters/documents/port.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { editionFiles, editionFolder } from '../../support/editions.js';

const text = '# Terms\n\n## 1. One\n\nThey bind {operator}.\n';
const instant = (iso: string) => Temporal.Instant.from(iso);
const longAgo = instant('2001-01-01T00:00:00Z');
const now = instant('2026-11-27T12:00:00Z');

t.test('an edition is in force from the first second of its day in Germany', async (t) => {
  const documents = legalDocuments(
    'Sonne GmbH',
    operatorEditions(editionFolder(t, editionFiles('terms', '2027-07-01', text))),
  );
  const before = instant('2027-06-30T21:59:59Z');
  const from = instant('2027-06-30T22:00:00Z');
  t.equal(documents.versionsInForce(before).terms, '2026-11-23');
  t.equal(documents.versionsInForce(from).terms, '2027-07-01');
  t.equal(documents.standing('terms', '2027-07-01', before), 'announced');
  t.equal(documents.standing('terms', '2027-07-01', from), 'current');
  t.equal(documents.standing('terms', '2026-11-23', before), 'current');
  t.equal(documents.standing('terms', '2026-11-23', from), 'outdated');
  t.equal(documents.standing('terms', '2027-07-02', from), 'unknown');
  t.match(documents.find('terms', { language: 'en', at: before }), {
    version: '2026-11-23',
    standing: 'current',
    editions: [
      { version: '2027-07-01', standing: 'announced' },
      { version: '2026-11-23', standing: 'current' },
    ],
  });
  t.match(documents.find('terms', { version: '2027-07-01', language: 'en', at: before }), {
    standing: 'announced',
    mustBeAccepted: true,
    sections: [{ heading: '1. One', blocks: [{ type: 'paragraph', text: 'They bind Sonne GmbH.' }] }],
  });
  t.equal(documents.find('terms', { version: '2027-07-02', language: 'en', at: from }), null);
  const winter = legalDocuments('x', operatorEditions(editionFolder(t, editionFiles('terms', '2027-01-15', text))));
  t.equal(winter.versionsInForce(instant('2027-01-14T22:59:59Z')).terms, '2026-11-23');
  t.equal(winter.versionsInForce(instant('2027-01-14T23:00:00Z')).terms, '2027-01-15');
});

t.test('there is always one in force, and the privacy policy of today says what was added', async (t) => {
  const documents = legalDocuments('Sonne GmbH');
  t.strictSame(documents.versionsInForce(longAgo), { terms: '2026-11-23', privacy: '2026-11-23' });
  t.strictSame(documents.versionsInForce(now), { terms: '2026-11-23', privacy: '2026-11-27' });
  const next = instant('2026-11-28T12:00:00Z');
  t.strictSame(documents.versionsInForce(next), { terms: '2026-11-23', privacy: '2026-11-28' });
  const words = {
    de: [/acht früheren Passwörtern/, /persönliche Zugriffstoken/],
    en: [/eight earlier passwords/, /personal access tokens/],
  } as const;
  for (const language of ['de', 'en'] as const) {
    const current = documents.currentDocuments(language, now);
    t.strictSame(
      current.map(({ kind }) => kind),
      publishedKinds,
    );
    t.strictSame(
      current.map(({ mustBeAccepted }) => mustBeAccepted),
      [true, true, false, false, false],
    );
    const all = JSON.stringify(current);
    t.match(all, /Sonne GmbH/);
    t.notMatch(all, /\{operator\}/);
    const added = documents.changes('privacy', '2026-11-23', { language, at: now });
    const news = added?.lines
      .flatMap(({ parts }) => parts.filter(({ mark }) => mark === 'added'))
      .map((part) => part.text);
    for (const word of words[language]) t.match(news?.join('\n'), word);
    t.ok(added?.lines.some(({ change }) => change === 'changed'));
    t.ok(added?.lines.some(({ change }) => change === 'same'));
  }
});

t.test('changes put together again are both editions', async (t) => {
  const documents = legalDocuments('Sonne GmbH');
  const lineTexts = (version: string) =>
    documents
      .find('privacy', { version, language: 'de', at: now })
      ?.sections.flatMap(({ heading, blocks }) => [
        heading,
        ...blocks.flatMap((block) => (block.type === 'list' ? block.items : [block.text])),
      ]);
  for (const [from, to] of [
    ['2026-11-23', '2026-11-27'],
    ['2026-11-27', '2026-11-23'],
    ['2026-11-27', '2026-11-27'],
  ] as const) {
    const changes = documents.changes('privacy', from, { version: to, language: 'de', at: now });
    const side = (left: 'added' | 'removed') =>
      changes?.lines
        .filter(({ change }) => change !== left)
        .map(({ parts }) =>
          parts
            .filter(({ mark }) => mark !== left)
            .map((part) => part.text)
            .join(''),
        );
    t.strictSame(side('added'), lineTexts(from), `${from} is what is left without the additions`);
    t.strictSame(side('removed'), lineTexts(to), `${to} is what is left without the removals`);
  }
  t.equal(documents.changes('privacy', '2020-01-01', { language: 'de', at: now }), null);
});

t.test('replaced lines are compared with those they came from', async (t) => {
  const before = '# T\n\n## A\n\nThe fee is ten euro a year.\n\nGone is this sentence altogether.\n\n- one thing\n';
  const after = '# T\n\n## A\n\nThe fee is twelve euro a year.\n\n- one thing\n- another matter\n';
  const files = { ...editionFiles('faq', '2027-01-01', before), ...editionFiles('faq', '2027-02-01', after) };
  const documents = legalDocuments('x', operatorEditions(editionFolder(t, files)));
  const changes = documents.changes('faq', '2027-01-01', { version: '2027-02-01', language: 'de', at: now });
  t.strictSame(changes?.lines, [
    { type: 'heading', change: 'same', parts: [{ mark: 'same', text: 'A' }] },
    {
      type: 'paragraph',
      change: 'changed',
      parts: [
        { mark: 'same', text: 'The fee is ' },
        { mark: 'removed', text: 'ten' },
        { mark: 'added', text: 'twelve' },
        { mark: 'same', text: ' euro a year.' },
      ],
    },
    { type: 'paragraph', change: 'removed', parts: [{ mark: 'removed', text: 'Gone is this sentence altogether.' }] },
    { type: 'item', change: 'same', parts: [{ mark: 'same', text: 'one thing' }] },
    { type: 'item', change: 'added', parts: [{ mark: 'added', text: 'another matter' }] },
  ]);
});

t.test("from the operator's first edition of a document on, ours do not count for it", async (t) => {
  const folder = editionFolder(t, { '.gitkeep': '', ...editionFiles('privacy', '2026-11-25', text) });
  const documents = legalDocuments('x', operatorEditions(folder));
  t.strictSame(documents.versionsInForce(now), { terms: '2026-11-23', privacy: '2026-11-25' });
  t.equal(documents.standing('privacy', '2026-11-23', now), 'outdated', 'what people accepted is still there to read');
  t.equal(documents.standing('privacy', '2026-11-27', now), 'unknown');
});

t.test('what cannot be used ends the start with a sentence that names the file', async (t) => {
  const refused = (files: Readonly<Record<string, string | Uint8Array>>, message: RegExp) => {
    const environment = { DATA_DIR: editionFolder(t, {}), DOCUMENTS_DIR: editionFolder(t, files) };
    t.throws(() => readConfig(environment), { name: 'ConfigError', message });
  };
  refused({ 'terms.2027-01-01.de.md': text }, /^DOCUMENTS_DIR .*terms\.2027-01-01\.en\.md is missing/);
  refused({ 'agb.2027-01-01.de.md': text }, /agb\.2027-01-01\.de\.md is not named <terms\|/);
  refused({ 'terms.2027-02-30.de.md': text }, /terms\.2027-02-30\.de\.md is not named/);
  refused({ 'notes.txt': text }, /notes\.txt is not named/);
  refused(
    editionFiles('terms', '2027-01-01', '# a\n\n<b>\n'),
    /terms\.2027-01-01\.de\.md cannot be used: line 3 holds HTML/,
  );
  refused(editionFiles('terms', '2026-11-23', text), /terms\.2026-11-23\.de\.md takes the day of an edition/);
  refused({ 'terms.2027-01-01.de.md': Uint8Array.of(0xff, 0xfe, 0x23) }, /it is not UTF-8/);
  refused({ 'terms.2027-01-01.de.md': 'a'.repeat(600_000) }, /it has more than 512 KiB/);
  const missing = { DATA_DIR: editionFolder(t, {}), DOCUMENTS_DIR: '/nowhere/at/all' };
  t.throws(() => readConfig(missing), { name: 'ConfigError', message: /DOCUMENTS_DIR must name a folder.*ENOENT/ });
  const folder = editionFolder(t, {});
  mkdirSync(join(folder, 'terms.2027-01-01.de.md'));
  t.throws(() => readConfig({ ...missing, DOCUMENTS_DIR: folder }), /terms\.2027-01-01\.de\.md cannot be used/);
  const fine = editionFolder(t, editionFiles('terms', '2027-01-01', text));
  t.match(readConfig({ ...missing, DOCUMENTS_DIR: fine }).documents, [{ kind: 'terms', version: '2027-01-01' }]);
});
