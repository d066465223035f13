import t from 'tap';
import { editionSource, parseEditionText } from '../../adapters/documents/edition-text.js';
import { publishedDocuments } from '../../adapters/documents/published.js';
import { callJson } from '../support/owner.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { testPortal } from '../support/portal.js';

const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1' });
const { url, system } = portal;
const session = async (role: 'admin' | 'support') =>
  (await sessionOf(portal, await newOperator(portal, [role]), { secondFactor: true })).headers;
const admin = await session('admin');
const support = await session('support');
const office = (method: Parameters<typeof callJson>[1], path: string, body?: object, as: object = admin) =>
  callJson(`${url}/api/v1/office/documents${path}`, method, body, as);

t.test('the office writes the next edition, looks at it and publishes it from a day on', async (t) => {
  const list = (await office('GET', '', undefined, support)).body.items;
  t.match(list[0], { kind: 'terms', version: /^\d{4}-/, announced: null, draftSavedAt: null });
  const before = (await office('GET', '/terms')).body;
  t.match(before, { kind: 'terms', draft: null, history: { length: 0 } });
  const newest = system.documents.newest('terms').texts;
  t.strictSame(parseEditionText(before.newest.de), newest.de, 'what is written is what is read');
  t.match(await office('GET', '/terms/draft/preview'), { status: 409, body: { code: 'legal-document.no-draft' } });

  const added = '\n## Neues\n\nEin Absatz von {operator}.\n';
  const draft = { de: before.newest.de + added, en: `${before.newest.en}\n## New\n\nA paragraph of {operator}.\n` };
  t.match(await office('PUT', '/terms/draft', draft, support), { status: 403, body: { code: 'access.denied' } });
  t.match(await office('PUT', '/terms/draft', { ...draft, en: 'Without a title' }), {
    status: 422,
    body: { errors: [{ pointer: '/en', code: 'legal-document.unreadable' }] },
  });
  t.match(await office('PUT', '/terms/draft', { ...draft, de: `# Titel\n\n## Kopf\n\nEin **fetter** Satz.\n` }), {
    status: 422,
    body: { errors: [{ pointer: '/de', message: /5/ }] },
  });
  t.match(await office('PUT', '/terms/draft', draft), { status: 204 });
  const { earliest } = (await office('GET', '/terms')).body;
  const preview = (await office('GET', '/terms/draft/preview?language=de', undefined, support)).body;
  t.match(preview.document.sections.at(-1), { heading: 'Neues', blocks: [{ text: /^Ein Absatz von [^{]+\.$/ }] });
  const isNew = ({ change }: { readonly change: string }) => change === 'added';
  t.equal(preview.changes.lines.filter(isNew).length, 2);
  const seen = () => callJson(`${url}/api/v1/documents/terms?version=${earliest}&language=de`, 'GET');
  t.match(await seen(), { status: 404 }, 'nobody else sees a draft');

  const publish = (version: string) => office('POST', '/terms/editions', { version, reason: 'Neues Recht' });
  t.match(await publish('2026-01-01'), { status: 422, body: { errors: [{ pointer: '/version', message: /2\d{3}/ }] } });
  t.match(await publish(earliest), {
    status: 201,
    body: {
      draft: null,
      newest: { version: earliest },
      history: [
        { type: 'published', version: earliest, reason: 'Neues Recht', by: /^operator-/ },
        { type: 'drafted', version: null, by: /^operator-/ },
      ],
    },
  });
  t.match(await publish('2099-01-01'), { status: 409, body: { code: 'legal-document.no-draft' } });
  t.match(await seen(), { status: 200, body: { standing: 'announced' } });
  t.match((await office('GET', '', undefined, support)).body.items[0], { announced: earliest, draftSavedAt: null });

  const { documents, rounds } = await publishedDocuments({
    ...{
      operatorName: 'Ein anderer Knoten',
      fromFiles: [],
      log: system.log,
      onTrouble: (error) => void t.fail(String(error)),
    },
  });
  await rounds.stop();
  t.equal(documents.newest('terms').version, earliest, 'other nodes read it from the log');
  t.equal(editionSource(documents.newest('terms').texts.de), draft.de, 'word by word');
});
