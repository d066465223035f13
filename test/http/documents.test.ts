import t from 'tap';
import { operatorEditions } from '../../adapters/documents/editions.js';
import { legalTimeZone, Temporal } from '../../domain/kernel/time.js';
import { caller, registrationForm, testAccounts } from '../support/accounts.js';
import { editionFiles, editionFolder } from '../support/editions.js';

/** An edition of the terms that comes into force in ten days. */
const day = Temporal.Now.zonedDateTimeISO(legalTimeZone).toPlainDate().add({ days: 10 });
const next = day.toString();
const nextText = '# Terms\n\n## 1. One\n\nFrom now on {operator} sells cake.\n';
const editions = operatorEditions(editionFolder(t, editionFiles('terms', next, nextText)));
const accounts = await testAccounts(t, { editions });
const call = caller(accounts.app);
const { terms: before, privacy } = accounts.documents.versionsInForce(Temporal.Now.instant());

/** Registers, follows the link and answers calls in this name. */
async function newcomer() {
  const form = registrationForm(accounts.documents, accounts.clock.now());
  const registered = await call('POST', '/api/v1/accounts', form);
  if (registered.statusCode !== 202) throw new Error(registered.body);
  const token = await accounts.linkToken(form.userName);
  const { accessToken, sessionId } = (await call('POST', '/api/v1/accounts/validations', { token })).json();
  const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown, more: Record<string, string> = {}) =>
    call(method, `/api/v1${path}`, body, { authorization: `Bearer ${accessToken}`, 'accept-language': 'en', ...more });
  return { ...form, sessionId, ask };
}

t.test('documents, their editions, changes and files are public', async (t) => {
  const list = (await call('GET', '/api/v1/documents?language=en')).json();
  t.strictSame(
    list.items.map(({ kind, mustBeAccepted }: { kind: string; mustBeAccepted: boolean }) => [kind, mustBeAccepted]),
    [
      ['terms', true],
      ['privacy', true],
      ['general-terms', false],
      ['withdrawal', false],
      ['faq', false],
    ],
  );
  const get = async (path: string) => call('GET', `/api/v1/documents/${path}`);
  t.match((await get('terms?language=de')).json(), {
    version: before,
    standing: 'current',
    language: 'de',
    title: 'Nutzungsbedingungen',
  });
  t.match((await get(`terms?version=${next}&language=en`)).json(), {
    version: next,
    standing: 'announced',
    sections: [{ blocks: [{ text: 'From now on Solarbetrieb Test sells cake.' }] }],
    editions: [{ version: next }, { version: before }],
  });
  const changes = (await get(`terms/changes?since=${before}&version=${next}&language=en`)).json();
  t.match(changes, { from: before, to: next });
  t.ok(changes.lines.some(({ change }: { change: string }) => change === 'removed'));
  t.match((await get(`privacy/changes?since=${privacy}`)).json(), { from: privacy, to: privacy });
  for (const [path, language] of [
    ['withdrawal.pdf?language=de', 'de'],
    ['withdrawal.pdf', 'en'],
  ] as const) {
    const file = await get(path);
    t.equal(file.statusCode, 200);
    t.equal(file.headers['content-type'], 'application/pdf');
    t.match(
      file.headers['content-disposition'],
      new RegExp(`filename="sitelink-withdrawal-[-0-9]+-${language}\\.pdf"`),
    );
    t.match(file.rawPayload.subarray(0, 8).toString('latin1'), '%PDF-1.7');
  }
  for (const path of [
    'cookies',
    'cookies.pdf',
    'terms?version=2001-01-01',
    'terms.pdf?version=2001-01-01',
    'terms/changes?since=2001-01-01',
  ]) {
    t.match((await get(path)).json(), { status: 404, code: 'request.not-found' }, path);
  }
  for (const path of ['terms?version=1', 'terms.pdf?language=fr', 'terms/changes', 'terms?colour=red']) {
    t.match((await get(path)).json(), { status: 400, code: 'request.query-invalid' }, path);
  }
});

t.test('given an account, when a new edition is in force, then it is closed until that is accepted', async (t) => {
  const anna = await newcomer();
  const gated = () => anna.ask('GET', '/me/vat-check');
  const isOpen = async () => (await gated()).json().code !== 'documents.not-accepted';
  const me = async () => (await anna.ask('GET', '/me')).json();
  t.ok(await isOpen());
  t.strictSame((await me()).documentsDue, []);

  const begin = day.toZonedDateTime(legalTimeZone).toInstant();
  const announced = await anna.ask('POST', '/me/accepted-documents', { terms: next });
  t.match(announced.json(), {
    status: 422,
    code: 'documents.version-refused',
    errors: [{ pointer: '/terms', code: 'documents.version-announced', message: 'This version is not in force yet.' }],
  });
  accounts.travel(accounts.clock.now().until(begin).subtract({ seconds: 5 }));
  t.ok(await isOpen(), 'open in the last seconds of the day before');
  accounts.travel({ seconds: 6 });

  const closed = await gated();
  t.equal(closed.statusCode, 412);
  t.match(closed.headers['content-type'], 'application/problem+json');
  t.match(closed.json(), {
    code: 'documents.not-accepted',
    title: 'There are new versions of documents that you have not accepted yet',
    documents: [
      {
        kind: 'terms',
        version: next,
        acceptedVersion: before,
        text: `/api/v1/documents/terms?version=${next}`,
        changes: `/api/v1/documents/terms/changes?since=${before}&version=${next}`,
      },
    ],
    accept: { api: '/api/v1/me/accepted-documents', page: '/account' },
  });
  t.equal(closed.json().documents.length, 1, 'the privacy policy is the same');
  for (const { text, changes } of closed.json().documents) {
    t.equal((await call('GET', text)).statusCode, 200);
    t.equal((await call('GET', changes)).statusCode, 200);
  }
  t.match((await anna.ask('GET', '/me/vat-check', undefined, { 'accept-language': 'de' })).json(), {
    title: 'Es gibt neue Fassungen von Dokumenten, denen Sie noch nicht zugestimmt haben',
  });
  t.match((await me()).documentsDue, [{ kind: 'terms', version: next, acceptedVersion: before }]);

  const accept = (body: unknown, more: Record<string, string> = {}) =>
    anna.ask('POST', '/me/accepted-documents', body, more);
  t.match((await accept({ terms: before })).json(), {
    status: 422,
    errors: [{ pointer: '/terms', code: 'documents.version-outdated' }],
  });
  t.match((await accept({ terms: next, privacy: '2001-01-01' })).json(), {
    status: 422,
    errors: [{ pointer: '/privacy', code: 'documents.version-unknown' }],
  });
  for (const body of [{}, { terms: 'soon' }, { faq: next }, undefined]) {
    t.equal((await accept(body)).statusCode, 400, JSON.stringify(body));
  }
  t.notOk(await isOpen(), 'none of these was an acceptance');

  const key = { 'idempotency-key': 'accept-1' };
  const accepted = await accept({ terms: next }, key);
  t.equal(accepted.statusCode, 200);
  const acceptedTerms = accepted.json().acceptedDocuments.find(({ kind }: { kind: string }) => kind === 'terms');
  t.match(acceptedTerms, { version: next, acceptedAt: String });
  t.ok(Temporal.Instant.compare(acceptedTerms.acceptedAt, begin) >= 0, 'with its time');
  t.strictSame(accepted.json().documentsDue, []);
  t.ok(await isOpen());
  t.equal((await accept({ terms: next }, key)).statusCode, 200, 'said twice is said once');
  const history = await accounts.log.load(`account-${accepted.json().id}`);
  t.equal(history.events.filter(({ type }) => type === 'DocumentAccepted').length, 3);

  await t.test('who registers now has accepted it with the form, and who leaves is let out', async (t) => {
    const outdated = { ...registrationForm(accounts.documents), accepted: { terms: before, privacy } };
    t.match((await call('POST', '/api/v1/accounts', outdated)).json(), {
      errors: [{ pointer: '/accepted/terms', code: 'documents.version-outdated' }],
    });
    const berta = await newcomer();
    t.equal((await berta.ask('GET', '/me/vat-check')).json().code === 'documents.not-accepted', false);
  });
});

t.test('nothing else of an account is asked for again while the same editions are in force', async (t) => {
  const { dueDocumentsWith } = await import('../../commands/account/accept-documents.js');
  const carla = await newcomer();
  const known = await accounts.credentials.findByUserName(carla.userName);
  let loads = 0;
  const log = { load: async (stream: string) => (loads++, accounts.log.load(stream)) };
  const due = dueDocumentsWith({ log, documents: accounts.documents, clock: accounts.clock });
  for (let time = 0; time < 5; time++) t.strictSame(await due(known!.accountId), []);
  t.equal(loads, 1);
});
